import type { SimulatorControl, TimeOptions } from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { Consent } from './consents.ts'
import type { Organisation } from './organisations.ts'
import type { StatementPlan } from './statement-plan.ts'
import type { SimulatedStatement } from './statements.ts'
import type { WebhookControl } from './webhooks.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'login' | 'refresh' | 'list' | 'upload' | 'statement' | 'analysis' | 'consent' | 'join'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The file of a well-formed upload; else null. */
  upload: { readonly fileName: string; readonly digest: string; readonly byteSize: number } | null
}

/** What a test may set in addition to the options of every simulator. */
export interface FlvxtractSimulatorOptions extends TimeOptions {
  /** Replaces members of the default organisation, such as `{ monthlyUploads: 50 }`. */
  readonly organisation?: Partial<Organisation>
}

/** The simulator, with a control for tests. */
export interface FlvxtractSimulator extends Simulator {
  readonly control: FlvxtractControl
}

/** Lets a test decide what the vendor does. */
export interface FlvxtractControl extends SimulatorControl<Operation, JournalEntry> {
  /** The organisation whose credentials `start()` returns. */
  readonly organisation: Organisation
  /** Another customer of the vendor, who must not see the statements of the first one. */
  addOrganisation(own?: Partial<Organisation>): Organisation
  /** Replaces members of the next upload's plan, also those of steering words. Several calls queue up. @returns that upload */
  nextStatement(plan: Partial<StatementPlan>): Promise<SimulatedStatement>
  /** The statements of all organisations, newest first. */
  statements(): readonly SimulatedStatement[]
  /** Stops the processing of one statement until a test gives it an outcome. */
  hold(statementId: string): void
  complete(statementId: string): SimulatedStatement
  partial(statementId: string): SimulatedStatement
  fail(statementId: string, reason?: string): SimulatedStatement
  /** The consent requests of all organisations, newest first. */
  consents(): readonly Consent[]
  /**
   * The customer follows a join link and agrees. null when the link is unknown or no longer valid.
   * @param plan replaces members of the statement's plan
   */
  share(consentRequestId: string, plan?: Partial<StatementPlan>): SimulatedStatement | null
  expireAccessTokens(): void
  readonly webhooks: WebhookControl
}
