import type { SimulatorControl, TimeOptions } from '../../../simulation/control.ts'
import type { JournalEntry as ReceivedRequest } from '../../../simulation/journal.ts'
import type { Simulator } from '../../provider.ts'
import type { AddedMovement } from './added-movements.ts'
import type { UserType } from './bank-customer.ts'
import type { AccountType, CustomerPlan } from './customer-plan.ts'
import type { Customer } from './customers.ts'
import type { LoginStatus, Reconnecting } from './logins.ts'
import type { Scope } from './scopes.ts'
import type { ShipmentControl } from './shipments.ts'
import type { BilledScope } from './users.ts'

/** The name of a route in faults and in the journal. */
export type Operation =
  | 'auth'
  | 'refresh'
  | 'settings'
  | 'users'
  | 'create-user'
  | 'delete-user'
  | 'add-scope'
  | 'delete-scope'
  | 'connect'
  | 'manage'
  | 'sync'
  | 'status'
  | 'logins'
  | 'set-logins'
  | 'update-logins'
  | 'delete-login'
  | 'disconnect'
  | 'companies'
  | 'company-logos'
  | 'letter'
  | 'fax'
  | 'payment-partners'
  | 'bank-page'
  | 'logo'

export type JournalEntry = ReceivedRequest<Operation>

/** What a test may set in addition to the options of every simulator. */
export interface FinoosSimulatorOptions extends TimeOptions {
  /** Replaces members of the default customer, such as `{ callsPerMinute: 50 }`. */
  readonly customer?: Partial<Customer>
}

/** The simulator, with a control for tests. */
export interface FinoosSimulator extends Simulator {
  readonly control: FinoosControl
}

/** A user as the vendor knows it. */
export interface SimulatedUser {
  readonly id: string
  readonly customer: string
  readonly type: UserType
  readonly scopes: readonly Scope[]
  readonly logins: readonly SimulatedLogin[]
  /** The ids of the logins that the customer set. */
  readonly externalLogins: readonly string[]
}

/** A connected login as the vendor knows it. */
export interface SimulatedLogin extends LoginStatus {
  readonly userId: string
  readonly bankCode: string
  readonly bankName: string
  /** The user name without steering words. */
  readonly userName: string
  readonly recurring: boolean
  readonly accounts: readonly { readonly id: string; readonly iban: string; readonly type: AccountType }[]
}

/** What a user enters in the Banking UI. */
export interface ConnectOptions {
  /** Default: the test bank. */
  readonly bankCode?: string
  /** Default: `dummy`. Steering words follow after `+`. */
  readonly userName?: string
  /** Default: true. */
  readonly recurring?: boolean
  /** The accounts that the user chooses. Default: all. */
  readonly accounts?: readonly AccountType[]
  /** Replaces members of the plan that follows from the user name. */
  readonly plan?: Partial<CustomerPlan>
}

/** How a user ends a session of the Banking UI. */
export type SessionEnd = ({ readonly outcome?: 'redirect' } & ConnectOptions) | { readonly outcome: 'error' | 'exit' }

/** Lets a test decide what the vendor and the banks do. */
export interface FinoosControl extends SimulatorControl<Operation, JournalEntry> {
  /** The customer whose credentials `start()` returns. */
  readonly customer: Customer
  /** Another customer of the vendor, who must not see the users of the first one. */
  addCustomer(own?: Partial<Customer>): Customer
  expireAccessTokens(): void
  expireRefreshTokens(): void
  /** The users of all customers, oldest first. */
  users(): readonly SimulatedUser[]
  /** Every scope that was ever billed, oldest first. */
  readonly billed: readonly BilledScope[]
  /** Deletes a user as if it had expired: all its routes are then answered with 404. */
  dropUser(userId: string): void
  /** Advances the banks' time: movements, consents and automatic synchronization, but not tokens, sessions or shipments. */
  advanceBanks(milliseconds: number): void
  /** The user connects a bank, without a browser and without a session. @throws Error when the user is not known */
  connect(userId: string, options?: ConnectOptions): SimulatedLogin
  /**
   * The user completes a session of the Banking UI. @param address the `redirectURL` of the session @returns the
   * address that the browser is sent to. @throws Error when the session is not open
   */
  completeSession(address: string, end?: SessionEnd): string
  /** Which ids change when the same bank and user name are connected again. May be changed at any time. */
  readonly reconnecting: Reconnecting
  login(loginId: string): SimulatedLogin
  /** Ends the consent of a login now. */
  requireSca(loginId: string): void
  /** Makes readings of a login fail (true) or succeed again. */
  failLogin(loginId: string, isFailing: boolean): void
  /** Makes the vendor read the login now. */
  synchronize(loginId: string): void
  /** Changes ids of a login. @returns the login */
  changeIds(loginId: string, ids: { readonly [Kind in keyof Reconnecting]?: 'change' }): SimulatedLogin
  dropLogin(loginId: string): void
  /**
   * Adds a movement to the account of this IBAN at its bank; it appears at the vendor's next reading of the account.
   * Default: booked at once.
   */
  addMovement(iban: string, movement: Pick<AddedMovement, 'amount'> & Partial<AddedMovement>): void
  readonly shipments: ShipmentControl
}
