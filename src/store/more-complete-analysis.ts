import type { TenantId } from '../domain/tenant.ts'
import { type Fragment, sql } from './sql.ts'

/**
 * Whether the analysis `item` ended PARTIAL and another one of the same product, earlier or later, ended COMPLETED with
 * all of its documents. Then only the other one counts.
 *
 * @param scope a condition on `item` and `better`, such as that they belong to one case
 */
export function hasMoreCompleteAnalysis(tenant: TenantId, scope: Fragment): Fragment {
  const documentsOf = (analysisId: Fragment) => sql`
    select coalesce(d.sha256, d.id) from analysis_documents used
    join documents d on d.tenant_id = used.tenant_id and d.id = used.document_id
    where used.tenant_id = ${tenant} and used.analysis_id = ${analysisId}`
  return sql`(item.status = 'PARTIAL' and exists (
    select 1 from analyses better
    where better.tenant_id = ${tenant} and better.applicant_id = item.applicant_id and better.product = item.product
      and better.status = 'COMPLETED' and ${scope}
      and not exists (${documentsOf(sql`item.id`)} except ${documentsOf(sql`better.id`)})))`
}
