import { createClient, NetworkError } from 'graphql-sse'
import { describe, expect, test } from 'vitest'
import { prefersEventStream } from './event-stream.ts'
import { socketEndings } from './socket-endings.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openEventStream } from './testing/open-event-stream.ts'
import { until, untilStill } from './testing/open-socket.ts'
import { openConnection, requestText } from './testing/raw-connection.ts'
import { acmeKey, createClaims, startServerForTest, type TestServer } from './testing/start-test-server.ts'

const ticks = 'subscription { ticks { number } }'
const complete = { event: 'complete', data: '' }
const key = { 'x-api-key': acmeKey }

/** A stream of ticks that has begun. */
async function follow(server: TestServer, query = ticks) {
  const before = server.feed.listeners
  const stream = await openEventStream(server, { query })
  await until(() => server.feed.listeners === before + 1)
  return stream
}

describe('operations over an event stream', () => {
  test('P4 a subscription delivers every event with its id, each resolved with new loaders and under the correlation id of the request', async () => {
    const server = await startServerForTest()
    const stream = await openEventStream(server, {
      query: 'subscription ($f: Int!) { ticks(from: $f) { number loads loadsAgain correlationId } }',
      variables: { f: 5 },
    })
    await until(() => server.feed.listeners === 1)
    for (const number of [4, 5, 6]) server.feed.publish(number)
    const correlationId = stream.headers.get('x-correlation-id')
    expect([await stream.next(), await stream.next()]).toEqual(
      [5, 6].map(number => ({
        event: 'next',
        id: `number-${number}`,
        data: { data: { ticks: { number, loads: 1, loadsAgain: 2, correlationId } } },
      })),
    )
    stream.close()
    await until(() => server.feed.listeners === 0)
  })

  test('begins at once, with headers against caching, transforming and buffering', async () => {
    const stream = await follow(await startServerForTest())
    expect(await stream.nextBlock()).toEqual({ comment: '' })
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    expect(stream.headers.has('content-encoding')).toBe(false)
    stream.close()
  })

  test.each([
    ['a query', '{ hello }', { data: { hello: 'Hello you' } }],
    ['a mutation', 'mutation { shout(text: "x") }', { data: { shout: 'X' } }],
    ['a field that fails', '{ crashes }', { data: { crashes: null }, errors: [{ extensions: { code: 'INTERNAL' } }] }],
    ['a document that does not parse', '{ me {', { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }],
    ['no operation', '', { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }],
    ['an unknown field', '{ nothing }', { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }],
    ['too much', `{ ${'me { tenant } '.repeat(2_000)} }`, { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] }],
    [
      'a subscription that is refused',
      'subscription { refused { number } }',
      { errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] },
    ],
  ])('%s is answered with one result, then completed', async (_what, query, data) => {
    const server = await startServerForTest()
    const stream = await openEventStream(server, { query })
    expect(stream.status).toBe(200)
    expect(await stream.next()).toMatchObject({ event: 'next', data })
    expect(await stream.next()).toEqual(complete)
    expect(await stream.next()).toBeNull()
  })

  test('a GET runs a query or a subscription with variables if no page of another site could have sent it', async () => {
    const server = await startServerForTest()
    const query = 'query ($name: String) { hello(name: $name) }'
    const search = new URLSearchParams({ query, variables: '{"name":"there"}' })
    const stream = await openEventStream(server, { search })
    expect(await stream.next()).toMatchObject({ data: { data: { hello: 'Hello there' } } })

    const follower = await openEventStream(server, { search: new URLSearchParams({ query: ticks }) })
    await until(() => server.feed.listeners === 1)
    server.feed.publish(3)
    expect(await follower.next()).toMatchObject({ id: 'number-3' })
    follower.close()

    const headers = { ...key, 'content-type': 'text/plain' }
    const forgeable = await openEventStream(server, { search, headers })
    expect([forgeable.status, await forgeable.json()]).toMatchObject([
      400,
      { errors: [{ message: expect.stringContaining('apollo-require-preflight') }] },
    ])
    const asked = await openEventStream(server, { search, headers: { ...headers, 'apollo-require-preflight': '1' } })
    expect(asked.status).toBe(200)
  })

  test('a mutation by GET is refused with 405 and not run', async () => {
    const server = await startServerForTest()
    const stream = await openEventStream(server, {
      search: new URLSearchParams({ query: 'mutation { shout(text: "x") }' }),
    })
    expect([stream.status, stream.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await stream.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  })

  test.each([
    ['no credential', 401, 'UNAUTHENTICATED', { headers: {}, query: ticks }],
    ['JSON that is malformed', 400, 'BAD_USER_INPUT', { body: '{"query":' }],
    ['a list of operations', 400, 'BAD_USER_INPUT', { body: '[{"query":"{ hello }"}]' }],
    ['variables that are not an object', 400, 'BAD_USER_INPUT', { body: '{"query":"{ hello }","variables":7}' }],
    ['a query given twice', 400, 'BAD_USER_INPUT', { search: new URLSearchParams('query={hello}&query={hello}') }],
    ['a body of 2 MB', 413, 'BAD_USER_INPUT', { body: ' '.repeat(2_000_000) }],
  ])('%s is refused with a status, in the shape of all errors', async (_what, status, code, options) => {
    const stream = await openEventStream(await startServerForTest(), options)
    expect(stream.status).toBe(status)
    expect(await stream.json()).toMatchObject({ errors: [{ extensions: { code, correlationId: expect.any(String) } }] })
  })

  test.each([
    ['text/event-stream', true],
    ['text/event-stream, multipart/mixed', true],
    ['Text/Event-Stream; charset=utf-8', true],
    ['application/json;q=0.5, text/event-stream', true],
    ['application/graphql-response+json, application/json, text/event-stream', false],
    ['text/event-stream;q=0.1, */*', false],
    ['text/event-stream;q=0', false],
    ['*/*', false],
    ['', false],
    [undefined, false],
  ])('a client that sends "accept: %s" gets events: %s', (accept, events) => {
    expect(prefersEventStream(accept)).toBe(events)
  })
})

describe('P32 limits of event streams', () => {
  test('they count as sockets of their tenant until they end', async () => {
    const server = await startServerForTest({ callerLimits: { sockets: 1 } })
    const first = await follow(server)
    const second = await openEventStream(server, { query: ticks })
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '5'])
    expect(await second.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] })
    first.close()
    await until(() => server.feed.listeners === 0)
    const third = await follow(server)
    third.close()
  })

  test('their subscriptions cost the same as those of sockets', async () => {
    const server = await startServerForTest({
      callerLimits: { subscriptionCost: 600_000 },
      limits: { checkSource: () => {}, validationRules: [], checkOperation: () => 400_000 },
    })
    const first = await follow(server)
    const second = await openEventStream(server, { query: ticks })
    expect(await second.next()).toMatchObject({ data: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] } })
    first.close()
  })
})

describe('how an event stream ends', () => {
  test('P19 when the credential of its sender expires, without being completed', async () => {
    const timers = createFakeTimers()
    const expiresAt = new Date(timers.now().getTime() + 5_000)
    const server = await startServerForTest({ timers, jwt: async () => createClaims(expiresAt) })
    const stream = await openEventStream(server, { query: ticks, headers: { authorization: 'Bearer a.b.c' } })
    await until(() => server.feed.listeners === 1)
    timers.advance(4_999)
    expect(server.feed.listeners).toBe(1)
    timers.advance(1)
    expect((await stream.rest()).at(-1)).toEqual({ comment: socketEndings.expired.reason, retry: '1000' })
    await until(() => server.feed.listeners === 0)
  })

  test('a comment every 15 s keeps it open', async () => {
    const timers = createFakeTimers()
    const stream = await follow(await startServerForTest({ timers }))
    expect(await stream.nextBlock()).toEqual({ comment: '' })
    for (let round = 0; round < 8; round += 1) {
      timers.advance(15_000)
      expect(await stream.nextBlock()).toEqual({ comment: '' })
    }
    stream.close()
  })

  test('an error of the event source does not complete it', async () => {
    const server = await startServerForTest()
    const stream = await follow(server)
    server.feed.fail(new Error('the database is gone'))
    expect((await stream.rest()).at(-1)).toEqual({ comment: 'Try again later.', retry: '1000' })
  })

  test('P22 when the server stops: running queries are answered, and subscriptions end so that clients reconnect', async () => {
    const server = await startServerForTest()
    const gate = server.addGate()
    const asking = await openEventStream(server, { query: '{ gated }' })
    await gate.entered
    const follower = await follow(server)
    const stopped = server.stop()
    gate.open()
    expect(await asking.next()).toEqual({ event: 'next', data: { data: { gated: 'open' } } })
    expect(await asking.next()).toEqual(complete)
    expect(await follower.rest()).toEqual([{ comment: '' }, { comment: socketEndings.restart.reason, retry: '1000' }])
    await stopped
    expect(server.feed.listeners).toBe(0)
  })

  test('P7 a client that disconnects, before or after the first event, leaves no listener and no timer', async () => {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const { pending } = timers
    for (let round = 0; round < 10; round += 1) {
      const stream = await follow(server)
      if (round % 2 === 0) server.feed.publish(round)
      stream.close()
      await until(() => server.feed.listeners === 0)
    }
    await until(() => timers.pending === pending)
    expect(await server.metrics.render()).toMatchObject({ text: expect.stringContaining('assay_sockets_open 0') })
  })
})

describe('a client that does not read', () => {
  /** Subscribes to events of the given size in bytes, then stops reading. */
  async function startReader(bytes: number) {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const connection = await openConnection(server)
    const body = JSON.stringify({ query: `subscription { paddings(bytes: ${bytes}) }` })
    const headers = { ...key, accept: 'text/event-stream', 'content-type': 'application/json' }
    connection.write(requestText('POST', '/graphql', { ...headers, 'content-length': body.length }, body))
    await until(() => server.feed.listeners === 1)
    connection.socket.pause()
    return { timers, server, connection }
  }

  /** Subscribes to events of a megabyte and reads none. */
  async function startSlowReader() {
    const { timers, server, connection } = await startReader(1_000_000)
    for (let number = 0; number < 60; number += 1) server.feed.publish(number)
    await untilStill(() => server.feed.padded)
    return { timers, server, connection }
  }

  test('P32 does not have events resolved faster than it reads them', async () => {
    const { server, connection } = await startSlowReader()
    expect(server.feed.padded).toBeLessThan(30)
    connection.socket.destroy()
    await until(() => server.feed.listeners === 0)
  })

  /** More bytes than the kernel's buffers hold while the client does not read. */
  const large = 10 * 1024 * 1024

  test('P6 is ended when more than 1 MiB has waited for 30 s, with the time after which to reconnect', async () => {
    const { timers, server, connection } = await startReader(large)
    server.feed.publish(1)
    await until(() => server.feed.padded === 1)
    // The watch looks once a second: at the first look it begins to count.
    timers.advance(1_000)
    timers.advance(29_000)
    expect(server.feed.listeners).toBe(1)
    timers.advance(1_000)
    await until(() => server.feed.listeners === 0)
    connection.socket.resume()
    const text = await connection.until(`: ${socketEndings.tooSlow.reason}\nretry: 1000\n\n`)
    expect(text).not.toContain('event: complete')
    connection.socket.destroy()
  })

  test('P6 is not ended when it reads once in 30 s what waits, or when less than 1 MiB waits', async () => {
    const { timers, server, connection } = await startReader(large)
    server.feed.publish(1)
    await until(() => server.feed.padded === 1)
    for (let second = 0; second < 29; second += 1) timers.advance(1_000)
    expect(server.feed.listeners).toBe(1)
    connection.socket.resume()
    await until(() => connection.received().length > large)
    connection.socket.pause()
    for (let second = 0; second < 60; second += 1) timers.advance(1_000)
    expect(server.feed.listeners).toBe(1)
    connection.socket.destroy()
    await until(() => server.feed.listeners === 0)
  })

  test('P6 is ended when nothing could be sent for 60 s', async () => {
    const { timers, server, connection } = await startSlowReader()
    for (let second = 0; second < 74; second += 1) timers.advance(1_000)
    expect(server.feed.listeners).toBe(1)
    timers.advance(1_000)
    await until(() => server.feed.listeners === 0)
    connection.socket.resume()
    await connection.closed
    expect(connection.received()).not.toContain('event: complete')
  })
})

describe('the client of graphql-sse', () => {
  const clientOf = ({ url }: TestServer) =>
    createClient({ url: `${url}/graphql`, headers: key, retryAttempts: 1, retry: async () => {} })

  test('runs subscriptions and queries, and receives errors', async () => {
    const server = await startServerForTest()
    const client = clientOf(server)
    const results = client.iterate({ query: ticks })
    const first = results.next()
    await until(() => server.feed.listeners === 1)
    server.feed.publish(1)
    expect(await first).toEqual({ done: false, value: { data: { ticks: { number: 1 } } } })
    await results.return?.()
    await until(() => server.feed.listeners === 0)

    expect(await Array.fromAsync(client.iterate({ query: '{ hello }' }))).toEqual([{ data: { hello: 'Hello you' } }])
    expect(await Array.fromAsync(client.iterate({ query: '{ nothing }' }))).toMatchObject([
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ])
  })

  test('P22 reconnects by itself after a restart, because its subscription was not completed', async () => {
    const server = await startServerForTest()
    const following = Array.fromAsync(clientOf(server).iterate({ query: ticks })).catch((error: unknown) => error)
    await until(() => server.feed.listeners === 1)
    await server.stop()
    // It tried to reconnect while the server was stopped.
    expect(await following).toBeInstanceOf(NetworkError)
  })

  test('P19 reconnects with a new credential after the old one has expired', async () => {
    const timers = createFakeTimers()
    const shown: string[] = []
    const server = await startServerForTest({
      timers,
      async jwt(token) {
        shown.push(token)
        return createClaims(new Date(timers.now().getTime() + 5_000))
      },
    })
    const client = createClient({
      url: `${server.url}/graphql`,
      headers: () => ({ authorization: `Bearer token-${shown.length}` }),
      retry: async () => {},
    })
    const results = client.iterate({ query: ticks })
    const first = results.next()
    await until(() => server.feed.listeners === 1)
    timers.advance(5_000)
    await until(() => shown.length === 2 && server.feed.listeners === 1)
    server.feed.publish(7)
    expect(await first).toMatchObject({ value: { data: { ticks: { number: 7 } } } })
    expect(shown).toEqual(['token-0', 'token-1'])
    await results.return?.()
  })
})
