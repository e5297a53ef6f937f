import { createClient } from 'graphql-ws'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { socketEndings } from './socket-endings.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openAccepted, openSocket, startSocket, until, untilStill } from './testing/open-socket.ts'
import { acmeKey, startServerForTest } from './testing/start-test-server.ts'

const acmeSays = { id: '1', type: 'next', payload: { data: { me: { tenant: 'acme' } } } }

describe('opening a socket', () => {
  test.each([
    ['the header x-api-key', { 'x-api-key': acmeKey }, undefined],
    ['the header Authorization', { authorization: `Bearer ${acmeKey}` }, undefined],
    ['the parameter x-api-key', {}, { 'x-api-key': acmeKey }],
    ['the parameter Authorization', {}, { Authorization: `Bearer ${acmeKey}` }],
    ['the parameter apiKey', {}, { apiKey: acmeKey }],
  ])('a credential is taken from %s', async (_where, headers: Record<string, string>, parameters) => {
    const socket = await openSocket(await startServerForTest(), { headers })
    expect(await socket.init(parameters)).toEqual({ type: 'connection_ack' })
    socket.subscribe('1', '{ me { tenant } }')
    expect(await socket.next()).toEqual(acmeSays)
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' })
    socket.socket.close()
  })

  test.each([undefined, {}, { apiKey: 'wrong' }, { authorization: 'Basic eDp5' }])(
    'without a valid credential (%j) the socket is closed with 4403 and a reason that says what to send',
    async parameters => {
      const socket = await openSocket(await startServerForTest())
      socket.send({ type: 'connection_init', payload: parameters })
      expect(await socket.closed).toEqual({ code: 4403, reason: expect.stringContaining('x-api-key') })
    },
  )

  test('the address of an operation is that of its socket', async () => {
    const { socket } = await startSocket()
    socket.subscribe('1', '{ me { address } }')
    expect(await socket.next()).toMatchObject({ payload: { data: { me: { address: '127.0.0.1' } } } })
    socket.socket.close()
  })

  test('P19 anonymous: a page of another origin, or a foreign host name, gets no socket', async () => {
    const server = await startServerForTest({ anonymous: true })
    for (const [name, value] of Object.entries({
      origin: 'https://evil.example',
      Origin: 'null',
      host: 'evil.example',
    }))
      await expect(openSocket(server, { headers: { [name]: value } })).rejects.toThrow('403')
    const socket = await openSocket(server, { headers: { origin: 'http://localhost:3000' } })
    expect(await socket.init()).toEqual({ type: 'connection_ack' })
    socket.socket.close()
  })

  test('with credentials: a page of an origin that is not allowed gets no socket', async () => {
    const server = await startServerForTest({ allowedOrigins: ['https://app.example.com'] })
    await expect(openSocket(server, { headers: { origin: 'https://evil.example' } })).rejects.toThrow('403')
    for (const origin of ['https://app.example.com', server.url])
      (await openSocket(server, { headers: { origin } })).socket.close()
  })

  test('sockets are opened only at /graphql', async () => {
    await expect(openSocket(await startServerForTest(), { path: '/' })).rejects.toThrow('404')
  })
})

describe('operations over a socket', () => {
  test('P4 a subscription delivers every event, each resolved with new loaders and under one correlation id', async () => {
    const { server, socket } = await startSocket()
    socket.subscribe('1', 'subscription ($f: Int!) { ticks(from: $f) { number loads loadsAgain correlationId } }', {
      f: 5,
    })
    await until(() => server.feed.listeners === 1)
    for (const number of [4, 5, 6]) server.feed.publish(number)
    const answers = [await socket.next(), await socket.next()]
    expect(answers).toEqual(
      [5, 6].map(number => ({
        id: '1',
        type: 'next',
        payload: {
          data: { ticks: { number, loads: 1, loadsAgain: 2, correlationId: expect.stringMatching(/^[\w-]{36}$/) } },
        },
      })),
    )
    socket.socket.close()
  })

  test('queries and mutations run as they do over HTTP, compiled or not', async () => {
    const { socket } = await startSocket()
    for (const id of ['1', '2', '3']) {
      socket.subscribe(id, 'query ($n: String) { hello(name: $n) correlationId refuses }', { n: 'Ada' })
      expect(await socket.next()).toMatchObject({
        id,
        type: 'next',
        payload: {
          data: { hello: 'Hello Ada', correlationId: expect.stringMatching(/^[\w-]{36}$/), refuses: null },
          errors: [{ message: 'Too many calls.', path: ['refuses'], extensions: { code: 'PROVIDER_RATE_LIMITED' } }],
        },
      })
      expect(await socket.next()).toEqual({ id, type: 'complete' })
    }
    socket.subscribe('4', 'mutation { shout(text: "hi") }')
    expect(await socket.next()).toEqual({ id: '4', type: 'next', payload: { data: { shout: 'HI' } } })
    socket.socket.close()
  })

  test.each([
    ['a document that does not parse', '{'],
    ['a document that does not validate', 'subscription { nothing }'],
    ['a document with several operations and no name', 'query A { correlationId } query B { correlationId }'],
  ])('%s fails by itself: the socket stays open', async (_what, query) => {
    const { socket } = await startSocket()
    socket.subscribe('1', query)
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', correlationId: expect.any(String) } }],
    })
    socket.subscribe('1', '{ me { tenant } }')
    expect(await socket.next()).toEqual(acmeSays)
    socket.socket.close()
  })

  test('errors of a variable and of a resolver are formatted like all errors', async () => {
    const { socket } = await startSocket()
    socket.subscribe('1', 'subscription ($f: Int!) { ticks(from: $f) { number } }', { f: 'x' })
    expect(await socket.next()).toMatchObject({
      payload: { errors: [{ message: expect.stringContaining('$f'), extensions: { code: 'BAD_USER_INPUT' } }] },
    })
    expect(await socket.next()).toMatchObject({ type: 'complete' })
    socket.subscribe('2', 'subscription { refused { number } }')
    expect(await socket.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] } })
    socket.socket.close()
  })

  test('a subscription that fails later sends an error without internal details, and no longer counts as open', async () => {
    const { server, socket } = await startSocket()
    socket.subscribe('1', 'subscription { ticks { number } }')
    await until(() => server.feed.listeners === 1)
    server.feed.fail(new Error('Jane Doe lost'))
    expect(await socket.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
    })
    expect(server.feed.listeners).toBe(0)
    expect((await server.metrics.render()).text).toContain('assay_subscriptions_open 0')
    socket.socket.close()
  })

  test('P19 a socket runs at most 100 operations at once', async () => {
    const { server, socket } = await startSocket()
    for (let id = 1; id <= 100; id += 1) socket.subscribe(`${id}`, 'subscription { ticks { number } }')
    await until(() => server.feed.listeners === 100)
    socket.subscribe('101', 'subscription { ticks { number } }')
    expect(await socket.next()).toMatchObject({
      id: '101',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    })
    socket.socket.close()
    await until(() => server.feed.listeners === 0)
  })
})

describe('P7 no listener and no timer is left', () => {
  test('after 2,000 ended subscriptions, and the heap has not grown', async () => {
    const timers = createFakeTimers()
    const requests = { count: 100_000, seconds: 60 }
    const { server, socket } = await startSocket({ timers, callerLimits: { requests } })
    const before = timers.pending
    const cycle = async (count: number) => {
      for (let round = 0; round < count / 100; round += 1) {
        for (let id = 0; id < 100; id += 1) socket.subscribe(`${id}`, 'subscription { ticks { number } }')
        await until(() => server.feed.listeners === 100)
        for (let id = 0; id < 100; id += 1) socket.send({ id: `${id}`, type: 'complete' })
        await until(() => server.feed.listeners === 0)
      }
      return heapAfterCollection()
    }
    const warm = await cycle(500)
    const after = await cycle(2_000)
    expect(timers.pending).toBe(before)
    expect(after - warm).toBeLessThan(1024 * 1024)
    expect(await server.metrics.render()).toMatchObject({ text: expect.stringContaining('assay_subscriptions_open 0') })
    socket.socket.close()
  })

  test('after a socket is closed or breaks', async () => {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const before = timers.pending
    for (const leave of ['close', 'terminate'] as const) {
      const socket = await openAccepted(server)
      for (const id of ['1', '2', '3']) socket.subscribe(id, 'subscription { ticks { number } }')
      await until(() => server.feed.listeners === 3)
      socket.socket[leave]()
      await until(() => server.feed.listeners === 0)
    }
    await until(() => timers.pending === before)
    const { text } = await server.metrics.render()
    expect(text).toContain('assay_sockets_open 0')
    expect(text).toContain('assay_subscriptions_open 0')
  })

  test('after a client left before its subscription began', async () => {
    const server = await startServerForTest()
    for (let round = 0; round < 5; round += 1) {
      const socket = await openAccepted(server)
      socket.subscribe('1', 'subscription { ticks { number } }')
      socket.send({ id: '1', type: 'complete' })
      socket.socket.close()
      await socket.closed
    }
    await until(() => server.feed.listeners === 0)
  })
})

describe('sockets that read too slowly', () => {
  const many = 24
  const big = 'subscription { paddings(bytes: 400000) }'

  /** Subscribes to more than the network buffers, and stops reading. */
  async function startSlowReader() {
    const timers = createFakeTimers()
    const { server, socket } = await startSocket({ timers })
    for (let id = 0; id < many; id += 1) socket.subscribe(`${id}`, big)
    await until(() => server.feed.listeners === many)
    socket.socket.pause()
    server.feed.publish(1)
    await untilStill(() => server.feed.padded)
    return { timers, server, socket }
  }

  test('P6 a socket that has more than 1 MiB unsent for 30 s is closed with a code after which clients resume', async () => {
    const { timers, server, socket } = await startSlowReader()
    timers.advance(30_000)
    await new Promise(resolve => setImmediate(resolve))
    expect(server.feed.listeners).toBe(many)
    timers.advance(1_000)
    await until(() => server.feed.listeners === 0)
    socket.socket.resume()
    expect(await socket.closed).toEqual({ code: 1013, reason: socketEndings.tooSlow.reason })
  })

  test('P6 a socket that catches up in time stays open and gets every event', async () => {
    const { timers, server, socket } = await startSlowReader()
    timers.advance(29_000)
    socket.socket.resume()
    for (let count = 0; count < many; count += 1) expect(await socket.next()).toMatchObject({ type: 'next' })
    server.feed.publish(2)
    for (let count = 0; count < many; count += 1) expect(await socket.next()).toMatchObject({ type: 'next' })
    timers.advance(5_000)
    expect(socket.socket.readyState).toBe(WebSocket.OPEN)
    socket.socket.close()
  })

  test('a socket that answers no ping is closed', async () => {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const socket = await openAccepted(server, { autoPong: false })
    timers.advance(30_000)
    expect(socket.socket.readyState).toBe(WebSocket.OPEN)
    timers.advance(15_000)
    expect(await socket.closed).toMatchObject({ code: 1006 })
  })

  test('a socket that answers pings stays open', async () => {
    const timers = createFakeTimers()
    const { socket } = await startSocket({ timers })
    for (let round = 0; round < 8; round += 1) {
      const pinged = new Promise(resolve => socket.socket.once('ping', resolve))
      timers.advance(15_000)
      await pinged
      // The answer to a later message shows that the pong before it has arrived.
      socket.send({ type: 'ping' })
      expect(await socket.next()).toEqual({ type: 'pong' })
    }
    expect(socket.socket.readyState).toBe(WebSocket.OPEN)
    socket.socket.close()
  })
})

test('P22 clients of graphql-ws reconnect by themselves after a restart', async () => {
  const server = await startServerForTest()
  const client = createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { apiKey: acmeKey },
    retryAttempts: 1,
    retryWait: async () => {},
  })
  const closedWith: unknown[] = []
  client.on('closed', event => closedWith.push(event instanceof Object && 'code' in event ? event.code : null))
  const ended = new Promise(resolve => {
    client.subscribe(
      { query: 'subscription { ticks { number } }' },
      { next() {}, error: resolve, complete: () => resolve('complete') },
    )
  })
  await until(() => server.feed.listeners === 1)
  await server.stop()
  // It tried to reconnect while the server was stopped, because the subscription was not completed.
  expect(await ended).not.toBe('complete')
  expect(closedWith[0]).toBe(1012)
})
