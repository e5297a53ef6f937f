import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { describe, expect, test } from 'vitest'
import { type MultipartPart, multipartBody } from './multipart.ts'
import { startTransport, write } from './testing/start-transport.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Sends the parts to a vendor that answers what it has received. */
async function upload(parts: readonly MultipartPart[]) {
  const { http, server } = await startTransport((response, { body, message }) => {
    const received: unknown[] = []
    const { 'content-type': contentType = '', 'content-length': contentLength } = message.headers
    const busboy = new Busboy({ headers: { 'content-type': contentType } })
    busboy.on('field', (name, value) => received.push({ name, value }))
    busboy.on('file', (name, file, fileName, _encoding, mediaType) => {
      const hash = createHash('sha256')
      const part = { name, fileName, mediaType, sha256: '' }
      received.push(part)
      file.on('data', chunk => hash.update(chunk))
      file.on('end', () => {
        part.sha256 = hash.digest('hex')
      })
    })
    busboy.on('finish', () => {
      response.end(JSON.stringify({ announced: Number(contentLength), received: body.byteLength, parts: received }))
    })
    busboy.end(body)
  })
  const sending = http.send({ ...write, ...multipartBody(parts) }).then(({ body }) => JSON.parse(body.toString()))
  return { sending, server }
}

describe('a multipart body', () => {
  test('P14 contains files of any size and chunks unchanged, and has its exact length', async () => {
    const pool = randomBytes(1_200_000)
    // Chunks that are views into a larger buffer, some larger and some smaller than usual.
    const files = [
      { fileName: 'doc_1.pdf', chunks: [pool.subarray(13, 400_013), pool.subarray(400_013, 400_014)] },
      { fileName: 'doc_2.pdf', chunks: [pool.subarray(500_000, 1_199_999)] },
      { fileName: 'doc_3.pdf', chunks: [Buffer.from('\r\n--\r\n------assay-\r\n\r\n')] },
      { fileName: 'doc_4.pdf', chunks: [] },
    ]
    const parts = files.map(({ fileName, chunks }) => ({
      name: 'file',
      fileName,
      mediaType: 'application/pdf',
      byteSize: Buffer.concat(chunks).byteLength,
      open: async () => Readable.from(chunks),
    }))
    const sent = [{ name: 'kind', value: 'PDF' }, ...parts, { name: 'last', value: '' }]
    const { sending } = await upload(sent)
    const { headers } = multipartBody(sent)
    const length = Number(headers['content-length'])
    expect(await sending).toEqual({
      announced: length,
      received: length,
      parts: [
        { name: 'kind', value: 'PDF' },
        ...files.map(({ fileName, chunks }) => ({
          name: 'file',
          fileName,
          mediaType: 'application/pdf',
          sha256: sha256(Buffer.concat(chunks)),
        })),
        { name: 'last', value: '' },
      ],
    })
  })

  test('contains any text in its fields, and escapes quotes in names', async () => {
    const value = 'Zoë €\r\n--x\n"quoted"'
    const file = { mediaType: 'text/plain\r\nX-Evil: 1', byteSize: 1, open: async () => Readable.from(['x']) }
    const { sending } = await upload([
      { name: 'form.json', value },
      { name: 'a"; filename="b', value: 'c' },
      { name: 'file', fileName: 'd"\r\ne.txt', ...file },
    ])
    expect(await sending).toMatchObject({
      parts: [
        { name: 'form.json', value },
        { name: 'a%22; filename=%22b', value: 'c' },
        { name: 'file', fileName: 'd%22%0D%0Ae.txt' },
      ],
    })
  })

  test('opens a file only when its turn comes, reads it with backpressure, and closes it when the body is destroyed', async () => {
    const opened: string[] = []
    let chunksRead = 0
    const endless = Readable.from(
      (function* () {
        for (;;) {
          chunksRead += 1
          yield Buffer.alloc(65_536)
        }
      })(),
      { objectMode: false },
    )
    const file = (name: string, source: Readable): MultipartPart => ({
      name,
      fileName: name,
      mediaType: 'application/pdf',
      byteSize: 1e12,
      open: async () => {
        opened.push(name)
        return source
      },
    })
    const { body } = multipartBody([file('first', endless), file('second', Readable.from([]))])
    expect(opened).toEqual([])
    for await (const _ of body) if (chunksRead > 20) break
    expect(opened).toEqual(['first'])
    expect(chunksRead).toBeLessThan(30)
    expect(endless.destroyed).toBe(true)
  })

  test.each([
    ['shorter', 9],
    ['longer', 11],
  ])('P14 a file %s than announced makes the call fail', async (_, byteSize) => {
    const file = { name: 'file', fileName: 'doc_1.pdf', mediaType: 'application/pdf', byteSize }
    const { sending, server } = await upload([{ ...file, open: async () => Readable.from([Buffer.alloc(10)]) }])
    await expect(sending).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(server.requests.length).toBeLessThanOrEqual(1)
  })

  test('a file that cannot be opened throws INTERNAL', async () => {
    const file = { name: 'file', fileName: 'doc_1.pdf', mediaType: 'application/pdf', byteSize: 10 }
    const open = () => Promise.reject(new Error('disk gone'))
    const { sending } = await upload([{ ...file, open }])
    await expect(sending).rejects.toMatchObject({ code: 'INTERNAL' })
  })
})
