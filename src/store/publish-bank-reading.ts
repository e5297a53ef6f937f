import { firstPlausibleDate, lastPlausibleDate } from '../domain/calendar-date.ts'
import type { Synchronization, SynchronizationState } from '../domain/bank-login.ts'
import { type LoginsAndAccounts, matchBankLogins } from '../domain/match-bank-logins.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import { noteRetrieved, readKnown, removeAccounts, removeLogins, saveAccounts, saveLogins } from './bank-login-rows.ts'
import type { BankReading } from './bank-reading.ts'
import type { Transaction } from './database.ts'
import { decideWhatCounts, readStatements } from './decide-what-counts.ts'
import { type MergedAccount, mergeTransactions } from './merge-transactions.ts'
import {
  type LoginChange,
  type PlacedAccount,
  placeAccount,
  placeLogin,
  toChanges,
  unchanged,
} from './place-bank-reading.ts'
import { sql } from './sql.ts'

/**
 * Publishes a reading of a bank user: its logins, its accounts and, if they were read, their transactions. Known logins
 * and accounts keep their ids. Those that the reading does not have are marked as removed; what was read of them stays.
 *
 * A reading without changes writes only its time.
 *
 * @returns the changes of each login; none if the applicant was erased meanwhile
 */
export async function publishBankReading(
  tx: Transaction,
  tenant: TenantId,
  reading: BankReading,
  at: Date,
): Promise<LoginChange[]> {
  await lockApplicantForPublication(tx, tenant, reading.applicantId)
  const known = await readKnown(tx, tenant, reading)
  if (known === null) return []
  const matches = matchBankLogins(toReadFacts(reading), known)
  const logins = reading.logins.map(login => placeLogin(login, known.logins, matches))
  const loginIds = new Map(logins.map(({ key, row }) => [key, row.id]))
  const accounts = [...Map.groupBy(reading.accounts, account => account.loginKey).values()].flatMap(own =>
    own.map((account, ordinal) => placeAccount({ account, ordinal, loginIds }, known.accounts, matches)),
  )
  const keptLogins = new Set(logins.map(({ row }) => row.id))
  const keptAccounts = new Set(accounts.map(({ row }) => row.id))
  const goneLogins = known.logins.filter(login => login.removedAt === null && !keptLogins.has(login.id))
  // Accounts of a removed login stay as they were, and are shown with it.
  const goneAccounts = known.accounts.filter(
    account => account.removedAt === null && !keptAccounts.has(account.id) && keptLogins.has(account.loginId),
  )

  const changedLogins = logins.filter(login => login.changed).map(({ row }) => row)
  await saveLogins(tx, tenant, { reading, at }, changedLogins)
  const changedRows = accounts.filter(account => account.changed).map(({ row }) => row)
  await saveAccounts(tx, tenant, { reading, at }, changedRows)
  await removeAccounts(tx, tenant, toIds(goneAccounts), at)
  await removeLogins(tx, tenant, toIds(goneLogins), at)
  await noteRetrieved(tx, tenant, reading, { loginIds: [...keptLogins], accountIds: [...keptAccounts], at })
  const merged =
    reading.collectionId === null
      ? []
      : await mergeTransactions(tx, tenant, {
          collectionId: reading.collectionId,
          accounts: accounts.map(({ key, row }) => ({ key, id: row.id })),
        })
  const changedAccounts = withRenumbered(merged, accounts)
  // The IBAN and number of a new account may show that several statements belong to one account.
  if (changedAccounts.length > 0 || accounts.some(account => account.before === null)) {
    const { applicantId } = reading
    const statements = await readStatements(tx, tenant, applicantId, null)
    await decideWhatCounts(tx, tenant, { applicantId, collectionId: null, statements, replaced: [], changedAccounts })
  }
  return toChanges({ logins, accounts, goneLogins, goneAccounts, merged })
}

function toIds(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(row => row.id)
}

/** Adds the accounts whose IBAN, number or owner changed, with all days. */
function withRenumbered(merged: readonly MergedAccount[], accounts: readonly PlacedAccount[]): MergedAccount[] {
  const isRenumbered = ({ row, before }: PlacedAccount) =>
    before !== null && (row.iban !== before.iban || row.number !== before.number || row.owner !== before.owner)
  const renumbered = accounts.filter(isRenumbered).map(({ row }) => row.id)
  const byId = new Map(merged.map(account => [account.id, account]))
  for (const id of renumbered)
    byId.set(id, { id, from: firstPlausibleDate, to: lastPlausibleDate, newFrom: byId.get(id)?.newFrom ?? null })
  return [...byId.values()]
}

function toReadFacts({ logins, accounts }: BankReading): LoginsAndAccounts {
  return {
    logins: logins.map(({ key, reference, bank }) => ({ id: key, reference, bank, removedAt: null })),
    accounts: accounts.map(account => ({ ...account, id: account.key, loginId: account.loginKey, removedAt: null })),
  }
}

/**
 * Stores the states of logins between two readings, except SYNCHRONIZED: the reading that follows stores that state
 * together with the new data.
 *
 * @returns the logins whose state changed
 */
export async function saveStatuses(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId }: BankUser,
  statuses: readonly (Synchronization & { readonly loginReference: string })[],
): Promise<LoginChange[]> {
  const rows = statuses
    .filter(({ state }) => state !== 'SYNCHRONIZED')
    .map(({ loginReference, state, providerState }) => ({
      reference: loginReference,
      state,
      provider_state: providerState,
    }))
  if (rows.length === 0) return []
  const changed = await tx.rows<{ id: string; state: SynchronizationState; before: SynchronizationState | null }>(sql`
    update bank_logins login set state = r.state, provider_state = r.provider_state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(reference text, state text, provider_state text)
    join bank_logins earlier on earlier.tenant_id = ${tenant} and earlier.provider_reference = r.reference
    where login.tenant_id = ${tenant} and login.id = earlier.id and login.applicant_id = ${applicantId}
      and login.provider_id = ${providerId} and login.removed_at is null
      and (login.state, login.provider_state) is distinct from (r.state, r.provider_state)
    returning login.id, login.state, earlier.state as before`)
  return changed
    .filter(({ state, before }) => state !== before)
    .map(({ id, state }) => ({ ...unchanged, loginId: id, newState: state, removed: false }))
}
