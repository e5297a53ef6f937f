import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyInstance } from '@fastify/busboy'

/** A part of a multipart body, in the order received. */
export type ReceivedPart<File> =
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | ({ readonly kind: 'file'; readonly file: File } & FilePart)

export interface FilePart {
  readonly name: string
  /** null when it has none. */
  readonly fileName: string | null
  /** The type in the part's header; text/plain when absent. */
  readonly mediaType: string
}

/** Why a body is not a multipart form. */
export type MultipartFault = 'not-multipart' | 'no-boundary' | 'malformed'

export interface MultipartReading<File> {
  /** Longer fields are truncated. Default: 1 MiB. */
  readonly maxFieldBytes?: number
  /** Must read the stream to its end. */
  readFile(stream: AsyncIterable<unknown>, part: FilePart): Promise<File>
  /** The vendor's refusal. */
  refuse(fault: MultipartFault): Error
}

/** All parts of a form. Files are read while they arrive. @throws the vendor's refusal when it is not a complete form */
export async function readMultipart<File>(
  request: IncomingMessage,
  { readFile, refuse, maxFieldBytes = 1_048_576 }: MultipartReading<File>,
): Promise<readonly ReceivedPart<File>[]> {
  const contentType = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(contentType)) throw refuse('not-multipart')
  const parts: Promise<ReceivedPart<File>>[] = []
  const multipart = openMultipart(contentType, maxFieldBytes, refuse)
  try {
    await new Promise<void>((resolve, reject) => {
      multipart.on('file', (...[name, stream, fileName, , mediaType]) => {
        const part = { name, fileName: fileName || null, mediaType }
        const received = readFile(stream, part).then(file => ({ kind: 'file', file, ...part }) as const)
        received.catch(reject)
        parts.push(received)
      })
      multipart.on('field', (name, value) => parts.push(Promise.resolve({ kind: 'field', name, value })))
      multipart.on('finish', resolve)
      multipart.on('error', reject)
      request.on('error', reject)
      request.pipe(multipart)
    })
  } catch {
    request.unpipe(multipart)
    throw refuse('malformed')
  }
  return Promise.all(parts)
}

function openMultipart(
  contentType: string,
  fieldSize: number,
  refuse: (fault: MultipartFault) => Error,
): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { fieldSize } })
  } catch {
    throw refuse('no-boundary')
  }
}
