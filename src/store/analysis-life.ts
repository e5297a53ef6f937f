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
import { parseAction, type StoredAction } from './stored-action.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import type { Turn } from './work.ts'

/** What the worker has to know of an analysis to take it further. */
export interface AnalysisState {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly origin: AnalysisOrigin
  readonly product: AnalysisProduct
  readonly providerId: string
  /** Whether the caller chose the provider. */
  readonly providerNamed: boolean
  readonly status: AnalysisStatus
  readonly stage: AnalysisStage
  readonly providerStage: string | null
  readonly version: number
  readonly action: RequiredAction | null
  /** What keeps it from going on at the moment. */
  readonly obstacle: AnalysisError | null
  readonly obstacleSince: Date | null
  readonly deadline: Date
  /** Where the vendor takes only so many at a time. */
  readonly turn: TurnState | null
  /** The caller's wishes, as they are kept. */
  readonly options: JsonValue
}

/** A turn that an analysis waits for or has, and of which vendor account. */
export interface TurnState {
  readonly turn: Turn
  readonly accountKey: string
}

interface StateRow extends Omit<AnalysisState, 'action'> {
  readonly action: StoredAction | null
}

const columns = sql`a.id, a.case_id as "caseId", a.applicant_id as "applicantId", a.origin, a.product,
  a.provider_id as "providerId", a.provider_named as "providerNamed", a.status, a.stage, a.provider_stage as "providerStage", a.version, a.action, a.obstacle,
  a.obstacle_since as "obstacleSince", a.deadline, a.options, (
    select json_build_object('turn', w.turn, 'accountKey', w.account_key) from work w
    where w.tenant_id = a.tenant_id and w.kind = 'analysis' and w.id = a.id and w.turn is not null
  ) as turn`

export async function findAnalysisState(queries: Queries, tenant: TenantId, id: string): Promise<AnalysisState | null> {
  const [row] = await queries.rows<StateRow>(sql`
    select ${columns} from analyses a where a.tenant_id = ${tenant} and a.id = ${id}`)
  return row ? { ...row, action: parseAction(row.action) } : null
}

export interface NewAnalysis {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly origin: AnalysisOrigin
  readonly product: AnalysisProduct
  readonly providerId: string
  /** Whether the caller chose the provider. */
  readonly providerNamed: boolean
  readonly retryOfId: string | null
  readonly deadline: Date
  readonly requestedAt: Date
  readonly documents: readonly NewAnalysisDocument[]
  readonly options: JsonValue
}

export interface NewAnalysisDocument {
  readonly documentId: string
  readonly sealedPassword: string | null
  /** Whether it was given with a password, also when that is forgotten. */
  readonly isProtected: boolean
  readonly bankName: string | null
}

/** A queued analysis, its first run and its documents. */
export async function insertAnalysis(queries: Queries, tenant: TenantId, analysis: NewAnalysis): Promise<void> {
  await queries.rows(sql`
    insert into analyses (tenant_id, id, case_id, applicant_id, origin, product, provider_id, provider_named, status, stage,
      version, options, retry_of_id, requested_at, updated_at, deadline)
    values (${tenant}, ${analysis.id}, ${analysis.caseId}, ${analysis.applicantId}, ${analysis.origin},
      ${analysis.product}, ${analysis.providerId}, ${analysis.providerNamed}, 'QUEUED', 'WAITING', 1,
      ${JSON.stringify(analysis.options)}, ${analysis.retryOfId}, ${analysis.requestedAt}, ${analysis.requestedAt}, ${analysis.deadline})`)
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
    insert into analysis_documents (tenant_id, analysis_id, ordinal, document_id, sealed_password, protected, bank_name)
    select ${tenant}, ${analysisId}, row.ordinality, row.value->>'documentId', row.value->>'sealedPassword',
      (row.value->>'isProtected')::boolean, row.value->>'bankName'
    from jsonb_array_elements(${JSON.stringify(documents)}::jsonb) with ordinality as row`)
}

/** The documents of an analysis with what the submission needs to know of each, in the order given by the caller. */
export function readAnalysisDocuments(
  queries: Queries,
  tenant: TenantId,
  analysisId: string,
): Promise<NewAnalysisDocument[]> {
  return queries.rows(sql`
    select document_id as "documentId", sealed_password as "sealedPassword", protected as "isProtected", bank_name as "bankName"
    from analysis_documents where tenant_id = ${tenant} and analysis_id = ${analysisId} order by ordinal`)
}

/** A change of state that readers can see. Absent members stay as they are. */
export interface AnalysisChange {
  readonly providerId: string
  readonly status: AnalysisStatus
  readonly stage: AnalysisStage
  readonly providerStage: string | null
  readonly action: RequiredAction | null
  readonly error: AnalysisError | null
  readonly obstacle: AnalysisError | null
  readonly obstacleSince: Date | null
  readonly deadline: Date
  readonly completedAt: Date | null
}

/**
 * Moves an analysis from the version that was read to the next.
 * @returns false when somebody else has moved it since
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

/** Ends the present run of an analysis and forgets what only its submission needed. */
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

/** Ends the present run of an analysis as failed and begins one of another provider, which needs all that this one was given. */
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

/** What was tried for an analysis so far. */
export interface TriedRuns {
  readonly providerIds: readonly string[]
  /** That of the first run; null while that one goes on. */
  readonly firstError: AnalysisError | null
  /** Whether fetching a result was begun. */
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

function json(value: JsonValue | AnalysisRun['error'] | RequiredAction | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
