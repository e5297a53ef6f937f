import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { expect, test } from 'vitest'
import { acmeKey, startServerForSuite } from './testing/start-test-server.ts'

const server = await startServerForSuite()

const key = { 'x-api-key': acmeKey, 'content-type': 'application/json' }

async function ask(times: number, encodings?: string) {
  const { statusCode, headers, body } = await request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...key, ...(encodings === undefined ? {} : { 'accept-encoding': encodings }) },
    body: JSON.stringify({ query: `{ hello(name: "Anna", times: ${times}) }` }),
  })
  return { statusCode, headers, bytes: Buffer.from(await body.arrayBuffer()) }
}

const answerOf = (times: number) => ({ data: { hello: 'Hello Anna'.repeat(times) } })

/** One that is compressed at once, one in pieces, and one that is sent in pieces even without compression. */
const sizes = [200, 5_000, 100_000]

test.each(sizes)(
  'an answer of %i times 10 bytes arrives complete with brotli, with gzip and uncompressed',
  async times => {
    const [brotli, gzip, plain] = await Promise.all([ask(times, 'gzip, br'), ask(times, 'gzip'), ask(times)])
    expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual(['br', 'gzip', undefined])
    const texts = [brotliDecompressSync(brotli.bytes), gunzipSync(gzip.bytes), plain.bytes]
    for (const text of texts) expect(JSON.parse(text.toString())).toEqual(answerOf(times))
    expect(brotli.bytes.length).toBeLessThan(plain.bytes.length / 2)
  },
)

test('caches are told that the answer depends on the encodings that a client accepts', async () => {
  expect((await ask(200, 'br')).headers.vary).toContain('accept-encoding')
})

test('an answer of less than 1 kB is not compressed', async () => {
  const { headers, bytes } = await ask(3, 'br')
  expect([headers['content-encoding'], JSON.parse(bytes.toString())]).toEqual([undefined, answerOf(3)])
})

test('an event stream is not compressed', async () => {
  const { headers, body } = await request(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...key, 'accept-encoding': 'br', accept: 'text/event-stream' },
    body: JSON.stringify({ query: '{ hello(name: "Anna", times: 200) }' }),
  })
  expect(headers['content-encoding']).toBeUndefined()
  expect(await body.text()).toContain(JSON.stringify(answerOf(200)))
})
