import { createHmac, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/webhook-sender.ts'

/** Wait before each further attempt. Source: "Retry Behavior", https://flvxtract.com/docs */
const waitsMs = [2_000, 4_000, 8_000] as const

/** How long a receiver may take. Source: "Best Practices" of webhooks, https://flvxtract.com/docs */
const timeoutMs = 30_000

/** A body on its way to one receiver. */
export interface Delivery extends simulation.Delivery {
  readonly secret: string
  readonly eventId: string
}

export type WebhookAttempt = simulation.WebhookAttempt<Delivery>
export type WebhookSender = simulation.WebhookSender<Delivery>

/** @param speed divides the waits, not the time a receiver has. */
export function createWebhookSender(clock: Clock, speed: number, logger: Logger): WebhookSender {
  return simulation.createWebhookSender<Delivery>({
    vendor: 'flvxtract',
    clock,
    speed,
    logger,
    waitsMs,
    timeoutMs,
    toHeaders,
    isRetried,
  })
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

/**
 * 5xx, 429, no answer in time or at all. The page's advice would also try 408 again, its table would not; a receiver
 * cannot rely on it, so it is not.
 */
function isRetried(status: number | null): boolean {
  return status === null || status === 429 || status >= 500
}
