import { createHash } from 'node:crypto'
import { pdfHeaderBytes } from '../domain/pdf-header.ts'

/** The properties of bytes that are read and not stored. */
export interface Fingerprint {
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly byteSize: number
  /** The first 1,028 bytes, or fewer. */
  readonly head: Buffer
}

const headBytes = pdfHeaderBytes

/** @param watch called with every chunk */
export async function takeFingerprint(
  stream: AsyncIterable<unknown>,
  watch: (chunk: Buffer) => void = () => {},
): Promise<Fingerprint> {
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  let byteSize = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error('The stream does not give bytes.')
    const bytes = Buffer.from(chunk)
    hash.update(bytes)
    watch(bytes)
    byteSize += bytes.length
    if (head.length < headBytes) head = Buffer.concat([head, bytes.subarray(0, headBytes - head.length)])
  }
  return { digest: hash.digest('hex'), byteSize, head }
}
