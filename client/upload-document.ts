import { AssayError, ConnectionError } from './assay-error.ts'
import { isObject } from './is-object.ts'
import { type SendOptions, sendBytes, type UploadTarget } from './send-bytes.ts'
import { waitBeforeAttempt } from './wait-before-attempt.ts'

/** A document whose bytes are stored. */
export interface StoredDocument {
  readonly documentId: string
  /** The digest of its bytes in hexadecimal. */
  readonly sha256: string | null
  readonly byteSize: number | null
  readonly mediaType: string | null
}

export interface UploadDocumentOptions extends SendOptions {
  readonly upload: UploadTarget
  /** A `File` of an input or a drop; in Node the result of `fs.openAsBlob`. */
  readonly file: Blob
  /** The most attempts; by default 6. */
  readonly attempts?: number | undefined
  /** Waits before another attempt; by default 1 s, 2 s, 4 s … with jitter. */
  readonly wait?: ((failures: number) => Promise<void>) | undefined
  /**
   * Reads `document(id)`, and returns null when the bytes are not stored. Needed when the connection breaks after the
   * last byte, because the address cannot be used again then.
   */
  readonly findStored?: (() => Promise<StoredDocument | null>) | undefined
}

/**
 * The codes of an address that cannot be used again: the document has its bytes, was refused or erased, or the address
 * expired.
 */
const usedUp = ['CONFLICT', 'NOT_FOUND', 'INVALID_STATE']

/**
 * Sends the bytes of a document to the target of `createDocumentUpload`. After a broken connection or a temporary
 * refusal it is sent again from the start.
 *
 * @throws AssayError with the code of the refusal, such as DOCUMENT_TYPE_UNSUPPORTED; ConnectionError when all attempts
 * broke; the signal's reason
 */
export async function uploadDocument(options: UploadDocumentOptions): Promise<StoredDocument> {
  const { upload, file, attempts = 6, wait = waitBeforeAttempt, findStored, signal } = options
  for (let failures = 0; ; failures += 1) {
    try {
      return parseStored(await sendBytes(upload, file, options))
    } catch (error) {
      signal?.throwIfAborted()
      if (failures > 0 && error instanceof AssayError && usedUp.includes(error.code)) {
        const stored = await findStored?.()
        if (stored) return stored
        throw error
      }
      const mayTryAgain = error instanceof ConnectionError || (error instanceof AssayError && error.retryable)
      if (!mayTryAgain || failures + 1 >= attempts) throw error
    }
    options.onProgress?.(0)
    await wait(failures)
    signal?.throwIfAborted()
  }
}

function parseStored(answer: unknown): StoredDocument {
  if (!isObject(answer) || typeof answer.documentId !== 'string')
    throw new AssayError('The server did not return the stored document.', { code: 'INTERNAL', retryable: true })
  const { documentId, sha256, byteSize, mediaType } = answer
  return {
    documentId,
    sha256: typeof sha256 === 'string' ? sha256 : null,
    byteSize: typeof byteSize === 'number' ? byteSize : null,
    mediaType: typeof mediaType === 'string' ? mediaType : null,
  }
}
