import { randomUUID } from 'node:crypto'
import type { TenantId } from '../domain/tenant.ts'

/** The blobs of all attempts to send a document's bytes begin with this. */
export function blobPrefixOf(tenant: TenantId, documentId: string): string {
  return `${tenant}/${documentId}/`
}

/** A place for the bytes of one attempt to send them. No other attempt has it. */
export function createBlobKey(tenant: TenantId, documentId: string): string {
  return `${blobPrefixOf(tenant, documentId)}${randomUUID()}`
}
