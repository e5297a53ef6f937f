import type {
  AnalysisError,
  AnalysisOrigin,
  AnalysisProduct,
  AnalysisRun,
  AnalysisStage,
  AnalysisStatus,
  RequiredAction,
} from '../domain/analysis.ts'
import type { JsonValue } from '../domain/json.ts'
import type { TenantId } from '../domain/tenant.ts'
import { forgetInvitation } from './consents.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** What the worker has to know of an analysis to take it further. */
export interface AnalysisState {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly origin: AnalysisOrigin
  readonly product: AnalysisProduct
  readonly providerId: string
  readonly status: AnalysisStatus
  readonly stage: AnalysisStage
  readonly providerStage: string | null
  readonly version: number
  readonly action: RequiredAction | null
  readonly nextCheckAt: Date | null
  readonly deadline: Date
  readonly checkpoint: JsonValue
  readonly lastCheckedAt: Date | null
  readonly hintedAt: Date | null
  readonly idleChecks: number
  readonly failures: number
  readonly correlationId: string
  /** The caller's wishes, as they are kept. */
  readonly options: JsonValue
}

const columns = sql`id, case_id as "caseId", applicant_id as "applicantId", origin, product, provider_id as "providerId",
  status, stage, provider_stage as "providerStage", version, action, next_check_at as "nextCheckAt", deadline, checkpoint,
  last_checked_at as "lastCheckedAt", hinted_at as "hintedAt", idle_checks as "idleChecks", failures,
  correlation_id as "correlationId", options`

export async function findAnalysisState(queries: Queries, tenant: TenantId, id: string): Promise<AnalysisState | null> {
  const [row] = await queries.rows<AnalysisState>(sql`
    select ${columns} from analyses where tenant_id = ${tenant} and id = ${id}`)
  return row ?? null
}

export interface NewAnalysis {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly origin: AnalysisOrigin
  readonly product: AnalysisProduct
  readonly providerId: string
  readonly retryOfId: string | null
  readonly deadline: Date
  readonly requestedAt: Date
  readonly correlationId: string
  readonly documents: readonly NewAnalysisDocument[]
  readonly options: JsonValue
}

export interface NewAnalysisDocument {
  readonly documentId: string
  readonly sealedPassword: string | null
  readonly bankName: string | null
}

/** A queued analysis, its first run and its documents. */
export async function insertAnalysis(queries: Queries, tenant: TenantId, analysis: NewAnalysis): Promise<void> {
  await queries.rows(sql`
    insert into analyses (tenant_id, id, case_id, applicant_id, origin, product, provider_id, status, stage, version,
      options, retry_of_id, requested_at, updated_at, next_check_at, deadline, correlation_id)
    values (${tenant}, ${analysis.id}, ${analysis.caseId}, ${analysis.applicantId}, ${analysis.origin},
      ${analysis.product}, ${analysis.providerId}, 'QUEUED', 'WAITING', 1, ${JSON.stringify(analysis.options)}, ${analysis.retryOfId},
      ${analysis.requestedAt}, ${analysis.requestedAt}, ${analysis.requestedAt}, ${analysis.deadline}, ${analysis.correlationId})`)
  await queries.rows(sql`
    insert into analysis_runs (tenant_id, analysis_id, ordinal, provider_id, started_at)
    values (${tenant}, ${analysis.id}, 0, ${analysis.providerId}, ${analysis.requestedAt})`)
  await insertAnalysisDocuments(queries, tenant, analysis.id, analysis.documents)
}

/** The documents of an analysis; those it had are replaced. */
export async function insertAnalysisDocuments(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  documents: readonly NewAnalysisDocument[],
): Promise<void> {
  await queries.rows(sql`delete from analysis_documents where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
  await queries.rows(sql`
    insert into analysis_documents (tenant_id, analysis_id, ordinal, document_id, sealed_password, bank_name)
    select ${tenant}, ${analysisId}, row.ordinality, row.value->>'documentId', row.value->>'sealedPassword', row.value->>'bankName'
    from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality as row`)
}

/** The documents of an analysis with what the submission needs to know of each, in the order given by the caller. */
export function readAnalysisDocuments(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
): Promise<NewAnalysisDocument[]> {
  return queries.rows(sql`
    select document_id as "documentId", sealed_password as "sealedPassword", bank_name as "bankName"
    from analysis_documents where tenant_id = ${tenant} and analysis_id = ${analysisId} order by ordinal`)
}

/** A change of state that readers can see. Absent members stay as they are. */
export interface AnalysisChange {
  readonly status: AnalysisStatus
  readonly stage: AnalysisStage
  readonly providerStage: string | null
  readonly action: RequiredAction | null
  readonly error: AnalysisError | null
  readonly nextCheckAt: Date | null
  readonly deadline: Date
  readonly completedAt: Date | null
}

/**
 * Moves an analysis from the version that was read to the next.
 * @returns false when somebody else has moved it since
 */
export async function compareAndSetAnalysis(
  queries: Queries,
  tenant: TenantId,
  state: Pick<AnalysisState, 'id' | 'caseId' | 'version'>,
  change: AnalysisChange,
  at: Date,
): Promise<boolean> {
  const moved = await queries.rows(sql`
    update analyses set version = version + 1, status = ${change.status}, stage = ${change.stage},
      provider_stage = ${change.providerStage}, action = ${json(change.action)}, error = ${json(change.error)},
      next_check_at = ${change.nextCheckAt}, deadline = ${change.deadline}, completed_at = ${change.completedAt},
      updated_at = ${at}, idle_checks = 0, failures = 0
    where tenant_id = ${tenant} and id = ${state.id} and version = ${state.version} and completed_at is null
    returning id`)
  if (moved.length === 0) return false
  await queries.rows(sql`update cases set updated_at = ${at} where tenant_id = ${tenant} and id = ${state.caseId}`)
  return true
}

/** Ends the present run of an analysis and forgets what only its submission needed. */
export async function endRun(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  outcome: AnalysisStatus,
  error: AnalysisError | null,
  at: Date,
): Promise<void> {
  await queries.rows(sql`
    update analysis_runs set ended_at = ${at}, outcome = ${outcome}, error = ${json(error)}
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and ended_at is null`)
  await forgetPasswords(queries, tenant, analysisId)
  await forgetInvitation(queries, tenant, analysisId)
  // It may hold the result itself.
  await queries.rows(sql`update analyses set checkpoint = null where tenant_id = ${tenant} and id = ${analysisId}`)
}

/** Passwords of documents and of a share link are kept no longer than the submission lasts. */
export async function forgetPasswords(queries: Queries, tenant: TenantId, analysisId: string): Promise<void> {
  await queries.rows(sql`
    update analysis_documents set sealed_password = null
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and sealed_password is not null`)
  await queries.rows(sql`
    update analyses set options = jsonb_set(options, '{shareLink,sealedPassword}', 'null')
    where tenant_id = ${tenant} and id = ${analysisId} and options #>> '{shareLink,sealedPassword}' is not null`)
}

/** Other wishes than before. */
export async function setOptions(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  options: JsonValue,
): Promise<void> {
  await queries.rows(sql`
    update analyses set options = ${JSON.stringify(options)} where tenant_id = ${tenant} and id = ${analysisId}`)
}

/** Keeps how far a submission got, if the lease is still its owner's. */
export async function saveCheckpoint(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  owner: string,
  checkpoint: JsonValue,
): Promise<boolean> {
  const saved = await queries.rows(sql`
    update analyses set checkpoint = ${json(checkpoint)}
    where tenant_id = ${tenant} and id = ${analysisId} and lease_owner = ${owner} and completed_at is null
    returning id`)
  return saved.length > 0
}

export async function setProviderReference(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  reference: string | null,
): Promise<void> {
  await queries.rows(sql`
    update analyses set provider_reference = ${reference} where tenant_id = ${tenant} and id = ${analysisId}`)
  await queries.rows(sql`
    update analysis_runs set provider_reference = ${reference}
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and ended_at is null`)
}

/** When to look at an open analysis next, without any change that readers would call one. */
export async function planNextCheck(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  plan: {
    readonly at: Date
    readonly checkedAt: Date | null
    readonly idleChecks: number
    readonly failures: number
  },
): Promise<void> {
  await queries.rows(sql`
    update analyses set next_check_at = ${plan.at}, last_checked_at = coalesce(${plan.checkedAt}, last_checked_at),
      idle_checks = ${plan.idleChecks}, failures = ${plan.failures}
    where tenant_id = ${tenant} and id = ${analysisId} and completed_at is null`)
}

/** Notes that something may have changed at the vendor. */
export async function noteHint(queries: Queries, tenant: TenantId, analysisId: string, at: Date): Promise<void> {
  await queries.rows(sql`
    update analyses set hinted_at = ${at}
    where tenant_id = ${tenant} and id = ${analysisId} and completed_at is null`)
}

/** Notes that the vendor is being asked, so that hints in the next moments wait. */
export async function noteCheck(queries: Queries, tenant: TenantId, analysisId: string, at: Date): Promise<void> {
  await queries.rows(sql`
    update analyses set last_checked_at = ${at} where tenant_id = ${tenant} and id = ${analysisId}`)
}

export interface DocumentResultRow {
  readonly documentId: string
  readonly status: string
  readonly error: AnalysisError | null
}

export async function saveDocumentResults(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  results: readonly DocumentResultRow[],
): Promise<void> {
  if (results.length === 0) return
  await queries.rows(sql`
    update analysis_documents d set result_status = row.value->>'status',
      result_error = nullif(row.value->'error', 'null'::jsonb)
    from jsonb_array_elements(${JSON.stringify(results)}::jsonb) as row
    where d.tenant_id = ${tenant} and d.analysis_id = ${analysisId} and d.document_id = row.value->>'documentId'`)
}

/** Open analyses that should have been looked at by now and that nobody holds: what a killed worker left behind. */
export function findOverdue(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<{ readonly tenant: string; readonly id: string; readonly correlationId: string }[]> {
  return queries.acrossTenants(sql`
    select tenant_id as tenant, id, correlation_id as "correlationId" from analyses
    where completed_at is null and next_check_at < ${before}
      and (lease_until is null or lease_until < clock_timestamp())
    order by next_check_at limit ${limit}`)
}

function json(value: JsonValue | AnalysisRun['error'] | RequiredAction | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
