import type { AnalysisError, AnalysisProduct, AnalysisStatus } from '../domain/analysis.ts'
import type { Reach } from '../domain/reach.ts'
import type { ReachQueries } from './database.ts'
import { hasMoreCompleteAnalysis } from './more-complete-analysis.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/**
 * The state of a provider's data for a product: that of the newest analysis that was not cancelled, and when the newest
 * result that counts was published. If a COMPLETED analysis has all documents of a PARTIAL one, it is used in its
 * place.
 */
export interface AskedSource {
  readonly providerId: string
  readonly product: AnalysisProduct
  readonly status: AnalysisStatus
  readonly error: AnalysisError | null
  /** Null when there is no result. */
  readonly retrievedAt: Date | null
}

/** The sources that analyses have asked, of each applicant or case, by parent. */
export async function readAskedSources(
  queries: ReachQueries,
  reach: Reach,
  parent: 'applicant' | 'case',
  keys: readonly string[],
): Promise<Map<string, AskedSource[]>> {
  const key = parent === 'applicant' ? sql`item.applicant_id` : sql`item.case_id`
  const isOfParent = parent === 'applicant' ? sql`true` : sql`better.case_id = item.case_id`
  const rows = await queries.rows<AskedSource & { key: string }>(sql`
    with asked as (
      select ${key} as key, item.id, item.provider_id, item.product, item.status, item.error, item.requested_at,
        ${hasMoreCompleteAnalysis(reach.tenant, sql`better.provider_id = item.provider_id and ${isOfParent}`)} as outdone
      from analyses as item where ${within(reach)} and ${key} = any(${keys}) and item.status <> 'CANCELLED'
    ),
    retrieved as (
      select asked.key, asked.provider_id, asked.product, max(collection.published_at) as at
      from asked join collections as collection on collection.tenant_id = ${reach.tenant} and collection.analysis_id = asked.id
      where not asked.outdone
      group by asked.key, asked.provider_id, asked.product
    )
    select distinct on (asked.key, asked.provider_id, asked.product) asked.key, asked.provider_id as "providerId", asked.product,
      case when asked.outdone then 'COMPLETED' else asked.status end as status,
      case when not asked.outdone then asked.error end as error, retrieved.at as "retrievedAt"
    from asked left join retrieved using (key, provider_id, product)
    order by asked.key, asked.provider_id, asked.product, asked.requested_at desc, asked.id desc`)
  return Map.groupBy(rows, row => row.key)
}
