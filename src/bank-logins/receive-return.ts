import type { Signer } from '../auth/signer.ts'
import { wholeTenant } from '../domain/reach.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { findSessionEnds, noteReturn, type SessionEnds } from '../store/bank-sessions.ts'
import { lockBankUser } from '../store/bank-users.ts'
import { parseReturnToken, type ReturnStatus } from './return-token.ts'
import { wishForReading } from './wish-for-reading.ts'

/** A browser that a provider has redirected back. */
export interface BrowserReturn {
  readonly providerId: string
  /** The last part of the address. Nothing else of the request is used, because it can be forged. */
  readonly token: string
  readonly correlationId: string
}

/**
 * Stores that a browser has come back from a provider's pages, before it is redirected. Each address can be used once.
 * @returns the URL to redirect to; null for an address that was used or has expired; `unknown` for an invalid one
 */
export type ReceiveReturn = (browser: BrowserReturn) => Promise<URL | null | 'unknown'>

export interface ReceiveReturnDeps {
  readonly database: ChangingDatabase
  /** Signer of the purpose `bank-return`. */
  readonly signer: Signer
}

export function createReceiveReturn({ database, signer }: ReceiveReturnDeps): ReceiveReturn {
  return async ({ providerId, token, correlationId }) => {
    const grant = parseReturnToken(signer, token)
    if (grant === null) return 'unknown'
    const { tenant, sessionId, status } = grant
    const session = await findSessionEnds(database, tenant, sessionId)
    // The applicant was erased.
    if (!session) return null
    if (session.providerId !== providerId) return 'unknown'
    const { applicantId, loginId } = session
    return database.change({ ...wholeTenant(tenant), correlationId }, 'CALLBACK', async change => {
      const { tx, at } = change
      if (!(await holdApplicant(tx, change.context, applicantId))) return null
      const user = await lockBankUser(tx, tenant, session)
      const noted = user && (await noteReturn(tx, tenant, sessionId, { status, at }))
      if (!user || !noted) return null
      if (status === 'FAILED' && noted.wasOpen)
        change.emit({ type: 'BANK_LOGIN_FAILED', applicantId, bankLoginId: loginId, bankSessionId: sessionId })
      if (user.reference !== null) await wishForReading(change, user, at)
      return toDestination(session, status, sessionId)
    })
  }
}

function toDestination({ successUrl, errorUrl, exitUrl }: SessionEnds, status: ReturnStatus, sessionId: string): URL {
  const url = new URL({ SUCCEEDED: successUrl, FAILED: errorUrl, EXITED: exitUrl }[status])
  // Not with `searchParams`, which would re-encode the rest of the query.
  url.search += `${url.search === '' ? '?' : '&'}connection=${sessionId}`
  return url
}
