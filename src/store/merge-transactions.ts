import type { CalendarDate } from '../domain/calendar-date.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { type Fragment, sql } from './sql.ts'
import { rereadColumns, storedColumns, storedColumnsOf } from './transaction-columns.ts'
import { withoutNestedLoops } from './without-nested-loops.ts'

/** The most rows that one SQL statement writes, and about how many it compares. */
const rowsPerStatement = 20_000
/** How many days may lie between a pending transaction and the booked one that replaced it under another id. */
const bookedWithinDays = 10

export interface ReadingToMerge {
  /** The collection in which the transactions are staged, under the keys of their accounts. */
  readonly collectionId: string
  readonly accounts: readonly { readonly key: string; readonly id: string }[]
}

/** An account in which a reading changed transactions, with the first and last effective date of those. */
export interface MergedAccount {
  readonly id: string
  readonly from: CalendarDate
  readonly to: CalendarDate
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
  const changes = createChanges(await readNextPositions(tx, tenant, reading))
  await createMergeTables(tx)
  if (stored === 0) await takeAllAsNew(tx, tenant, reading)
  else {
    const parts = Math.ceil(Math.max(staged, stored) / rowsPerStatement)
    for (let part = 0; part < parts; part += 1) await matchByReference(tx, tenant, reading, { part, parts })
    for (let part = 0; part < parts; part += 1) await matchByContent(tx, { part, parts })
  }
  if (stored > 0) {
    await pairReplaced(tx, tenant, reading)
    await changes.add(moveReplaced(tx, tenant, reading))
    await changes.add(deleteVanished(tx, tenant, reading))
  }
  const [last] = await tx.acrossTenants<{ position: number | null }>(
    sql`select max(staged_position) as position from merges`,
  )
  for (let from = 0; from <= (last?.position ?? -1); from += rowsPerStatement) {
    const slice = { from, to: from + rowsPerStatement }
    if (stored > 0) {
      await changes.add(updateRows(tx, tenant, reading, { table: sql`transactions`, place: sql`'counting'`, slice }))
      await changes.add(
        updateRows(tx, tenant, reading, { table: sql`duplicate_transactions`, place: sql`'duplicate'`, slice }),
      )
    }
    await changes.add(insertRows(tx, tenant, reading, slice))
  }
  return changes.accounts()
}

/** The first and last day of changed transactions of one account. */
interface ChangedDays {
  readonly account: string
  readonly from: CalendarDate
  readonly to: CalendarDate
}

function createChanges(newFrom: ReadonlyMap<string, number>) {
  const found = new Map<string, MergedAccount>()
  return {
    async add(changed: Promise<readonly ChangedDays[]>): Promise<void> {
      for (const { account, from, to } of await changed) {
        const known = found.get(account)
        found.set(account, {
          id: account,
          from: known && known.from < from ? known.from : from,
          to: known && known.to > to ? known.to : to,
          newFrom: newFrom.get(account) ?? null,
        })
      }
    },
    accounts: () => [...found.values()],
  }
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

/**
 * A row of `merges` is a staged transaction, a stored one, or both when they match. A row of `replacements` is a stored
 * pending transaction and the staged booked one that replaced it.
 */
async function createMergeTables(tx: Transaction): Promise<void> {
  await tx.acrossTenants(sql`
    create temporary table merges (account text not null, staged_position integer, stored_id text, place text,
      content text not null, class text not null, vanished boolean not null) on commit drop`)
  await tx.acrossTenants(sql`create index on merges (staged_position)`)
  await tx.acrossTenants(sql`
    create temporary table replacements (account text not null, pending_id text primary key, place text not null,
      booked_position integer not null unique, booked_id text not null) on commit drop`)
}

async function takeAllAsNew(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
): Promise<void> {
  await tx.rows(sql`
    insert into merges (account, staged_position, content, class, vanished)
    select account, position, '', '', false from staged_transactions
    join unnest(${accounts.map(({ key }) => key)}::text[], ${accounts.map(({ id }) => id)}::text[]) as owner(key, account)
      on owner.key = account_id
    where tenant_id = ${tenant} and owner_id = ${collectionId}`)
}

interface Part {
  readonly part: number
  readonly parts: number
}

/** Matches by the provider's id. All transactions with one id are in the same part. */
async function matchByReference(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
  { part, parts }: Part,
): Promise<void> {
  const keys = accounts.map(account => account.key)
  const ids = accounts.map(account => account.id)
  const inPart = sql`abs(hashtext(coalesce(provider_transaction_id, fingerprint))::bigint) % ${parts} = ${part}`
  const members = sql`provider_transaction_id as reference, fingerprint as content, status, amount, currency,
    coalesce(booking_date, value_date) as day`
  // Joins of relations without statistics may take for ever, so equal rows are found by window functions.
  const ordinal = (equal: Fragment) =>
    sql`row_number() over (partition by account, is_stored, ${equal} order by position)`
  await tx.rows(sql`
    with owners as materialized (
      select * from unnest(${keys}::text[], ${ids}::text[]) as owner(key, account)
    ),
    rows as (
      select owners.account, false as is_stored, position, null::text as id, null::text as place, false as replaced, ${members}
      from staged_transactions join owners on owners.key = account_id
      where tenant_id = ${tenant} and owner_id = ${collectionId} and ${inPart}
      union all
      select account_id, true, position, id, 'counting', false, ${members} from transactions
      where tenant_id = ${tenant} and account_id = any(${ids}) and ${inPart}
      union all
      select account_id, true, position, id, 'duplicate', replaced_by_id is not null, ${members} from duplicate_transactions
      where tenant_id = ${tenant} and account_id = any(${ids}) and ${inPart}
    ),
    -- A replaced transaction is a candidate only while the reading has it as pending; otherwise it stays as it is.
    candidates as (
      select * from (
        select *, bool_or(not is_stored and status = 'PENDING') over same_reference
          and not bool_or(not is_stored and status <> 'PENDING') over same_reference as is_pending
        from rows window same_reference as (partition by account, reference)
      ) as row where not replaced or (is_pending and reference is not null)
    ),
    alike as (
      select *, reference is not null and count(*) over (partition by account, reference, content, nth) = 2 as is_matched
      from (select *, ${ordinal(sql`reference, content`)} as nth from candidates) as row
    ),
    placed as (
      select *, ${ordinal(sql`reference, is_matched`)} as nth_of_rest from alike
    ),
    paired as (
      select *,
        case when is_matched then max(id) over equal_rows
          when reference is not null and (
            max(case when is_stored then status end) over rest <> 'BOOKED'
            or min(amount) over rest = max(amount) over rest and min(currency) over rest = max(currency) over rest
            or min(day) over rest = max(day) over rest)
          and count(*) over rest = 2 then max(id) over rest end as match
      from placed
      window equal_rows as (partition by account, reference, content, nth, is_matched),
        rest as (partition by account, reference, is_matched, nth_of_rest)
    ),
    located as (
      select *, max(place) over (partition by account, coalesce(match, id, position::text)) as match_place from paired
    )
    insert into merges (account, staged_position, stored_id, place, content, class, vanished)
    select account, case when not is_stored then position end, coalesce(match, id),
      case when coalesce(match, id) is not null then match_place end, content,
      case when reference is null then 'any' else (status = 'PENDING')::text end,
      is_stored and status = 'PENDING' and not replaced
    from located where not is_stored or match is null and not replaced`)
}

/** Matches the rest by content. All transactions with equal content are in the same part. */
async function matchByContent(tx: Transaction, { part, parts }: Part): Promise<void> {
  await tx.acrossTenants(sql`
    with rest as (
      select ctid as row, *, row_number() over (
        partition by account, content, class, staged_position is null order by staged_position, stored_id) as nth
      from merges where (staged_position is null or stored_id is null) and abs(hashtext(content)::bigint) % ${parts} = ${part}
    ),
    paired as (
      select *, max(stored_id) over same as match, max(place) over same as match_place,
        max(staged_position) over same as match_position
      from rest window same as (partition by account, content, class, nth)
    ),
    gone as (
      delete from merges where ctid = any(array(
        select row from paired where staged_position is null and match_position is not null))
    )
    update merges set stored_id = match, place = match_place
    from paired where merges.ctid = paired.row and paired.staged_position is not null and match is not null`)
}

/** Finds the vanished pending transactions that were booked under another id of the provider. */
async function pairReplaced(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
): Promise<void> {
  const members = sql`row.amount, row.currency, row.effective_date, nullif(split_part(row.search_text, E'\n', 2), '') as name,
    coalesce(row.counterparty->>'iban', row.counterparty->>'maskedIban') as iban`
  const vanishedOf = (table: Fragment, place: Fragment) => sql`
    select account, stored_id, place, ${members} from merges
    join (${storedRows(tenant, table, accounts)}) as row on row.id = stored_id and row.account_id = account
    where vanished and place = ${place}`
  await tx.rows(sql`
    with pending as (
      ${vanishedOf(sql`transactions`, sql`'counting'`)}
      union all
      ${vanishedOf(sql`duplicate_transactions`, sql`'duplicate'`)}
    ),
    booked as (
      select account, staged_position, row.id, ${members} from merges join staged_transactions row
        on row.tenant_id = ${tenant} and row.owner_id = ${collectionId} and row.position = staged_position
      where stored_id is null and row.status = 'BOOKED' and exists (select 1 from pending)
    ),
    pairs as (
      select pending.account, pending.stored_id, pending.place, booked.staged_position, booked.id,
        count(*) over (partition by pending.stored_id) as ways, count(*) over (partition by booked.staged_position) as claims
      from pending join booked on booked.account = pending.account and booked.amount = pending.amount
        and booked.currency = pending.currency and (booked.iban = pending.iban or booked.name = pending.name)
        and abs(booked.effective_date - pending.effective_date) <= ${bookedWithinDays}
    )
    insert into replacements (account, pending_id, place, booked_position, booked_id)
    select account, stored_id, place, staged_position, id from pairs where ways = 1 and claims = 1`)
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

/** Whether `row` belongs to one of the accounts. Without it a join would read all transactions of the tenant. */
function isOf(accounts: ReadingToMerge['accounts']): Fragment {
  return sql`row.account_id = any(${accounts.map(({ id }) => id)})`
}

/** The stored transactions of the accounts, with their place `at` in the table. */
function storedRows(tenant: TenantId, table: Fragment, accounts: ReadingToMerge['accounts']): Fragment {
  return sql`select ctid as at, * from ${table} as row where tenant_id = ${tenant} and ${isOf(accounts)}`
}

function daysOf(rows: Fragment): Fragment {
  return sql`select account_id as account, min(effective_date) as "from", max(effective_date) as "to", count(*) as count
    from ${rows} group by account_id`
}
