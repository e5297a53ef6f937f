import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Database, Queries } from './database.ts'
import { type Fragment, joined, sql } from './sql.ts'

const columns = sql`sequence, id, type, occurred_at as "occurredAt", via, applicant_id as "applicantId",
  case_id as "caseId", analysis_id as "analysisId", document_id as "documentId", bank_login_id as "bankLoginId",
  bank_session_id as "bankSessionId", shipment_id as "shipmentId", analysis_status as "analysisStatus",
  analysis_stage as "analysisStage", analysis_version as "analysisVersion", correlation_id as "correlationId"`

/** Up to `limit` events after a number, in order. */
export function readEvents(
  queries: Queries,
  tenant: TenantId,
  filter: EventFilter,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ActivityEvent[]> {
  return queries.rows<ActivityEvent>(sql`
    select ${columns} from events
    where tenant_id = ${tenant} and sequence > ${after} ${joined(conditions(filter), ' ')}
    order by sequence limit ${limit}`)
}

/** The number of the newest event, and up to which they may have been purged; zeros for a tenant without any. */
export async function readLogBounds(
  queries: Queries,
  tenant: TenantId,
): Promise<{ readonly last: number; readonly purgedThrough: number }> {
  const [row] = await queries.rows<{ last: number; purgedThrough: number }>(sql`
    select last_sequence as last, purged_through as "purgedThrough" from tenants where tenant_id = ${tenant}`)
  return row ?? { last: 0, purgedThrough: 0 }
}

/** The numbers of the newest events of several tenants. */
export function readHeads(queries: Queries, tenants: readonly TenantId[]): Promise<{ tenant: string; last: number }[]> {
  return queries.acrossTenants(sql`
    select tenant_id as tenant, last_sequence as last from tenants where tenant_id = any(${tenants})`)
}

/** How many events are deleted at a time. */
const purgeBatch = 1_000

/**
 * Removes events older than a moment, of every tenant, oldest first and without a hole, and remembers how far it went. An
 * old event that follows a newer one stays until that one is old too.
 *
 * @returns how many were removed
 */
export async function purgeEvents(database: Database, before: Date): Promise<number> {
  const tenants = await database.acrossTenants<{ tenant: string }>(sql`
    select distinct tenant_id as tenant from events where occurred_at < ${before}`)
  let removed = 0
  for (const { tenant } of tenants) {
    let batch: number
    do {
      batch = await purgeOldest(database, parseTenantId(tenant), before)
      removed += batch
    } while (batch === purgeBatch)
  }
  return removed
}

/** The counter is locked after the events are deleted: whoever appends waits for the commit alone. */
async function purgeOldest(database: Database, tenant: TenantId, before: Date): Promise<number> {
  const [purged] = await database.rows<{ count: number }>(sql`
    with oldest as materialized (
      select sequence, occurred_at from events where tenant_id = ${tenant} order by sequence limit ${purgeBatch}
    ), gone as (
      delete from events where tenant_id = ${tenant} and sequence <= (select max(sequence) from oldest)
        and sequence < coalesce((select min(sequence) from oldest where occurred_at >= ${before}), 'infinity'::float8)
      returning sequence
    ), bound as materialized (select max(sequence) as through, count(*) as count from gone)
    update tenants set purged_through = greatest(purged_through, bound.through) from bound
    where tenant_id = ${tenant} and bound.through is not null
    returning bound.count`)
  return purged?.count ?? 0
}

function conditions(filter: EventFilter): Fragment[] {
  return [
    filter.types ? sql`and type = any(${filter.types})` : null,
    isGiven(filter.applicantId) ? sql`and applicant_id = ${filter.applicantId}` : null,
    isGiven(filter.caseId) ? sql`and case_id = ${filter.caseId}` : null,
    isGiven(filter.analysisId) ? sql`and analysis_id = ${filter.analysisId}` : null,
    isGiven(filter.bankLoginId) ? sql`and bank_login_id = ${filter.bankLoginId}` : null,
    isGiven(filter.shipmentId) ? sql`and shipment_id = ${filter.shipmentId}` : null,
  ].filter(condition => condition !== null)
}

/** An empty id is one that nothing has, not one that was left out. */
function isGiven(id: string | null | undefined): id is string {
  return id !== null && id !== undefined
}
