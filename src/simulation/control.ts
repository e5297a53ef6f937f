import type { ChangedHeaders, Delivery, WebhookAttempt, WebhookSender } from './webhook-sender.ts'

/** The customers of a simulated vendor. @param first the account whose credentials `start()` returns */
export function createAccounts<Account extends object>(first: Account, createOther: () => Account) {
  const all = [first]
  return {
    all,
    /** Another customer, with credentials of its own. @param own replaces some of its members */
    add(own: Partial<Account> = {}): Account {
      const added = { ...createOther(), ...own }
      all.push(added)
      return added
    },
  }
}

/** A webhook that a test sends. */
export interface EmittedWebhook {
  /** Default: `valid`. `absent` leaves the header out; any other text is sent as it is. */
  readonly signature?: 'valid' | 'absent' | string
  /** The number of copies that are sent in parallel. Default: 1. */
  readonly copies?: number
}

/**
 * What a simulator lets a test control about its webhooks.
 * @param firstUrl where those of the first account are sent at first; null: nowhere
 * @param toEmitted the delivery for a test's webhook, and the headers that replace the vendor's
 */
export function createWebhookControl<D extends Delivery, Emitted extends EmittedWebhook>(
  sender: WebhookSender<D>,
  firstUrl: string | null,
  toEmitted: (webhook: Emitted, url: string) => { readonly delivery: D; readonly headers?: ChangedHeaders },
) {
  const control = {
    /** false: no webhook is sent by itself. */
    enabled: true,
    /** Where the webhooks of the first account are sent. null: nowhere. */
    url: firstUrl,
    /** Every attempt that has ended, oldest first, those of `emit` included. */
    attempts: sender.attempts,
    /** Sends one webhook now, without retries, also when `enabled` is false. @throws Error when there is no `url` */
    async emit(webhook: Emitted): Promise<readonly WebhookAttempt<D>[]> {
      if (control.url === null) throw new Error('There is no address to send a webhook to.')
      const { delivery, headers } = toEmitted(webhook, control.url)
      return Promise.all(Array.from({ length: webhook.copies ?? 1 }, () => sender.send(delivery, headers)))
    },
    /** Resolves when no attempt is under way. */
    idle: () => sender.idle(),
  }
  return control
}

/** The body of a test's webhook: a text as it is, everything else as JSON. */
export function toBody(given: unknown): string {
  return typeof given === 'string' ? given : JSON.stringify(given)
}

/** The present address for webhooks of an account; null: none. @param first the account of the control */
export function announcedAt<Account extends { readonly webhookUrl: string | null }>(
  { enabled, url }: { readonly enabled: boolean; readonly url: string | null },
  account: Account | undefined,
  first: Account,
): string | null {
  if (!enabled || !account) return null
  return account === first ? url : account.webhookUrl
}

/** The header with the signature that a test's webhook asks for; undefined where the header is left out. */
export function toSignature(wanted: EmittedWebhook['signature'], sign: () => string): string | undefined {
  if (wanted === 'absent') return undefined
  return wanted === undefined || wanted === 'valid' ? sign() : wanted
}
