import { afterAll, afterEach, expect, test } from 'vitest'
import { startIssuer } from '../../test/support/jwt-issuer.ts'
import { createJwtVerifier } from '../auth/jwt.ts'
import { call } from './testing/call.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { openSocket } from './testing/open-socket.ts'
import { acmeKey, startServerForSuite } from './testing/start-test-server.ts'

const timers = createFakeTimers()
const issuer = await startIssuer(timers.now)
afterAll(issuer.close)
afterEach(() => issuer.answer(null))
await issuer.addKey('key', 'ES256')
const jwt = (token: string) => createJwtVerifier(issuer.settings, timers.now)(token)
const server = await startServerForSuite({ jwt, timers })

const me = { query: '{ me { tenant scopes } }' }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a JWT identifies the caller, besides API keys', async () => {
  const token = await issuer.sign('key', { tenant: 'globex', scope: 'read write' })
  expect(await call(server, { body: me, headers: bearer(token) })).toMatchObject({
    status: 200,
    json: { data: { me: { tenant: 'globex', scopes: ['read', 'write'] } } },
  })
  expect(await call(server, { body: me, headers: bearer(acmeKey) })).toMatchObject({
    json: { data: { me: { tenant: 'acme' } } },
  })
})

test('P18 a JWT of another issuer or an expired one is answered 401', async () => {
  const expired = await issuer.sign('key', { exp: Math.floor(timers.now().getTime() / 1_000) - 31 })
  for (const token of [expired, await issuer.sign('key', { aud: 'other' })])
    expect(await call(server, { body: me, headers: bearer(token) })).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      json: { errors: [{ extensions: { code: 'UNAUTHENTICATED', retryable: false } }] },
    })
})

test('while the issuer’s keys cannot be fetched, callers get a retryable error, not UNAUTHENTICATED', async () => {
  const token = await issuer.sign('key')
  issuer.answer({ status: 500, body: '' })
  expect(await call(server, { body: me, headers: bearer(token) })).toMatchObject({
    status: 503,
    headers: { 'retry-after': '5' },
    json: { errors: [{ extensions: { code: 'INTERNAL', retryable: true, retryAfterSeconds: 5 } }] },
  })
  const socket = await openSocket(server)
  socket.send({ type: 'connection_init', payload: bearer(token) })
  expect(await socket.closed).toEqual({ code: 1013, reason: 'Try again later.' })
  // API keys need no issuer.
  expect(await call(server, { body: me, headers: bearer(acmeKey) })).toMatchObject({ status: 200 })
  expect(server.log()).toContain('cannot be fetched')
  expect(server.log()).not.toContain(token)
})

test('P19 a socket ends when its JWT expires, and not before', async () => {
  // Accepted for 10 s more, because clocks may differ by 30 s.
  const token = await issuer.sign('key', { exp: Math.floor(timers.now().getTime() / 1_000) - 20 })
  const socket = await openSocket(server)
  await socket.init(bearer(token))
  socket.subscribe('ticks', 'subscription { ticks { number } }')
  while (server.feed.listeners === 0) await new Promise(resolve => setImmediate(resolve))
  timers.advance(9_000)
  server.feed.publish(1)
  expect(await socket.next()).toEqual({ id: 'ticks', type: 'next', payload: { data: { ticks: { number: 1 } } } })
  timers.advance(2_000)
  expect(await socket.closed).toEqual({
    code: 4403,
    reason: 'The credential has expired. Connect again with a new one.',
  })
  expect(server.feed.listeners).toBe(0)
  const again = await openSocket(server)
  again.send({ type: 'connection_init', payload: bearer(token) })
  expect(await again.closed).toMatchObject({ code: 4403, reason: 'The token has expired. Get a new one.' })
})
