import type { ApplicantKind } from '../domain/applicant.ts'
import type { Bank } from '../domain/bank.ts'
import type { BankAccount, BankSessionPurpose, Security, StandingOrder, Synchronization } from '../domain/bank-login.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { ImportedLogin, ImportMode } from '../domain/imported-login.ts'
import type { PollingRhythm } from './analysis-driver.ts'
import type { TransactionFinding } from './findings.ts'

/**
 * Connects customers' accounts at banks and reads them. The vendor keeps one user for an applicant, to which all logins belong.
 * All methods may throw `AppError` and no other error. NOT_FOUND from any method with a user means that the vendor does not know
 * the user any more: what was read stays, and everything of that user has ended.
 */
export interface BankLoginDriver {
  /** What was read is not read again for so many milliseconds, whatever a query asks for. */
  readonly freshMs: number
  /** The pause between two looks while a session is open or a login is being synchronized. */
  readonly polling: PollingRhythm
  /** How long a session can be used, in milliseconds. */
  readonly sessionMs: number
  /** How old a reading may be, in milliseconds, before the next one is made without anybody asking. */
  readonly backgroundMs: number
  /**
   * Makes a user, with the scopes that the settings name. Each call makes another one.
   * @throws AppError SUBMISSION_OUTCOME_UNKNOWN when one may have been made
   */
  enrol(kind: ApplicantKind, signal: AbortSignal): Promise<VendorUser>
  /** Gives the user the scopes that the settings name, and takes away others. No call when they are equal. */
  adjustScopes(user: VendorUser, signal: AbortSignal): Promise<VendorUser>
  /**
   * Opens a session at the vendor's pages. May be repeated: one that nobody visits ends by itself.
   * @returns the page to open; null when `SYNCHRONIZE` is done without the customer
   */
  openSession(user: VendorUser, session: SessionRequest, signal: AbortSignal): Promise<URL | null>
  /** How far the vendor is with each login. */
  readStatuses(user: VendorUser, signal: AbortSignal): Promise<readonly LoginStatus[]>
  /**
   * Everything that the vendor has of the user, in batches of at most 1,000 transactions. Only when it ends without an error is it
   * complete; what is missing from it then is missing at the vendor.
   */
  read(user: VendorUser, wanted: { readonly transactions: boolean }, signal: AbortSignal): AsyncIterable<BankFindings>
  /** What the account at the vendor lacks for `importLogins`, where that is absent for want of it. */
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
  /** Rights of the user that the vendor charges for, in its words. */
  readonly scopes: readonly string[]
}

export interface SessionRequest {
  readonly purpose: BankSessionPurpose
  /** Where the vendor sends the browser back to: our own addresses. */
  readonly returnUrls: { readonly success: string; readonly error: string; readonly exit: string }
  /** CONNECT: whether the vendor may go on reading the accounts after this once. */
  readonly recurring: boolean
  /** MANAGE: whether the page begins with adding a bank. */
  readonly addBankLogin: boolean
  /** SYNCHRONIZE: the vendor's id of the login. */
  readonly loginReference: string | null
  /** The customer's own address on the internet; null for CONNECT, where the vendor sees it itself. */
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
 * A bounded part of a reading. Parts of one thing may come in any order. What the vendor leaves out is left out here too: the core
 * completes and bounds it, in `src/bank-logins/bound-bank-findings.ts`.
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
