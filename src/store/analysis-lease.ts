import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

// The database's own clock decides, so that servers whose clocks differ agree on who holds what.

/** Takes the right to talk to the vendor about an analysis. @returns false when another holds it, or it is over */
export async function takeLease(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  owner: string,
  seconds: number,
): Promise<boolean> {
  const taken = await queries.rows(sql`
    update analyses set lease_owner = ${owner}, lease_until = clock_timestamp() + make_interval(secs => ${seconds})
    where tenant_id = ${tenant} and id = ${analysisId} and completed_at is null
      and (lease_until is null or lease_until < clock_timestamp())
    returning id`)
  return taken.length > 0
}

/** Keeps a lease that is still held. @returns false when it is lost, or the analysis is over */
export async function renewLease(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  owner: string,
  seconds: number,
): Promise<boolean> {
  const renewed = await queries.rows(sql`
    update analyses set lease_until = clock_timestamp() + make_interval(secs => ${seconds})
    where tenant_id = ${tenant} and id = ${analysisId} and lease_owner = ${owner} and completed_at is null
      and lease_until >= clock_timestamp()
    returning id`)
  return renewed.length > 0
}

export async function releaseLease(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  owner: string,
): Promise<void> {
  await queries.rows(sql`
    update analyses set lease_owner = null, lease_until = null
    where tenant_id = ${tenant} and id = ${analysisId} and lease_owner = ${owner}`)
}
