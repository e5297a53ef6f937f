import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { parseTenantId } from '../domain/tenant.ts'
import { socketEndings } from './socket-endings.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openAccepted, openSocket, until, untilStill } from './testing/open-socket.ts'
import { acmeKey, createClaims, startServerForTest } from './testing/start-test-server.ts'

const headers = { 'x-api-key': acmeKey }
/** Accepts everybody who sends `Bearer <tenant>`. */
const jwt = async (token: string) => ({
  ...createClaims(new Date('2100-01-01T00:00:00Z')),
  tenant: parseTenantId(token),
})

const ofGlobex = { headers: { authorization: 'Bearer globex' } }

const large = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(1_000_000) } })
/** More megabytes than the network buffers, which is about 5 in each direction. */
const count = 24
const { code, reason } = socketEndings.initTooLarge
const tooLarge = { code, reason }

describe('P32 a socket that is not accepted yet', () => {
  test('may send 64 KiB', async () => {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const socket = await openSocket(server, { headers })
    socket.send({ type: 'ping', payload: { text: 'x'.repeat(40_000) } })
    expect(await socket.next()).toMatchObject({ type: 'pong' })
    socket.send({ type: 'ping', payload: { text: 'x'.repeat(40_000) } })
    // The server does not read that the client closes too, so it waits no longer than 2 s for that.
    await until(() => socket.socket.readyState === WebSocket.CLOSING)
    timers.advance(2_000)
    expect(await socket.closed).toMatchObject(tooLarge)
  })

  test('is no longer read after it has sent more', async () => {
    const server = await startServerForTest()
    const { socket } = await openSocket(server, { headers })
    socket.pause()
    for (let sent = 0; sent < count; sent += 1) socket.send(large)
    // The errors of a socket that the server has closed are ignored.
    let least = Number.POSITIVE_INFINITY
    await untilStill(() => {
      if (socket.readyState === socket.OPEN) least = Math.min(least, socket.bufferedAmount)
      return socket.bufferedAmount
    })
    expect(least).toBeGreaterThan((count / 2) * large.length)
    socket.terminate()
  })

  test('is ended after 10 s even if it has sent a credential whose check takes longer', async () => {
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers, jwt: () => new Promise(() => {}) })
    const socket = await openSocket(server, { headers: { authorization: 'Bearer slow' } })
    socket.send({ type: 'connection_init' })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    timers.advance(9_999)
    expect(socket.socket.readyState).toBe(WebSocket.OPEN)
    timers.advance(1)
    expect(await socket.closed).toEqual(socketEndings.initTimeout)
  })

  test('is ended, oldest first, when too many of its address or in total are waiting', async () => {
    for (const waitingSockets of [
      { perAddress: 2, inTotal: 9 },
      { perAddress: 9, inTotal: 2 },
    ]) {
      const server = await startServerForTest({ waitingSockets })
      const accepted = await openAccepted(server)
      const [first, second] = [await openSocket(server, { headers }), await openSocket(server, { headers })]
      const third = await openSocket(server, { headers })
      expect(await first.closed).toEqual(socketEndings.initCrowded)
      for (const socket of [second, third]) expect(await socket.init()).toEqual({ type: 'connection_ack' })
      expect(accepted.socket.readyState).toBe(WebSocket.OPEN)
    }
  })
})

describe('P32 a socket that does not read', () => {
  test('is not read either; when it reads again, everything is answered in order', async () => {
    const server = await startServerForTest()
    const { socket, next, closed } = await openAccepted(server)
    socket.pause()
    for (let sent = 0; sent < count; sent += 1) socket.send(large)
    await untilStill(() => socket.bufferedAmount)
    expect(socket.bufferedAmount).toBeGreaterThan((count / 4) * large.length)
    socket.resume()
    for (let received = 0; received < count; received += 1) expect(await next()).toMatchObject({ type: 'pong' })
    expect(socket.bufferedAmount).toBe(0)
    socket.close()
    await closed
  })

  test('does not have queries executed faster than it reads the answers', async () => {
    const server = await startServerForTest()
    const { socket, subscribe, next } = await openAccepted(server)
    socket.pause()
    for (let id = 0; id < count; id += 1) subscribe(`${id}`, '{ padding(bytes: 1000000) }')
    await untilStill(() => server.feed.padded)
    expect(server.feed.padded).toBeLessThan(count / 2)
    socket.resume()
    for (let received = 0; received < count * 2; received += 1) await next()
    expect(server.feed.padded).toBe(count)
    socket.close()
  })
})

describe('P32 limits of a socket', () => {
  test('a socket whose operations are refused again and again is closed with 1008', async () => {
    // With real time, some of the refusals would expire while the test makes them.
    const timers = createFakeTimers()
    const server = await startServerForTest({ timers })
    const { subscribe, next, closed } = await openAccepted(server)
    for (let id = 0; id <= 100; id += 1) subscribe(`${id}`, '{ nothing }')
    for (let id = 0; id < 100; id += 1) expect(await next()).toMatchObject({ id: `${id}`, type: 'error' })
    expect(await closed).toEqual(socketEndings.refused)
  })

  test('operations over the rate limit are refused with the seconds to wait, and the socket stays open', async () => {
    const timers = createFakeTimers()
    const requests = { count: 1, seconds: 10 }
    const server = await startServerForTest({ timers, callerLimits: { requests } })
    const { subscribe, next, socket } = await openAccepted(server)
    subscribe('1', '{ hello }')
    expect([await next(), await next()]).toMatchObject([{ type: 'next' }, { type: 'complete' }])
    subscribe('2', '{ hello }')
    const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 10 }
    expect(await next()).toMatchObject({ id: '2', type: 'error', payload: [{ extensions }] })
    timers.advance(10_000)
    subscribe('3', '{ hello }')
    expect(await next()).toMatchObject({ id: '3', type: 'next' })
    socket.close()
  })

  test('each tenant has its own limit of sockets', async () => {
    const server = await startServerForTest({ jwt, callerLimits: { sockets: 1 } })
    const first = await openAccepted(server)
    const second = await openSocket(server, { headers })
    second.send({ type: 'connection_init' })
    expect(await second.closed).toEqual({ code: 1013, reason: 'At most 1 sockets may be open.' })
    await openAccepted(server, ofGlobex)
    first.socket.close()
    await first.closed
    await until(() => server.log().split('socket closed').length === 3)
    await openAccepted(server)
  })

  test.each([
    ['of one socket', {}, 1],
    ['of a tenant', { subscriptionCost: 600_000 }, 2],
  ])('the summed cost of the subscriptions %s is limited', async (_whose, callerLimits, sockets) => {
    const server = await startServerForTest({ callerLimits, limits: { ...passAll, checkOperation: () => 400_000 } })
    const [first, other = first] = [await openAccepted(server), sockets === 2 ? await openAccepted(server) : undefined]
    if (!first || !other) throw new Error('There is no socket.')
    const allowed = sockets === 2 ? 1 : 2
    for (let id = 0; id < allowed; id += 1) first.subscribe(`${id}`, 'subscription { ticks { number } }')
    await until(() => server.feed.listeners === allowed)
    other.subscribe('more', 'subscription { ticks { number } }')
    const payload = { errors: [{ extensions: { code: 'RATE_LIMITED' } }] }
    expect(await other.next()).toMatchObject({ id: 'more', type: 'next', payload })
    expect(await other.next()).toMatchObject({ id: 'more', type: 'complete' })
    first.send({ id: '0', type: 'complete' })
    await until(() => server.feed.listeners === allowed - 1)
    other.subscribe('again', 'subscription { ticks { number } }')
    await until(() => server.feed.listeners === allowed)
  })

  const passAll = { checkSource: () => {}, validationRules: [] }
})

test('P32 an event with many subscribers of one tenant does not delay the query of another', async () => {
  const server = await startServerForTest({ jwt })
  const follower = await openAccepted(server)
  const other = await openAccepted(server, ofGlobex)
  for (let id = 0; id < 100; id += 1) follower.subscribe(`${id}`, 'subscription { paddings(bytes: 10) }')
  await until(() => server.feed.listeners === 100)
  server.feed.publish(1)
  other.subscribe('1', '{ me { tenant } }')
  expect(await other.next()).toMatchObject({ type: 'next', payload: { data: { me: { tenant: 'globex' } } } })
  expect(server.feed.padded).toBeLessThan(80)
  for (let id = 0; id < 100; id += 1) await follower.next()
  expect(server.feed.padded).toBe(100)
})
