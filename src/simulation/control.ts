import type { ChangedHeaders, Delivery, WebhookAttempt, WebhookSender } from './webhook-sender.ts'

/** The customers of a simulated vendor. */
export interface Accounts<Account> {
  /** The first one is the account whose credentials `start()` returns. */
  readonly all: readonly Account[]
  /** Another customer, with credentials of its own. @param own replaces some of its members */
  add(own?: Partial<Account>): Account
}

export function createAccounts<Account extends object>(first: Account, createOther: () => Account): Accounts<Account> {
  const all = [first]
  return {
    all,
    add(own = {}) {
      const added = { ...createOther(), ...own }
      all.push(added)
      return added
    },
  }
}

/** What a simulator lets a test control about its webhooks. */
export interface WebhookControl<D extends Delivery, Emitted extends EmittedWebhook> {
  /** false: no webhook is sent by itself. */
  enabled: boolean
  /** Where the webhooks of the first account are sent. null: nowhere. */
  url: string | null
  /** Every attempt that has ended, oldest first, those of `emit` included. */
  readonly attempts: readonly WebhookAttempt<D>[]
  /** Sends one webhook now, without retries, also when `enabled` is false. @throws Error when there is no `url` */
  emit(webhook: Emitted): Promise<readonly WebhookAttempt<D>[]>
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>
}

/** A webhook that a test sends. */
export interface EmittedWebhook {
  /** Default: `valid`. `absent` leaves the header out; any other text is sent as it is. */
  readonly signature?: 'valid' | 'absent' | string
  /** The number of copies that are sent in parallel. Default: 1. */
  readonly copies?: number
}

export interface WebhookControlParts<D extends Delivery, Emitted extends EmittedWebhook> {
  readonly sender: WebhookSender<D>
  readonly url: string | null
  /** The delivery for a test's webhook, and the headers that replace the vendor's. */
  toEmitted(webhook: Emitted, url: string): { readonly delivery: D; readonly headers: ChangedHeaders }
}

export function createWebhookControl<D extends Delivery, Emitted extends EmittedWebhook>({
  sender,
  url,
  toEmitted,
}: WebhookControlParts<D, Emitted>): WebhookControl<D, Emitted> {
  const control: WebhookControl<D, Emitted> = {
    enabled: true,
    url,
    attempts: sender.attempts,
    async emit(webhook) {
      const { delivery, headers } = toEmitted(webhook, addressOf(control))
      return Promise.all(Array.from({ length: webhook.copies ?? 1 }, () => sender.send(delivery, headers)))
    },
    idle: () => sender.idle(),
  }
  return control
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

/** The address that webhooks go to. @throws Error when there is none */
export function addressOf({ url }: { readonly url: string | null }): string {
  if (url === null) throw new Error('There is no address to send a webhook to.')
  return url
}

/** The header with the signature that a test's webhook asks for; undefined where the header is left out. */
export function toSignature(wanted: EmittedWebhook['signature'], sign: () => string): string | undefined {
  if (wanted === 'absent') return undefined
  return wanted === undefined || wanted === 'valid' ? sign() : wanted
}
