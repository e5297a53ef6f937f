import type { CaseDocument, DocumentStatus } from '../domain/document.ts'
import type { Reach } from '../domain/reach.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { ErrorCode } from '../errors.ts'
import { holdApplicantOfCase } from './applicant-locks.ts'
import type { Queries, Transaction } from './database.ts'
import { sql } from './sql.ts'

/** A document before its bytes are uploaded. */
export interface NewDocument extends Omit<CaseDocument, 'sha256' | 'status' | 'storedAt' | 'rejection'> {
  readonly uploadUntil: Date
}

/** Locks a case against new documents until the transaction ends. @returns null when there is no such case */
export async function lockCaseForDocuments(
  tx: Transaction,
  reach: Reach,
  caseId: string,
): Promise<{ readonly applicantId: string; readonly documentCount: number } | null> {
  const applicantId = await holdApplicantOfCase(tx, reach, caseId)
  if (applicantId === null) return null
  await tx.rows(sql`select id from cases where tenant_id = ${reach.tenant} and id = ${caseId} for no key update`)
  const [counted] = await tx.rows<{ documents: number }>(sql`
    select count(*) as documents from documents where tenant_id = ${reach.tenant} and case_id = ${caseId}`)
  return { applicantId, documentCount: counted?.documents ?? 0 }
}

export async function insertDocument(tx: Transaction, tenant: TenantId, document: NewDocument): Promise<void> {
  const { id, caseId, applicantId, fileName, kind, mediaType, byteSize, period, date, createdAt, uploadUntil } =
    document
  await tx.rows(sql`
    insert into documents (tenant_id, id, case_id, applicant_id, file_name, kind, media_type, byte_size, period, date,
      status, created_at, upload_until)
    values (${tenant}, ${id}, ${caseId}, ${applicantId}, ${fileName}, ${kind}, ${mediaType}, ${byteSize}, ${period},
      ${date}, 'AWAITING_UPLOAD', ${createdAt}, ${uploadUntil})`)
}

/** Moves the end of the upload time of a document that is still awaiting its bytes. */
export async function extendUpload(tx: Transaction, tenant: TenantId, id: string, until: Date): Promise<void> {
  await tx.rows(sql`
    update documents set upload_until = greatest(upload_until, ${until}::timestamptz)
    where tenant_id = ${tenant} and id = ${id} and status = 'AWAITING_UPLOAD'`)
}

/** The state of a document's upload. */
export interface UploadState {
  readonly status: DocumentStatus
  readonly byteSize: number | null
  readonly sha256: string | null
  readonly blobKey: string | null
  readonly rejectionMessage: string | null
}

export async function readUploadState(queries: Queries, tenant: TenantId, id: string): Promise<UploadState | null> {
  const [row] = await queries.rows<UploadState>(sql`
    select status, byte_size as "byteSize", sha256, blob_key as "blobKey", rejection_message as "rejectionMessage"
    from documents where tenant_id = ${tenant} and id = ${id}`)
  return row ?? null
}

/** A document's properties as a file. */
export interface StoredFile {
  readonly name: string
  readonly mediaType: string
  readonly byteSize: number
}

/** @returns null unless the document is stored */
export async function readStoredFile(queries: Queries, tenant: TenantId, id: string): Promise<StoredFile | null> {
  const [row] = await queries.rows<StoredFile>(sql`
    select file_name as name, media_type as "mediaType", byte_size as "byteSize" from documents
    where tenant_id = ${tenant} and id = ${id} and status = 'STORED'`)
  return row ?? null
}

/** The ids in an event about a document. */
export interface DocumentOwners {
  readonly documentId: string
  readonly caseId: string
  readonly applicantId: string
}

const owners = sql`id as "documentId", case_id as "caseId", applicant_id as "applicantId"`

export interface StoredBytes {
  readonly blobKey: string
  readonly mediaType: string
  readonly byteSize: number
  readonly sha256: string
  readonly storedAt: Date
}

/** Marks a document as stored. @returns null when it no longer awaits its bytes, or when its blob is being deleted */
export async function markStored(
  tx: Transaction,
  tenant: TenantId,
  id: string,
  { blobKey, mediaType, byteSize, sha256, storedAt }: StoredBytes,
): Promise<DocumentOwners | null> {
  const [row] = await tx.rows<DocumentOwners>(sql`
    with owned as (
      delete from unowned_blobs where tenant_id = ${tenant} and blob_key = ${blobKey} and not doomed returning blob_key
    )
    update documents set status = 'STORED', media_type = ${mediaType}, byte_size = ${byteSize}, sha256 = ${sha256},
      blob_key = owned.blob_key, stored_at = ${storedAt}
    from owned
    where tenant_id = ${tenant} and id = ${id} and status = 'AWAITING_UPLOAD'
    returning ${owners}`)
  return row ?? null
}

/** Marks a document as rejected. @returns null when it no longer awaits its bytes */
export async function markRejected(
  tx: Transaction,
  tenant: TenantId,
  id: string,
  { code, message }: { readonly code: ErrorCode; readonly message: string },
): Promise<DocumentOwners | null> {
  const [row] = await tx.rows<DocumentOwners>(sql`
    update documents set status = 'REJECTED', rejection_code = ${code}, rejection_message = ${message}
    where tenant_id = ${tenant} and id = ${id} and status = 'AWAITING_UPLOAD'
    returning ${owners}`)
  return row ?? null
}

/** Documents of all tenants whose upload time ended before a moment, longest ago first. */
export async function findAbandonedUploads(
  queries: Queries,
  before: Date,
  limit: number,
): Promise<{ readonly tenant: TenantId; readonly documentId: string }[]> {
  const rows = await queries.acrossTenants<{ tenant_id: string; id: string }>(sql`
    select tenant_id, id from documents where status = 'AWAITING_UPLOAD' and upload_until < ${before}
    order by upload_until limit ${limit}`)
  return rows.map(row => ({ tenant: parseTenantId(row.tenant_id), documentId: row.id }))
}
