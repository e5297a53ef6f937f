import { createHash } from 'node:crypto'
import { createMediaTypeDetector } from './detect-media-type.ts'
import { documentTypesInWords, extensionOf } from './media-types.ts'
import { UploadRefusal } from './upload-refusal.ts'

/** The properties of received bytes. */
export interface UploadFacts {
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly byteSize: number
  /** The true type, one of `documentMediaTypes`. */
  readonly mediaType: string
}

export interface InspectionLimits {
  readonly maxBytes: number
  /** The size that the caller announced; null: none. */
  readonly declaredSize: number | null
}

export interface Inspection {
  /** The same bytes, chunk by chunk. It ends only if all of them are acceptable, else it throws. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** The refusal that `bytes` threw, even if its reader wrapped it; null if none. */
  refusal(): UploadRefusal | null
  /** null before the end. */
  facts(): UploadFacts | null
}

/** Computes digest, size and type of bytes while they are read. Reads nothing ahead of the reader. */
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
    const message = 'The transfer was interrupted. Send the bytes again to the same address.'
    throw new UploadRefusal('broken', message, { cause })
  }
}

/** @throws UploadRefusal when there are more bytes than allowed */
export function checkSize(byteSize: number, { maxBytes, declaredSize }: InspectionLimits): void {
  if (byteSize > maxBytes) throw new UploadRefusal('too-large', `A document may have at most ${maxBytes} bytes.`)
  if (declaredSize !== null && byteSize > declaredSize) throw sizeDiffers(declaredSize)
}

/** The refusal of bytes whose number differs from the announced one, which means that the transfer failed. */
export function sizeDiffers(declaredSize: number): UploadRefusal {
  return new UploadRefusal(
    'broken',
    `The number of bytes is not the announced ${declaredSize}. Send the whole file again to the same address.`,
  )
}

function checkType(type: string | null): string {
  if (type !== null && extensionOf(type) !== null) return type
  throw new UploadRefusal(
    'wrong-type',
    `The file is ${type ?? 'of an unknown type'}. Accepted are ${documentTypesInWords}.`,
  )
}
