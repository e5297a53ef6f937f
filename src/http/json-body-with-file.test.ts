import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonBodyWithFile } from './json-body-with-file.ts'

test('P14 a file in a JSON body arrives unchanged with any chunk boundaries, and the length of the body is known before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }),
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.constant(null)), { maxKeys: 3 }),
      async (chunks, members) => {
        fc.pre(!('file' in members) && !('__proto__' in members))
        const bytes = Buffer.concat(chunks)
        const open = async () => Readable.from(chunks.map(chunk => Buffer.from(chunk)))
        const { headers, body } = jsonBodyWithFile(members, { member: 'file', byteSize: bytes.byteLength, open })
        const sent = await buffer(body)
        expect(sent.byteLength).toBe(Number(headers['content-length']))
        expect(JSON.parse(sent.toString())).toEqual({ ...members, file: bytes.toString('base64') })
      },
    ),
  )
})
