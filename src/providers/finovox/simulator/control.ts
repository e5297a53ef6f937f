import type { SimulatorControl, TimeOptions } from '../../../simulation/control.ts'
import type * as simulation from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { Account } from './accounts.ts'
import type { CasePlan } from './case-plan.ts'
import type { SimulatedCase } from './cases.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'case' | 'retrieve' | 'share'

/** One request as it was received. */
export interface JournalEntry extends simulation.JournalEntry<Operation> {
  /** A folder that was well formed; else null. */
  folder: ReceivedFolder | null
}

/** What tests may set beside the options every simulator has. */
export interface FinovoxSimulatorOptions extends TimeOptions {
  /** Laid over the default account. */
  readonly account?: Partial<Account>
}

/** The vendor, with a back door for tests. */
export interface FinovoxSimulator extends Simulator {
  readonly control: FinovoxControl
}

/** Makes the vendor do what it would not do when asked politely. */
export interface FinovoxControl extends SimulatorControl<Operation, JournalEntry> {
  /** The account that `start()` answers the key of. */
  readonly account: Account
  /** Another customer of the vendor, who must never see the first one's folders. */
  addAccount(own?: Partial<Account>): Account
  /** Laid over what the next folder asks for, steering words included. Several queue up. @returns that folder */
  nextCase(plan: Partial<CasePlan>): Promise<SimulatedCase>
  /** Every account's, newest first. */
  cases(): readonly SimulatedCase[]
  /** Stops the clock of one folder: it stays as it is until it is ended. */
  hold(caseId: string): void
  answer(caseId: string): SimulatedCase
  fail(caseId: string): SimulatedCase
  /** Takes a result away, as if its hour were over. */
  expire(caseId: string): void
}
