import type { Logger } from 'pino'
import type { TenantId } from '../domain/tenant.ts'
import type { Database } from '../store/database.ts'
import { forgetUnownedBlob } from '../store/unowned-blobs.ts'
import type { BlobStore } from './blob-store.ts'

export interface DiscardBlobDeps {
  readonly database: Database
  readonly blobs: BlobStore
  readonly logger: Pick<Logger, 'warn'>
}

/** Deletes a blob that no document owns. @returns false when the store failed; the sweep then tries again */
export async function discardBlob(deps: DiscardBlobDeps, tenant: TenantId, key: string): Promise<boolean> {
  try {
    await deps.blobs.delete(key)
    await forgetUnownedBlob(deps.database, tenant, key)
    return true
  } catch (error) {
    deps.logger.warn({ err: error, blobKey: key }, 'a blob without a document could not be deleted')
    return false
  }
}
