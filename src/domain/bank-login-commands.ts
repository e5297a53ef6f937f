import type { ImportMode, ImportedLoginInput } from './imported-login.ts'
import type { RequestContext } from './request-context.ts'

// What callers can ask for about bank logins. What a caller did wrong is thrown as an AppError, whose `field` is the path below
// the input.

export interface BankLoginCommands {
  connect(context: RequestContext, input: ConnectBank): Promise<OpenedBankSession>
  manage(context: RequestContext, input: ManageBankLogins): Promise<OpenedBankSession>
  /** @returns the session that the customer has to visit, or null when the login was synchronized without */
  synchronize(context: RequestContext, input: SynchronizeBankLogin): Promise<OpenedBankSession | null>
  /** @returns the id of the applicant */
  importLogins(context: RequestContext, input: ImportBankLogins): Promise<string>
  /** @returns the id of the login, which stays readable */
  deleteLogin(context: RequestContext, input: DeleteBankLogin): Promise<string>
  /** Removes all logins. @returns the id of the applicant */
  disconnect(context: RequestContext, input: DisconnectBank): Promise<string>
}

/** Has providers asked about bank logins when what is stored of them is older than a query wants. */
export interface LiveBankLogins {
  /**
   * Waits no longer than a query may.
   * @returns the applicants of whom nothing as fresh as that is stored afterwards
   */
  refresh(context: RequestContext, applicantIds: readonly string[], maxAgeSeconds: number): Promise<ReadonlySet<string>>
}

export interface OpenedBankSession {
  readonly sessionId: string
  /** The provider's page, for the customer alone. */
  readonly redirectUrl: string
}

/** Where the customer's browser goes in the end. `connection=<id of the session>` is added to each. */
export interface ReturnUrls {
  readonly successUrl: string
  readonly errorUrl: string
  readonly exitUrl: string
}

/** The customer's address on the internet. */
export interface CustomerAddress {
  /** As the caller names it. */
  readonly userIp?: string | null
  /** Where the request comes from, as this server sees it: used when the caller names none. */
  readonly callerAddress?: string | null
}

export interface ConnectBank extends ReturnUrls {
  readonly applicantId: string
  readonly provider?: string | null
  readonly recurring?: boolean | null
  readonly idempotencyKey?: string | null
}

export interface ManageBankLogins extends ReturnUrls, CustomerAddress {
  readonly applicantId: string
  readonly provider?: string | null
  readonly addBankLogin?: boolean | null
}

export interface SynchronizeBankLogin extends ReturnUrls, CustomerAddress {
  readonly bankLoginId: string
}

export interface ImportBankLogins {
  readonly applicantId: string
  readonly provider?: string | null
  readonly mode: ImportMode
  readonly logins: readonly ImportedLoginInput[]
  /** REPLACE: that logins which are not in the import may go. */
  readonly confirm?: boolean | null
  readonly idempotencyKey?: string | null
}

export interface DeleteBankLogin extends CustomerAddress {
  readonly bankLoginId: string
}

export interface DisconnectBank extends CustomerAddress {
  readonly applicantId: string
  readonly provider?: string | null
}
