import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { FileLink, FileLinks } from '../auth/file-links.ts'
import { isIdOf } from '../domain/ids.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { readStoredFile, type StoredFile } from '../store/document-rows.ts'
import type { OpenDocument } from './open-document.ts'

export interface DocumentFiles {
  link(tenant: TenantId, documentId: string): FileLink
  /**
   * The stored bytes of a document.
   *
   * @returns null for a token that is not a document's
   * @throws AppError NOT_FOUND for a document whose bytes no longer exist, RESULT_EXPIRED
   */
  open(token: string): Promise<(StoredFile & { readonly body: Readable }) | null>
}

export interface DocumentFilesDeps {
  readonly database: Database
  readonly openDocument: OpenDocument
  readonly links: FileLinks
}

const aboutSchema = z.tuple([tenantIdSchema, z.string().refine(text => isIdOf('document', text))])

/** Creates download addresses of documents and opens the bytes for them. */
export function createDocumentFiles({ database, openDocument, links }: DocumentFilesDeps): DocumentFiles {
  return {
    link: (tenant, documentId) => links.create([tenant, documentId]),

    async open(token) {
      const about = aboutSchema.safeParse(links.open(token))
      if (!about.success) return null
      const [tenant, documentId] = about.data
      const file = await readStoredFile(database, tenant, documentId)
      if (!file) throw new AppError('NOT_FOUND', 'The document no longer exists.')
      return { ...file, body: await openDocument(tenant, documentId) }
    },
  }
}
