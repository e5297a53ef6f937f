import type { Reach } from '../domain/reach.ts'
import type {
  Metric,
  RiskAssessment,
  RiskFlag,
  RiskKind,
  RiskLevel,
  RiskSignal,
  Score,
} from '../domain/risk-assessment.ts'
import type { ReachQueries } from './database.ts'
import { integerColumn } from './keyset.ts'
import type { ListDefinition } from './list.ts'
import { sql } from './sql.ts'
import { applicantOfCollection, within } from './within.ts'

interface RiskAssessmentRow {
  readonly id: string
  readonly collection_id: string
  readonly kind: RiskKind
  readonly provider_id: string
  readonly applicant_id: string
  readonly analysis_id: string
  readonly assessed_at: Date
  readonly provider_reference: string | null
  readonly level: RiskLevel
  readonly score: Score | null
  readonly risk_class: number | null
  readonly flag: RiskFlag | null
  readonly signals: readonly RiskSignal[]
}

const columns = sql`item.id, item.collection_id, item.kind, item.provider_id, item.applicant_id, item.analysis_id, item.assessed_at,
  item.provider_reference, item.level, item.score, item.risk_class, item.flag, item.signals`

/** Assessments by id, each in its most complete reading. */
export async function readRiskAssessments(
  queries: ReachQueries,
  reach: Reach,
  ids: readonly string[],
): Promise<RiskAssessment[]> {
  const rows = await queries.rows<RiskAssessmentRow>(sql`
    select distinct on (item.id) ${columns} from risk_assessments as item
    where ${within(reach)} and item.id = any(${ids}) and item.current
    order by item.id, item.published_at desc`)
  return rows.map(toRiskAssessment)
}

/** The newest assessments of each applicant, case or analysis, newest first, by parent. */
export async function readRiskAssessmentsOf(
  queries: ReachQueries,
  reach: Reach,
  { kind, keys }: { readonly kind: 'applicant' | 'case' | 'analysis'; readonly keys: readonly string[] },
  limit: number,
): Promise<Map<string, RiskAssessment[]>> {
  const found = sql`
    select own.id, own.applicant_id from risk_assessments as own
    where own.tenant_id = item.tenant_id and own.published_at is not null and own.analysis_id`
  const scopes = {
    applicant: sql`item.applicant_id = parent.key`,
    analysis: sql`(item.id, item.applicant_id) in (${found} = parent.key)`,
    case: sql`(item.id, item.applicant_id) in (${found} in (select id from analyses where tenant_id = item.tenant_id and case_id = parent.key))`,
  }
  const rows = await queries.rows<RiskAssessmentRow & { parent_key: string }>(sql`
    select found.* from unnest(${keys}::text[]) as parent(key)
    cross join lateral (
      select ${columns}, parent.key as parent_key from risk_assessments as item
      where ${within(reach)} and item.current and ${scopes[kind]}
      order by item.assessed_at desc, item.id desc limit ${limit}
    ) as found
    order by found.parent_key, found.assessed_at desc, found.id desc`)
  const groups = new Map<string, RiskAssessment[]>()
  for (const [key, found] of Map.groupBy(rows, row => row.parent_key)) groups.set(key, found.map(toRiskAssessment))
  return groups
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
export const metricList: ListDefinition<MetricListArgs, Metric, Metric> = {
  toQuery: (parents, { names }) => ({
    parents: parents.keys,
    columns: sql`item.name, item.value, item.unit, item.basis`,
    from: [sql`risk_metrics as item`],
    applicantId: applicantOfCollection,
    conditions: [
      sql`item.collection_id = split_part(parent.key, '/', 1) and item.assessment_id = split_part(parent.key, '/', 2)`,
      ...(names ? [sql`item.name = any(${names})`] : []),
    ],
  }),
  toOrder: () => ({ columns: [integerColumn(sql`item.ordinal`)], descending: false }),
  toItem: ({ name, value, unit, basis }) => ({ name, value, unit, basis }),
}

function toRiskAssessment(row: RiskAssessmentRow): RiskAssessment {
  return {
    id: row.id,
    collectionId: row.collection_id,
    kind: row.kind,
    providerId: row.provider_id,
    applicantId: row.applicant_id,
    analysisId: row.analysis_id,
    assessedAt: row.assessed_at,
    providerReference: row.provider_reference,
    level: row.level,
    score: row.score,
    riskClass: row.risk_class,
    flag: row.flag,
    signals: row.signals,
  }
}
