import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { readUploadState } from '../store/document-rows.ts'
import { BlobMissing, type BlobStore } from './blob-store.ts'

/**
 * The stored bytes of a document, from the start, as often as wanted. The stream ends only when they still are the
 * bytes that were received; otherwise it fails before the last of them is out, so whoever passes them on cannot finish.
 *
 * @throws AppError NOT_FOUND, or DOCUMENT_NOT_READY when there are no bytes (yet, or any more)
 */
export type OpenDocument = (tenant: TenantId, documentId: string) => Promise<Readable>

export function createOpenDocument(database: Database, blobs: BlobStore): OpenDocument {
  return async (tenant, documentId) => {
    const state = await readUploadState(database, tenant, documentId)
    if (!state) throw new AppError('NOT_FOUND', 'There is no such document.')
    if (state.status !== 'STORED' || state.blobKey === null || state.sha256 === null) {
      const waiting = state.status === 'AWAITING_UPLOAD'
      throw new AppError('DOCUMENT_NOT_READY', 'The document has no bytes.', { retryable: waiting })
    }
    const stored = await open(blobs, state.blobKey)
    // Its errors reach whoever reads the last stream.
    return pipeline(stored, createDigestCheck(state.sha256), () => {})
  }
}

async function open(blobs: BlobStore, key: string): Promise<Readable> {
  try {
    return await blobs.open(key)
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error
    throw new AppError('INTERNAL', 'The bytes of the document are lost.', { retryable: false, cause: error })
  }
}

/** Passes bytes through one chunk late: the last one waits until the digest of all of them is known to be right. */
function createDigestCheck(sha256: string): Transform {
  const hash = createHash('sha256')
  let held: Uint8Array | null = null
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      const ready = held
      held = chunk
      done(null, ready)
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held)
      else done(new AppError('INTERNAL', 'The stored bytes are not those that were received.', { retryable: false }))
    },
  })
}
