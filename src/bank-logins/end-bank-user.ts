import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { readLoginStates } from '../store/bank-login-states.ts'
import { endSessions, readOpenSessions } from '../store/bank-sessions.ts'
import { announceReading, clearVendorUser } from '../store/bank-users.ts'
import { removeBankLogins } from './publish-bank-reading.ts'

/**
 * Stores that the vendor no longer has a user: its logins are marked as removed, and their data stay. The applicant can
 * connect again with another user.
 *
 * @param reference the vendor's id of the user; nothing happens when another user has already replaced it
 */
export async function endBankUser(change: Change, user: BankUser, reference: string): Promise<void> {
  const { tx, context } = change
  const { tenant } = context
  if (!(await clearVendorUser(tx, tenant, user, reference))) return
  const logins = await readLoginStates(tx, context, user)
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
