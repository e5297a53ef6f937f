import { createHash } from 'node:crypto'
import { pipeline, type Readable, Transform } from 'node:stream'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { Database } from '../store/database.ts'
import { readUploadState } from '../store/document-rows.ts'
import { BlobMissing, type BlobStore } from './blob-store.ts'

/**
 * The stored bytes of a document from the start; may be opened again. The stream ends only if the bytes are those that
 * were received. Otherwise it fails before the last chunk, so a consumer cannot take the document as complete.
 *
 * @throws AppError NOT_FOUND, or DOCUMENT_NOT_READY when there are no bytes (yet or any more)
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
    // Errors reach the reader of the last stream.
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

/** Passes bytes on one chunk late, so that the last chunk is passed on only if the digest of all bytes is right. */
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
