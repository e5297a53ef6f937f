import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import type { Reach } from '../domain/reach.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Database, Queries, ReachQueries } from './database.ts'
import { type Fragment, joined, sql } from './sql.ts'
import { within } from './within.ts'

const columns = sql`sequence, id, type, occurred_at as "occurredAt", via, applicant_id as "applicantId",
  case_id as "caseId", analysis_id as "analysisId", document_id as "documentId", bank_login_id as "bankLoginId",
  bank_session_id as "bankSessionId", shipment_id as "shipmentId", analysis_status as "analysisStatus",
  analysis_stage as "analysisStage", analysis_version as "analysisVersion", correlation_id as "correlationId"`

/** Up to `limit` events after a sequence number, in order. */
export function readEvents(
  queries: ReachQueries,
  reach: Reach,
  filter: EventFilter,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ActivityEvent[]> {
  return queries.rows<ActivityEvent>(sql`
    select ${columns} from events as item
    where ${within(reach)} and sequence > ${after} ${joined(conditions(filter), ' ')}
    order by sequence limit ${limit}`)
}

/** The sequence number of the newest event, and that up to which events may have been purged; 0 and 0 for a tenant without events. */
export async function readLogBounds(
  queries: Queries,
  tenant: TenantId,
): Promise<{ readonly last: number; readonly purgedThrough: number }> {
  const [row] = await queries.rows<{ last: number; purgedThrough: number }>(sql`
    select last_sequence as last, purged_through as "purgedThrough" from tenants where tenant_id = ${tenant}`)
  return row ?? { last: 0, purgedThrough: 0 }
}

/** The sequence numbers of several tenants' newest events, by tenant. */
export async function readHeads(queries: Queries, tenants: readonly TenantId[]): Promise<ReadonlyMap<string, number>> {
  const rows = await queries.acrossTenants<{ tenant: string; last: number }>(sql`
    select tenant_id as tenant, last_sequence as last from tenants where tenant_id = any(${tenants})`)
  return new Map(rows.map(row => [row.tenant, row.last]))
}

/** How many events one SQL statement deletes. */
const purgeBatch = 1_000

/**
 * Deletes the events of every tenant that are older than a moment, oldest first and without gaps, and moves the purge
 * marks. An old event that follows a newer one stays until that one is old too.
 *
 * @returns how many were deleted
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

/** The counter is locked only after the events are deleted, so appending has to wait only for the commit. */
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

/** An empty id filters too: nothing has it. */
function conditions(filter: EventFilter): Fragment[] {
  return [
    filter.types ? sql`and type = any(${filter.types})` : null,
    filter.applicantId == null ? null : sql`and applicant_id = ${filter.applicantId}`,
    filter.caseId == null ? null : sql`and case_id = ${filter.caseId}`,
    filter.analysisId == null ? null : sql`and analysis_id = ${filter.analysisId}`,
    filter.bankLoginId == null ? null : sql`and bank_login_id = ${filter.bankLoginId}`,
    filter.shipmentId == null ? null : sql`and shipment_id = ${filter.shipmentId}`,
  ].filter(condition => condition !== null)
}
