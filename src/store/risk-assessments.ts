import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import type { Metric, RiskAssessment } from '../domain/risk-assessment.ts'
import type { ReachQueries } from './database.ts'
import { type ListDefinition, integerColumn } from './keyset.ts'
import { sql } from './sql.ts'
import { applicantOfCollection, within } from './within.ts'

const columns = sql`item.id, item.collection_id as "collectionId", item.kind, item.provider_id as "providerId",
  item.applicant_id as "applicantId", item.analysis_id as "analysisId", item.assessed_at as "assessedAt",
  item.provider_reference as "providerReference", item.level, item.score, item.risk_class as "riskClass", item.flag, item.signals`

/** Assessments by id, each in its most complete reading. */
export function readRiskAssessments(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<RiskAssessment[]> {
  return queries.rows(sql`
    select distinct on (item.id) ${columns} from risk_assessments as item
    where ${within(reach)} and item.id = any(${ids}) and item.current
    order by item.id, item.published_at desc`)
}

/** The newest assessments of each applicant, case or analysis, newest first, by parent. */
export async function readRiskAssessmentsOf(
  queries: ReachQueries,
  reach: Reach,
  { kind, keys }: { readonly kind: 'applicant' | 'case' | 'analysis'; readonly keys: readonly string[] },
  limit: number = listLimits.riskAssessments,
): Promise<Map<string, RiskAssessment[]>> {
  const found = sql`
    select own.id, own.applicant_id from risk_assessments as own
    where own.tenant_id = item.tenant_id and own.published_at is not null and own.analysis_id`
  const scopes = {
    applicant: sql`item.applicant_id = parent.key`,
    analysis: sql`(item.id, item.applicant_id) in (${found} = parent.key)`,
    case: sql`(item.id, item.applicant_id) in (${found} in (select id from analyses where tenant_id = item.tenant_id and case_id = parent.key))`,
  }
  const rows = await queries.rows<RiskAssessment & { parentKey: string }>(sql`
    select found.* from unnest(${keys}::text[]) as parent(key)
    cross join lateral (
      select ${columns}, parent.key as "parentKey" from risk_assessments as item
      where ${within(reach)} and item.current and ${scopes[kind]}
      order by item.assessed_at desc, item.id desc limit ${limit}
    ) as found
    order by found."parentKey", found."assessedAt" desc, found.id desc`)
  return Map.groupBy(rows, row => row.parentKey)
}

/** The key of an assessment as the parent of a list of metrics. */
export function toAssessmentKey({ collectionId, id }: Pick<RiskAssessment, 'collectionId' | 'id'>): string {
  return `${collectionId}/${id}`
}

export interface MetricListArgs {
  /** The names of the metrics to list; null for all. */
  readonly names: readonly string[] | null
}

/** Metrics of an assessment, in the vendor's order. */
export const metricList: ListDefinition<MetricListArgs, Metric, Metric> = (parents, { names }) => ({
  parents: parents.keys,
  columns: sql`item.name, item.value, item.unit, item.basis`,
  from: [sql`risk_metrics as item`],
  applicantId: applicantOfCollection,
  conditions: [
    sql`item.collection_id = split_part(parent.key, '/', 1) and item.assessment_id = split_part(parent.key, '/', 2)`,
    ...(names ? [sql`item.name = any(${names})`] : []),
  ],
  order: { columns: [integerColumn(sql`item.ordinal`)], descending: false },
  toItem: ({ name, value, unit, basis }) => ({ name, value, unit, basis }),
})
