import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createSigner } from '../../src/auth/signer.ts'
import type { BlobStore } from '../../src/documents/blob-store.ts'
import { createDocumentUploads } from '../../src/documents/create-upload.ts'
import { createFolderBlobStore } from '../../src/documents/folder-blob-store.ts'
import { createOpenDocument } from '../../src/documents/open-document.ts'
import { createReceiveUpload } from '../../src/documents/receive-upload.ts'
import { sweepUploads } from '../../src/documents/sweep-uploads.ts'
import { createId } from '../../src/domain/ids.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId, type TenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { sql } from '../../src/store/sql.ts'
import { addChanges } from './add-changes.ts'

/** The parts of uploads with their own database and folder, and a manual clock. */
export type UploadDesk = Awaited<ReturnType<typeof openUploadDesk>>

export const maxBytes = 30_000_000
export const expiresSeconds = 900
export const graceSeconds = 3_600

export async function openUploadDesk(plain: Database) {
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'))
  let time = new Date('2026-03-01T12:00:00Z')
  const now = () => time
  const blobs = createFolderBlobStore(folder)
  const logger = pino({ level: 'silent' })
  const signer = createSigner(['a secret of the test'], 'upload')
  const database = addChanges(plain, now)
  const deps = { database, blobs, logger, signer, now, maxBytes, expiresSeconds, graceSeconds }

  const uploads = createDocumentUploads({ ...deps, publicUrl: 'https://assay.example/' })

  return {
    ...deps,
    folder,
    uploads,
    /** Creates a document without bytes in a new case, with its upload token. */
    async announce(tenant: TenantId, more: { byteSize?: number; idempotencyKey?: string } = {}) {
      const { caseId, applicantId } = await addCase(plain, tenant)
      const upload = await uploads.createUpload(contextOf(tenant), { caseId, fileName: 'statement.pdf', ...more })
      return { caseId, applicantId, documentId: upload.documentId, token: upload.url.split('/').at(-1) ?? '' }
    },
    receive: createReceiveUpload(deps),
    receiveInto: (other: BlobStore) => createReceiveUpload({ ...deps, blobs: other }),
    open: createOpenDocument(database, blobs),
    sweep: () => sweepUploads(deps, 'correlation-of-sweep'),
    sweepFrom: (other: BlobStore) => sweepUploads({ ...deps, blobs: other }, 'correlation-of-sweep'),
    advance(seconds: number) {
      time = new Date(time.getTime() + seconds * 1_000)
    },
    /** The names of all files of a tenant, complete or not. */
    async filesOf(tenant: TenantId): Promise<string[]> {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const names = entries.filter(entry => entry.isFile()).map(entry => entry.name)
      return names.filter(name => name.startsWith(`${tenant}.`))
    },
    async close() {
      await rm(folder, { recursive: true })
    },
  }
}

let tenants = 0

/** A new tenant. */
export function newTenant(): TenantId {
  tenants += 1
  return parseTenantId(`tenant-${tenants}`)
}

export function contextOf(tenant: TenantId) {
  return { ...wholeTenant(tenant), correlationId: 'correlation-of-test' }
}

/** @returns the ids of a new case and its applicant */
export async function addCase(database: Database, tenant: TenantId): Promise<{ caseId: string; applicantId: string }> {
  const [caseId, applicantId, at] = [createId('case'), createId('applicant'), new Date('2026-03-01T11:00:00Z')]
  await database.rows(sql`
    insert into applicants (tenant_id, id, reference, kind, created_at, updated_at)
    values (${tenant}, ${applicantId}, ${applicantId}, 'COMPANY', ${at}, ${at})`)
  await database.rows(sql`
    insert into cases (tenant_id, id, applicant_id, opened_at, updated_at)
    values (${tenant}, ${caseId}, ${applicantId}, ${at}, ${at})`)
  return { caseId, applicantId }
}

/** The row of a document. */
export async function readDocument(database: Database, tenant: TenantId, id: string) {
  const [row] = await database.rows(sql`select * from documents where tenant_id = ${tenant} and id = ${id}`)
  return row
}

/** The tenant's events in order. */
export async function readEvents(database: Database, tenant: TenantId) {
  return database.rows(sql`
    select sequence, type, via, document_id, case_id, applicant_id, correlation_id from events
    where tenant_id = ${tenant} order by sequence`)
}

/** Blobs that no document owns, of all tenants. */
export async function readUnownedBlobs(database: Database, tenant: TenantId) {
  return database.rows(sql`select blob_key, doomed from unowned_blobs where tenant_id = ${tenant}`)
}
