import type { Reach } from '../domain/reach.ts'
import type { TenantId } from '../domain/tenant.ts'
import { saveReferences } from './analysis-references.ts'
import type { Database, Queries, Transaction } from './database.ts'
import type { VendorTrace } from './erasure-rows.ts'
import { sql } from './sql.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { within } from './within.ts'

/** What remains of an erased applicant outside the database. */
export interface ErasureRecord {
  /** Blobs that could not be deleted yet. */
  readonly blobKeys: readonly string[]
  readonly traces: readonly VendorTrace[]
}

/** Records that an applicant was erased, and what vendors had received. */
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

/** @returns null when no erasure of the applicant is recorded */
export async function readErasure(queries: Queries, reach: Reach, applicantId: string): Promise<ErasureRecord | null> {
  const [erasure] = await queries.rows<{ blobKeys: string[] }>(sql`
    select array(
      select blob_key from unowned_blobs blob where blob.tenant_id = item.tenant_id and blob.blob_key = any(item.blob_keys)
    ) as "blobKeys"
    from erasures as item where ${within(reach)} and item.applicant_id = ${applicantId}`)
  if (!erasure) return null
  const traces = await queries.rows<VendorTrace>(sql`
    select subject_id as "subjectId", provider_id as "providerId", vendor_references as references,
      outcome_unknown as "outcomeUnknown"
    from erasure_remainders as item where ${within(reach)} and item.applicant_id = ${applicantId}
    order by subject_id, provider_id`)
  return { ...erasure, traces }
}

/** Records that the vendor has deleted what it had under these ids. An unknown outcome stays unknown. */
export async function settleReferences(
  database: Database,
  tenant: TenantId,
  { applicantId, providerId, references }: Omit<LateReferences, 'subjectId'>,
): Promise<void> {
  await database.transaction(async tx => {
    await tx.rows(sql`
      update erasure_remainders set vendor_references = array(
        select reference from unnest(vendor_references) as reference where reference <> all (${references}))
      where tenant_id = ${tenant} and applicant_id = ${applicantId} and provider_id = ${providerId}`)
    await forgetSettled(tx, tenant, applicantId)
  })
}

/** The vendor's ids of a subject, such as an analysis. */
export interface LateReferences {
  readonly applicantId: string
  readonly subjectId: string
  readonly providerId: string
  readonly references: readonly string[]
}

/**
 * Stores the vendor's ids of an analysis that ended while it was being submitted: with the analysis, or, if that was
 * erased, with the record of the erasure.
 */
export async function saveLateReferences(database: Database, tenant: TenantId, late: LateReferences): Promise<void> {
  const { subjectId: analysisId, providerId, references } = late
  await database.transaction(async tx => {
    const held = await tx.rows(sql`
      select id from analyses where tenant_id = ${tenant} and id = ${analysisId} for key share`)
    if (held.length > 0) await saveReferences(tx, tenant, providerId, { analysisId, references })
    else await saveErasedReferences(tx, tenant, late)
  })
}

/** Stores the vendor's ids of a subject whose applicant was erased meanwhile. */
export async function saveErasedReferences(
  tx: Transaction,
  tenant: TenantId,
  { applicantId, subjectId, providerId, references }: LateReferences,
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

/** Deletes the records of erasures before a moment. Erasing such an applicant again is NOT_FOUND. */
export async function purgeErasures(queries: Queries, before: Date): Promise<void> {
  await queries.acrossTenants(sql`delete from erasures where erased_at < ${before}`)
}

async function forgetSettled(tx: Transaction, tenant: TenantId, applicantId: string): Promise<void> {
  await tx.rows(sql`
    delete from erasure_remainders
    where tenant_id = ${tenant} and applicant_id = ${applicantId} and vendor_references = '{}' and not outcome_unknown`)
}
