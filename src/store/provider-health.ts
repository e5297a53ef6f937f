import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** How a vendor has answered calls of one account lately. */
export interface ProviderHealthRow {
  /** The provider's id, a slash and the account's key. */
  readonly account: string
  readonly health: string
  readonly reason: string | null
  /** By the database's clock. */
  readonly checkedAt: Date
}

/** Stores the last observation of any server, and deletes accounts that were not called for 30 days. */
export async function saveProviderHealth(
  queries: Queries,
  { account, health, reason }: Omit<ProviderHealthRow, 'checkedAt'>,
): Promise<void> {
  await queries.acrossTenants(sql`
    insert into provider_health (account, health, reason, checked_at)
    values (${account}, ${health}, ${reason}, clock_timestamp())
    on conflict (account) do update
    set health = excluded.health, reason = excluded.reason, checked_at = excluded.checked_at`)
  await queries.acrossTenants(sql`
    delete from provider_health where checked_at < clock_timestamp() - interval '30 days'`)
}

export function readProviderHealth(
  queries: Queries,
  accounts: readonly string[],
): Promise<readonly ProviderHealthRow[]> {
  return queries.acrossTenants(sql`
    select account, health, reason, checked_at as "checkedAt" from provider_health where account = any(${accounts})`)
}
