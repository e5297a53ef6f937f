import { wholeTenant } from '../domain/reach.ts'
import type { ChangingDatabase } from '../events/change.ts'
import { findAbandonedUploads, markRejected } from '../store/document-rows.ts'
import { doomUnownedBlobs } from '../store/unowned-blobs.ts'
import { type DiscardBlobDeps, discardBlob } from './discard-blob.ts'

export interface SweepUploadsDeps extends DiscardBlobDeps {
  readonly database: ChangingDatabase
  readonly now: () => Date
  /**
   * How long a sender may still send after its address has expired, and how long a blob may be written. More than the
   * longest upload.
   */
  readonly graceSeconds: number
}

export interface SweptUploads {
  readonly rejectedDocuments: number
  readonly deletedBlobs: number
}

const batch = 100
const neverSent = {
  code: 'DEADLINE_EXCEEDED',
  message: 'No complete file arrived before the upload address expired.',
} as const

/**
 * Rejects documents whose bytes did not arrive, and deletes blobs that crashes or lost answers left without a document.
 * Several servers may run it in parallel.
 */
export async function sweepUploads(deps: SweepUploadsDeps, correlationId: string): Promise<SweptUploads> {
  const before = new Date(deps.now().getTime() - deps.graceSeconds * 1_000)
  const rejectedDocuments = await rejectAbandoned(deps, before, correlationId)
  const deletedBlobs = await deleteUnowned(deps, before)
  return { rejectedDocuments, deletedBlobs }
}

async function rejectAbandoned(deps: SweepUploadsDeps, before: Date, correlationId: string): Promise<number> {
  const { database } = deps
  let rejected = 0
  for (;;) {
    const abandoned = await findAbandonedUploads(database, before, batch)
    for (const { tenant, documentId } of abandoned) {
      const isRejected = await database.change({ ...wholeTenant(tenant), correlationId }, 'SCHEDULE', async change => {
        const owners = await markRejected(change.tx, tenant, documentId, neverSent)
        if (!owners) return false
        change.emit({ type: 'DOCUMENT_REJECTED', ...owners })
        return true
      })
      if (isRejected) rejected += 1
    }
    if (abandoned.length < batch) return rejected
  }
}

async function deleteUnowned(deps: SweepUploadsDeps, before: Date): Promise<number> {
  let deleted = 0
  for (;;) {
    const doomed = await doomUnownedBlobs(deps.database, before, batch)
    for (const { tenant, key } of doomed) {
      // If the store fails once, it will fail again; the next sweep tries again.
      if (!(await discardBlob(deps, tenant, key))) return deleted
      deleted += 1
    }
    if (doomed.length < batch) return deleted
  }
}
