import type { SimulatorControl, TimeOptions } from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { Account } from './accounts.ts'
import type { CasePlan } from './case-plan.ts'
import type { SimulatedCase } from './cases.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'case' | 'retrieve' | 'share'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The folder if it was well-formed; else null. */
  folder: ReceivedFolder | null
}

/** What a test may set in addition to the options of every simulator. */
export interface FinovoxSimulatorOptions extends TimeOptions {
  /** Replaces members of the default account. */
  readonly account?: Partial<Account>
}

/** The simulator, with a control for tests. */
export interface FinovoxSimulator extends Simulator {
  readonly control: FinovoxControl
}

/** Lets a test decide what the vendor does. */
export interface FinovoxControl extends SimulatorControl<Operation, JournalEntry> {
  /** The account whose key `start()` returns. */
  readonly account: Account
  /** Another customer of the vendor, who must not see the folders of the first one. */
  addAccount(own?: Partial<Account>): Account
  /** Replaces members of the next folder's plan, also those of steering words. Several calls queue up. @returns that folder */
  nextCase(plan: Partial<CasePlan>): Promise<SimulatedCase>
  /** The folders of all accounts, newest first. */
  cases(): readonly SimulatedCase[]
  /** Stops the processing of one folder until a test ends it. */
  hold(caseId: string): void
  answer(caseId: string): SimulatedCase
  fail(caseId: string): SimulatedCase
  /** Deletes a result, as the vendor does after an hour. */
  expire(caseId: string): void
}
