import type { EventType } from '../domain/activity-event.ts'
import type { BankUser } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { createFindingReader } from '../findings/finding-reader.ts'
import type { LoginStatus } from '../providers/bank-login-driver.ts'
import type { BankReading } from '../store/bank-reading.ts'
import {
  type LoginChange,
  publishBankReading as publish,
  removeLogins,
  saveStatuses,
} from '../store/publish-bank-reading.ts'
import { boundStatus } from './bound-bank-findings.ts'

/**
 * Makes a reading of a bank user readable, in one unit of work with the events that say what changed: one of each kind for a
 * login, and none for a reading without news. Takes away the error of the last attempt.
 *
 * @returns what changed, login by login
 */
export async function publishBankReading(change: Change, reading: BankReading): Promise<readonly LoginChange[]> {
  const changes = await publish(change.tx, change.context.tenant, reading, change.at)
  emitAll(change, reading, changes)
  return changes
}

/**
 * Keeps what `readStatuses` answered while nothing is read, with the events that say so. That a login is synchronized is kept by
 * `publishBankReading` alone.
 */
export async function publishLoginStatuses(
  change: Change,
  user: BankUser,
  statuses: readonly LoginStatus[],
): Promise<void> {
  const read = createFindingReader(() => {})
  const bound = statuses.map(status => ({ ...boundStatus(status, read), loginReference: status.loginReference }))
  emitAll(change, user, await saveStatuses(change.tx, change.context.tenant, user, bound))
}

function emitAll(change: Change, { applicantId }: BankUser, changes: readonly LoginChange[]): void {
  for (const login of changes)
    for (const type of toEventTypes(login)) change.emit({ type, applicantId, bankLoginId: login.loginId })
}

/** What is told of a login of which something changed. */
function toEventTypes(login: LoginChange): readonly EventType[] {
  if (login.removed) return ['BANK_LOGIN_REMOVED']
  const types: EventType[] = []
  if (login.connected) types.push('BANK_LOGIN_CONNECTED')
  else {
    if (login.accountsChanged) types.push('BANK_LOGIN_ACCOUNTS_CHANGED')
    if (login.dataChanged) types.push('BANK_LOGIN_SYNCHRONIZED')
  }
  if (login.newState === 'ACTION_REQUIRED') types.push('BANK_LOGIN_ACTION_REQUIRED')
  if (login.newState === 'ERROR') types.push('BANK_LOGIN_FAILED')
  return types
}

/** Marks logins of a bank user as removed, each with its event. What was read of them stays. Those that were removed before are left. */
export async function removeBankLogins(
  change: Change,
  { applicantId }: Pick<BankUser, 'applicantId'>,
  loginIds: readonly string[],
): Promise<void> {
  for (const bankLoginId of await removeLogins(change.tx, change.context.tenant, loginIds, change.at))
    change.emit({ type: 'BANK_LOGIN_REMOVED', applicantId, bankLoginId })
}
