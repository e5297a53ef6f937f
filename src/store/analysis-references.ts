import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** Keeps the vendor's ids by which a webhook may name an analysis. */
export async function saveReferences(
  queries: Queries,
  tenant: TenantId,
  providerId: string,
  analysisId: string,
  references: readonly string[],
): Promise<void> {
  if (references.length === 0) return
  await queries.rows(sql`
    insert into analysis_references (provider_id, reference, tenant_id, analysis_id)
    select ${providerId}, reference, ${tenant}, ${analysisId} from unnest(${references}::text[]) as reference
    on conflict do nothing`)
}

/** Open analyses of any tenant that are known to the vendor by one of these ids. */
export function findByReferences(
  queries: Queries,
  providerId: string,
  references: readonly string[],
): Promise<{ readonly tenant: string; readonly analysisId: string; readonly correlationId: string }[]> {
  return queries.acrossTenants(sql`
    select distinct a.tenant_id as tenant, a.id as "analysisId", a.correlation_id as "correlationId"
    from analysis_references r
    join analyses a on a.tenant_id = r.tenant_id and a.id = r.analysis_id and a.provider_id = r.provider_id
    where r.provider_id = ${providerId} and r.reference = any(${references}) and a.completed_at is null`)
}

/** Whether any analysis, open or over, is known to the vendor by one of these ids. */
export async function isReferenceKnown(
  queries: Queries,
  providerId: string,
  references: readonly string[],
): Promise<boolean> {
  const known = await queries.acrossTenants(sql`
    select 1 from analysis_references where provider_id = ${providerId} and reference = any(${references}) limit 1`)
  return known.length > 0
}
