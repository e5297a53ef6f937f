import type { Logger } from 'pino'
import type { Clock } from '../../../simulation/clock.ts'
import * as control from '../../../simulation/control.ts'
import * as sender from '../../../simulation/webhook-sender.ts'
import { vendor } from '../config.ts'
import type { SimulatedAccount } from './accounts.ts'

/** A webhook for one receiver. */
interface Delivery extends sender.Delivery {
  /** null: not signed. */
  readonly key: string | null
}

export interface WebhookControl extends control.WebhookControl<Delivery, EmittedWebhook> {
  /** Whether webhooks are signed. */
  isSigned: boolean
}

interface EmittedWebhook extends control.EmittedWebhook {
  /** The body. A text is sent as it is, everything else as JSON. */
  readonly body: unknown
  /** Another key to sign with. */
  readonly key?: string
}

/** @param speed divides the waits, but not the time that a receiver has */
export function createSender(clock: Clock, speed: number, logger: Logger): sender.WebhookSender<Delivery> {
  return sender.createWebhookSender<Delivery>({
    vendor: vendor.id,
    clock,
    speed,
    logger,
    // ASSUMED: the waits before further attempts, how long a receiver may take, and `sha256=` with the hexadecimal HMAC of the
    // body. Only that a key is needed is documented.
    waitsMs: [5_000, 30_000, 120_000],
    timeoutMs: 10_000,
    toHeaders: ({ body, key }) => ({
      'content-type': 'application/json',
      ...(key !== null && { 'x-october-signature': sender.signSha256(body, key) }),
    }),
  })
}

export function createWebhooks(sending: sender.WebhookSender<Delivery>, account: SimulatedAccount): WebhookControl {
  const webhooks = control.createWebhookControl<Delivery, EmittedWebhook>({
    sender: sending,
    url: account.webhookUrl,
    toEmitted({ body: given, signature, key = account.webhookKey }, url) {
      const body = typeof given === 'string' ? given : JSON.stringify(given)
      const header = control.toSignature(signature, () => sender.signSha256(body, key))
      return { delivery: { url, key, eventType: 'emitted', body }, headers: { 'x-october-signature': header } }
    },
  })
  return Object.assign(webhooks, { isSigned: true })
}
