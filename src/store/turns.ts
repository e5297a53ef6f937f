import type { Subject, VendorAccountId } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

// A vendor account may have a limit of subjects at a time. Tenants that share the account share its turns.

/**
 * Locks the turns of an account until the transaction ends. A transaction that gives or ends a turn takes this lock
 * before any row.
 */
export async function lockTurns(tx: Transaction, { providerId, accountKey }: VendorAccountId): Promise<void> {
  await tx.acrossTenants(sql`select pg_advisory_xact_lock(hashtextextended(${`${providerId} ${accountKey}`}, 0))`)
}

/**
 * Whether it is a subject's turn: the account has room, and no waiting subject comes before it. Tenants with fewer
 * subjects at the vendor come first, then subjects that have waited longer. The caller has locked the turns.
 */
export async function isItsTurn(
  tx: Transaction,
  tenant: TenantId,
  { kind, id }: Subject,
  { providerId, accountKey, limit, at }: VendorAccountId & { readonly limit: number; readonly at: Date },
): Promise<boolean> {
  const first = await tx.acrossTenants(sql`
    with ${waitersOf({ providerId, accountKey })},
    candidate as (
      select * from waiter
      union all
      select ${tenant}, ${kind}, ${id}, ${at}::timestamptz
      where not exists (select 1 from waiter where tenant_id = ${tenant} and kind = ${kind} and id = ${id})
    ),
    placed as (
      select candidate.*, row_number() over (partition by candidate.tenant_id order by turn_since, id)
        + coalesce(taken.count, 0) as place
      from candidate left join taken on taken.tenant_id = candidate.tenant_id
    ),
    next as (
      select tenant_id, kind, id from placed order by place, turn_since, id
      limit greatest(0, ${limit} - (select coalesce(sum(count), 0) from taken))
    )
    select 1 from next where tenant_id = ${tenant} and kind = ${kind} and id = ${id}`)
  return first.length > 0
}

/**
 * Makes the next look come now for the subject whose turn is next, after a turn became free. It is a hint too, because a
 * worker that has just found no turn for it writes a later time when it releases the claim.
 */
export async function wakeNextWaiter(tx: Transaction, account: VendorAccountId, at: Date): Promise<void> {
  await tx.acrossTenants(sql`
    with ${waitersOf(account)},
    next as (
      select waiter.* from (
        select waiter.*, row_number() over (partition by waiter.tenant_id order by turn_since, id)
          + coalesce(taken.count, 0) as place
        from waiter left join taken on taken.tenant_id = waiter.tenant_id
      ) as waiter order by place, turn_since, id limit 1
    )
    update work w set due_at = least(w.due_at, ${at}), hinted_at = least(w.hinted_at, ${at}) from next
    where w.tenant_id = next.tenant_id and w.kind = next.kind and w.id = next.id`)
}

function waitersOf({ providerId, accountKey }: VendorAccountId) {
  return sql`taken as (
      select tenant_id, count(*) as count from work
      where provider_id = ${providerId} and account_key = ${accountKey} and turn = 'TAKEN' group by tenant_id
    ),
    waiter as (
      select tenant_id, kind, id, turn_since from work
      where provider_id = ${providerId} and account_key = ${accountKey} and turn = 'WAITING'
    )`
}
