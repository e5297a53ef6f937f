import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { type Fragment, sql } from './sql.ts'

/** How many days may lie between a pending transaction and the booked one that replaced it under another id. */
const bookedWithinDays = 10

export interface ReadingToMerge {
  /** The collection in which the transactions are staged, under the keys of their accounts. */
  readonly collectionId: string
  readonly accounts: readonly { readonly key: string; readonly id: string }[]
}

/**
 * Matches the staged transactions of bank accounts with the stored ones, in the temporary tables `merges` and
 * `replacements`.
 *
 * @param counts how many staged and stored transactions there are
 */
export async function matchTransactions(
  tx: Transaction,
  tenant: TenantId,
  reading: ReadingToMerge,
  { staged, stored }: { readonly staged: number; readonly stored: number },
): Promise<void> {
  await createMergeTables(tx)
  if (stored === 0) return takeAllAsNew(tx, tenant, reading)
  const parts = Math.ceil(Math.max(staged, stored) / tx.rowsPerStatement)
  for (let part = 0; part < parts; part += 1) await matchByReference(tx, tenant, reading, { part, parts })
  for (let part = 0; part < parts; part += 1) await matchByContent(tx, { part, parts })
  await pairReplaced(tx, tenant, reading)
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

/** Whether `row` belongs to one of the accounts. Without it a join would read all transactions of the tenant. */
export function isOf(accounts: ReadingToMerge['accounts']): Fragment {
  return sql`row.account_id = any(${accounts.map(({ id }) => id)})`
}

/** The stored transactions of the accounts, with their place `at` in the table. */
export function storedRows(tenant: TenantId, table: Fragment, accounts: ReadingToMerge['accounts']): Fragment {
  return sql`select ctid as at, * from ${table} as row where tenant_id = ${tenant} and ${isOf(accounts)}`
}
