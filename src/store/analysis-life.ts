import type { Analysis, AnalysisError, AnalysisStatus, DocumentResult, RequiredAction } from '../domain/analysis.ts'
import type { JsonValue } from '../domain/json.ts'
import type { Reach } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { forgetInvitation } from './consents.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'
import { parseAction, type StoredAction } from './stored-action.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { within } from './within.ts'
import type { Turn } from './work.ts'

/** What a worker needs to know about an analysis to take it further. */
export interface AnalysisState
  extends Pick<Analysis, 'id' | 'caseId' | 'applicantId' | 'origin' | 'product' | 'providerId'>,
    Pick<Analysis, 'status' | 'stage' | 'providerStage' | 'version' | 'action' | 'obstacle' | 'deadline'> {
  /** Whether the caller chose the provider. */
  readonly providerNamed: boolean
  readonly obstacleSince: Date | null
  /** Null when the vendor account has no limit of analyses at a time. */
  readonly turn: TurnState | null
  /** The caller's options, as stored. */
  readonly options: JsonValue
}

/** The turn that an analysis waits for or has, and the vendor account that it belongs to. */
export interface TurnState {
  readonly turn: Turn
  readonly accountKey: string
}

interface StateRow extends Omit<AnalysisState, 'action'> {
  readonly action: StoredAction | null
}

const columns = sql`item.id, item.case_id as "caseId", item.applicant_id as "applicantId", item.origin, item.product,
  item.provider_id as "providerId", item.provider_named as "providerNamed", item.status, item.stage, item.provider_stage as "providerStage", item.version, item.action, item.obstacle,
  item.obstacle_since as "obstacleSince", item.deadline, item.options, (
    select json_build_object('turn', w.turn, 'accountKey', w.account_key) from work w
    where w.tenant_id = item.tenant_id and w.kind = 'analysis' and w.id = item.id and w.turn is not null
  ) as turn`

export async function findAnalysisState(queries: Queries, reach: Reach, id: string): Promise<AnalysisState | null> {
  const [row] = await queries.rows<StateRow>(sql`
    select ${columns} from analyses as item where ${within(reach)} and item.id = ${id}`)
  return row ? { ...row, action: parseAction(row.action) } : null
}

export interface NewAnalysis
  extends Pick<
    AnalysisState,
    'id' | 'caseId' | 'applicantId' | 'origin' | 'product' | 'providerId' | 'providerNamed' | 'deadline' | 'options'
  > {
  readonly retryOfId: string | null
  readonly requestedAt: Date
  readonly documents: readonly NewAnalysisDocument[]
}

export interface NewAnalysisDocument {
  readonly documentId: string
  readonly sealedPassword: string | null
  /** Whether the caller gave a password. It stays true after the password is deleted. */
  readonly isProtected: boolean
  readonly bankName: string | null
}

/** Inserts a queued analysis, its first run and its documents. */
export async function insertAnalysis(queries: Queries, tenant: TenantId, analysis: NewAnalysis): Promise<void> {
  await queries.rows(sql`
    with analysis as (
      insert into analyses (tenant_id, id, case_id, applicant_id, origin, product, provider_id, provider_named, status, stage,
        version, options, retry_of_id, requested_at, updated_at, deadline)
      values (${tenant}, ${analysis.id}, ${analysis.caseId}, ${analysis.applicantId}, ${analysis.origin},
        ${analysis.product}, ${analysis.providerId}, ${analysis.providerNamed}, 'QUEUED', 'WAITING', 1,
        ${JSON.stringify(analysis.options)}, ${analysis.retryOfId}, ${analysis.requestedAt}, ${analysis.requestedAt}, ${analysis.deadline})
    ),
    run as (
      insert into analysis_runs (tenant_id, analysis_id, ordinal, provider_id, started_at)
      values (${tenant}, ${analysis.id}, 0, ${analysis.providerId}, ${analysis.requestedAt})
    )
    ${insertionOf(tenant, analysis.id, analysis.documents)}`)
}

/** Replaces the documents of an analysis. */
export async function replaceAnalysisDocuments(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  documents: readonly NewAnalysisDocument[],
): Promise<void> {
  await queries.rows(sql`delete from analysis_documents where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
  await queries.rows(insertionOf(tenant, analysisId, documents))
}

function insertionOf(tenant: TenantId, analysisId: string, documents: readonly NewAnalysisDocument[]) {
  return sql`
    insert into analysis_documents (tenant_id, analysis_id, ordinal, document_id, sealed_password, protected, bank_name)
    select ${tenant}, ${analysisId}, row.ordinality, row.value->>'documentId', row.value->>'sealedPassword',
      (row.value->>'isProtected')::boolean, row.value->>'bankName'
    from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality as row`
}

/** The documents of an analysis, as its submission needs them, in the order in which the caller gave them. */
export function readAnalysisDocuments(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
): Promise<NewAnalysisDocument[]> {
  return queries.rows(sql`
    select document_id as "documentId", sealed_password as "sealedPassword", protected as "isProtected", bank_name as "bankName"
    from analysis_documents where tenant_id = ${tenant} and analysis_id = ${analysisId} order by ordinal`)
}

/** A change of state that readers can see. */
export interface AnalysisChange
  extends Pick<Analysis, 'providerId' | 'status' | 'stage' | 'providerStage' | 'action' | 'error' | 'completedAt'>,
    Pick<AnalysisState, 'obstacle' | 'obstacleSince' | 'deadline'> {}

/**
 * Moves an analysis from the version that was read to the next.
 * @returns false when another transaction has changed it since
 */
export async function compareAndSetAnalysis(
  { tx, context: { tenant }, at }: UnitOfWork,
  state: Pick<AnalysisState, 'id' | 'version'>,
  next: AnalysisChange,
): Promise<boolean> {
  const moved = await tx.rows(sql`
    update analyses set version = version + 1, provider_id = ${next.providerId}, status = ${next.status}, stage = ${next.stage},
      provider_stage = ${next.providerStage}, action = ${json(next.action)}, error = ${json(next.error)},
      obstacle = ${json(next.obstacle)}, obstacle_since = ${next.obstacleSince}, deadline = ${next.deadline}, completed_at = ${next.completedAt},
      updated_at = ${at}
    where tenant_id = ${tenant} and id = ${state.id} and version = ${state.version} and completed_at is null
    returning id`)
  return moved.length > 0
}

/** Ends the current run of an analysis and deletes what only its submission needed. */
export async function endRun(
  change: UnitOfWork,
  analysisId: string,
  outcome: AnalysisStatus,
  error: AnalysisError | null,
): Promise<void> {
  const { tx, context } = change
  await closeRun(change, analysisId, outcome, error)
  await forgetPasswords(tx, context.tenant, analysisId)
  await forgetInvitation(tx, context.tenant, analysisId)
}

/** Ends the current run of an analysis as failed and begins one at another provider. Passwords are kept: the new run needs them. */
export async function replaceRun(
  change: UnitOfWork,
  analysisId: string,
  error: AnalysisError,
  providerId: string,
): Promise<void> {
  const { tx, context, at } = change
  const { tenant } = context
  await closeRun(change, analysisId, 'FAILED', error)
  await tx.rows(sql`
    insert into analysis_runs (tenant_id, analysis_id, ordinal, provider_id, started_at)
    select ${tenant}, ${analysisId}, max(ordinal) + 1, ${providerId}, ${at} from analysis_runs
    where tenant_id = ${tenant} and analysis_id = ${analysisId}`)
  await tx.rows(sql`
    update analyses set provider_reference = null where tenant_id = ${tenant} and id = ${analysisId}`)
}

async function closeRun(
  { tx, context: { tenant }, at }: UnitOfWork,
  analysisId: string,
  outcome: AnalysisStatus,
  error: AnalysisError | null,
): Promise<void> {
  await tx.rows(sql`
    update analysis_runs set ended_at = ${at}, outcome = ${outcome}, error = ${json(error)}
    where tenant_id = ${tenant} and analysis_id = ${analysisId} and ended_at is null`)
}

/** The runs of an analysis so far. */
export interface TriedRuns {
  readonly providerIds: readonly string[]
  /** The error of the first run; null while that run is open. */
  readonly firstError: AnalysisError | null
  /** Whether a collection of the result was begun. */
  readonly isPartlyTaken: boolean
}

export async function readTriedRuns(queries: Queries, tenant: TenantId, analysisId: string): Promise<TriedRuns> {
  const [tried] = await queries.rows<TriedRuns>(sql`
    select array_agg(run.provider_id order by run.ordinal) as "providerIds",
      (jsonb_agg(run.error order by run.ordinal)) -> 0 as "firstError",
      exists (select 1 from collections c where c.tenant_id = ${tenant} and c.analysis_id = ${analysisId}) as "isPartlyTaken"
    from analysis_runs run where run.tenant_id = ${tenant} and run.analysis_id = ${analysisId}`)
  return tried ?? { providerIds: [], firstError: null, isPartlyTaken: false }
}

/** Deletes the passwords of documents and of a share link, which only the submission needs. */
export async function forgetPasswords(queries: Queries, tenant: TenantId, analysisId: string): Promise<void> {
  await queries.rows(sql`
    with of_documents as (
      update analysis_documents set sealed_password = null
      where tenant_id = ${tenant} and analysis_id = ${analysisId} and sealed_password is not null
    )
    update analyses set options = jsonb_set(options, '{shareLink,sealedPassword}', 'null')
    where tenant_id = ${tenant} and id = ${analysisId} and options #>> '{shareLink,sealedPassword}' is not null`)
}

export async function setOptions(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  options: JsonValue,
): Promise<void> {
  await queries.rows(sql`
    update analyses set options = ${JSON.stringify(options)} where tenant_id = ${tenant} and id = ${analysisId}`)
}

export async function setProviderReference(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  reference: string | null,
): Promise<void> {
  await queries.rows(sql`
    with of_run as (
      update analysis_runs set provider_reference = ${reference}
      where tenant_id = ${tenant} and analysis_id = ${analysisId} and ended_at is null
    )
    update analyses set provider_reference = ${reference} where tenant_id = ${tenant} and id = ${analysisId}`)
}

export async function saveDocumentResults(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
  results: readonly DocumentResult[],
): Promise<void> {
  if (results.length === 0) return
  await queries.rows(sql`
    update analysis_documents d set result_status = row.value->>'status',
      result_error = nullif(row.value->'error', 'null'::jsonb)
    from jsonb_array_elements(${JSON.stringify(results)}::jsonb) as row
    where d.tenant_id = ${tenant} and d.analysis_id = ${analysisId} and d.document_id = row.value->>'documentId'`)
}

function json(value: AnalysisError | RequiredAction | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
