import type { CaseDecision } from '../domain/decision.ts'
import type { Reach } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { Queries, ReachQueries } from './database.ts'
import { hasMoreCompleteAnalysis } from './more-complete-analysis.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** A decision as stored, with the sealed link that shows it to anyone who has it. */
export interface StoredDecision extends CaseDecision {
  readonly sealedShareUrl: string | null
}

const columns = sql`item.analysis_id as "analysisId", item.provider_id as "providerId", item.status, item.fraud_risk as "fraudRisk",
  item.validation, item.provider_words as "providerWords", item.consistent, item.alerts, item.decided_at as "decidedAt",
  item.provider_reference as "providerReference", item.sealed_share_url as "sealedShareUrl"`

/** Stages a decision. A later one of the same collection replaces it. */
export async function stageDecision(
  queries: Queries,
  tenant: TenantId,
  collectionId: string,
  decision: StoredDecision,
): Promise<void> {
  await queries.rows(sql`
    insert into decisions (tenant_id, collection_id, analysis_id, provider_id, status, fraud_risk, validation,
      provider_words, consistent, alerts, decided_at, provider_reference, sealed_share_url)
    values (${tenant}, ${collectionId}, ${decision.analysisId}, ${decision.providerId}, ${decision.status},
      ${decision.fraudRisk}, ${decision.validation}, ${JSON.stringify(decision.providerWords)}, ${decision.consistent},
      ${JSON.stringify(decision.alerts)}, ${decision.decidedAt}, ${decision.providerReference},
      ${decision.sealedShareUrl})
    on conflict (tenant_id, collection_id) do update set status = excluded.status, fraud_risk = excluded.fraud_risk,
      validation = excluded.validation, provider_words = excluded.provider_words, consistent = excluded.consistent,
      alerts = excluded.alerts, decided_at = excluded.decided_at, provider_reference = excluded.provider_reference,
      sealed_share_url = excluded.sealed_share_url`)
}

/** The decision of each analysis that has one. */
export function readDecisionsOfAnalyses(
  queries: ReachQueries,
  reach: Reach,
  analysisIds: readonly string[],
): Promise<StoredDecision[]> {
  return queries.rows(sql`
    select ${columns} from decisions item
    join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
    where ${within(reach, sql`c.applicant_id`)} and item.analysis_id = any(${analysisIds})`)
}

/**
 * The decision about each case, by case: that of the analysis that ended last. An analysis that ended PARTIAL is passed
 * over if another one with all of its documents ended COMPLETED.
 */
export async function readDecisionsOfCases(
  queries: ReachQueries,
  reach: Reach,
  caseIds: readonly string[],
): Promise<Map<string, StoredDecision>> {
  const rows = await queries.rows<StoredDecision & { readonly caseId: string }>(sql`
    with counting as (
      select item.id, item.case_id, item.completed_at from analyses as item
      where ${within(reach)} and item.case_id = any(${caseIds})
        and not ${hasMoreCompleteAnalysis(reach.tenant, sql`better.case_id = item.case_id`)}
    )
    select distinct on (a.case_id) a.case_id as "caseId", ${columns} from counting a
    join decisions item on item.tenant_id = ${reach.tenant} and item.analysis_id = a.id
    join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
    order by a.case_id, a.completed_at desc, a.id desc`)
  return new Map(rows.map(row => [row.caseId, row]))
}
