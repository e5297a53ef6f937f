import type {
  Metric,
  RiskAssessment,
  RiskFlag,
  RiskKind,
  RiskLevel,
  RiskSignal,
  Score,
} from '../domain/risk-assessment.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import { type Fragment, sql } from './sql.ts'

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
  readonly metrics: readonly Metric[]
}

const columns = sql`item.id, item.collection_id, item.kind, item.provider_id, item.applicant_id, item.analysis_id, item.assessed_at,
  item.provider_reference, item.level, item.score, item.risk_class, item.flag, item.signals, item.metrics`

const isLatest = sql`item.collection_id = latest.collection_id and item.id = latest.id`

/** Assessments by id, each in the version published last. */
export async function readRiskAssessments(
  queries: Queries,
  tenant: TenantId,
  ids: readonly string[],
): Promise<RiskAssessment[]> {
  const rows = await queries.rows<RiskAssessmentRow>(sql`
    select ${columns} from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (${latestAssessments(tenant, sql`version.id = wanted.id`)}) as latest
    join risk_assessments as item on item.tenant_id = ${tenant} and ${isLatest}`)
  return rows.map(toRiskAssessment)
}

/** The newest assessments of each applicant, case or analysis, newest first, by parent. */
export async function readRiskAssessmentsOf(
  queries: Queries,
  tenant: TenantId,
  parent: 'applicant' | 'case' | 'analysis',
  keys: readonly string[],
  limit: number,
): Promise<Map<string, RiskAssessment[]>> {
  const scopes = {
    applicant: sql`version.applicant_id = parent.key`,
    analysis: sql`version.analysis_id = parent.key`,
    case: sql`version.analysis_id in (select id from analyses where tenant_id = ${tenant} and case_id = parent.key)`,
  }
  const rows = await queries.rows<RiskAssessmentRow & { parent_key: string }>(sql`
    select found.* from unnest(${keys}::text[]) as parent(key)
    cross join lateral (
      with latest as (${latestAssessments(tenant, scopes[parent])})
      select ${columns}, parent.key as parent_key
      from latest join risk_assessments as item on item.tenant_id = ${tenant} and ${isLatest}
      order by item.assessed_at desc, item.id desc limit ${limit}
    ) as found
    order by found.parent_key, found.assessed_at desc, found.id desc`)
  const groups = new Map<string, RiskAssessment[]>()
  for (const [key, found] of Map.groupBy(rows, row => row.parent_key)) groups.set(key, found.map(toRiskAssessment))
  return groups
}

/** Published ones only, and of each the version published last. */
function latestAssessments(tenant: TenantId, scope: Fragment): Fragment {
  return sql`
    select distinct on (version.id) version.collection_id, version.id
    from risk_assessments as version
    join collections as collection on collection.tenant_id = version.tenant_id and collection.id = version.collection_id
    where version.tenant_id = ${tenant} and ${scope} and collection.published_at is not null
    order by version.id, collection.published_at desc, collection.id desc`
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
    metrics: row.metrics,
  }
}
