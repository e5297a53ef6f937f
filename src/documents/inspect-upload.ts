import { createHash } from 'node:crypto'
import { createMediaTypeDetector } from './detect-media-type.ts'
import { documentTypesInWords, extensionOf } from './media-types.ts'
import { UploadRefusal } from './upload-refusal.ts'

/** What was found out about bytes on their way. */
export interface UploadFacts {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly byteSize: number
  /** The true type, one of `documentMediaTypes`. */
  readonly mediaType: string
}

export interface InspectionLimits {
  readonly maxBytes: number
  /** What the caller said the size would be; null: nothing. */
  readonly declaredSize: number | null
}

export interface Inspection {
  /** The same bytes, unaltered, chunk by chunk. It ends only when all of them are in order, else it throws. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Why it threw, whatever became of the error on its way; null while nothing was wrong. */
  refusal(): UploadRefusal | null
  /** null before the end. */
  facts(): UploadFacts | null
}

/** Takes digest, size and type of bytes while they pass. Nothing is read ahead of whoever reads them. */
export function inspectUpload(body: AsyncIterable<Uint8Array>, limits: InspectionLimits): Inspection {
  let refusal: UploadRefusal | null = null
  let facts: UploadFacts | null = null

  async function* bytes(): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256')
    const detector = createMediaTypeDetector()
    let byteSize = 0
    try {
      for await (const chunk of fromSender(body)) {
        byteSize += chunk.byteLength
        checkSize(byteSize, limits)
        hash.update(chunk)
        const type = await detector.take(chunk)
        if (type !== undefined) checkType(type)
        yield chunk
      }
      if (byteSize === 0) throw new UploadRefusal('empty', 'No bytes were sent.')
      if (limits.declaredSize !== null && byteSize !== limits.declaredSize) throw sizeDiffers(limits.declaredSize)
      facts = { sha256: hash.digest('hex'), byteSize, mediaType: checkType(await detector.end()) }
    } catch (error) {
      if (error instanceof UploadRefusal) refusal = error
      throw error
    } finally {
      detector.stop()
    }
  }

  return { bytes: bytes(), refusal: () => refusal, facts: () => facts }
}

/** An error of the incoming stream: the sender or the network failed, not this server. */
async function* fromSender(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    if (cause instanceof UploadRefusal) throw cause
    const message = 'The transfer broke off. Send the bytes again, to the same address.'
    throw new UploadRefusal('broken', message, { cause })
  }
}

/** @throws UploadRefusal when so many bytes are too many already. */
export function checkSize(byteSize: number, { maxBytes, declaredSize }: InspectionLimits): void {
  if (byteSize > maxBytes) throw new UploadRefusal('too-large', `A document may have at most ${maxBytes} bytes.`)
  if (declaredSize !== null && byteSize > declaredSize) throw sizeDiffers(declaredSize)
}

/** For bytes that are not as many as announced: something went wrong on the way. */
export function sizeDiffers(declaredSize: number): UploadRefusal {
  return new UploadRefusal(
    'broken',
    `These are not the ${declaredSize} bytes that were announced. Send the whole file, to the same address.`,
  )
}

function checkType(type: string | null): string {
  if (type !== null && extensionOf(type) !== null) return type
  throw new UploadRefusal(
    'wrong-type',
    `The file is ${type ?? 'of an unknown type'}. Accepted are ${documentTypesInWords}.`,
  )
}
