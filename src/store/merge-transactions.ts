import type { CalendarDate } from '../domain/calendar-date.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { type Fragment, sql } from './sql.ts'
import { rereadColumns, storedColumns, storedColumnsOf } from './transaction-columns.ts'

/** How many rows one statement of the database writes at most, and about how many it compares. */
const rowsPerStatement = 20_000
/** How long after it was announced a transaction may be booked under another id and still be known by what it says, in days. */
const bookedWithinDays = 10

export interface ReadingToMerge {
  /** Where the transactions are staged, under the keys of their accounts. */
  readonly collectionId: string
  readonly applicantId: string
  readonly accounts: readonly { readonly key: string; readonly id: string }[]
  readonly at: Date
}

/** An account of which a reading changed some transaction, and the days of those that it changed, by their effective dates. */
export interface MergedAccount {
  readonly id: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The positions of transactions that are new begin here; null when none can be. */
  readonly newFrom: number | null
}

/**
 * Merges what was read of bank accounts into what is stored of them:
 *
 * - A transaction that is stored keeps its id and place, and what the reading says otherwise about it is changed. It is known by
 *   the provider's id; of several with that id by what it says, else by their order. A booked one with the same id of which both
 *   amount and date are others is another one. What is left is known by its date, amount, currency, description and the ordinal
 *   among equals, so that ids of the provider may change.
 * - A booked one stays, whether or not the reading has it, and is never pending again.
 * - A pending one that the reading does not have goes. If exactly one new booked one of the same amount and counterparty is
 *   within ten days of it, and it of exactly one, it was replaced by that one: it is kept as its duplicate.
 *
 * @returns the accounts with changes. All transactions that are new count so far
 */
export async function mergeTransactions(
  tx: Transaction,
  tenant: TenantId,
  reading: ReadingToMerge,
): Promise<MergedAccount[]> {
  if (reading.accounts.length === 0) return []
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
  // Without statistics the planner may take the rows for few and compare each with each.
  await tx.acrossTenants(sql`analyze merges`)
  if (stored > 0) {
    await pairReplaced(tx, tenant, reading)
    await changes.add(moveReplaced(tx, tenant, reading))
    await changes.add(deleteVanished(tx, tenant, reading))
  }
  const [last] = await tx.acrossTenants<{ position: number | null }>(
    sql`select max(staged_position) as position from merges`,
  )
  for (let from = 0; from <= (last?.position ?? -1); from += rowsPerStatement) {
    const slice = sql`staged_position >= ${from} and staged_position < ${from + rowsPerStatement}`
    if (stored > 0)
      for (const table of [sql`transactions`, sql`duplicate_transactions`])
        await changes.add(updateRows(tx, tenant, reading, { table, slice }))
    await changes.add(insertRows(tx, tenant, reading, slice))
  }
  return changes.accounts()
}

/** Days of changed transactions of one account. */
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
 * A row of `merges` is a transaction that is staged, or one that is stored, or both when they are the same. `replacements` pairs
 * pending ones that are stored with the staged ones that were booked instead.
 */
async function createMergeTables(tx: Transaction): Promise<void> {
  await tx.acrossTenants(sql`
    create temporary table merges (account text not null, staged_position integer, stored_id text, place text,
      content text not null, class text not null, vanished boolean not null) on commit drop`)
  await tx.acrossTenants(sql`create index on merges (staged_position)`)
  await tx.acrossTenants(sql`create index on merges (stored_id)`)
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

/** Finds what is known by the provider's id. Parts have all transactions of some of the ids. */
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
  // Joins of relations that the planner knows nothing about may take for ever, so equal ones are found by window functions.
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
    -- What was replaced is known as long as the reading has it as pending, and stays as it is otherwise.
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

/** Finds what of the rest is known by what it says. Parts have all transactions that say the same. */
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

/** Finds which vanished pending ones were booked under another id of the provider. */
async function pairReplaced(tx: Transaction, tenant: TenantId, { collectionId }: ReadingToMerge): Promise<void> {
  const members = sql`row.amount, row.currency, row.effective_date, nullif(split_part(row.search_text, E'\n', 2), '') as name,
    coalesce(row.counterparty->>'iban', row.counterparty->>'maskedIban') as iban`
  await tx.rows(sql`
    with pending as (
      select account, stored_id, place, ${members} from merges join transactions row
        on row.tenant_id = ${tenant} and row.id = stored_id and row.account_id = account where vanished and place = 'counting'
      union all
      select account, stored_id, place, ${members} from merges join duplicate_transactions row
        on row.tenant_id = ${tenant} and row.id = stored_id and row.owner_id = account where vanished and place = 'duplicate'
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

/** Keeps the pending ones that were replaced as duplicates of what they were replaced by. */
async function moveReplaced(
  tx: Transaction,
  tenant: TenantId,
  { applicantId }: ReadingToMerge,
): Promise<ChangedDays[]> {
  const moved = await tx.rows<ChangedDays>(sql`
    with gone as (
      delete from transactions row using replacements
      where row.tenant_id = ${tenant} and row.id = pending_id and row.applicant_id = ${applicantId} and place = 'counting'
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
      where row.tenant_id = ${tenant} and row.owner_id = account and row.id = pending_id and place = 'duplicate'
      returning row.account_id, row.effective_date
    )
    ${daysOf(sql`noted`)}`)
  return [...moved, ...noted]
}

/** Deletes the pending ones that the provider reports no more. */
async function deleteVanished(
  tx: Transaction,
  tenant: TenantId,
  { applicantId }: ReadingToMerge,
): Promise<ChangedDays[]> {
  const isVanished = sql`vanished and stored_id = row.id
    and not exists (select 1 from replacements where pending_id = row.id)`
  return tx.rows<ChangedDays>(sql`
    with counting as (
      delete from transactions row using merges
      where row.tenant_id = ${tenant} and row.applicant_id = ${applicantId} and place = 'counting' and ${isVanished}
      returning row.account_id, row.effective_date
    ),
    duplicates as (
      delete from duplicate_transactions row using merges
      where row.tenant_id = ${tenant} and row.owner_id = account and place = 'duplicate' and ${isVanished}
      returning row.account_id, row.effective_date
    ),
    gone as (select * from counting union all select * from duplicates)
    ${daysOf(sql`gone`)}`)
}

/** Changes what the reading says otherwise about transactions that are stored. */
function updateRows(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, applicantId }: ReadingToMerge,
  { table, slice }: { readonly table: Fragment; readonly slice: Fragment },
): Promise<ChangedDays[]> {
  // One without a date keeps the day on which it was read first.
  const instead = {
    effective_date: sql`case when read.booking_date is null and read.value_date is null then earlier.effective_date
      else read.effective_date end`,
  }
  return tx.rows<ChangedDays>(sql`
    with changed as (
      update ${table} row set (${rereadColumns(null)}) = row(${rereadColumns('read', instead)})
      from merges join staged_transactions read
        on read.tenant_id = ${tenant} and read.owner_id = ${collectionId} and read.position = staged_position
      join ${table} earlier on earlier.tenant_id = ${tenant} and earlier.id = stored_id and earlier.owner_id = account
      where row.tenant_id = ${tenant} and row.id = stored_id and row.owner_id = account and row.applicant_id = ${applicantId}
        and ${slice} and not (row.status = 'BOOKED' and read.status = 'PENDING')
        and row(${rereadColumns('row')}) is distinct from row(${rereadColumns('read', instead)})
      returning row.account_id, earlier.effective_date as before, row.effective_date
    ),
    days as (select account_id, before as effective_date from changed union all select account_id, effective_date from changed)
    ${daysOf(sql`days`)}`)
}

/** Adds transactions that are not stored, after all of their account that are, in the order of the reading. */
async function insertRows(
  tx: Transaction,
  tenant: TenantId,
  { collectionId, accounts }: ReadingToMerge,
  slice: Fragment,
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
      join bank_accounts bank on bank.tenant_id = ${tenant} and bank.id = merges.account
      join staged_transactions read
        on read.tenant_id = ${tenant} and read.owner_id = ${collectionId} and read.position = staged_position
      left join replacements on booked_position = staged_position
      where merges.stored_id is null and ${slice}
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

function daysOf(rows: Fragment): Fragment {
  return sql`select account_id as account, min(effective_date) as "from", max(effective_date) as "to", count(*) as count
    from ${rows} group by account_id`
}
