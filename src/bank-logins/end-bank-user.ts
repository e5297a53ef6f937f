import { type BankUser, bankUserSubject } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
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
  await removeBankLogins(change, user)
  const sessions = (await readOpenSessions(tx, tenant, user)).map(({ id }) => id)
  await endSessions(tx, tenant, sessions, 'FAILED')
  await announceReading(tx, user.applicantId)
  change.finish(bankUserSubject(user))
}
