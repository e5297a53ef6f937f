import * as simulation from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { SimulatedAccount } from './accounts.ts'
import type { SimulatedMedium } from './media.ts'
import type { MediumPlan } from './medium-plan.ts'
import type { NewReport, Requests, SimulatedReport, SimulatedRequest } from './requests.ts'
import type { AnswerShape } from './routes.ts'
import { type Delivery, signWebhook, type WebhookSender } from './webhooks.ts'

/** What a route is for; `store` is the one of the other server, where bytes go. */
export type Operation =
  | 'create-request'
  | 'requests'
  | 'request'
  | 'create-medium'
  | 'store'
  | 'publish'
  | 'reports'
  | 'report'
  | 'download'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The bytes that the store took; else null. */
  upload: { readonly mediumId: string; readonly digest: string; readonly byteSize: number } | null
}

/** What tests may set beside the options every simulator has. */
export interface BankXraySimulatorOptions extends simulation.TimeOptions {
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
export interface BankXrayControl extends simulation.SimulatorControl<Operation, JournalEntry> {
  /** The account that `start()` answers the credentials of. */
  readonly account: SimulatedAccount
  /** Another user of the vendor's, who must never see the first one's requests. */
  addAccount(own?: Partial<SimulatedAccount>): SimulatedAccount
  /** Where answers differ that no page describes; may be changed at any time. */
  readonly shape: AnswerShape
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

export interface WebhookControl extends simulation.WebhookControl<Delivery, EmittedWebhook> {
  /** Whether they are signed. */
  isSigned: boolean
}

export interface EmittedWebhook extends simulation.EmittedWebhook {
  /** The body; text as it is. */
  readonly body: unknown
  /** Another key to sign with. */
  readonly key?: string
}

export function createWebhookControl(sender: WebhookSender, account: SimulatedAccount): WebhookControl {
  const control: WebhookControl = {
    enabled: true,
    url: account.webhookUrl,
    isSigned: true,
    attempts: sender.attempts,
    async emit({ body: given, signature, key = account.webhookKey, copies = 1 }) {
      const url = simulation.addressOf(control)
      const body = typeof given === 'string' ? given : JSON.stringify(given)
      const headers = { 'x-october-signature': simulation.toSignature(signature, () => signWebhook(body, key)) }
      const delivery = { url, key, eventType: 'emitted', body }
      return Promise.all(Array.from({ length: copies }, () => sender.send(delivery, headers)))
    },
    idle: () => sender.idle(),
  }
  return control
}
