import { describe, expect, test } from 'vitest'
import { registerUploadRoute } from './upload-route.ts'
import { UploadRefusal } from '../documents/upload-refusal.ts'
import { registerWebhookRoute } from './webhook-route.ts'
import { call } from './testing/call.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { until } from './testing/open-socket.ts'
import { openConnection, requestText } from './testing/raw-connection.ts'
import { acmeKey, startServerForTest, type TestServer, type TestServerOptions } from './testing/start-test-server.ts'

function start(options: TestServerOptions = {}): Promise<TestServer> {
  return startServerForTest({
    routes: [
      scope => registerWebhookRoute(scope, async () => 'kept'),
      scope => registerUploadRoute(scope, { receive, pace: { idleMs: 30_000, totalMs: 600_000 } }),
    ],
    ...options,
  })
}
const facts = { documentId: 'doc_1', sha256: 'a', byteSize: 1, mediaType: 'application/pdf' } as const
/** Depending on the token, accepts an upload, refuses it before reading, or fails while reading. */
const receive = async (token: string, { body }: { readonly body: AsyncIterable<Uint8Array> }) => {
  if (token === 'unknown') throw new UploadRefusal('unknown', 'There is no such upload.')
  for await (const _piece of body) if (token === 'breaks') throw new Error('no space left on device')
  return facts
}

const json = { 'content-type': 'application/json', 'x-api-key': acmeKey }
const hello = JSON.stringify({ query: '{ hello }' })
/** Waits for some turns of the event loop. */
async function pass(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise(resolve => setImmediate(resolve))
}
const livez = requestText('GET', '/livez', {})

describe('P32 a body that comes too slowly', () => {
  test.each(['/graphql', '/webhooks/vendor', '/webhooks/vendor/token'])(
    'of %s is answered 408 after 10 s without a byte, and after 30 s in any case',
    async path => {
      const timers = createFakeTimers()
      const server = await start({ timers })
      const before = timers.pending
      const silent = await openConnection(server)
      silent.write(requestText('POST', path, { ...json, 'content-length': 1_000 }, '{'))
      await until(() => timers.pending === before + 2)
      timers.advance(9_999)
      expect(silent.received()).toBe('')
      timers.advance(1)
      expect(await silent.until('came too slowly')).toMatch(/^HTTP\/1.1 408 .*connection: close.*DEADLINE_EXCEEDED/s)
      await silent.closed

      const dripping = await openConnection(server)
      dripping.write(requestText('POST', path, { ...json, 'content-length': 1_000 }, '{'))
      await until(() => timers.pending === before + 2)
      for (let second = 0; second < 30; second += 5) {
        timers.advance(4_999)
        // Each piece restarts the time for the next one.
        const pending = dripping.socket.bytesWritten
        dripping.write(' ')
        await until(() => dripping.socket.bytesWritten > pending)
        await pass(10)
      }
      timers.advance(6)
      expect(await dripping.until('came too slowly')).toContain('HTTP/1.1 408')
      await until(() => timers.pending === before)
    },
  )
})

test('a body that comes together with its head needs no timer', async () => {
  const { every } = createFakeTimers()
  let timersSet = 0
  const after = () => {
    timersSet += 1
    return () => {}
  }
  const connection = await openConnection(await start({ timers: { after, every } }))
  for (const body of [hello, `${hello} `]) {
    connection.write(requestText('POST', '/graphql', { ...json, 'content-length': body.length }, body))
    await connection.until('Hello you')
  }
  expect(timersSet).toBe(0)
  connection.socket.destroy()
})

describe('a sender that waits for 100 Continue', () => {
  const expecting = { ...json, expect: '100-continue' }

  test.each([
    ['a body that is too large', 'POST', '/graphql', { 'content-length': 2_000_000 }, 413],
    ['a webhook that is too large', 'POST', '/webhooks/vendor', { 'content-length': 2_000_000 }, 413],
    ['a type that is not accepted', 'POST', '/graphql', { 'content-length': 10, 'content-type': 'image/png' }, 415],
    ['an unknown address', 'POST', '/nothing', { 'content-length': 10 }, 404],
    ['an unknown upload', 'PUT', '/uploads/unknown', { 'content-length': 10 }, 404],
    ['a method that uploads do not accept', 'POST', '/uploads/unknown', { 'content-length': 10 }, 405],
  ])('gets the answer at once for %s, and the connection is closed', async (_what, method, path, headers, status) => {
    const connection = await openConnection(await start())
    connection.write(requestText(method, path, { ...expecting, ...headers }))
    await connection.closed
    expect(connection.received()).toMatch(new RegExp(`^HTTP/1.1 ${status} .*connection: close`, 's'))
  })

  test.each([
    ['POST', '/graphql', hello, 200, 'Hello you'],
    ['POST', '/webhooks/vendor', '{}', 200, 'received'],
    ['PUT', '/uploads/known', 'x', 201, 'STORED'],
  ])('is told to send an acceptable body: %s %s', async (method, path, body, status, text) => {
    const connection = await openConnection(await start())
    connection.write(requestText(method, path, { ...expecting, 'content-length': body.length }))
    expect(await connection.until('\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n')
    connection.write(body)
    expect(await connection.until(text)).toContain(`HTTP/1.1 ${status} `)
    // The connection stays open.
    connection.write(livez)
    await connection.until('"alive"')
    connection.socket.destroy()
  })
})

describe('an answer before the end of the body', () => {
  const size = 3 * 1024 * 1024
  const part = 'x'.repeat(size / 2)

  test.each([
    ['a store that fails in the middle of an upload', 'PUT', '/uploads/breaks', 500],
    ['an unknown upload', 'PUT', '/uploads/unknown', 404],
    ['an unknown address', 'POST', '/nothing', 404],
    ['a body that is too large', 'POST', '/graphql', 413],
    ['a webhook that is too large', 'POST', '/webhooks/vendor', 413],
  ])('%s: the answer can be read, and the connection takes the next request', async (_what, method, path, status) => {
    const connection = await openConnection(await start())
    connection.write(requestText(method, path, { ...json, 'content-length': size }, part))
    await connection.until(`HTTP/1.1 ${status} `)
    connection.write(part)
    connection.write(livez)
    await connection.until('"alive"')
    connection.socket.destroy()
  })

  test('a connection whose remaining body does not arrive within 2 s is closed', async () => {
    const timers = createFakeTimers()
    const connection = await openConnection(await start({ timers }))
    connection.write(requestText('PUT', '/uploads/breaks', { 'content-length': size }, part))
    await connection.until('"INTERNAL"')
    const before = timers.pending
    timers.advance(1_999)
    expect(timers.pending).toBe(before)
    timers.advance(1)
    await connection.closed
  })
})

describe('P32 an answer that is not read', () => {
  const body = JSON.stringify({ query: '{ padding(bytes: 16000000) }' })

  /** A connection whose client asks for a large answer and reads nothing of it. */
  async function openUnread(server: TestServer) {
    const connection = await openConnection(server)
    connection.socket.pause()
    connection.write(requestText('POST', '/graphql', { ...json, 'content-length': body.length }, body))
    await until(() => server.feed.padded === 1)
    return connection
  }

  test('ends its connection after 30 s in which the client takes no byte', async () => {
    const timers = createFakeTimers()
    const server = await start({ timers })
    const connection = await openUnread(server)
    await pass(100)
    // The first check sees what was sent since the answer began.
    timers.advance(30_000)
    expect(server.log()).not.toContain('"route":"/graphql"')
    timers.advance(10_000)
    connection.socket.resume()
    await connection.closed
    expect(connection.received().length).toBeLessThan(16_000_000)
  })

  test('ends its connection, even when it is read slowly, after a time that depends on its size', async () => {
    const timers = createFakeTimers()
    const connection = await openUnread(await start({ timers }))
    const longestMs = 60_000 + (16_000_000 / 16_384) * 1_000
    for (let passed = 0; passed < longestMs && !connection.socket.destroyed; passed += 25_000) {
      timers.advance(25_000)
      // The client takes a little, so the idle limit does not apply.
      const before = connection.received().length
      connection.socket.resume()
      while (connection.received().length === before && !connection.socket.destroyed) await pass(1)
      connection.socket.pause()
    }
    connection.socket.resume()
    await connection.closed
  })

  test('counts towards the limit of its tenant until it is read', async () => {
    const server = await start({ callerLimits: { answers: 1_000_000 } })
    const connection = await openUnread(server)
    await pass(20)
    const refused = await call(server, { body: { query: '{ hello }' }, headers: json })
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '5' },
      json: { errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 5 } }] },
    })
    connection.socket.destroy()
    await connection.closed
    let status = 429
    while (status === 429) ({ status } = await call(server, { body: { query: '{ hello }' }, headers: json }))
    expect(status).toBe(200)
  })

  test('a large answer arrives unchanged, with its length', async () => {
    const server = await start()
    const bytes = 3_000_000
    const answer = await call(server, { body: { query: `{ padding(bytes: ${bytes}) }` }, headers: json })
    expect(answer).toMatchObject({ status: 200, json: { data: { padding: 'x'.repeat(bytes) } } })
    expect(answer.headers['content-length']).toBe(String(answer.text.length))
  })
})
