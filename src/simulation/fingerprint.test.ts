import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { takeFingerprint } from './fingerprint.ts'

const bytes = Buffer.from('%PDF-1.7 and more than 1,028 bytes'.padEnd(3_000, '.'))

test.each([7, 100, 1_028, 5_000])(
  'bytes in chunks of %i have the same digest, size and beginning, and `watch` gets all of them',
  async size => {
    const chunks: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
    const watched: Buffer[] = []
    expect(await takeFingerprint(Readable.from(chunks), chunk => watched.push(chunk))).toEqual({
      digest: createHash('sha256').update(bytes).digest('hex'),
      byteSize: bytes.length,
      head: bytes.subarray(0, 1_028),
    })
    expect(Buffer.concat(watched)).toEqual(bytes)
  },
)

test('a stream of other values than bytes is refused', async () => {
  await expect(takeFingerprint(Readable.from(['text']))).rejects.toThrow('bytes')
})
