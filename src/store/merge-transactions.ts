import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { createDaySpans, type DaySpan } from './day-spans.ts'
import { isOf, matchTransactions, type ReadingToMerge, storedRows } from './match-transactions.ts'
import { type Fragment, sql } from './sql.ts'
import { rereadColumns, storedColumns, storedColumnsOf } from './transaction-columns.ts'
import { withoutNestedLoops } from './without-nested-loops.ts'

/** An account in which a reading changed transactions, with the first and last effective date of those. */
export interface MergedAccount extends DaySpan {
  readonly id: string
  /** The position of the first new transaction; null when there can be none. */
  readonly newFrom: number | null
}

/**
 * Merges the staged transactions of bank accounts into the stored ones:
 *
 * - A stored transaction keeps its id and position; its other columns follow the reading. It is matched by the
 *   provider's id; among several with one id by content, then by order. A booked transaction whose amount and date both
 *   differ is not matched. The rest is matched by date, amount, currency, description and ordinal among equals, so the
 *   provider may change its ids.
 * - A booked transaction stays, even when the reading does not have it, and never becomes pending again.
 * - A pending transaction that the reading does not have is deleted. But if it forms an unambiguous pair with a new
 *   booked transaction of the same amount and counterparty within ten days, that one has replaced it, and it is kept as
 *   a duplicate.
 *
 * @returns the accounts with changes. All new transactions count until `decideWhatCounts` has decided
 */
export async function mergeTransactions(
  tx: Transaction,
  tenant: TenantId,
  reading: ReadingToMerge,
): Promise<MergedAccount[]> {
  if (reading.accounts.length === 0) return []
  return withoutNestedLoops(tx, () => mergeAll(tx, tenant, reading))
}

async function mergeAll(tx: Transaction, tenant: TenantId, reading: ReadingToMerge): Promise<MergedAccount[]> {
  const { staged, stored } = await countRows(tx, tenant, reading)
  if (staged + stored === 0) return []
  const newFrom = await readNextPositions(tx, tenant, reading)
  const days = createDaySpans()
  const note = async (changed: Promise<readonly ChangedDays[]>) => {
    for (const { account, from, to } of await changed) days.add(account, from, to)
  }
  await matchTransactions(tx, tenant, reading, { staged, stored })
  if (stored > 0) {
    await note(moveReplaced(tx, tenant, reading))
    await note(deleteVanished(tx, tenant, reading))
  }
  const [last] = await tx.acrossTenants<{ position: number | null }>(
    sql`select max(staged_position) as position from merges`,
  )
  for (let from = 0; from <= (last?.position ?? -1); from += tx.rowsPerStatement) {
    const slice = { from, to: from + tx.rowsPerStatement }
    if (stored > 0) {
      await note(updateRows(tx, tenant, reading, { table: sql`transactions`, place: sql`'counting'`, slice }))
      await note(
        updateRows(tx, tenant, reading, { table: sql`duplicate_transactions`, place: sql`'duplicate'`, slice }),
      )
    }
    await note(insertRows(tx, tenant, reading, slice))
  }
  return Array.from(days.entries(), ([id, span]) => ({ id, ...span, newFrom: newFrom.get(id) ?? null }))
}

/** The first and last day of changed transactions of one account. */
interface ChangedDays extends DaySpan {
  readonly account: string
}

async function countRows(tx: Transaction, tenant: TenantId, { collectionId, accounts }: ReadingToMerge) {
  const keys = accounts.map(account => account.key)
  const ids = accounts.map(account => account.id)
  const [counted] = await tx.rows<{ staged: number; stored: number }>(sql`
    select
      (select count(*) from staged_transactions
        where tenant_id = ${tenant} and owner_id = ${collectionId} and account_id = any(${keys})) as staged,
      (select count(*) from transactions where tenant_id = ${tenant} and account_id = any(${ids})) +
      (select count(*) from duplicate_transactions where tenant_id = ${tenant} and account_id = any(${ids})) as stored`)
  return counted ?? { staged: 0, stored: 0 }
}

async function readNextPositions(
  tx: Transaction,
  tenant: TenantId,
  { accounts }: ReadingToMerge,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.rows<{ id: string; next: number }>(sql`
    select id, next_position as next from bank_accounts
    where tenant_id = ${tenant} and id = any(${accounts.map(account => account.id)})`)
  return new Map(rows.map(({ id, next }) => [id, next]))
}

/** Keeps replaced pending transactions as duplicates of the booked ones. */
async function moveReplaced(tx: Transaction, tenant: TenantId, { accounts }: ReadingToMerge): Promise<ChangedDays[]> {
  const isReplaced = sql`${isOf(accounts)} and row.id = pending_id and row.account_id = account`
  const moved = await tx.rows<ChangedDays>(sql`
    with gone as (
      delete from transactions row using replacements
      where row.tenant_id = ${tenant} and ${isReplaced} and place = 'counting'
      returning ${storedColumnsOf('row')}, booked_id
    ),
    kept as (
      insert into duplicate_transactions (${storedColumns}, duplicate_of_id, replaced_by_id, shown)
      select ${storedColumns}, booked_id, booked_id, true from gone
      returning account_id, effective_date
    )
    ${daysOf(sql`kept`)}`)
  const noted = await tx.rows<ChangedDays>(sql`
    with noted as (
      update duplicate_transactions row set duplicate_of_id = booked_id, replaced_by_id = booked_id from replacements
      where row.tenant_id = ${tenant} and ${isReplaced} and place = 'duplicate'
      returning row.account_id, row.effective_date
    )
    ${daysOf(sql`noted`)}`)
  return [...moved, ...noted]
}

/** Deletes pending transactions that the provider no longer reports. */
async function deleteVanished(tx: Transaction, tenant: TenantId, { accounts }: ReadingToMerge): Promise<ChangedDays[]> {
  const isVanished = sql`${isOf(accounts)} and vanished and stored_id = row.id and row.account_id = account
    and not exists (select 1 from replacements where pending_id = row.id)`
  return tx.rows<ChangedDays>(sql`
    with counting as (
      delete from transactions row using merges
      where row.tenant_id = ${tenant} and place = 'counting' and ${isVanished}
      returning row.account_id, row.effective_date
    ),
    duplicates as (
      delete from duplicate_transactions row using merges
      where row.tenant_id = ${tenant} and place = 'duplicate' and ${isVanished}
      returning row.account_id, row.effective_date
    ),
    gone as (select * from counting union all select * from duplicates)
    ${daysOf(sql`gone`)}`)
}

/** Updates stored transactions that differ from the reading. */
function updateRows(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
  { table, place, slice }: { readonly table: Fragment; readonly place: Fragment; readonly slice: Slice },
): Promise<ChangedDays[]> {
  // A transaction without a date keeps the day on which it was first read.
  const ofReading = (day: Fragment) =>
    rereadColumns('read', {
      effective_date: sql`case when read.booking_date is null and read.value_date is null then ${day} else read.effective_date end`,
    })
  return tx.rows<ChangedDays>(sql`
    with read as materialized (${stagedRows(tenant, collectionId, slice)}),
    stale as materialized (
      select row.at, row.effective_date as before, read.position
      from merges join read on read.position = staged_position
      join (${storedRows(tenant, table, accounts)}) as row on row.id = stored_id and row.account_id = account
      where ${isIn(slice, sql`staged_position`)} and place = ${place}
        and not (row.status = 'BOOKED' and read.status = 'PENDING')
        and row(${rereadColumns('row')}) is distinct from row(${ofReading(sql`row.effective_date`)})
    ),
    changed as (
      update ${table} row set (${rereadColumns(null)}) = row(${ofReading(sql`before`)})
      from stale join read on read.position = stale.position
      where row.tenant_id = ${tenant} and ${isOf(accounts)} and row.ctid = stale.at
      returning row.account_id, before, row.effective_date
    ),
    days as (select account_id, before as effective_date from changed union all select account_id, effective_date from changed)
    ${daysOf(sql`days`)}`)
}

/** Inserts the new transactions after the stored ones of their account, in the order of the reading. */
async function insertRows(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
  slice: Slice,
): Promise<ChangedDays[]> {
  const place = sql`bank.next_position - 1 + (row_number() over (partition by merges.account order by staged_position))::integer`
  const added = await tx.rows<ChangedDays & { readonly count: number }>(sql`
    with stored as (
      insert into transactions (${storedColumns})
      select ${storedColumnsOf('read', {
        owner_id: sql`merges.account`,
        account_id: sql`merges.account`,
        position: place,
        replaces_id: sql`replacements.pending_id`,
      })}
      from merges
      join bank_accounts bank on bank.tenant_id = ${tenant} and bank.id = any(${accounts.map(({ id }) => id)}) and bank.id = merges.account
      join (${stagedRows(tenant, collectionId, slice)}) as read on read.position = staged_position
      left join replacements on booked_position = staged_position
      where merges.stored_id is null and ${isIn(slice, sql`staged_position`)}
      returning account_id, effective_date
    )
    ${daysOf(sql`stored`)}`)
  if (added.length > 0)
    await tx.rows(sql`
      update bank_accounts set next_position = next_position + count
      from unnest(${added.map(one => one.account)}::text[], ${added.map(one => one.count)}::integer[]) as added(account, count)
      where tenant_id = ${tenant} and id = added.account and id = any(${accounts.map(account => account.id)})`)
  return added
}

/** Positions of staged transactions, from the first up to the one before `to`. */
interface Slice {
  readonly from: number
  readonly to: number
}

function isIn({ from, to }: Slice, position: Fragment): Fragment {
  return sql`${position} >= ${from} and ${position} < ${to}`
}

function stagedRows(tenant: TenantId, collectionId: string, slice: Slice): Fragment {
  return sql`select * from staged_transactions
    where tenant_id = ${tenant} and owner_id = ${collectionId} and ${isIn(slice, sql`position`)}`
}

function daysOf(rows: Fragment): Fragment {
  return sql`select account_id as account, min(effective_date) as "from", max(effective_date) as "to", count(*) as count
    from ${rows} group by account_id`
}
