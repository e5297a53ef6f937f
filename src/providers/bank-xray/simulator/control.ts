import type { SimulatorControl, TimeOptions } from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { SimulatedAccount } from './accounts.ts'
import type { SimulatedMedium } from './media.ts'
import type { MediumPlan } from './medium-plan.ts'
import type { NewReport, Requests, SimulatedReport, SimulatedRequest } from './requests.ts'
import type { AnswerShape } from './routes.ts'
import type { WebhookControl } from './webhooks.ts'

/** What a route is for. `store` is the second server, which takes the bytes. */
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

/** What a test may set in addition to the options of every simulator. */
export interface BankXraySimulatorOptions extends TimeOptions {
  /** Replaces members of the default account, such as `{ permissions: [] }`. */
  readonly account?: Partial<SimulatedAccount>
  /** Replaces members of the default shape: with envelopes, a form beside the medium, short lists. */
  readonly shape?: Partial<AnswerShape>
}

/** The simulator, with a control for tests. */
export interface BankXraySimulator extends Simulator {
  readonly control: BankXrayControl
}

/** Lets a test decide what the vendor does. */
export interface BankXrayControl extends SimulatorControl<Operation, JournalEntry> {
  /** The account whose credentials `start()` returns. */
  readonly account: SimulatedAccount
  /** Another user of the vendor, who must not see the requests of the first one. */
  addAccount(own?: Partial<SimulatedAccount>): SimulatedAccount
  /** The shape of answers that no page describes. It may be changed at any time. */
  readonly shape: AnswerShape
  /** Replaces members of the next stored document's plan, also those of steering words. Several calls queue up. @returns that document */
  nextMedium(plan: Partial<MediumPlan>): Promise<SimulatedMedium>
  /** The requests of all accounts, oldest first. */
  requests(): readonly SimulatedRequest[]
  media(): readonly SimulatedMedium[]
  reports(): readonly SimulatedReport[]
  /** Changes status or stage of a request, or deletes it. */
  readonly changeRequest: Requests['change']
  readonly removeRequest: Requests['remove']
  /** Stops the processing of one document until a test extracts it. */
  hold(mediumId: string): void
  /** Extracts a document at once and writes the report on all extracted documents. */
  extract(mediumId: string, plan?: Partial<MediumPlan>): SimulatedMedium
  /** Writes a report of any kind and announces it. */
  addReport(report: Pick<NewReport, 'requestId'> & Partial<NewReport>): SimulatedReport
  removeReport(reportId: string): void
  /** Ends every upload address that was given so far. */
  expireUploads(): void
  readonly webhooks: WebhookControl
}
