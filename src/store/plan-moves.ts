import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import type { DaySpan } from './day-spans.ts'
import { type Fragment, joined, sql, verbatim } from './sql.ts'

/** A statement whose transactions are placed, or compared with placed ones. */
export interface PlacedStatement {
  readonly id: string
  /** Whether its transactions are still staged. */
  readonly isNew: boolean
  /** Equal for statements of one account. */
  readonly account: string
  /** Its place in the order of publication. */
  readonly rank: number
  readonly duplicateOfId: string | null
  /** False when its transactions are only compared with others. */
  readonly isPlaced: boolean
}

/** A bank account whose transactions of some days are placed together with those of statements. */
export interface PlacedAccount extends DaySpan {
  readonly id: string
  /** Equal for statements and bank accounts of one account. */
  readonly account: string
  readonly rank: number
  /** Its ordinal among the bank accounts of that account, from 0. */
  readonly round: number
  /** The position of the first transaction that is being published; null when there are none. */
  readonly newFrom: number | null
}

export interface Places {
  readonly statements: readonly PlacedStatement[]
  readonly accounts: readonly PlacedAccount[]
}

/** The collection that is being published (null for none) and its applicant. */
export interface Target {
  readonly id: string | null
  readonly applicantId: string
}

/** The transactions of statements, in any of the three tables and of any tenant. */
export function rowsOf({ id, applicantId }: Target, statementIds: readonly string[]): Fragment {
  const isWanted = sql`applicant_id = ${applicantId} and statement_id = any(${statementIds})`
  const staged = sql`union all select 'staged', null, ${columns}, null from staged_transactions where ${isWanted} and owner_id = ${id}`
  return sql`
    select 'counting' as place, ctid as at, ${columns}, null::text as duplicate_of_id from transactions where ${isWanted}
    union all select 'duplicate', ctid, ${columns}, duplicate_of_id from duplicate_transactions where ${isWanted}
    ${id === null ? sql`` : staged}`
}

const columns = sql`tenant_id, owner_id, id, statement_id, position, fingerprint, effective_date, amount, currency, status,
  booking_date is null and value_date is null as undated`

/** The transactions of bank accounts on their days, with the ordinal among equals, without those that were replaced. */
function rowsOfAccounts(tenant: TenantId, accounts: readonly PlacedAccount[]): Fragment {
  const days = accounts.flatMap(({ from, to }) => [from, to]).sort()
  const isWanted = sql`tenant_id = ${tenant} and account_id = any(${accounts.map(({ id }) => id)})
    and effective_date >= ${days.at(0) ?? null}::date and effective_date <= ${days.at(-1) ?? null}::date`
  return sql`
    select place, at, owner_id, id, position, effective_date, amount, currency, status, undated, duplicate_of_id, fingerprint || ':' || row_number() over (
        partition by owner_id, status = 'PENDING', fingerprint order by position) - 1 as fingerprint
    from (
      select 'counting' as place, ctid as at, ${columns}, null::text as duplicate_of_id from transactions where ${isWanted}
      union all
      select 'duplicate', ctid, ${columns}, duplicate_of_id from duplicate_transactions where ${isWanted} and replaced_by_id is null
    ) as row`
}

/**
 * Computes, in the temporary table `moves`, which rows are in the wrong table:
 * - Among transactions with the same account and fingerprint (date, amount, currency, folded description and ordinal),
 *   the one published first counts. A transaction without a date is equal to no other.
 * - Transactions of a copy do not count. Each refers to its equal in the statement that counts: the one with the same
 *   fingerprint, else with the same date, amount and ordinal among these.
 * - Only one of several rows with one id counts.
 *
 * Banks describe the same transaction differently from statements. So a transaction of a bank account is also equal to
 * one of a statement, or of another login of the account, with the same date, amount, currency and ordinal among those
 * without an equal fingerprint. Pending ones are compared only with pending ones. A booked one is preferred to others,
 * then one that already counts.
 */
export async function planMoves(
  tx: Transaction,
  tenant: TenantId,
  collection: Target,
  { statements, accounts }: Places,
): Promise<void> {
  await tx.acrossTenants(sql`
    create temporary table moves (move_from text not null, move_to text not null, move_at tid, move_owner text not null,
      move_id text not null, move_position integer not null, move_part integer not null, target text) on commit drop`)
  const scope = JSON.stringify([
    ...statements.map(({ id, ...statement }) => ({ ...statement, statementId: id })),
    ...accounts.map(({ id, ...account }) => ({ ...account, accountId: id, isPlaced: true })),
  ])
  const rounds = accounts.reduce((most, { round }) => Math.max(most, round + 1), 0)
  const found = sql`scope.*, row.place, row.at, row.owner_id, row.id, row.position, row.fingerprint, row.duplicate_of_id`
  const alike = sql`row.effective_date, row.amount, row.currency`
  await tx.rows(sql`
    with scope as materialized (
      select "statementId" as statement_id, "accountId" as account_id, account, rank, "isPlaced" as is_placed,
        "isNew" as is_new, "duplicateOfId" as original_id, round, "from" as from_day, "to" as to_day, "newFrom" as new_from
      from jsonb_to_recordset(${scope}::jsonb) as s("statementId" text, "accountId" text, account text, rank integer,
        "isPlaced" boolean, "isNew" boolean, "duplicateOfId" text, round integer, "from" date, "to" date, "newFrom" integer)
    ),
    found as materialized (
      select ${found}, false as is_pending, row.status = 'BOOKED' as is_booked, row.place = 'counting' as is_known,
        scope.original_id is null and not row.undated as is_compared,
        case when scope.original_id is null and not row.undated then scope.account || ' ' || row.fingerprint
          else scope.statement_id || ' ' || row.id end as movement,
        ${alike}, row_number() over (
          partition by scope.statement_id, ${alike} order by row.position) as nth
      from (${rowsOf(
        collection,
        statements.map(({ id }) => id),
      )}) as row
      join scope on scope.statement_id = row.statement_id and scope.is_new = (row.place = 'staged')
      where row.tenant_id = ${tenant}
      ${
        accounts.length === 0
          ? sql``
          : sql`
      union all
      select ${found}, row.status = 'PENDING', row.status = 'BOOKED',
        row.place = 'counting' and row.position < coalesce(scope.new_from, row.position + 1), not row.undated,
        case when row.undated then row.id else scope.account || case when row.status = 'PENDING' then ' pending ' else ' ' end
          || row.fingerprint end,
        ${alike}, 0
      from (${rowsOfAccounts(tenant, accounts)}) as row
      join scope on scope.account_id = row.owner_id and row.effective_date between scope.from_day and scope.to_day`
      }
    ),
    ${joined(
      Array.from({ length: rounds }, (_, round) => findEqual(round)),
      '',
    )}
    compared as (
      select *, first_value(id) over by_preference as first_id, first_value(rank) over by_preference as first_rank
      from (select *, ${rounds === 0 ? sql`0` : preference} as preference from ${rowsBefore(rounds)} where original_id is null) as row
      window by_preference as (partition by movement order by preference, rank)
    ),
    judged as materialized (
      select *, rank = first_rank and row_number() over (
        partition by id order by case when rank = first_rank then 0 else 1 end, rank) = 1 as counts
      from compared
    ),
    wanted as (
      select place, at, owner_id, id, position, duplicate_of_id, is_placed, counts, case when counts then null else first_id end as target
      from judged
      union all
      select copy.place, copy.at, copy.owner_id, copy.id, copy.position, copy.duplicate_of_id, copy.is_placed, false,
        coalesce(same.first_id, alike.first_id)
      from found copy
      left join judged same on same.statement_id = copy.original_id and same.fingerprint = copy.fingerprint
      left join judged alike on alike.statement_id = copy.original_id and same.id is null
        and alike.effective_date = copy.effective_date and alike.amount = copy.amount
        and alike.currency = copy.currency and alike.nth = copy.nth
      where copy.original_id is not null
    )
    insert into moves (move_from, move_to, move_at, move_owner, move_id, move_position, move_part, target)
    select place, case when counts then 'counting' else 'duplicate' end, at, owner_id, id, position,
      (row_number() over () - 1) / ${tx.rowsPerStatement}, target
    from wanted
    where is_placed and case place when 'counting' then not counts when 'staged' then not counts
      else counts or target is distinct from duplicate_of_id end`)
}

/** Sorts rows that are one transaction by preference, if one of them belongs to a bank account. */
const preference = sql`case when bool_or(account_id is not null) over (partition by movement)
  then (not is_booked)::integer * 2 + (not is_known)::integer else 0 end`

/** The rows after the bank accounts of the first `round` ordinals have been compared. */
function rowsBefore(round: number): Fragment {
  return verbatim(round === 0 ? 'found' : `found_in_round_${round}`)
}

/**
 * Gives each row of the bank accounts with one ordinal its `movement`, which is equal for rows that are one
 * transaction: that of the row with the same fingerprint, else that of the n-th row with the same day, amount and
 * currency that has no equal by fingerprint, else its own.
 */
function findEqual(round: number): Fragment {
  const group = sql`account, is_pending, effective_date, amount, currency`
  const isBefore = sql`coalesce(round, -1) < ${round}`
  return sql`
    ${rowsBefore(round + 1)} as (
      select statement_id, account_id, account, rank, original_id, is_placed, round, place, at, owner_id, id, position, fingerprint,
        duplicate_of_id, is_pending, is_booked, is_known, is_compared, effective_date, amount, currency, nth,
        coalesce(case when part = 'row' and not is_exact then max(movement) filter (where part = 'movement') over (
          partition by ${group}, is_exact, nth_of_rest) end, movement) as movement
      from (
        select *, row_number() over (partition by part, is_exact, ${group} order by position, movement) as nth_of_rest
        from (
          select *, bool_or(part = 'movement') over same and bool_or(part = 'row') over same as is_exact
          from (
            select *, case when not is_compared then 'none' when round = ${round} then 'row'
              when ${isBefore} and row_number() over (partition by movement, is_compared and ${isBefore} order by rank) = 1
              then 'movement' else 'none' end as part
            from ${rowsBefore(round)}
          ) as row window same as (partition by movement)
        ) as row
      ) as row
    ),`
}
