import { InputError } from './assay-error.ts'
import { CreateDocumentUploadDocument, type CreateDocumentUploadInput, StoredDocumentDocument } from './documents.ts'
import type { Request } from './request.ts'
import type { SendOptions } from './send-bytes.ts'
import { type StoredDocument, uploadDocument } from './upload-document.ts'

export interface SendDocumentOptions extends SendOptions {
  readonly caseId: string
  /** A `File` of an input or a drop; in Node the result of `fs.openAsBlob`. */
  readonly file: Blob
  /** Its name. Default: the name of the `File`. */
  readonly fileName?: string | undefined
  /** Further input: `kind`, `period`, `date`. */
  readonly about?: Pick<CreateDocumentUploadInput, 'kind' | 'period' | 'date'> | undefined
  /** Waits before another attempt; by default 1 s, 2 s, 4 s … with jitter. */
  readonly wait?: ((failures: number) => Promise<void>) | undefined
}

/**
 * Uploads a file to a case: creates the document, sends its bytes, and after a lost answer asks whether they arrived.
 *
 * @throws InputError when it is refused before it is sent; AssayError when its bytes are refused, with the code;
 * ConnectionError; the signal's reason
 */
export async function sendDocument(request: Request, options: SendDocumentOptions): Promise<StoredDocument> {
  const { caseId, file, about, signal, onProgress, wait } = options
  const fileName = options.fileName ?? ('name' in file && typeof file.name === 'string' ? file.name : 'document')
  const input = { caseId, fileName, byteSize: file.size, ...about }
  const { createDocumentUpload } = await request(CreateDocumentUploadDocument, { input }, { signal })
  const { document, upload, userErrors } = createDocumentUpload ?? { userErrors: [] }
  if (!document || !upload) throw new InputError(userErrors)
  const findStored = async () => {
    const { document: found } = await request(StoredDocumentDocument, { id: document.id }, { signal })
    if (found?.status !== 'STORED') return null
    const { id: documentId, sha256, byteSize, mediaType } = found
    return { documentId, sha256, byteSize, mediaType }
  }
  return uploadDocument({ upload, file, findStored, onProgress, signal, wait })
}
