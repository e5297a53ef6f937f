import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCallbackPolicy } from '../auth/callback-policy.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { call } from './testing/call.ts'
import { type FakeRouter, startFakeRouter } from './testing/fake-router.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { until } from './testing/open-socket.ts'
import { acmeKey, startTestServer, type TestServer, type TestServerOptions } from './testing/start-test-server.ts'

let router: FakeRouter
let server: TestServer
let timers: ReturnType<typeof createFakeTimers>

beforeEach(async () => {
  router = await startFakeRouter()
  timers = createFakeTimers()
  server = await start()
})
afterEach(async () => {
  await server.stop()
  await router.stop()
})

const start = (options: TestServerOptions = {}) =>
  startTestServer({ callbacks: createCallbackPolicy([`${router.url}/callback`]), timers, now: timers.now, ...options })

async function restart(options: TestServerOptions): Promise<void> {
  await server.stop()
  server = await start(options)
}

const ticks = 'subscription { ticks { number loads loadsAgain } }'
const id = 'subscription-1'
const verifier = 'verifier-1'

/** What a router sends. */
function ask(asked: unknown = {}, query = ticks, headers: Record<string, string> = { 'x-api-key': acmeKey }) {
  const usual = { callbackUrl: router.callbackUrl, subscriptionId: id, verifier, heartbeatIntervalMs: 5_000 }
  const subscription = asked === null || typeof asked !== 'object' ? asked : { ...usual, ...asked }
  return call(server, {
    headers: { accept: 'application/json;callbackSpec=1.0', ...headers },
    body: { query, extensions: { subscription } },
  })
}

async function subscribe(asked: unknown = {}): Promise<void> {
  expect((await ask(asked)).json).toEqual({ data: null })
  await until(() => server.feed.listeners === 1)
}

const message = (action: string, more: object = {}) => ({ kind: 'subscription', id, verifier, action, ...more })
const next = (number: number) => message('next', { payload: { data: { ticks: { number, loads: 1, loadsAgain: 2 } } } })

describe('what a router asks for', () => {
  test('is checked with it before it is answered, and each event is then sent in order and read afresh', async () => {
    const answer = await ask()
    expect(answer).toMatchObject({ status: 200, json: { data: null } })
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'subscription-protocol': 'callback/1.0',
    })
    expect(router.received).toEqual([message('check')])
    for (const number of [1, 2, 3]) server.feed.publish(number)
    await until(() => router.received.length === 4)
    expect(router.received.slice(1)).toEqual([next(1), next(2), next(3)])
    expect(new Set(router.protocols)).toEqual(new Set(['callback/1.0']))
  })

  test('may be any number of subscriptions, each with an address of its own', async () => {
    await subscribe()
    await ask({ callbackUrl: `${router.callbackUrl}-b`, subscriptionId: 'b' })
    server.feed.publish(1)
    await until(() => router.received.length === 4)
    expect(router.received.map(({ id: of, action }) => `${of} ${action}`)).toEqual(
      expect.arrayContaining([`${id} next`, 'b next']),
    )
    const again = await ask()
    expect(again).toMatchObject({ status: 409, json: { errors: [{ extensions: { code: 'CONFLICT' } }] } })
  })

  test('ends at once when the router does not want it', async () => {
    router.answer(404)
    expect(await ask()).toMatchObject({ status: 400, json: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } })
    expect(server.feed.listeners).toBe(0)
  })

  test('is answered with what is wrong about it, and the router is left alone', async () => {
    const refused = await ask({}, 'subscription { refused { number } }')
    expect(refused.json).toMatchObject({ errors: [{ message: 'Too old.', extensions: { code: 'CURSOR_EXPIRED' } }] })
    for (const wrong of [
      'yes',
      { callbackUrl: 7 },
      { subscriptionId: '' },
      { verifier: null },
      { heartbeatIntervalMs: 1 },
    ])
      expect(await ask(wrong)).toMatchObject({
        status: 400,
        json: {
          errors: [
            { message: expect.stringContaining('extensions.subscription'), extensions: { code: 'BAD_USER_INPUT' } },
          ],
        },
      })
    expect(router.received).toEqual([])
  })

  test('P19 is held against the limits of queries', async () => {
    const checkOperation = () => {
      throw new AppError('QUERY_TOO_COMPLEX', 'Too much.')
    }
    await restart({ limits: { checkSource() {}, validationRules: [], checkOperation } })
    expect(await ask()).toMatchObject({
      status: 400,
      json: { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] },
    })
    expect(router.received).toEqual([])
  })

  test('is of no meaning to a query', async () => {
    expect((await ask({}, '{ hello }', { accept: 'application/json', 'x-api-key': acmeKey })).json).toEqual({
      data: { hello: 'Hello you' },
    })
    expect(router.received).toEqual([])
  })

  test('needs a credential', async () => {
    expect(await ask({}, ticks, { accept: 'application/json' })).toMatchObject({ status: 401 })
    expect(router.received).toEqual([])
  })
})

describe('P19 no caller has this server call an address that its operator did not name', () => {
  test.each(['http://169.254.169.254/callback/1', 'https://evil.example/callback/1', 'file:///etc/passwd', 'nonsense'])(
    '%s',
    async callbackUrl => {
      const refused = await ask({ callbackUrl })
      expect(refused).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
      expect(server.feed.listeners).toBe(0)
    },
  )

  test.each(['/callbacks', '/callback/../admin', '/callback/..%2fadmin', '/', '/callback/%2e%2e/admin'])(
    'the path %s of one that was named',
    async path => {
      expect(await ask({ callbackUrl: `${router.url}${path}` })).toMatchObject({ status: 403 })
      expect(router.received).toEqual([])
    },
  )

  test('a user name before the host, which hides it', async () => {
    expect(await ask({ callbackUrl: router.callbackUrl.replace('//', '//evil@') })).toMatchObject({ status: 403 })
  })

  test('any at all, unless told so', async () => {
    await restart({ callbacks: undefined })
    expect(await ask()).toMatchObject({ status: 403 })
    expect(router.received).toEqual([])
  })

  test('one to which the router sends it on', async () => {
    router.answer(307, { location: `${router.url}/admin` })
    expect(await ask()).toMatchObject({ status: 400 })
    expect(router.received).toEqual([message('check')])
  })
})

describe('a subscription goes on', () => {
  test('P1 while the router is away for less than a minute: nothing is lost', async () => {
    await subscribe({ heartbeatIntervalMs: 0 })
    const before = timers.pending
    const isWaiting = () => until(() => timers.pending === before + 1)
    router.answer(503)
    server.feed.publish(1)
    server.feed.publish(2)
    for (let tries = 1; tries <= 8; tries += 1) {
      await isWaiting()
      expect(router.received).toHaveLength(1 + tries)
      timers.advance(5_000)
      await until(() => router.received.length === 2 + tries)
    }
    await isWaiting()
    router.answer(204)
    timers.advance(5_000)
    await until(() => router.received.length === 12)
    expect(router.received.slice(1)).toEqual([...Array.from({ length: 10 }, () => next(1)), next(2)])
    expect(server.feed.listeners).toBe(1)
  })

  test('and says so as often as the router wants', async () => {
    await subscribe({ heartbeatIntervalMs: 2_000 })
    for (let beats = 1; beats <= 3; beats += 1) {
      timers.advance(2_000)
      await until(() => router.received.length === 1 + beats)
    }
    expect(router.received).toEqual(Array.from({ length: 4 }, () => message('check')))
  })

  test('without saying so when the router does not care', async () => {
    const before = timers.pending
    await subscribe({ heartbeatIntervalMs: 0 })
    expect(timers.pending).toBe(before)
    server.feed.publish(1)
    await until(() => router.received.length === 2)
  })
})

describe('P7 a subscription ends, and nothing of it is left,', () => {
  let timersBefore = 0
  beforeEach(() => {
    timersBefore = timers.pending
  })
  afterEach(async () => {
    await until(() => server.feed.listeners === 0 && timers.pending === timersBefore)
    expect((await server.metrics.render()).text).toContain('assay_subscriptions_open 0')
  })

  test('when the router does not know it any more and an event comes', async () => {
    await subscribe()
    router.answer(404)
    server.feed.publish(1)
    await until(() => server.feed.listeners === 0)
    expect(router.received).toEqual([message('check'), next(1)])
  })

  test('when the router does not know it any more and none comes', async () => {
    await subscribe()
    router.answer(404)
    timers.advance(5_000)
    await until(() => server.feed.listeners === 0)
  })

  test('when the router stays away for a minute', async () => {
    await subscribe()
    await router.stop()
    await until(() => {
      timers.advance(5_000)
      return server.feed.listeners === 0
    })
  })

  test('when it fails, which the router is told without what is inside', async () => {
    await subscribe()
    server.feed.fail(new Error('Jane Doe lost'))
    await until(() => router.received.length === 2)
    expect(router.received[1]).toEqual(
      message('complete', {
        errors: [expect.objectContaining({ message: 'Something went wrong on our side.' })],
      }),
    )
  })
})

test('P19 a subscription ends when its credential does', async () => {
  const expiresAt = new Date(timers.now().getTime() + 3_000)
  const caller = { tenant: parseTenantId('acme'), scopes: new Set(['read'] as const), anonymous: false, expiresAt }
  await restart({ jwt: async () => caller })
  expect((await ask({}, ticks, { authorization: 'Bearer a.b.c' })).json).toEqual({ data: null })
  timers.advance(3_000)
  await until(() => router.received.length === 2)
  expect(router.received[1]).toMatchObject(
    message('complete', { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }),
  )
  expect(server.feed.listeners).toBe(0)
})

test('P22 the router is told that the server restarts, and that coming back helps', async () => {
  await subscribe()
  await server.stop()
  expect(router.received.at(-1)).toMatchObject(
    message('complete', { errors: [{ message: expect.stringContaining('resume'), extensions: { retryable: true } }] }),
  )
})
