import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'

/** A webhook for one receiver. A vendor adds what it needs for the headers. */
export interface Delivery {
  readonly url: string
  readonly eventType: string
  /** Empty: no body, and no media type. */
  readonly body: string
}

/** One attempt and how it ended. */
export type WebhookAttempt<D extends Delivery> = D & {
  /** From 1. */
  readonly attempt: number
  readonly at: Date
  readonly headers: Readonly<Record<string, string>>
  /** The receiver's answer; null when there was none. */
  readonly status: number | null
}

/** Headers that replace others. undefined leaves a header out. */
export type ChangedHeaders = Readonly<Record<string, string | undefined>>

export type WebhookSender<D extends Delivery> = ReturnType<typeof createWebhookSender<D>>

export interface WebhookSenderOptions<D extends Delivery> {
  /** The vendor's id, for the log. */
  readonly vendor: string
  readonly clock: Clock
  /** Divides the waits, but not the time that a receiver has. */
  readonly speed: number
  readonly logger: Logger
  /** The wait before each further attempt, in milliseconds. Empty: there is one attempt. The default is ASSUMED. */
  readonly waitsMs?: readonly number[]
  /** How long a receiver may take, in milliseconds. The default is ASSUMED. */
  readonly timeoutMs?: number
  /** The headers of an attempt, with its signature. */
  toHeaders(delivery: D, attempt: number, at: Date): Readonly<Record<string, string>>
  /** Whether another attempt follows this status; null: no answer in time. Default: after null, 429 and 5xx. */
  isRetried?(status: number | null): boolean
}

export function createWebhookSender<D extends Delivery>(options: WebhookSenderOptions<D>) {
  const { vendor, clock, speed, logger, toHeaders, isRetried = isFailure } = options
  const { waitsMs = [5_000, 30_000, 120_000], timeoutMs = 10_000 } = options
  /** Every finished attempt, oldest first. */
  const attempts: WebhookAttempt<D>[] = []
  const waiting = new Set<() => void>()
  const underWay = new Set<Promise<unknown>>()
  const stopped = new AbortController()

  async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number | null> {
    // The time-out of a receiver uses the machine's clock, not the simulator's.
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), stopped.signal])
    try {
      const response = await fetch(url, { method: 'POST', headers, body: body || null, redirect: 'manual', signal })
      await response.body?.cancel()
      return response.status
    } catch {
      return null
    }
  }

  async function attemptOnce(delivery: D, attempt: number, changed: ChangedHeaders = {}): Promise<WebhookAttempt<D>> {
    const at = clock.now()
    const headers = withoutAbsent({ ...toHeaders(delivery, attempt, at), ...changed })
    const status = await post(delivery.url, headers, delivery.body)
    const ended = { ...delivery, attempt, at, headers, status }
    attempts.push(ended)
    logger.debug({ vendor, eventType: delivery.eventType, attempt, status }, 'simulator sent a webhook')
    return ended
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const done = () => underWay.delete(work)
    work.then(done, done)
    return work
  }

  async function attemptAndGoOn(delivery: D, attempt: number): Promise<void> {
    const { status } = await attemptOnce(delivery, attempt)
    const waitMs = waitsMs[attempt - 1]
    if (waitMs === undefined || !isRetried(status) || stopped.signal.aborted) return
    const cancel = clock.setTimer(waitMs / speed, () => {
      waiting.delete(cancel)
      track(attemptAndGoOn(delivery, attempt + 1))
    })
    waiting.add(cancel)
  }

  return {
    /** Sends a webhook and repeats it as the vendor does. */
    deliver(delivery: D): void {
      track(attemptAndGoOn(delivery, 1))
    },
    /** Sends once. @param headers replace the vendor's */
    send: (delivery: D, headers?: ChangedHeaders): Promise<WebhookAttempt<D>> =>
      track(attemptOnce(delivery, 1, headers)),
    attempts,
    /** Resolves when no attempt is in progress. Scheduled attempts do not count. */
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    /** Cancels all scheduled attempts and those in progress. */
    async stop(): Promise<void> {
      stopped.abort()
      for (const cancel of waiting) cancel()
      waiting.clear()
      await Promise.allSettled(underWay)
    },
  }
}

/** `sha256=` and the hexadecimal HMAC of the body. */
export function signSha256(body: string, key: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
}

function isFailure(status: number | null): boolean {
  return status === null || status === 429 || status >= 500
}

function withoutAbsent(headers: ChangedHeaders): Record<string, string> {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) present[name] = value
  return present
}
