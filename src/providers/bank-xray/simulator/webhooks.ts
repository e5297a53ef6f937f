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
    // ASSUMED: `sha256=` with the hexadecimal HMAC of the body. Only that a key is needed is documented.
    toHeaders: ({ body, key }) => ({
      'content-type': 'application/json',
      ...(key !== null && { 'x-october-signature': sender.signSha256(body, key) }),
    }),
  })
}

export function createWebhooks(sending: sender.WebhookSender<Delivery>, account: SimulatedAccount) {
  const webhooks = control.createWebhookControl<Delivery, EmittedWebhook>(
    sending,
    account.webhookUrl,
    ({ body: given, signature, key = account.webhookKey }, url) => {
      const body = control.toBody(given)
      const header = control.toSignature(signature, () => sender.signSha256(body, key))
      return { delivery: { url, key, eventType: 'emitted', body }, headers: { 'x-october-signature': header } }
    },
  )
  return Object.assign(webhooks, {
    /** Whether webhooks are signed. */
    isSigned: true,
  })
}
