import type { Analysis, AnalysisProduct, AnalysisRun, AnalysisStatus, DocumentResult } from '../domain/analysis.ts'
import { analysisStatuses, products } from '../domain/analysis.ts'
import { listLimits } from '../domain/list-bounds.ts'
import type { Reach } from '../domain/reach.ts'
import { type InstantRange, isWithin } from './conditions.ts'
import type { ReachQueries } from './database.ts'
import { type ListDefinition, newestFirst } from './keyset.ts'
import { type Fragment, joined, sql } from './sql.ts'
import { parseAction, type StoredAction } from './stored-action.ts'
import { applicantOfAnalysis, within } from './within.ts'

/** Which analyses a list shows. An absent member excludes nothing; an empty list excludes everything. */
export interface AnalysisFilter {
  readonly statuses?: readonly AnalysisStatus[] | null
  readonly products?: readonly AnalysisProduct[] | null
  readonly providers?: readonly string[] | null
  readonly requestedAt?: InstantRange | null
  readonly updatedAt?: InstantRange | null
}

/** A document's result in an analysis. */
export interface AnalysisDocumentResult extends DocumentResult {
  readonly analysisId: string
}

interface AnalysisRow extends Omit<Analysis, 'action'> {
  readonly action: StoredAction | null
}

const columns = sql`item.id, item.case_id as "caseId", item.applicant_id as "applicantId", item.origin, item.product,
  item.provider_id as "providerId", item.status, item.stage, item.provider_stage as "providerStage", item.version, item.action,
  item.error, item.obstacle, item.retry_of_id as "retryOfId", item.requested_at as "requestedAt", item.updated_at as "updatedAt",
  item.completed_at as "completedAt", item.deadline, item.provider_reference as "providerReference",
  (${ofWork(sql`due_at`)}) as "nextCheckAt", coalesce((${ofWork(sql`failures`)}), 0) as attempts`

/** A column of an open analysis' work row. */
function ofWork(column: Fragment): Fragment {
  return sql`select work.${column} from work
    where work.tenant_id = item.tenant_id and work.kind = 'analysis' and work.id = item.id`
}

export async function readAnalyses(queries: ReachQueries, reach: Reach, ids: readonly string[]): Promise<Analysis[]> {
  const rows = await queries.rows<AnalysisRow>(sql`
    select ${columns} from analyses as item where ${within(reach)} and item.id = any(${ids})`)
  return rows.map(toAnalysis)
}

/** The newest analyses of each case, newest first, by case. */
export async function readAnalysesOfCases(
  queries: ReachQueries,
  reach: Reach,
  caseIds: readonly string[],
  limit: number = listLimits.analyses,
): Promise<Map<string, Analysis[]>> {
  const rows = await queries.rows<AnalysisRow>(sql`
    select item.* from unnest(${caseIds}::text[]) as parent(key)
    cross join lateral (
      select ${columns} from analyses as item where ${within(reach)} and item.case_id = parent.key
      order by item.requested_at desc, item.id desc limit ${limit}
    ) as item
    order by item."caseId", item."requestedAt" desc, item.id desc`)
  return Map.groupBy(rows.map(toAnalysis), analysis => analysis.caseId)
}

/** The runs of each analysis, in order, by analysis. */
export async function readRuns(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
): Promise<Map<string, AnalysisRun[]>> {
  const runs = await queries.rows<AnalysisRun>(sql`
    select item.analysis_id as "analysisId", item.provider_id as "providerId", item.started_at as "startedAt",
      item.ended_at as "endedAt", item.outcome, item.error, item.provider_reference as "providerReference",
      lag(item.provider_id) over (partition by item.analysis_id order by item.ordinal) as "fellBackFrom"
    from analysis_runs as item where ${within(reach, applicantOfAnalysis)} and item.analysis_id = any(${analysisIds})
    order by item.analysis_id, item.ordinal`)
  return Map.groupBy(runs, run => run.analysisId)
}

/** The documents' results of each analysis, in the order in which the caller gave the documents, by analysis. */
export async function readDocumentResults(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
): Promise<Map<string, AnalysisDocumentResult[]>> {
  const results = await queries.rows<AnalysisDocumentResult>(sql`
    select item.analysis_id as "analysisId", item.document_id as "documentId", item.result_status as status, item.result_error as error
    from analysis_documents as item where ${within(reach, applicantOfAnalysis)} and item.analysis_id = any(${analysisIds})
    order by item.analysis_id, item.ordinal`)
  return Map.groupBy(results, result => result.analysisId)
}

/** Analyses of a tenant or an applicant, newest first. */
export const analysisList: ListDefinition<AnalysisFilter, AnalysisRow, Analysis> = (
  parents,
  { statuses, products: wanted, providers, requestedAt, updatedAt },
) => {
  const isFiltered = [statuses, wanted, providers].some(list => list != null)
  // An index is in list order only within one status and product (and provider), so each combination is read by itself.
  const parts = [...new Set(statuses ?? analysisStatuses)].flatMap(status =>
    [...new Set(wanted ?? products)].flatMap(product =>
      providers
        ? [...new Set(providers)].map(
            provider => sql`provider_id = ${provider} and status = ${status} and product = ${product}`,
          )
        : [sql`status = ${status} and product = ${product}`],
    ),
  )
  // One applicant has few analyses, so they are read whole and filtered.
  const isOfApplicant = parents.kind === 'applicant'
  const whole = sql`analyses as item`
  const anyOf = isFiltered && isOfApplicant && parts.length > 0 ? [sql`(${joined(parts, ' or ')})`] : []
  return {
    parents: parents.keys,
    columns,
    from:
      isFiltered && !isOfApplicant && parts.length > 0
        ? parts.map(condition => sql`(select * from analyses where ${condition}) as item`)
        : [whole],
    conditions: [
      ...(parts.length === 0 ? [sql`false`] : []),
      ...(isOfApplicant ? [sql`item.applicant_id = parent.key`, ...anyOf] : []),
      ...isWithin(sql`item.requested_at`, requestedAt),
      ...isWithin(sql`item.updated_at`, updatedAt),
    ],
    isSlow: updatedAt != null,
    order: newestFirst(sql`item.requested_at`),
    toItem: toAnalysis,
  }
}

function toAnalysis(row: AnalysisRow): Analysis {
  return { ...row, action: parseAction(row.action) }
}
