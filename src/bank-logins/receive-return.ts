import type { Signer } from '../auth/signer.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { holdApplicant } from '../store/applicant-locks.ts'
import { findSessionEnds, noteReturn, type SessionEnds } from '../store/bank-sessions.ts'
import { lockBankUser } from '../store/bank-users.ts'
import { parseReturnToken, type ReturnStatus } from './return-token.ts'
import { wishForReading } from './wish-for-reading.ts'

/** A browser that a provider has sent back to us. */
export interface BrowserReturn {
  readonly providerId: string
  /** The last part of the address. Nothing else of the request counts: a browser can be made to say anything. */
  readonly token: string
  readonly correlationId: string
}

/**
 * Takes a browser that comes back from a provider's pages, and keeps that before it is sent on. Each address is good once.
 * @returns where the browser goes now; null for an address that was used or whose time is over; `unknown` for one that is none of ours
 */
export type ReceiveReturn = (browser: BrowserReturn) => Promise<URL | null | 'unknown'>

export interface ReceiveReturnDeps {
  readonly database: ChangingDatabase
  /** Of the purpose `bank-return`. */
  readonly signer: Signer
}

export function createReceiveReturn({ database, signer }: ReceiveReturnDeps): ReceiveReturn {
  return async ({ providerId, token, correlationId }) => {
    const grant = parseReturnToken(signer, token)
    if (grant === null) return 'unknown'
    const { tenant, sessionId, status } = grant
    const session = await findSessionEnds(database, tenant, sessionId)
    // Whoever was erased has no session any more.
    if (!session) return null
    if (session.providerId !== providerId) return 'unknown'
    const { applicantId, loginId } = session
    return database.change({ tenant, correlationId }, 'CALLBACK', async change => {
      const { tx, at } = change
      if (!(await holdApplicant(tx, tenant, applicantId))) return null
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
  // Not by `searchParams`, which would write the rest of the query in another way.
  url.search += `${url.search === '' ? '?' : '&'}connection=${sessionId}`
  return url
}
