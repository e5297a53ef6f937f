import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { readLoginStates } from '../store/bank-login-states.ts'
import { endSessions, readOpenSessions } from '../store/bank-sessions.ts'
import { announceReading, clearVendorUser } from '../store/bank-users.ts'
import { removeBankLogins } from './publish-bank-reading.ts'

/**
 * Notes that the vendor does not know a user any more: its logins are removed, and what was read of them stays. The applicant can be
 * connected anew, with another user.
 *
 * @param reference the vendor's id of the user; nothing happens when another one is in its place already
 */
export async function endBankUser(change: Change, user: BankUser, reference: string): Promise<void> {
  const { tx, context } = change
  const { tenant } = context
  if (!(await clearVendorUser(tx, tenant, user, reference))) return
  const logins = await readLoginStates(tx, tenant, user)
  const connected = logins.filter(login => login.removedAt === null)
  await removeBankLogins(
    change,
    user,
    connected.map(login => login.id),
  )
  const sessions = await readOpenSessions(tx, tenant, user)
  await endSessions(
    tx,
    tenant,
    sessions.map(session => session.id),
    'FAILED',
  )
  await announceReading(tx, user.applicantId)
  change.finish(bankUserSubject(user))
}
