import { isDeepStrictEqual } from 'node:util'
import type { Bank } from '../domain/bank.ts'
import type { SynchronizationState } from '../domain/bank-login.ts'
import { firstPlausibleDate, lastPlausibleDate } from '../domain/calendar-date.ts'
import { compareDecimals, type Decimal } from '../domain/decimal.ts'
import { createId } from '../domain/ids.ts'
import { type LoginsAndAccounts, type Matches, matchBankLogins } from '../domain/match-bank-logins.ts'
import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { lockApplicantForPublication } from './applicant-locks.ts'
import type { BankReading, ReadAccount, ReadLogin, ReadStatus } from './bank-reading.ts'
import type { Transaction } from './database.ts'
import { decideWhatCounts, readStatements } from './decide-what-counts.ts'
import { type MergedAccount, mergeTransactions } from './merge-transactions.ts'
import { sql } from './sql.ts'

/** What a reading changed about a login. Only logins of which something changed have one. */
export interface LoginChange {
  readonly loginId: string
  /** It is new, is back after it was removed, or was connected anew under another id of the provider. */
  readonly connected: boolean
  /** Accounts came or went. */
  readonly accountsChanged: boolean
  /**
   * Something about the login, its accounts or their transactions is new or other than before, or it became synchronized. Another
   * state of its synchronization alone is not enough.
   */
  readonly dataChanged: boolean
  /** The state of its synchronization, if it is another one than before. */
  readonly newState: SynchronizationState | null
  readonly removed: boolean
}

interface StoredLogin extends Omit<LoginRow, 'id' | 'retrieved_at' | 'created_at'> {
  readonly id: string
}

interface LoginRow {
  readonly id: string
  readonly provider_reference: string
  readonly bank: Bank
  readonly state: SynchronizationState | null
  readonly provider_state: string | null
  readonly last_synchronized_at: Date | null
  readonly automatic: boolean | null
  readonly removed_at: Date | null
}

/** The members of an account under the names of their columns. */
interface AccountRow {
  readonly id: string
  readonly login_id: string
  readonly ordinal: number
  readonly provider_reference: string | null
  readonly iban: string | null
  readonly masked_iban: string | null
  readonly number: string | null
  readonly masked_number: string | null
  readonly name: string | null
  readonly owner: string | null
  readonly type: ReadAccount['type']
  readonly provider_type: string | null
  readonly currency: string
  readonly balance: Decimal | null
  readonly credit_line: Decimal | null
  readonly monthly_spending_limit: Decimal | null
  readonly standing_orders: ReadAccount['standingOrders']
  readonly securities: ReadAccount['securities']
  readonly removed_at: Date | null
}

/**
 * Makes a reading of a bank user readable: its logins, its accounts and, if they were read, their transactions. Logins and
 * accounts that are known keep their ids; those that the reading does not have are removed, and what was read of them stays.
 *
 * A reading without news writes the time of it and nothing else.
 *
 * @returns what changed, login by login; nothing for an applicant that was erased meanwhile
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
  const matches = matchBankLogins(toReadFacts(reading), known.facts)
  const logins = reading.logins.map(login => placeLogin(login, known.logins, matches))
  const loginIds = new Map(logins.map(({ key, row }) => [key, row.id]))
  const accounts = [...Map.groupBy(reading.accounts, account => account.loginKey).values()].flatMap(own =>
    own.map((account, ordinal) => placeAccount({ account, ordinal, loginIds }, known.accounts, matches)),
  )
  const keptLogins = new Set(logins.map(({ row }) => row.id))
  const keptAccounts = new Set(accounts.map(({ row }) => row.id))
  const goneLogins = known.logins.filter(login => login.removed_at === null && !keptLogins.has(login.id))
  // Accounts of a login that is gone stay as they were: what was read of it is shown with it.
  const goneAccounts = known.accounts.filter(
    account => account.removed_at === null && !keptAccounts.has(account.id) && keptLogins.has(account.login_id),
  )

  await saveLogins(
    tx,
    tenant,
    { reading, at },
    logins.filter(login => login.changed).map(({ row }) => row),
  )
  await saveAccounts(
    tx,
    tenant,
    { reading, at },
    accounts.filter(account => account.changed).map(({ row }) => row),
  )
  await removeAccounts(
    tx,
    tenant,
    goneAccounts.map(account => account.id),
    at,
  )
  await removeLogins(
    tx,
    tenant,
    goneLogins.map(login => login.id),
    at,
  )
  await noteRetrieved(tx, tenant, reading, { loginIds: [...keptLogins], accountIds: [...keptAccounts], at })
  const merged =
    reading.collectionId === null
      ? []
      : await mergeTransactions(tx, tenant, {
          collectionId: reading.collectionId,
          applicantId: reading.applicantId,
          accounts: accounts.map(({ key, row }) => ({ key, id: row.id })),
          at,
        })
  const changedAccounts = withRenumbered(merged, accounts)
  // A new account may also tell that statements are about one account.
  if (changedAccounts.length > 0 || accounts.some(account => account.before === null)) {
    const { applicantId } = reading
    const statements = await readStatements(tx, tenant, applicantId, null)
    await decideWhatCounts(tx, tenant, { applicantId, collection: null, statements, replaced: [], changedAccounts })
  }
  return toChanges({ logins, accounts, goneLogins, goneAccounts, merged })
}

/** Accounts with changed transactions, and with all their days those that are known by something else than before. */
function withRenumbered(merged: readonly MergedAccount[], accounts: readonly PlacedAccount[]): MergedAccount[] {
  const isRenumbered = ({ row, before }: PlacedAccount) =>
    before !== null && (row.iban !== before.iban || row.number !== before.number || row.owner !== before.owner)
  const renumbered = accounts.filter(isRenumbered).map(({ row }) => row.id)
  const byId = new Map(merged.map(account => [account.id, account]))
  for (const id of renumbered)
    byId.set(id, { id, from: firstPlausibleDate, to: lastPlausibleDate, newFrom: byId.get(id)?.newFrom ?? null })
  return [...byId.values()]
}

interface PlacedLogin {
  readonly key: string
  readonly row: LoginRow
  readonly before: StoredLogin | null
  readonly changed: boolean
}

interface PlacedAccount {
  readonly key: string
  readonly row: AccountRow
  readonly before: AccountRow | null
  readonly changed: boolean
}

function placeLogin(login: ReadLogin, known: readonly StoredLogin[], matches: Matches): PlacedLogin {
  const before = known.find(one => one.id === matches.logins.get(login.key)) ?? null
  const status = login.status
  const row: LoginRow = {
    id: before?.id ?? createId('bankLogin'),
    provider_reference: login.reference,
    bank: login.bank,
    state: status ? status.state : (before?.state ?? null),
    provider_state: status ? status.providerState : (before?.provider_state ?? null),
    last_synchronized_at: status ? status.lastSynchronizedAt : (before?.last_synchronized_at ?? null),
    automatic: status ? status.automatic : (before?.automatic ?? null),
    removed_at: null,
  }
  return { key: login.key, row, before, changed: !isDeepStrictEqual(row, before) }
}

function placeAccount(
  { account, ordinal, loginIds }: { account: ReadAccount; ordinal: number; loginIds: ReadonlyMap<string, string> },
  known: readonly AccountRow[],
  matches: Matches,
): PlacedAccount {
  const before = known.find(one => one.id === matches.accounts.get(account.key)) ?? null
  const row: AccountRow = {
    id: before?.id ?? createId('bankAccount'),
    login_id: loginIds.get(account.loginKey) ?? '',
    ordinal,
    provider_reference: account.reference,
    iban: account.iban,
    masked_iban: account.maskedIban,
    number: account.number,
    masked_number: account.maskedNumber,
    name: account.name,
    owner: account.owner,
    type: account.type,
    provider_type: account.providerType,
    currency: account.currency,
    balance: asBefore(account.balance, before?.balance),
    credit_line: asBefore(account.creditLine, before?.credit_line),
    monthly_spending_limit: asBefore(account.monthlySpendingLimit, before?.monthly_spending_limit),
    standing_orders: account.standingOrders,
    securities: account.securities,
    removed_at: null,
  }
  return { key: account.key, row, before, changed: !isDeepStrictEqual(row, before) }
}

/** The number as it is stored, if it is the same one: other zeros at its end are no news. */
function asBefore(value: Decimal | null, before: Decimal | null | undefined): Decimal | null {
  return value !== null && before != null && compareDecimals(value, before) === 0 ? before : value
}

function toChanges(placed: {
  readonly logins: readonly PlacedLogin[]
  readonly accounts: readonly PlacedAccount[]
  readonly goneLogins: readonly StoredLogin[]
  readonly goneAccounts: readonly AccountRow[]
  readonly merged: readonly MergedAccount[]
}): LoginChange[] {
  const mergedIds = new Set(placed.merged.map(account => account.id))
  const left = new Set(placed.goneAccounts.map(account => account.login_id))
  const kept = placed.logins.map(({ row, before, changed }): LoginChange => {
    const accounts = placed.accounts.filter(account => account.row.login_id === row.id)
    const came = accounts.some(
      account => account.before === null || account.before.removed_at !== null || account.before.login_id !== row.id,
    )
    const newState = before?.state === row.state ? null : row.state
    const went = placed.accounts.some(account => account.before?.login_id === row.id && account.row.login_id !== row.id)
    return {
      loginId: row.id,
      connected: before === null || before.removed_at !== null || before.provider_reference !== row.provider_reference,
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

function isOnlyState(row: LoginRow, before: StoredLogin | null): boolean {
  return isDeepStrictEqual({ ...row, state: before?.state, provider_state: before?.provider_state }, before)
}

const unchanged = { connected: false, accountsChanged: false, dataChanged: false, newState: null }

function toReadFacts({ logins, accounts }: BankReading): LoginsAndAccounts {
  return {
    logins: logins.map(({ key, reference, bank }) => ({ id: key, reference, bank, removed: false })),
    accounts: accounts.map(account => ({ ...account, id: account.key, loginId: account.loginKey, removed: false })),
  }
}

/** What is stored of a bank user, removed logins and accounts too; null when the user itself is gone. */
async function readKnown(tx: Transaction, tenant: TenantId, { applicantId, providerId }: BankUser) {
  const ofUser = sql`applicant_id = ${applicantId} and provider_id = ${providerId}`
  const users = await tx.rows(sql`
    select 1 as found from bank_users where tenant_id = ${tenant} and ${ofUser} for update`)
  if (users.length === 0) return null
  const logins = await tx.rows<StoredLogin>(sql`
    select id, provider_reference, bank, state, provider_state, last_synchronized_at, automatic, removed_at
    from bank_logins where tenant_id = ${tenant} and ${ofUser} order by created_at, id`)
  const accounts = await tx.rows<AccountRow>(sql`
    select id, login_id, ordinal, provider_reference, iban, masked_iban, number, masked_number, name, owner, type,
      provider_type, currency, balance, credit_line, monthly_spending_limit, standing_orders, securities, removed_at
    from bank_accounts where tenant_id = ${tenant} and ${ofUser} order by id`)
  const facts: LoginsAndAccounts = {
    logins: logins.map(({ id, provider_reference, bank, removed_at }) => ({
      id,
      reference: provider_reference,
      bank,
      removed: removed_at !== null,
    })),
    accounts: accounts.map(({ login_id, provider_reference, removed_at, ...account }) => ({
      ...account,
      loginId: login_id,
      reference: provider_reference,
      removed: removed_at !== null,
    })),
  }
  return { logins, accounts, facts }
}

/**
 * Keeps what the provider says about logins between two readings: that one is being synchronized, failed or waits for the
 * customer. That one is synchronized is left to the reading that follows, since only then there is something to see.
 *
 * @returns the logins with another state than before
 */
export async function saveStatuses(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId }: BankUser,
  statuses: readonly (ReadStatus & { readonly loginReference: string })[],
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

interface Written {
  readonly reading: BankUser
  readonly at: Date
}

async function saveLogins(
  tx: Transaction,
  tenant: TenantId,
  { reading: { applicantId, providerId }, at }: Written,
  rows: readonly LoginRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into bank_logins (tenant_id, applicant_id, provider_id, retrieved_at, created_at, id, provider_reference, bank,
      state, provider_state, last_synchronized_at, automatic)
    select ${tenant}, ${applicantId}, ${providerId}, ${at}, ${at}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, provider_reference text, bank jsonb, state text,
      provider_state text, last_synchronized_at timestamptz, automatic boolean)
    on conflict (tenant_id, id) do update set provider_reference = excluded.provider_reference, bank = excluded.bank,
      state = excluded.state, provider_state = excluded.provider_state, removed_at = null,
      last_synchronized_at = excluded.last_synchronized_at, automatic = excluded.automatic`)
}

async function saveAccounts(
  tx: Transaction,
  tenant: TenantId,
  { reading: { applicantId, providerId }, at }: Written,
  rows: readonly AccountRow[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.rows(sql`
    insert into bank_accounts (tenant_id, applicant_id, provider_id, retrieved_at, id, login_id, ordinal, provider_reference,
      iban, masked_iban, number, masked_number, name, owner, type, provider_type, currency, balance, credit_line,
      monthly_spending_limit, standing_orders, securities)
    select ${tenant}, ${applicantId}, ${providerId}, ${at}, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id text, login_id text, ordinal integer,
      provider_reference text, iban text, masked_iban text, number text, masked_number text, name text, owner text, type text,
      provider_type text, currency text, balance numeric, credit_line numeric, monthly_spending_limit numeric,
      standing_orders jsonb, securities jsonb)
    on conflict (tenant_id, id) do update set login_id = excluded.login_id, ordinal = excluded.ordinal,
      provider_reference = excluded.provider_reference, iban = excluded.iban, masked_iban = excluded.masked_iban,
      number = excluded.number, masked_number = excluded.masked_number, name = excluded.name, owner = excluded.owner,
      type = excluded.type, provider_type = excluded.provider_type, currency = excluded.currency, balance = excluded.balance,
      credit_line = excluded.credit_line, monthly_spending_limit = excluded.monthly_spending_limit,
      standing_orders = excluded.standing_orders, securities = excluded.securities, removed_at = null`)
}

async function removeAccounts(tx: Transaction, tenant: TenantId, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.rows(sql`
    update bank_accounts set removed_at = ${at} where tenant_id = ${tenant} and id = any(${ids}) and removed_at is null`)
}

/** Marks logins as removed. @returns those that were not before */
export async function removeLogins(
  tx: Transaction,
  tenant: TenantId,
  ids: readonly string[],
  at: Date,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.rows<{ id: string }>(sql`
    update bank_logins set removed_at = ${at} where tenant_id = ${tenant} and id = any(${ids}) and removed_at is null
    returning id`)
  return rows.map(row => row.id)
}

async function noteRetrieved(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, providerId, collectionId }: BankReading,
  { loginIds, accountIds, at }: { loginIds: readonly string[]; accountIds: readonly string[]; at: Date },
): Promise<void> {
  await tx.rows(sql`update bank_logins set retrieved_at = ${at} where tenant_id = ${tenant} and id = any(${loginIds})`)
  await tx.rows(sql`
    update bank_accounts set retrieved_at = ${at} where tenant_id = ${tenant} and id = any(${accountIds})`)
  await tx.rows(sql`
    update bank_users set retrieved_at = ${at}, error = null
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}`)
  // What was staged is deleted by the sweep.
  await tx.rows(sql`update collections set published_at = ${at} where tenant_id = ${tenant} and id = ${collectionId}`)
}
