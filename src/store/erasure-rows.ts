import { type BankUser, bankUserSubject, type VendorAccountId } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { BankUserState } from './bank-users.ts'
import type { Queries, Transaction } from './database.ts'
import type { ShipmentState } from './shipments.ts'
import { sql } from './sql.ts'
import { lockTurns } from './turns.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** An analysis that had not ended when its applicant was erased. */
export interface OpenAnalysis {
  readonly id: string
  readonly caseId: string
  readonly version: number
}

/** What one provider received for one subject, such as an analysis. */
export interface VendorTrace {
  readonly subjectId: string
  readonly providerId: string
  /** The vendor's ids. */
  readonly references: readonly string[]
  /** A submission was under way, so the vendor may have more than the references say. */
  readonly outcomeUnknown: boolean
}

export interface ErasableRows {
  readonly openAnalyses: readonly OpenAnalysis[]
  readonly documentIds: readonly string[]
  /** The keys of stored documents' bytes. */
  readonly blobKeys: readonly string[]
  readonly analysisIds: readonly string[]
  readonly bankUsers: readonly BankUser[]
  readonly shipmentIds: readonly string[]
  readonly traces: readonly VendorTrace[]
}

/** Locks all rows of a locked applicant. @returns what must be known about them before they are deleted */
export async function lockErasableRows(tx: Transaction, tenant: TenantId, applicantId: string): Promise<ErasableRows> {
  const turns = await tx.rows<VendorAccountId>(sql`
    select distinct w.provider_id as "providerId", w.account_key as "accountKey" from analyses a
    join work w on w.tenant_id = a.tenant_id and w.kind = 'analysis' and w.id = a.id and w.turn is not null
    where a.tenant_id = ${tenant} and a.applicant_id = ${applicantId} order by 1, 2`)
  for (const account of turns) await lockTurns(tx, account)
  // In the order in which workers lock them: the analysis before its case.
  const analyses = await tx.rows<OpenAnalysis & { readonly ended: boolean }>(sql`
    select id, case_id as "caseId", version, completed_at is not null as ended from analyses
    where tenant_id = ${tenant} and applicant_id = ${applicantId} order by id desc for update`)
  await tx.rows(sql`
    select id from cases where tenant_id = ${tenant} and applicant_id = ${applicantId} order by id for update`)
  const documents = await tx.rows<{ id: string; blobKey: string | null }>(sql`
    select d.id, d.blob_key as "blobKey" from documents d
    join cases c on c.tenant_id = d.tenant_id and c.id = d.case_id
    where c.tenant_id = ${tenant} and c.applicant_id = ${applicantId} order by d.id for update of d`)
  const analysisIds = analyses.map(analysis => analysis.id)
  const bankUsers = await tx.rows<EnrolledUser>(sql`
    select applicant_id as "applicantId", provider_id as "providerId", reference, announced_at as "announcedAt" from bank_users
    where tenant_id = ${tenant} and applicant_id = ${applicantId} order by provider_id for update`)
  const shipments = await tx.rows<HandedOver>(sql`
    select id, provider_id as "providerId", status, announced_at as "announcedAt" from shipments
    where tenant_id = ${tenant} and applicant_id = ${applicantId} order by id for update`)
  return {
    openAnalyses: analyses.filter(analysis => !analysis.ended),
    analysisIds,
    documentIds: documents.map(document => document.id),
    blobKeys: documents.flatMap(document => document.blobKey ?? []),
    bankUsers,
    shipmentIds: shipments.map(shipment => shipment.id),
    traces: [
      ...(await readVendorTraces(tx, tenant, analysisIds)),
      ...bankUsers.map(toTrace),
      ...shipments.flatMap(toShipmentTrace),
    ],
  }
}

type EnrolledUser = Pick<BankUserState, 'applicantId' | 'providerId' | 'reference' | 'announcedAt'>
type HandedOver = Pick<ShipmentState, 'id' | 'providerId' | 'status' | 'announcedAt'>

/** The vendor knows a submitted shipment by our id. */
function toShipmentTrace({ id, providerId, status, announcedAt }: HandedOver): VendorTrace[] {
  if (announcedAt === null) return []
  const outcomeUnknown = status === 'QUEUED'
  return [{ subjectId: id, providerId, references: outcomeUnknown ? [] : [id], outcomeUnknown }]
}

/** A user that was announced but has no reference may have been created. */
function toTrace({ reference, announcedAt, ...user }: EnrolledUser): VendorTrace {
  return {
    subjectId: bankUserSubject(user).id,
    providerId: user.providerId,
    references: reference === null ? [] : [reference],
    outcomeUnknown: reference === null && announcedAt !== null,
  }
}

function readVendorTraces(tx: Transaction, tenant: TenantId, analysisIds: readonly string[]): Promise<VendorTrace[]> {
  return tx.rows<VendorTrace>(sql`
    with known as (
      select analysis_id, provider_id, reference from analysis_references
      where tenant_id = ${tenant} and analysis_id = any(${analysisIds})
      union
      select analysis_id, provider_id, provider_reference from analysis_runs
      where tenant_id = ${tenant} and analysis_id = any(${analysisIds}) and provider_reference is not null
    )
    select run.analysis_id as "subjectId", run.provider_id as "providerId",
      array(select reference from known
        where known.analysis_id = run.analysis_id and known.provider_id = run.provider_id
        order by reference) as references,
      bool_or(coalesce(run.ended_at is null and a.status = 'SUBMITTING'
        or run.error->>'code' = 'SUBMISSION_OUTCOME_UNKNOWN'
        or run.error->>'code' = 'PROVIDER_TIMEOUT' and run.provider_reference is null, false)) as "outcomeUnknown"
    from analyses a
    join analysis_runs run on run.tenant_id = a.tenant_id and run.analysis_id = a.id
    where a.tenant_id = ${tenant} and a.id = any(${analysisIds})
    group by run.analysis_id, run.provider_id
    order by run.analysis_id, run.provider_id`)
}

/**
 * Deletes every row of an applicant. The blobs of its documents become unowned and doomed, so they are deleted now or
 * by the sweep. Events stay: they hold only ids.
 */
export async function deleteApplicant(
  { tx, context: { tenant }, at }: UnitOfWork,
  applicantId: string,
  { documentIds, analysisIds, blobKeys }: ErasableRows,
): Promise<void> {
  await tx.rows(sql`
    delete from idempotency_keys where tenant_id = ${tenant} and object_id in (
      select ${applicantId} union all select unnest(${documentIds}::text[]) union all select unnest(${analysisIds}::text[])
      union all select id from cases where tenant_id = ${tenant} and applicant_id = ${applicantId}
      union all select id from shipments where tenant_id = ${tenant} and applicant_id = ${applicantId}
      union all select id from bank_sessions where tenant_id = ${tenant} and applicant_id = ${applicantId}
      union all select id from consents where tenant_id = ${tenant} and analysis_id = any(${analysisIds}))`)
  await tx.rows(sql`
    insert into unowned_blobs (tenant_id, blob_key, since, doomed)
    select ${tenant}, blob_key, ${at}, true from unnest(${blobKeys}::text[]) as blob_key`)
  await tx.rows(sql`delete from transactions where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`delete from duplicate_transactions where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  // Deletes their sessions, logins and accounts too.
  await tx.rows(sql`delete from bank_users where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`delete from shipments where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`delete from applicant_answers where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`
    delete from collections where tenant_id = ${tenant} and applicant_id = ${applicantId} and analysis_id is null`)
  // Deletes their runs, results, vendor ids and collections too.
  await tx.rows(sql`delete from analyses where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`delete from documents where tenant_id = ${tenant} and id = any(${documentIds})`)
  await tx.rows(sql`delete from cases where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  await tx.rows(sql`delete from applicants where tenant_id = ${tenant} and id = ${applicantId}`)
}

/** Those of a vendor's ids that no analysis of any tenant has any more, except perhaps `ofAnalysisId`. */
export async function findFreedReferences(
  queries: Queries,
  providerId: string,
  references: readonly string[],
  ofAnalysisId: string | null = null,
): Promise<string[]> {
  const rows = await queries.acrossTenants<{ reference: string }>(sql`
    select reference from unnest(${references}::text[]) as reference
    where not exists (
      select 1 from analysis_references r where r.provider_id = ${providerId} and r.reference = reference.reference
        and r.analysis_id is distinct from ${ofAnalysisId})`)
  return rows.map(row => row.reference)
}

/** Removes vendor ids from stored webhooks, and deletes webhooks that named no other id. */
export async function forgetWebhookReferences(
  queries: Queries,
  providerId: string,
  references: readonly string[],
): Promise<void> {
  if (references.length === 0) return
  await queries.acrossTenants(sql`
    delete from webhook_notices
    where provider_id = ${providerId} and vendor_references && ${references} and vendor_references <@ ${references}`)
  await queries.acrossTenants(sql`
    update webhook_notices set vendor_references = array(
      select reference from unnest(vendor_references) as reference where reference <> all (${references}))
    where provider_id = ${providerId} and vendor_references && ${references}`)
}
