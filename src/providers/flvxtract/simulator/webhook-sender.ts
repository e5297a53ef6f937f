import { createHmac, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'

/** Wait before each attempt. Source: "Retry Behavior", https://flvxtract.com/docs */
const waitsMs = [0, 2_000, 4_000, 8_000] as const

/** How long a receiver may take. Source: "Best Practices" of webhooks, https://flvxtract.com/docs */
const timeoutMs = 30_000

/** A body on its way to one receiver. */
export interface Delivery {
  readonly url: string
  readonly secret: string
  readonly eventType: string
  readonly eventId: string
  readonly body: string
}

/** One attempt and how it ended. */
export interface WebhookAttempt extends Delivery {
  readonly attempt: number
  readonly at: Date
  readonly headers: Readonly<Record<string, string>>
  /** The receiver's answer; null when there was none. */
  readonly status: number | null
}

export interface WebhookSender {
  /** Tries at once, and again as documented. */
  deliver(delivery: Delivery): void
  /** Tries once. @param headers laid over the documented ones; undefined leaves one out. */
  send(delivery: Delivery, headers?: Readonly<Record<string, string | undefined>>): Promise<WebhookAttempt>
  /** Every attempt that has ended, oldest first. */
  readonly attempts: readonly WebhookAttempt[]
  /** Resolves when no attempt is under way; one that waits for its time to come is not. */
  idle(): Promise<void>
  /** Gives up whatever is waiting or under way. */
  stop(): Promise<void>
}

/** @param speed divides the waits, not the time a receiver has. */
export function createWebhookSender(clock: Clock, speed: number, logger: Logger): WebhookSender {
  const attempts: WebhookAttempt[] = []
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

  async function attemptOnce(
    delivery: Delivery,
    attempt: number,
    changed: Readonly<Record<string, string | undefined>> = {},
  ): Promise<WebhookAttempt> {
    const at = clock.now()
    const headers = withoutAbsent({ ...toHeaders(delivery, attempt, at), ...changed })
    const status = await post(delivery.url, headers, delivery.body)
    const ended = { ...delivery, attempt, at, headers, status }
    attempts.push(ended)
    logger.debug({ eventType: delivery.eventType, attempt, status }, 'flvxtract simulator sent a webhook')
    return ended
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const done = () => underWay.delete(work)
    work.then(done, done)
    return work
  }

  async function attemptAndGoOn(delivery: Delivery, attempt: number): Promise<void> {
    const { status } = await attemptOnce(delivery, attempt)
    const waitMs = waitsMs[attempt]
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

/** `sha256=` and the hexadecimal HMAC of the bytes sent. Source: "Signature Verification", https://flvxtract.com/docs */
export function signWebhook(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}

/** ASSUMED: the delivery id is the event's at first, as in the page's samples, and another one at each further attempt. */
function toHeaders(delivery: Delivery, attempt: number, at: Date): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'FLVXtract-Webhook/1.0',
    'x-webhook-signature': signWebhook(delivery.body, delivery.secret),
    'x-webhook-signature-algorithm': 'sha256',
    'x-webhook-delivery-id': attempt === 1 ? delivery.eventId : randomUUID(),
    'x-webhook-event-type': delivery.eventType,
    'x-webhook-attempt': String(attempt),
    'x-webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  }
}

function withoutAbsent(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) present[name] = value
  return present
}

/**
 * 5xx, 429, no answer in time or at all. The page's advice would also try 408 again, its table would not; a receiver
 * cannot rely on it, so it is not.
 */
function isRetried(status: number | null): boolean {
  return status === null || status === 429 || status >= 500
}
