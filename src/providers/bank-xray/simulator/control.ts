import type { Clock, SetTimer } from '../../../simulation/clock.ts'
import type { Fault, QueuedFault } from '../../../simulation/faults.ts'
import type { Simulator } from '../../provider.ts'
import type { SimulatedAccount } from './account.ts'
import type { JournalEntry, Operation } from './journal.ts'
import type { SimulatedMedium } from './media.ts'
import type { MediumPlan } from './medium-plan.ts'
import type { NewReport, SimulatedReport } from './reports.ts'
import type { Requests, SimulatedRequest } from './requests.ts'
import type { AnswerShape } from './routes.ts'
import { signWebhook, type WebhookAttempt, type WebhookSender } from './webhook-sender.ts'

/** What tests may set beside the options every simulator has. */
export interface BankXraySimulatorOptions {
  /** The system's unless given. */
  readonly now?: Clock['now']
  /** Node's own unless given. */
  readonly setTimer?: SetTimer
  /** Laid over the default account, e.g. `{ permissions: [] }`. */
  readonly account?: Partial<SimulatedAccount>
  /** Laid over the default shape: enveloped, a form beside the medium, short lists. */
  readonly shape?: Partial<AnswerShape>
}

/** The vendor, with a back door for tests. */
export interface BankXraySimulator extends Simulator {
  readonly control: BankXrayControl
}

/** Makes the vendor do what it would not do when asked politely. */
export interface BankXrayControl {
  /** The account that `start()` answers the credentials of. */
  readonly account: SimulatedAccount
  /** Another user of the vendor's, who must never see the first one's requests. */
  addAccount(own?: Partial<SimulatedAccount>): SimulatedAccount
  /** Where answers differ that no page describes; may be changed at any time. */
  readonly shape: AnswerShape
  /** The last 10,000 requests to the vendor and its store, oldest first. */
  readonly journal: readonly Readonly<JournalEntry>[]
  /** Lets the next `times` (1) requests for an operation (`*`: any) go wrong; faults are met in the order queued. */
  fault(operation: Operation | '*', fault: Fault, times?: number): QueuedFault
  /** Laid over what the next stored document asks for, steering words included. Several queue up. @returns that document */
  nextMedium(plan: Partial<MediumPlan>): Promise<SimulatedMedium>
  /** Every account's, oldest first. */
  requests(): readonly SimulatedRequest[]
  media(): readonly SimulatedMedium[]
  reports(): readonly SimulatedReport[]
  /** Says another word about a request, or loses it. */
  readonly changeRequest: Requests['change']
  readonly removeRequest: Requests['remove']
  /** Stops the clock of one document: no report comes of it until it is extracted. */
  hold(mediumId: string): void
  /** Extracts it at once, and reports on all there is by then. */
  extract(mediumId: string, plan?: Partial<MediumPlan>): SimulatedMedium
  /** Writes a report of any kind, and announces it as any other. */
  addReport(report: Pick<NewReport, 'requestId'> & Partial<NewReport>): SimulatedReport
  removeReport(reportId: string): void
  /** No address of the store that was given so far is good any more. */
  expireUploads(): void
  readonly webhooks: WebhookControl
}

export interface WebhookControl {
  /** false: reports are announced to nobody. */
  enabled: boolean
  /** Where the default account's go from now on; null sends none. */
  url: string | null
  /** Whether they are signed. */
  isSigned: boolean
  /** Every attempt that has ended, oldest first, `emit`'s included. */
  readonly attempts: readonly WebhookAttempt[]
  /** Sends one webhook now, without retries, whatever `enabled` says. @throws Error when there is no `url` */
  emit(webhook: EmittedWebhook): Promise<readonly WebhookAttempt[]>
  /** Resolves when no attempt is under way. */
  idle(): Promise<void>
}

export interface EmittedWebhook {
  /** The body; text as it is. */
  readonly body: unknown
  /** `valid` unless given; `absent` leaves the header out, anything else is sent as it is. */
  readonly signature?: 'valid' | 'absent' | string
  /** Another key to sign with. */
  readonly key?: string
  /** How many copies, all at once; 1 unless given. */
  readonly copies?: number
}

export function createWebhookControl(sender: WebhookSender, account: SimulatedAccount): WebhookControl {
  const control: WebhookControl = {
    enabled: true,
    url: account.webhookUrl,
    isSigned: true,
    attempts: sender.attempts,
    async emit({ body: given, signature = 'valid', key = account.webhookKey, copies = 1 }) {
      const { url } = control
      if (url === null) throw new Error('There is no address to send a webhook to.')
      const body = typeof given === 'string' ? given : JSON.stringify(given)
      const value = signature === 'valid' ? signWebhook(body, key) : signature
      const headers = { 'x-october-signature': signature === 'absent' ? undefined : value }
      const delivery = { url, key, eventType: 'emitted', body }
      return Promise.all(Array.from({ length: copies }, () => sender.send(delivery, headers)))
    },
    idle: () => sender.idle(),
  }
  return control
}
