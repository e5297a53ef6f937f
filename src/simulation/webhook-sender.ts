import type { Logger } from 'pino'
import type { Clock } from './clock.ts'

/** A body on its way to one receiver; a vendor adds what its headers are made of. */
export interface Delivery {
  readonly url: string
  readonly eventType: string
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

/** Headers to be laid over others; undefined leaves one out. */
export type ChangedHeaders = Readonly<Record<string, string | undefined>>

export interface WebhookSender<D extends Delivery> {
  /** Tries at once, and again as the vendor does. */
  deliver(delivery: D): void
  /** Tries once. @param headers laid over the vendor's */
  send(delivery: D, headers?: ChangedHeaders): Promise<WebhookAttempt<D>>
  /** Every attempt that has ended, oldest first. */
  readonly attempts: readonly WebhookAttempt<D>[]
  /** Resolves when no attempt is under way; one that waits for its time to come is not. */
  idle(): Promise<void>
  /** Gives up whatever is waiting or under way. */
  stop(): Promise<void>
}

export interface WebhookSenderOptions<D extends Delivery> {
  /** The vendor's id, for the log. */
  readonly vendor: string
  readonly clock: Clock
  /** Divides the waits, not the time a receiver has. */
  readonly speed: number
  readonly logger: Logger
  /** The wait before each further attempt, in milliseconds; empty: there is one attempt. */
  readonly waitsMs: readonly number[]
  /** How long a receiver may take. */
  readonly timeoutMs: number
  /** Those of an attempt, its signature among them. */
  toHeaders(delivery: D, attempt: number, at: Date): Readonly<Record<string, string>>
  /** Whether an attempt that ended so is followed by another; null: no answer, or not in time. */
  isRetried(status: number | null): boolean
}

export function createWebhookSender<D extends Delivery>(options: WebhookSenderOptions<D>): WebhookSender<D> {
  const { vendor, clock, speed, logger, waitsMs, timeoutMs, toHeaders, isRetried } = options
  const attempts: WebhookAttempt<D>[] = []
  const waiting = new Set<() => void>()
  const underWay = new Set<Promise<unknown>>()
  const stopped = new AbortController()

  async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<number | null> {
    const late = new AbortController()
    const cancel = clock.setTimer(timeoutMs, () => late.abort())
    const signal = AbortSignal.any([late.signal, stopped.signal])
    try {
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
      await response.body?.cancel()
      return response.status
    } catch {
      return null
    } finally {
      cancel()
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
    deliver(delivery) {
      track(attemptAndGoOn(delivery, 1))
    },
    send: (delivery, headers) => track(attemptOnce(delivery, 1, headers)),
    attempts,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    async stop() {
      stopped.abort()
      for (const cancel of waiting) cancel()
      waiting.clear()
      await Promise.allSettled(underWay)
    },
  }
}

function withoutAbsent(headers: ChangedHeaders): Record<string, string> {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) present[name] = value
  return present
}
