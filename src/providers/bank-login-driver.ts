import type { ApplicantKind } from '../domain/applicant.ts'
import type { Bank } from '../domain/bank.ts'
import type { BankAccount, BankSessionPurpose, Security, StandingOrder, Synchronization } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { ImportedLogin, ImportMode } from '../domain/imported-login.ts'
import type { PollingRhythm } from './analysis-driver.ts'
import type { TransactionFinding } from './findings.ts'

/**
 * Connects customers' accounts at banks and reads them. The vendor keeps one user for an applicant, to which all logins belong.
 * All methods may throw `AppError` and no other error. NOT_FOUND from any method with a user means that the vendor no
 * longer knows the user: what was read stays, and the user's logins have ended.
 */
export interface BankLoginDriver {
  /** The shortest time between two readings, in milliseconds. Queries cannot shorten it. */
  readonly freshMs: number
  /** The pause between two looks while a session is open or a login is being synchronized. */
  readonly polling: PollingRhythm
  /** How long a session can be used, in milliseconds. */
  readonly sessionMs: number
  /** The age of a reading, in milliseconds, at which the next one is made in the background. */
  readonly backgroundMs: number
  /**
   * Makes a user with the configured scopes. Each call makes another user.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when one may have been made
   */
  enrol(kind: ApplicantKind, signal: AbortSignal): Promise<VendorUser>
  /** Gives the user the configured scopes and removes all others. Makes no call when they are equal. */
  adjustScopes(user: VendorUser, signal: AbortSignal): Promise<VendorUser>
  /**
   * Opens a session at the vendor's pages. May be repeated, because an unused session expires.
   * @returns the page to open; null when `SYNCHRONIZE` is done without the customer
   */
  openSession(user: VendorUser, session: SessionRequest, signal: AbortSignal): Promise<URL | null>
  /** How far the vendor is with each login. */
  readStatuses(user: VendorUser, signal: AbortSignal): Promise<readonly LoginStatus[]>
  /**
   * Everything that the vendor has of the user, in batches of at most 1,000 transactions. It is complete only if it
   * ends without an error. What is missing then is missing at the vendor.
   */
  read(user: VendorUser, wanted: { readonly transactions: boolean }, signal: AbortSignal): AsyncIterable<BankFindings>
  /** What the vendor account lacks for `importLogins`, if that method is absent for this reason. */
  readonly importNeeds?: string
  /** Enters accounts that the caller has read elsewhere. Absent unless the account at the vendor allows it. */
  importLogins?(
    user: VendorUser,
    logins: readonly ImportedLogin[],
    mode: ImportMode,
    signal: AbortSignal,
  ): Promise<void>
  /** Removes a login, or with `login` null all of them. One that the vendor does not know is not a fault. */
  removeLogins(user: VendorUser, removal: LoginRemoval, signal: AbortSignal): Promise<void>
  /** Every user of the account at the vendor. */
  listUsers(signal: AbortSignal): AsyncIterable<VendorUser>
  /** Deletes a user with everything that the vendor has of it. One that it does not know is not a fault. */
  deleteUser(reference: string, signal: AbortSignal): Promise<void>
}

/** The vendor's user for an applicant. */
export interface VendorUser {
  /** The vendor's id. */
  readonly reference: string
  /** The user's billed rights, in the vendor's words. */
  readonly scopes: readonly string[]
}

export interface SessionRequest {
  readonly purpose: BankSessionPurpose
  /** Where the vendor sends the browser back to: our own addresses. */
  readonly returnUrls: { readonly success: string; readonly error: string; readonly exit: string }
  /** CONNECT: whether the vendor may read the accounts more than once. */
  readonly recurring: boolean
  /** MANAGE: whether the page begins with adding a bank. */
  readonly addBankLogin: boolean
  /** SYNCHRONIZE: the vendor's id of the login. */
  readonly loginReference: string | null
  /** The customer's IP address; null for CONNECT, where the vendor sees it itself. */
  readonly userIp: string | null
}

export interface LoginRemoval {
  /** The vendor's id; null removes all. */
  readonly loginReference: string | null
  readonly userIp: string
}

export interface LoginStatus extends Synchronization {
  /** The vendor's id of the login. */
  readonly loginReference: string
}

/**
 * A bounded part of a reading. The parts of a login or account may come in any order. What the vendor leaves out is left out here
 * too; `src/bank-logins/bound-bank-findings.ts` completes and bounds it.
 */
export interface BankFindings {
  readonly logins?: readonly LoginFinding[]
  readonly accounts?: readonly AccountFinding[]
  readonly transactions?: readonly AccountTransactionFinding[]
}

export interface LoginFinding {
  /** Unique within the reading. */
  readonly key: string
  readonly reference: string
  readonly bank: Partial<Bank>
}

export interface AccountFinding
  extends Partial<Pick<BankAccount, 'iban' | 'number' | 'name' | 'owner' | 'type' | 'providerType' | 'currency'>> {
  /** Unique within the reading. */
  readonly key: string
  readonly loginKey: string
  readonly reference: string | null
  readonly balance?: Decimal | null
  readonly creditLine?: Decimal | null
  readonly monthlySpendingLimit?: Decimal | null
  readonly standingOrders?: readonly Partial<StandingOrder>[]
  readonly securities?: readonly Partial<Security>[]
}

export type AccountTransactionFinding = Omit<TransactionFinding, 'statementReference' | 'documentId'> & {
  readonly accountKey: string
}
