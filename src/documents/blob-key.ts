import { randomUUID } from 'node:crypto'
import type { TenantId } from '../domain/tenant.ts'

/** The prefix of the blob keys of all attempts to send a document's bytes. */
export function blobPrefixOf(tenant: TenantId, documentId: string): string {
  return `${tenant}/${documentId}/`
}

/** The unique blob key of one attempt to send a document's bytes. */
export function createBlobKey(tenant: TenantId, documentId: string): string {
  return `${blobPrefixOf(tenant, documentId)}${randomUUID()}`
}
