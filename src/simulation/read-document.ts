import { createHash } from 'node:crypto'
import { hasPdfHeader, pdfHeaderBytes } from '../domain/pdf-header.ts'
import { createEncryptionScanner } from './pdf-encryption.ts'
import { createSteeringScanner } from './steering-scanner.ts'

/** The properties of a document whose bytes are read and not stored. */
export interface ReadDocument {
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly byteSize: number
  readonly isPdf: boolean
  /** Whether it is a PDF that is encrypted. */
  readonly isEncrypted: boolean
  /** The steering words found in the bytes. */
  readonly steering: readonly string[]
}

/**
 * @param words the steering words of the vendor's simulator
 * @param watch called with every chunk
 */
export async function readDocument(
  stream: AsyncIterable<unknown>,
  words: readonly string[],
  watch: (chunk: Buffer) => void = () => {},
): Promise<ReadDocument> {
  const steering = createSteeringScanner(words)
  const encryption = createEncryptionScanner()
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let byteSize = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error('The stream does not give bytes.')
    const bytes = Buffer.from(chunk)
    hash.update(bytes)
    steering.push(bytes)
    encryption.push(bytes)
    watch(bytes)
    byteSize += bytes.length
    if (head.length < pdfHeaderBytes) head = Buffer.concat([head, bytes.subarray(0, pdfHeaderBytes - head.length)])
  }
  const isPdf = hasPdfHeader(head)
  return {
    digest: hash.digest('hex'),
    byteSize,
    isPdf,
    isEncrypted: isPdf && encryption.isEncrypted(),
    steering: steering.words(),
  }
}
