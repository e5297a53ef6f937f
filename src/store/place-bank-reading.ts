import { isDeepStrictEqual } from 'node:util'
import type { SynchronizationState } from '../domain/bank-login.ts'
import { compareDecimals, type Decimal } from '../domain/decimal.ts'
import { createId } from '../domain/ids.ts'
import type { Matches } from '../domain/match-bank-logins.ts'
import type { AccountRow } from './bank-login-rows.ts'
import type { LoginRow } from './bank-login-states.ts'
import type { ReadAccount, ReadLogin } from './bank-reading.ts'
import type { MergedAccount } from './merge-transactions.ts'

/** What a reading changed about a login. Logins without changes have none. */
export interface LoginChange {
  readonly loginId: string
  /** It is new, is back after it was removed, or was connected again under another id of the provider. */
  readonly connected: boolean
  /** Accounts were added or removed. */
  readonly accountsChanged: boolean
  /**
   * Something about the login, its accounts or their transactions is new or different, or the login became
   * SYNCHRONIZED. Any other change of the synchronization state alone does not count.
   */
  readonly dataChanged: boolean
  /** The new synchronization state; null when it did not change. */
  readonly newState: SynchronizationState | null
  readonly removed: boolean
}

/** A login or an account of a reading: the row to store, and the row that is stored. */
interface Placed<Row> {
  readonly key: string
  readonly row: Row
  readonly before: Row | null
  readonly changed: boolean
}
export type PlacedLogin = Placed<LoginRow>
export type PlacedAccount = Placed<AccountRow>

/** The row of a login. A known login keeps its id, and its status if the provider does not give one. */
export function placeLogin(login: ReadLogin, known: readonly LoginRow[], matches: Matches): PlacedLogin {
  const before = known.find(one => one.id === matches.logins.get(login.key)) ?? null
  const { reference, bank, status } = login
  const row: LoginRow = {
    id: before?.id ?? createId('bankLogin'),
    reference,
    bank,
    ...(status ?? toStatus(before)),
    removedAt: null,
  }
  return { key: login.key, row, before, changed: !isDeepStrictEqual(row, before) }
}

function toStatus(before: LoginRow | null) {
  const { state = null, providerState = null, lastSynchronizedAt = null, automatic = null } = before ?? {}
  return { state, providerState, lastSynchronizedAt, automatic }
}

/** The row of an account. A known account keeps its id. `loginIds` are the ids of logins by their keys in the reading. */
export function placeAccount(
  { account, ordinal, loginIds }: { account: ReadAccount; ordinal: number; loginIds: ReadonlyMap<string, string> },
  known: readonly AccountRow[],
  matches: Matches,
): PlacedAccount {
  const before = known.find(one => one.id === matches.accounts.get(account.key)) ?? null
  const { key, loginKey, ...read } = account
  const row: AccountRow = {
    ...read,
    id: before?.id ?? createId('bankAccount'),
    loginId: loginIds.get(loginKey) ?? '',
    ordinal,
    balance: asBefore(read.balance, before?.balance),
    creditLine: asBefore(read.creditLine, before?.creditLine),
    monthlySpendingLimit: asBefore(read.monthlySpendingLimit, before?.monthlySpendingLimit),
    removedAt: null,
  }
  return { key, row, before, changed: !isDeepStrictEqual(row, before) }
}

/** The stored number if it is equal, so that different trailing zeros are not a change. */
function asBefore(value: Decimal | null, before: Decimal | null | undefined): Decimal | null {
  return value !== null && before != null && compareDecimals(value, before) === 0 ? before : value
}

/** What a reading changed about each login; logins without changes are left out. */
export function toChanges(placed: {
  readonly logins: readonly PlacedLogin[]
  readonly accounts: readonly PlacedAccount[]
  readonly goneLogins: readonly LoginRow[]
  readonly goneAccounts: readonly AccountRow[]
  readonly merged: readonly MergedAccount[]
}): LoginChange[] {
  const mergedIds = new Set(placed.merged.map(account => account.id))
  const left = new Set(placed.goneAccounts.map(account => account.loginId))
  const kept = placed.logins.map(({ row, before, changed }): LoginChange => {
    const accounts = placed.accounts.filter(account => account.row.loginId === row.id)
    const came = accounts.some(
      account => account.before === null || account.before.removedAt !== null || account.before.loginId !== row.id,
    )
    const newState = before?.state === row.state ? null : row.state
    const went = placed.accounts.some(account => account.before?.loginId === row.id && account.row.loginId !== row.id)
    return {
      loginId: row.id,
      connected: before === null || before.removedAt !== null || before.reference !== row.reference,
      accountsChanged: came || went || left.has(row.id),
      dataChanged:
        (changed && !isOnlyState(row, before)) ||
        newState === 'SYNCHRONIZED' ||
        accounts.some(account => account.changed || mergedIds.has(account.row.id)),
      newState,
      removed: false,
    }
  })
  const gone = placed.goneLogins.map((login): LoginChange => ({ ...unchanged, loginId: login.id, removed: true }))
  return [...kept, ...gone].filter(
    change =>
      change.connected || change.accountsChanged || change.dataChanged || change.newState !== null || change.removed,
  )
}

function isOnlyState(row: LoginRow, before: LoginRow | null): boolean {
  return isDeepStrictEqual({ ...row, state: before?.state, providerState: before?.providerState }, before)
}

/** Nothing about a login changed. */
export const unchanged = { connected: false, accountsChanged: false, dataChanged: false, newState: null }
