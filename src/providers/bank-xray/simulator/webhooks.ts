import { createHmac } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as simulation from '../../../simulation/webhook-sender.ts'

/** ASSUMED: the wait before each further attempt, and how long a receiver may take. */
const waitsMs = [5_000, 30_000, 120_000] as const
const timeoutMs = 10_000

/** A body on its way to one receiver. */
export interface Delivery extends simulation.Delivery {
  /** null leaves it unsigned. */
  readonly key: string | null
}

export type WebhookSender = simulation.WebhookSender<Delivery>

/** @param speed divides the waits, not the time a receiver has. */
export function createWebhookSender(clock: Clock, speed: number, logger: Logger): WebhookSender {
  return simulation.createWebhookSender<Delivery>({
    vendor: 'bank-xray',
    clock,
    speed,
    logger,
    waitsMs,
    timeoutMs,
    toHeaders: ({ body, key }) => ({
      'content-type': 'application/json',
      ...(key !== null && { 'x-october-signature': signWebhook(body, key) }),
    }),
    isRetried: status => status === null || status === 429 || status >= 500,
  })
}

/** ASSUMED: `sha256=` and the hexadecimal HMAC of the bytes sent. That a key is needed is all that is documented. */
export function signWebhook(body: string, key: string): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
}
