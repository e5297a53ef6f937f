import type { TenantId } from '../domain/tenant.ts'
import type { Transaction } from './database.ts'
import { sql } from './sql.ts'

export interface Turn {
  readonly analysisId: string
  readonly providerId: string
  /** Of the vendor. Tenants that share it share its turns. */
  readonly accountKey: string
  /** How many analyses the vendor takes from it at a time. */
  readonly limit: number
}

/**
 * Counts an analysis among those that its vendor has, from now until it ends.
 * @returns false, and does nothing, when the vendor has as many as it takes
 */
export async function takeTurn(tx: Transaction, tenant: TenantId, turn: Turn): Promise<boolean> {
  const { analysisId, providerId, accountKey, limit } = turn
  // Two that are counted at the same time must see each other.
  await tx.acrossTenants(sql`select pg_advisory_xact_lock(hashtextextended(${`${providerId} ${accountKey}`}, 0))`)
  const [row] = await tx.acrossTenants<{ readonly count: number }>(sql`
    select count(*)::int as count from analyses
    where provider_id = ${providerId} and account_key = ${accountKey} and completed_at is null
      and status in ('SUBMITTING', 'PROCESSING')`)
  if ((row?.count ?? 0) >= limit) return false
  await tx.rows(sql`
    update analyses set account_key = ${accountKey} where tenant_id = ${tenant} and id = ${analysisId}`)
  return true
}
