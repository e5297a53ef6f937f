import { Agent, request } from 'undici'
import { expect, test } from 'vitest'
import { socketEndings } from './socket-endings.ts'
import { call } from './testing/call.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openAccepted, openSocket, until } from './testing/open-socket.ts'
import { acmeKey, startTestServer } from './testing/start-test-server.ts'

const headers = { 'x-api-key': acmeKey, 'content-type': 'application/json' }
const gated = JSON.stringify({ query: '{ gated }' })

test('P22 running requests finish, over HTTP and over sockets; then sockets are closed with a code after which clients resume', async () => {
  const server = await startTestServer()
  const gates = [server.addGate(), server.addGate()]
  const connections = new Agent({ keepAliveTimeout: 60_000 })
  const overHttp = request(`${server.url}/graphql`, { method: 'POST', headers, body: gated, dispatcher: connections })
  await gates[0]?.entered
  const socket = await openAccepted(server)
  socket.subscribe('1', '{ gated }')
  await gates[1]?.entered
  const follower = await openAccepted(server)
  follower.subscribe('1', 'subscription { ticks { number } }')
  await until(() => server.feed.listeners === 1)

  const stopped = server.stop()
  expect(server.stop()).toBe(stopped)
  await expect(openSocket(server)).rejects.toThrow()
  for (const gate of gates) gate.open()

  const { body } = await overHttp
  expect(await body.json()).toEqual({ data: { gated: 'open' } })
  expect(await socket.next()).toEqual({ id: '1', type: 'next', payload: { data: { gated: 'open' } } })
  expect(await socket.next()).toEqual({ id: '1', type: 'complete' })
  expect(await socket.closed).toEqual(socketEndings.restart)
  // The subscription is not completed, so the client reconnects for the rest.
  await expect(follower.next()).rejects.toThrow('closed')
  expect(await follower.closed).toEqual(socketEndings.restart)
  await stopped
  expect(server.feed.listeners).toBe(0)
  await expect(call(server, { path: '/livez' })).rejects.toThrow('ECONNREFUSED')
  await connections.close()
})

test('P22 a keep-alive connection does not delay the stop', async () => {
  const server = await startTestServer()
  const connections = new Agent({ keepAliveTimeout: 600_000 })
  const { body } = await request(`${server.url}/livez`, { dispatcher: connections })
  await body.dump()
  await server.stop()
  await connections.close()
})

test('P22 connections whose requests do not finish within 8 s are cut', async () => {
  const timers = createFakeTimers()
  const server = await startTestServer({ timers })
  const gates = [server.addGate(), server.addGate()]
  const overHttp = request(`${server.url}/graphql`, { method: 'POST', headers, body: gated })
  overHttp.catch(() => {})
  await gates[0]?.entered
  const socket = await openAccepted(server)
  socket.subscribe('1', '{ gated }')
  await gates[1]?.entered
  // The client does not answer the close frame.
  socket.socket.pause()

  const stopped = server.stop()
  let done = false
  void stopped.then(() => {
    done = true
  })
  for (let second = 0; second < 8; second += 1) {
    await new Promise(resolve => setImmediate(resolve))
    expect(done).toBe(false)
    timers.advance(1_000)
  }
  await expect(overHttp).rejects.toThrow()
  await stopped
  expect(timers.pending).toBe(0)
  socket.socket.terminate()
})

test('P22 while the server stops, /readyz says that it is not ready', async () => {
  const checking = Promise.withResolvers<void>()
  const checked = Promise.withResolvers<void>()
  const server = await startTestServer({
    readiness: {
      database() {
        checking.resolve()
        return checked.promise
      },
    },
  })
  const asked = call(server, { path: '/readyz' })
  await checking.promise
  const stopped = server.stop()
  checked.resolve()
  expect(await asked).toMatchObject({ status: 503, json: { status: 'stopping', checks: { database: 'ok' } } })
  await stopped
})
