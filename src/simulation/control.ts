import type { Clock } from './clock.ts'
import type { Fault, QueuedFault } from './faults.ts'
import type { Delivery, WebhookAttempt } from './webhook-sender.ts'

/** What tests may set beside the options every simulator has: the machine's own time unless given. */
export interface TimeOptions {
  readonly now?: Clock['now']
  readonly setTimer?: Clock['setTimer']
}

/** The back door for tests that every simulator has. */
export interface SimulatorControl<Operation extends string, Entry> {
  /** The last 10,000 requests, oldest first. */
  readonly journal: readonly Readonly<Entry>[]
  /** Lets the next `times` (1) requests for an operation (`*`: any) go wrong; faults are met in the order queued. */
  fault(operation: Operation | '*', fault: Fault, times?: number): QueuedFault
}

/** The same for webhooks. */
export interface WebhookControl<D extends Delivery, Emitted extends EmittedWebhook> {
  /** false: what happens is announced to nobody. */
  enabled: boolean
  /** Where the default account's go from now on; null sends none. */
  url: string | null
  /** Every attempt that has ended, oldest first, `emit`'s included. */
  readonly attempts: readonly WebhookAttempt<D>[]
  /** Sends one webhook now, without retries, whatever `enabled` says. @throws Error when there is no `url` */
  emit(webhook: Emitted): Promise<readonly WebhookAttempt<D>[]>
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>
}

/** A webhook that a test has sent. */
export interface EmittedWebhook {
  /** `valid` unless given; `absent` leaves the header out, anything else is sent as it is. */
  readonly signature?: 'valid' | 'absent' | string
  /** How many copies, all at once; 1 unless given. */
  readonly copies?: number
}

/** The address that webhooks go to. @throws Error when there is none */
export function addressOf({ url }: { readonly url: string | null }): string {
  if (url === null) throw new Error('There is no address to send a webhook to.')
  return url
}

/** A signature's header, as an emitted webhook wants it; undefined where it is to be left out. */
export function toSignature(wanted: EmittedWebhook['signature'], sign: () => string): string | undefined {
  if (wanted === 'absent') return undefined
  return wanted === undefined || wanted === 'valid' ? sign() : wanted
}
