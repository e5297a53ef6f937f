import type { AnalysisProduct } from '../domain/analysis.ts'
import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import type { Report } from '../domain/report.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, ReachQueries } from './database.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** A report of an analysis, with its ordinal among them. */
export interface StoredReport extends Report {
  readonly analysisId: string
  readonly ordinal: number
  readonly providerId: string
}

const columns = sql`item.analysis_id as "analysisId", item.ordinal, item.provider_id as "providerId", item.reference, item.name,
  item.media_type as "mediaType", item.created_at as "createdAt"`

export async function stageReport(
  queries: Queries,
  tenant: TenantId,
  collectionId: string,
  report: StoredReport,
): Promise<void> {
  await queries.rows(sql`
    insert into reports (tenant_id, collection_id, ordinal, analysis_id, provider_id, reference, name, media_type,
      created_at)
    values (${tenant}, ${collectionId}, ${report.ordinal}, ${report.analysisId}, ${report.providerId},
      ${report.reference}, ${report.name}, ${report.mediaType}, ${report.createdAt})`)
}

/** One report, with the product of its analysis; null when there is none. */
export async function readReport(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  ordinal: number,
): Promise<(StoredReport & { readonly product: AnalysisProduct }) | null> {
  const [row] = await queries.rows<StoredReport & { readonly product: AnalysisProduct }>(sql`
    select ${columns}, a.product from reports item
    join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
    join analyses a on a.tenant_id = item.tenant_id and a.id = item.analysis_id
    where item.tenant_id = ${tenant} and item.analysis_id = ${analysisId} and item.ordinal = ${ordinal}`)
  return row ?? null
}

/** The reports of each analysis, in order, by analysis. */
export async function readReportsOfAnalyses(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
  limit: number = listLimits.reports,
): Promise<Map<string, StoredReport[]>> {
  const rows = await queries.rows<StoredReport>(sql`
    select ${columns} from reports item
    join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
    where ${within(reach, sql`c.applicant_id`)} and item.analysis_id = any(${analysisIds}) and item.ordinal < ${limit}
    order by item.analysis_id, item.ordinal`)
  return Map.groupBy(rows, row => row.analysisId)
}
