import type { TenantId } from '../domain/tenant.ts'
import type { Database, Queries, Transaction } from './database.ts'
import type { VendorTrace } from './erasure-rows.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What is left of an erased applicant. */
export interface ErasureRecord {
  /** Blobs that could not be deleted yet. */
  readonly blobKeys: readonly string[]
  readonly traces: readonly VendorTrace[]
}

/** Remembers that an applicant was erased, and what vendors were given. */
export async function insertErasure(
  { tx, context: { tenant }, at }: UnitOfWork,
  applicantId: string,
  { blobKeys, traces }: ErasureRecord,
): Promise<void> {
  await tx.rows(sql`
    insert into erasures (tenant_id, applicant_id, erased_at, blob_keys)
    values (${tenant}, ${applicantId}, ${at}, ${blobKeys})`)
  for (const { subjectId, providerId, references, outcomeUnknown } of traces)
    if (references.length > 0 || outcomeUnknown)
      await tx.rows(sql`
        insert into erasure_remainders (tenant_id, applicant_id, subject_id, provider_id, vendor_references, outcome_unknown)
        values (${tenant}, ${applicantId}, ${subjectId}, ${providerId}, ${references}, ${outcomeUnknown})`)
}

/** @returns null for an applicant of whom no erasure is known */
export async function readErasure(
  queries: Queries,
  tenant: TenantId,
  applicantId: string,
): Promise<ErasureRecord | null> {
  const [erasure] = await queries.rows<{ blobKeys: string[] }>(sql`
    select array(
      select blob_key from unowned_blobs blob where blob.tenant_id = ${tenant} and blob.blob_key = any(erasures.blob_keys)
    ) as "blobKeys"
    from erasures where tenant_id = ${tenant} and applicant_id = ${applicantId}`)
  if (!erasure) return null
  const traces = await queries.rows<VendorTrace>(sql`
    select subject_id as "subjectId", provider_id as "providerId", vendor_references as references,
      outcome_unknown as "outcomeUnknown"
    from erasure_remainders where tenant_id = ${tenant} and applicant_id = ${applicantId}
    order by subject_id, provider_id`)
  return { ...erasure, traces }
}

/** The vendor has deleted what it knew under these ids. What is unknown stays so. */
export async function settleReferences(
  database: Database,
  tenant: TenantId,
  { applicantId, providerId, references }: Omit<LateReferences, 'analysisId'>,
): Promise<void> {
  await database.transaction(async tx => {
    await tx.rows(sql`
      update erasure_remainders set vendor_references = array(
        select reference from unnest(vendor_references) as reference where reference <> all (${references}))
      where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}`)
    await forgetSettled(tx, tenant, applicantId)
  })
}

export interface LateReferences {
  readonly applicantId: string
  readonly analysisId: string
  readonly providerId: string
  readonly references: readonly string[]
}

/**
 * Keeps what a vendor was given for an analysis that ended while it was being handed over: with the analysis, or, when
 * that was erased, with what is remembered of it.
 */
export async function saveLateReferences(
  database: Database,
  tenant: TenantId,
  { applicantId, analysisId, providerId, references }: LateReferences,
): Promise<void> {
  await database.transaction(async tx => {
    const held = await tx.rows(sql`
      select id from analyses where tenant_id = ${tenant} and id = ${analysisId} for key share`)
    if (held.length > 0) {
      await tx.rows(sql`
        insert into analysis_references (provider_id, reference, tenant_id, analysis_id)
        select ${providerId}, reference, ${tenant}, ${analysisId} from unnest(${references}::text[]) as reference
        on conflict do nothing`)
      return
    }
    await saveErasedReferences(tx, tenant, { applicantId, subjectId: analysisId, providerId, references })
  })
}

/** Keeps what a vendor was given for an applicant that was erased meanwhile. */
export async function saveErasedReferences(
  tx: Transaction,
  tenant: TenantId,
  {
    applicantId,
    subjectId,
    providerId,
    references,
  }: Omit<LateReferences, 'analysisId'> & { readonly subjectId: string },
): Promise<void> {
  await tx.rows(sql`
    insert into erasure_remainders as known (tenant_id, applicant_id, subject_id, provider_id, vendor_references,
      outcome_unknown)
    select ${tenant}, applicant_id, ${subjectId}, ${providerId}, ${references}, false from erasures
    where tenant_id = ${tenant} and applicant_id = ${applicantId}
    on conflict (tenant_id, applicant_id, subject_id, provider_id) do update set outcome_unknown = false,
      vendor_references = array(
        select reference from unnest(known.vendor_references || excluded.vendor_references) as reference
        group by reference order by reference)`)
  await forgetSettled(tx, tenant, applicantId)
}

/** Forgets erasures that were done before a moment; asking again then finds nobody. */
export async function purgeErasures(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from erasures where erased_at < ${before}`)
}

async function forgetSettled(tx: Transaction, tenant: TenantId, applicantId: string): Promise<void> {
  await tx.rows(sql`
    delete from erasure_remainders
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and vendor_references = '{}' and not outcome_unknown`)
}
