import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openAccepted, openSocket, until } from '../../src/server/testing/open-socket.ts'
import { acmeKey, startServerForSuite } from '../../src/server/testing/start-test-server.ts'

// The messages of https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md.

const server = await startServerForSuite()

const open = () => openSocket(server, { headers: { 'x-api-key': acmeKey } })

const init = { type: 'connection_init' }
const ticks = (id: string) => ({ id, type: 'subscribe', payload: { query: 'subscription { ticks { number } }' } })
const gated = (id: string) => ({ id, type: 'subscribe', payload: { query: '{ gated }' } })

describe('the subprotocol', () => {
  test('a socket without a subprotocol is closed with 4406', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`)
    expect(await closingOf(socket)).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' })
  })

  test('no other subprotocol is accepted', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-ws')
    await expect(once(socket, 'open')).rejects.toThrow('Server sent no subprotocol')
  })

  test('among several, graphql-transport-ws is chosen', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, ['graphql-ws', 'graphql-transport-ws'])
    await once(socket, 'open')
    expect(socket.protocol).toBe('graphql-transport-ws')
    socket.close()
  })
})

describe('connection_init', () => {
  test('is acknowledged, with and without a payload', async () => {
    for (const message of [init, { ...init, payload: null }, { ...init, payload: { client: 'test' } }]) {
      const socket = await open()
      socket.send(message)
      expect(await socket.next()).toEqual({ type: 'connection_ack' })
      socket.socket.close()
    }
  })

  test('a second time: 4429, also before the first is acknowledged', async () => {
    const ending = { code: 4429, reason: 'Too many initialisation requests' }
    const acknowledged = await openAccepted(server)
    acknowledged.send(init)
    expect(await acknowledged.closed).toEqual(ending)

    const hasty = await open()
    hasty.send(init)
    hasty.send(init)
    expect(await hasty.closed).toEqual(ending)
  })
})

describe('ping and pong', () => {
  test('a ping is answered at any time, with its payload', async () => {
    const socket = await open()
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    await socket.init()
    socket.send({ type: 'ping', payload: { sent: 1 } })
    expect(await socket.next()).toEqual({ type: 'pong', payload: { sent: 1 } })
    socket.socket.close()
  })

  test('an unsolicited pong is ignored', async () => {
    const socket = await openAccepted(server)
    socket.send({ type: 'pong', payload: { alive: true } })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.socket.close()
  })
})

describe('subscribe', () => {
  test('before connection_init, or before it is acknowledged: 4401', async () => {
    const ending = { code: 4401, reason: 'Unauthorized' }
    const early = await open()
    early.send(ticks('1'))
    expect(await early.closed).toEqual(ending)

    const hasty = await open()
    hasty.send(init)
    hasty.send(ticks('1'))
    expect(await hasty.closed).toEqual(ending)
  })

  test('with the id of a running subscription: 4409', async () => {
    const socket = await openAccepted(server)
    socket.send(ticks('one'))
    socket.subscribe('one', '{ hello }')
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for one already exists' })
    await until(() => server.feed.listeners === 0)
  })

  test('with the id of a running query: 4409', async () => {
    const gate = server.addGate()
    const socket = await openAccepted(server)
    socket.send(gated('one'))
    socket.send(ticks('one'))
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for one already exists' })
    gate.open()
  })

  test('an id can be used again after complete from either side, and after error', async () => {
    const socket = await openAccepted(server)
    socket.subscribe('1', '{ hello }')
    expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { hello: 'Hello you' } } })
    expect(await socket.next()).toEqual({ id: '1', type: 'complete' })
    socket.subscribe('1', '{ nothing }')
    expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload: [{ message: expect.any(String) }] })
    socket.send(ticks('1'))
    await until(() => server.feed.listeners === 1)
    socket.send({ id: '1', type: 'complete' })
    await until(() => server.feed.listeners === 0)
    socket.subscribe('1', '{ hello }')
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' })
    socket.socket.close()
  })

  test('several operations run in parallel, each with its id', async () => {
    const socket = await openAccepted(server)
    socket.send(ticks('a'))
    socket.send(ticks('b'))
    await until(() => server.feed.listeners === 2)
    server.feed.publish(7)
    const answers = [await socket.next(), await socket.next()]
    const answer = (id: string) => ({ id, type: 'next', payload: { data: { ticks: { number: 7 } } } })
    expect(answers).toHaveLength(2)
    expect(answers).toEqual(expect.arrayContaining([answer('a'), answer('b')]))
    socket.socket.close()
    await until(() => server.feed.listeners === 0)
  })
})

describe('complete', () => {
  test('ends a subscription, and no further message is sent', async () => {
    const socket = await openAccepted(server)
    socket.send(ticks('1'))
    await until(() => server.feed.listeners === 1)
    socket.send({ id: '1', type: 'complete' })
    await until(() => server.feed.listeners === 0)
    server.feed.publish(1)
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.socket.close()
  })

  test('of a running query prevents its answer', async () => {
    const gate = server.addGate()
    const socket = await openAccepted(server)
    socket.send(gated('1'))
    await gate.entered
    socket.send({ id: '1', type: 'complete' })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    gate.open()
    socket.subscribe('2', '{ hello }')
    expect(await socket.next()).toMatchObject({ id: '2', type: 'next' })
    socket.socket.close()
  })

  test('of an unknown or ended operation is ignored', async () => {
    const socket = await openAccepted(server)
    socket.send({ id: 'never', type: 'complete' })
    socket.subscribe('1', '{ hello }')
    await socket.next()
    await socket.next()
    socket.send({ id: '1', type: 'complete' })
    socket.send({ type: 'ping' })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.socket.close()
  })
})

describe('an invalid message', () => {
  test.each([
    'hello?',
    '',
    'null',
    '"ping"',
    '[]',
    '{}',
    '{"type":1}',
    '{"type":"hello"}',
    '{"type":"start","id":"1","payload":{"query":"{ hello }"}}',
    '{"type":"ping","payload":"now"}',
    '{"type":"connection_init","payload":[]}',
    '{"type":"subscribe","payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":1,"payload":{"query":"{ hello }"}}',
    '{"type":"subscribe","id":"1"}',
    '{"type":"subscribe","id":"1","payload":{}}',
    '{"type":"subscribe","id":"1","payload":{"query":"{ hello }","variables":[]}}',
    '{"type":"subscribe","id":"1","payload":{"query":"{ hello }","operationName":1}}',
    '{"type":"complete"}',
    '{"type":"connection_ack"}',
    '{"type":"next","id":"1","payload":{}}',
    '{"type":"error","id":"1","payload":[{"message":"no"}]}',
  ])('4400: %s', async message => {
    const socket = await openAccepted(server)
    socket.send(message)
    expect(await socket.closed).toEqual({ code: 4400, reason: 'Invalid message received' })
  })

  test('before connection_init too: 4400', async () => {
    const socket = await open()
    socket.send('hello?')
    expect(await socket.closed).toMatchObject({ code: 4400 })
  })

  test('ends all running operations', async () => {
    const socket = await openAccepted(server)
    socket.send(ticks('1'))
    await until(() => server.feed.listeners === 1)
    socket.send('hello?')
    expect(await socket.closed).toMatchObject({ code: 4400 })
    await until(() => server.feed.listeners === 0)
  })
})

describe('frames', () => {
  test('a binary frame is read as text', async () => {
    const socket = await openAccepted(server)
    socket.socket.send(Buffer.from('{"type":"ping","payload":{"word":"März"}}'))
    expect(await socket.next()).toEqual({ type: 'pong', payload: { word: 'März' } })
    socket.socket.send(Buffer.from([0xff, 0x00, 0x01]))
    expect(await socket.closed).toMatchObject({ code: 4400 })
  })

  test('a message may be fragmented', async () => {
    const socket = await openAccepted(server)
    socket.socket.send('{"type":', { fin: false })
    socket.socket.send('"ping"}', { fin: true })
    expect(await socket.next()).toEqual({ type: 'pong' })
    socket.socket.close()
  })

  test('a text frame that is not UTF-8: 1007', async () => {
    const socket = await openAccepted(server)
    socket.socket.send(Buffer.from([0xff, 0xfe]), { binary: false })
    expect(await socket.closed).toMatchObject({ code: 1007 })
  })

  test.each([
    ['at once', 1],
    ['in fragments', 2],
  ])('P19 a message of more than 1 MiB, %s: 1009', async (_how, parts) => {
    const socket = await openAccepted(server)
    const part = 'x'.repeat(Math.ceil((1024 * 1024 + 1) / parts))
    for (let count = 1; count <= parts; count += 1) socket.socket.send(part, { fin: count === parts })
    expect(await socket.closed).toMatchObject({ code: 1009 })
  })
})

async function closingOf(socket: WebSocket): Promise<{ readonly code: number; readonly reason: string }> {
  return new Promise(resolve => socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })))
}
