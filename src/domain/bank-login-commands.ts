import type { ImportMode, ImportedLoginInput } from './imported-login.ts'
import type { RequestContext } from './request-context.ts'

// The commands for bank logins. Errors of the input are thrown as an AppError, whose `field` is the path below the input.

export interface BankLoginCommands {
  connect(context: RequestContext, input: ConnectBank): Promise<OpenedBankSession>
  manage(context: RequestContext, input: ManageBankLogins): Promise<OpenedBankSession>
  /** @returns the session for the customer, or null when the login was synchronized without one */
  synchronize(context: RequestContext, input: SynchronizeBankLogin): Promise<OpenedBankSession | null>
  /** @returns the id of the applicant */
  importLogins(context: RequestContext, input: ImportBankLogins): Promise<string>
  /** @returns the id of the login, which stays readable */
  deleteLogin(context: RequestContext, input: DeleteBankLogin): Promise<string>
  /** Removes all logins. @returns the id of the applicant */
  disconnect(context: RequestContext, input: DisconnectBank): Promise<string>
}

/** Asks providers about bank logins when the stored data are older than a query requires. */
export interface LiveBankLogins {
  /**
   * Waits within the time limit of a query.
   * @returns the applicants whose data are still older afterwards
   */
  refresh(context: RequestContext, applicantIds: readonly string[], maxAgeSeconds: number): Promise<ReadonlySet<string>>
}

export interface OpenedBankSession {
  readonly sessionId: string
  /** The provider's page. Only the customer may open it. */
  readonly redirectUrl: string
}

/** Where the customer's browser is redirected in the end. `connection=<id of the session>` is added to each. */
export interface ReturnUrls {
  readonly successUrl: string
  readonly errorUrl: string
  readonly exitUrl: string
}

/** The customer's public IP address. */
export interface CustomerAddress {
  /** As given by the caller. */
  readonly userIp?: string | null
  /** The address of the request, which is used when the caller gives none. */
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
  /** For REPLACE: confirms that logins that are not in the import may be removed. */
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
