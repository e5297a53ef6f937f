import type { EventType } from '../domain/activity-event.ts'
import type { BankUser } from '../domain/subject.ts'
import type { Change } from '../events/change.ts'
import { createFindingReader } from '../findings/finding-reader.ts'
import type { LoginStatus } from '../providers/bank-login-driver.ts'
import { readLoginStates } from '../store/bank-login-states.ts'
import { removeLogins } from '../store/bank-login-rows.ts'
import type { BankReading } from '../store/bank-reading.ts'
import type { LoginChange } from '../store/place-bank-reading.ts'
import { publishBankReading as publish, saveStatuses } from '../store/publish-bank-reading.ts'
import { boundStatus } from './bound-bank-findings.ts'

/**
 * Publishes a reading of a bank user, with the events of its changes: one of each type for a login, and none for a
 * reading without changes. The error of the last attempt is cleared.
 *
 * @returns the changes of each login
 */
export async function publishBankReading(change: Change, reading: BankReading): Promise<readonly LoginChange[]> {
  const changes = await publish(change.tx, change.context.tenant, reading, change.at)
  emitAll(change, reading, changes)
  return changes
}

/**
 * Stores statuses between readings, with the events of their changes. Only `publishBankReading` stores that a login is
 * SYNCHRONIZED.
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

/** The events of a changed login. */
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

/**
 * Marks the logins of a bank user as removed, with an event for each that was not removed before. Their data stay.
 * @param only the id of the login, if it is not all of them
 */
export async function removeBankLogins(
  { tx, context, at, emit }: Change,
  user: BankUser,
  only?: string,
): Promise<void> {
  const ids = (await readLoginStates(tx, context, user)).map(({ id }) => id)
  const wanted = only === undefined ? ids : ids.filter(id => id === only)
  for (const bankLoginId of await removeLogins(tx, context.tenant, wanted, at))
    emit({ type: 'BANK_LOGIN_REMOVED', applicantId: user.applicantId, bankLoginId })
}
