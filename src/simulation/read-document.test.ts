import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

const bytes = Buffer.from(`${' '.repeat(1_023)}%PDF-1.7 assay-simulate: slow`.padEnd(3_000, '.'))

test.each([7, 100, 1_028, 5_000])(
  'bytes in chunks of %i have the same digest, size, type and words, and `watch` gets all of them',
  async size => {
    const chunks: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
    const watched: Buffer[] = []
    expect(await readDocument(Readable.from(chunks), ['slow'], chunk => watched.push(chunk))).toEqual({
      digest: createHash('sha256').update(bytes).digest('hex'),
      byteSize: bytes.length,
      isPdf: true,
      isEncrypted: false,
      steering: ['slow'],
    })
    expect(Buffer.concat(watched)).toEqual(bytes)
  },
)

test('a stream of other values than bytes is refused', async () => {
  await expect(readDocument(Readable.from(['text']), [])).rejects.toThrow('bytes')
})
