import { pairKey, type StatementPair } from '../domain/judge-statements.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { type Places, type PlacedStatement, planMoves, rowsOf, type Target } from './plan-moves.ts'
import { type Fragment, sql } from './sql.ts'
import { storedColumns } from './transaction-columns.ts'
import { withoutNestedLoops } from './without-nested-loops.ts'

// A transaction in `transactions` counts; one in `duplicate_transactions` does not. Only this file moves rows between them.

/** Deletes the transactions of statements whose more complete reading is about to be published. */
export async function dropTransactionsOfStatements(
  tx: Transaction,
  tenant: TenantId,
  applicantId: string,
  statementIds: readonly string[],
): Promise<void> {
  if (statementIds.length === 0) return
  const isOfThem = sql`applicant_id = ${applicantId} and statement_id = any(${statementIds})`
  await tx.rows(sql`delete from transactions where tenant_id = ${tenant} and ${isOfThem}`)
  await tx.rows(sql`delete from duplicate_transactions where tenant_id = ${tenant} and ${isOfThem}`)
}

/** How many transactions the statements of each pair have in common: equal date, amount and currency. By `pairKey`. */
export async function countCommonTransactions(
  tx: Transaction,
  tenant: TenantId,
  collection: Target,
  pairs: readonly StatementPair[],
): Promise<ReadonlyMap<string, number>> {
  if (pairs.length === 0) return new Map()
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const query = sql`
    with numbered as materialized (
      select statement_id, effective_date, amount, currency,
        row_number() over (partition by statement_id, effective_date, amount, currency) as nth
      from (${rowsOf(collection, ids)}) as found where tenant_id = ${tenant}
    )
    select pair.a, pair.b, count(*) as common
    from unnest(${pairs.map(({ a }) => a)}::text[], ${pairs.map(({ b }) => b)}::text[]) as pair(a, b)
    join numbered one on one.statement_id = pair.a
    join numbered other on other.statement_id = pair.b and other.effective_date = one.effective_date
      and other.amount = one.amount and other.currency = one.currency and other.nth = one.nth
    group by pair.a, pair.b`
  const rows = await withoutNestedLoops(tx, () => tx.rows<StatementPair & { readonly common: number }>(query))
  return new Map(rows.map(({ a, b, common }) => [pairKey(a, b), common]))
}

/**
 * Moves every transaction of the collection, and those of the given statements and bank accounts, to the table they
 * belong to.
 *
 * @param places all transactions of a statement of the collection that is not among them count
 */
export async function placeTransactions(
  tx: Transaction,
  tenant: TenantId,
  collection: Target,
  places: Places,
): Promise<void> {
  const { statements, accounts } = places
  await withoutNestedLoops(tx, async () => {
    if (statements.length + accounts.length > 0) {
      await planMoves(tx, tenant, collection, places)
      const [last] = await tx.acrossTenants<{ part: number | null }>(sql`select max(move_part) as part from moves`)
      const parts = Array.from({ length: (last?.part ?? -1) + 1 }, (_, part) => part)
      // All moves of one kind before those of the next: rows that become duplicates make place for those that count.
      for (const part of parts) await moveToDuplicates(tx, tenant, part)
      for (const part of parts) await moveToCounting(tx, tenant, part)
      for (const part of parts)
        await tx.rows(sql`
          insert into duplicate_transactions (${storedColumns}, duplicate_of_id, shown)
          select ${storedColumns}, target, true from staged_transactions
          join moves on move_from = 'staged' and move_part = ${part} and move_position = position
          where tenant_id = ${tenant} and owner_id = ${collection.id}`)
      if (accounts.length > 0) await followReplaced(tx, tenant)
    }
    if (collection.id !== null)
      await publishStaged(tx, tenant, { ...collection, id: collection.id }, statements.length > 0)
    await decideWhichAreShown(tx, tenant, collection, statements)
  })
}

async function moveToDuplicates(tx: Transaction, tenant: TenantId, part: number): Promise<void> {
  const leaves = sql`move_part = ${part} and move_from = 'counting'`
  await tx.rows(sql`
    with gone as (
      delete from transactions
      where tenant_id = ${tenant} and ctid = any(array(select move_at from moves where ${leaves}))
      returning *
    )
    insert into duplicate_transactions (${storedColumns}, duplicate_of_id, shown)
    select ${storedColumns}, target, true from gone join moves on ${leaves} and move_id = id`)
  const stays = sql`move_part = ${part} and move_from = 'duplicate' and move_to = 'duplicate'`
  await tx.rows(sql`
    update duplicate_transactions copy set duplicate_of_id = target from moves
    where tenant_id = ${tenant} and copy.ctid = any(array(select move_at from moves where ${stays}))
      and owner_id = move_owner and id = move_id and ${stays}`)
}

/** If the booked transaction that replaced a pending one is now a duplicate itself, the pending one refers to what counts instead. */
async function followReplaced(tx: Transaction, tenant: TenantId): Promise<void> {
  await tx.rows(sql`
    with replaced as (
      select pending.at, coalesce(target, move_id) as follows from moves cross join lateral (
        select ctid as at, duplicate_of_id from duplicate_transactions
        where tenant_id = ${tenant} and replaced_by_id = move_id offset 0
      ) as pending
      where duplicate_of_id <> coalesce(target, move_id)
    )
    update duplicate_transactions copy set duplicate_of_id = follows from replaced
    where tenant_id = ${tenant} and copy.ctid = any(array(select at from replaced)) and copy.ctid = replaced.at`)
}

async function moveToCounting(tx: Transaction, tenant: TenantId, part: number): Promise<void> {
  await tx.rows(sql`
    with gone as (
      delete from duplicate_transactions
      where tenant_id = ${tenant}
        and ctid = any(array(
          select move_at from moves where move_part = ${part} and move_from = 'duplicate' and move_to = 'counting'))
      returning *
    )
    insert into transactions (${storedColumns}) select ${storedColumns} from gone on conflict (tenant_id, id, applicant_id) do nothing`)
}

/**
 * Makes all staged transactions count that are not copies. A transaction without a statement replaces an earlier
 * reading of it without a statement, and is dropped if one with a statement counts.
 */
async function publishStaged(
  tx: Transaction,
  tenant: TenantId,
  { id, applicantId }: Target & { readonly id: string },
  someAreCopies: boolean,
): Promise<void> {
  const isNoCopy = someAreCopies
    ? sql`not exists (select 1 from moves where move_from = 'staged' and move_position = staged.position)`
    : sql`true`
  await tx.rows(sql`
    delete from transactions where tenant_id = ${tenant} and ctid = any(array(
      select earlier.at from staged_transactions staged
      cross join lateral (${rowsWithId(tenant, sql`transactions`, sql`staged.id`)}) as earlier
      where staged.tenant_id = ${tenant} and staged.owner_id = ${id}
        and earlier.applicant_id = ${applicantId} and earlier.statement_id is null))`)
  const [last] = await tx.rows<{ position: number | null }>(sql`
    select max(position) as position from staged_transactions
    where tenant_id = ${tenant} and owner_id = ${id}`)
  for (let from = 0; from <= (last?.position ?? -1); from += tx.rowsPerStatement)
    await tx.rows(sql`
      insert into transactions (${storedColumns})
      select ${storedColumns} from staged_transactions staged
      where tenant_id = ${tenant} and owner_id = ${id}
        and position >= ${from} and position < ${from + tx.rowsPerStatement}
        and ${isNoCopy}
        and not exists (
          select 1 from statements s
          where s.tenant_id = ${tenant} and s.collection_id = ${id} and s.id = staged.statement_id and s.current is false)
      order by position
      on conflict (tenant_id, id, applicant_id) do nothing`)
}

/** Among copies with one id the first is shown, unless a transaction with that id counts. */
async function decideWhichAreShown(
  tx: Transaction,
  tenant: TenantId,
  { applicantId }: Target,
  statements: readonly PlacedStatement[],
): Promise<void> {
  const ids = statements.filter(statement => statement.isPlaced).map(statement => statement.id)
  if (ids.length === 0) return
  await tx.rows(sql`
    with wanted as (
      select distinct id from duplicate_transactions
      where tenant_id = ${tenant} and applicant_id = ${applicantId} and statement_id = any(${ids})
    ),
    decided as (
      select copy.at, copy.shown as was_shown,
        row_number() over (partition by wanted.id order by copy.owner_id) = 1 and not exists (
          select 1 from (${rowsWithId(tenant, sql`transactions`, sql`wanted.id`)}) as t
          where t.applicant_id = ${applicantId}) as shown
      from wanted cross join lateral (${rowsWithId(tenant, sql`duplicate_transactions`, sql`wanted.id`)}) as copy
      where copy.applicant_id = ${applicantId}
    )
    update duplicate_transactions set shown = not shown
    where tenant_id = ${tenant} and ctid = any(array(select at from decided where shown <> was_shown))`)
}

/**
 * The rows of a table with an id, for one row of a lateral join. The applicant is no condition in here: with it,
 * indexes of the applicant's rows seem as good as that of ids while the planner has no statistics.
 */
function rowsWithId(tenant: TenantId, table: Fragment, id: Fragment): Fragment {
  return sql`select ctid as at, * from ${table} as found where found.tenant_id = ${tenant} and found.id = ${id} offset 0`
}
