import { hasPdfHeader } from '../domain/pdf-header.ts'
import { type Fingerprint, takeFingerprint } from './fingerprint.ts'
import { createEncryptionScanner } from './pdf-encryption.ts'
import { createSteeringScanner } from './steering-scanner.ts'

/** The properties of a document whose bytes are read and not stored. */
export interface ReadDocument extends Pick<Fingerprint, 'digest' | 'byteSize'> {
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
  const { digest, byteSize, head } = await takeFingerprint(stream, chunk => {
    steering.push(chunk)
    encryption.push(chunk)
    watch(chunk)
  })
  const isPdf = hasPdfHeader(head)
  return { digest, byteSize, isPdf, isEncrypted: isPdf && encryption.isEncrypted(), steering: steering.words() }
}
