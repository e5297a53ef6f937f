import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createCallbackPolicy } from '../auth/callback-policy.ts'
import { toExactNumber } from '../domain/exact-number.ts'
import { AppError } from '../errors.ts'
import { type LoopbackServer, startLoopbackServer } from '../http/testing/loopback-server.ts'
import { call } from './testing/call.ts'
import { createFakeTimers } from './testing/fake-timers.ts'
import { until } from './testing/open-socket.ts'
import {
  acmeKey,
  createClaims,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from './testing/start-test-server.ts'

let router: LoopbackServer
/** All messages that the router has received, also refused ones. */
let received: unknown[]
let protocols: Set<unknown>
/** How the router answers from now on. */
let answer: (status: number, headers?: Record<string, string>) => void
let server: TestServer
let timers: ReturnType<typeof createFakeTimers>

beforeEach(async () => {
  received = []
  protocols = new Set()
  let head: Parameters<typeof answer> = [204]
  answer = (...next) => {
    head = next
  }
  router = await startLoopbackServer((response, { body, message }) => {
    received.push(JSON.parse(body.toString()))
    protocols.add(message.headers['subscription-protocol'])
    response.writeHead(...head).end()
  })
  timers = createFakeTimers()
  server = await start()
})
afterEach(async () => {
  await server.stop()
  await router.close()
})

const start = (options: TestServerOptions = {}) =>
  startTestServer({ callbacks: createCallbackPolicy([`${router.url}/callback`]), timers, ...options })

async function restart(options: TestServerOptions): Promise<void> {
  await server.stop()
  server = await start(options)
}

const ticks = 'subscription { ticks { number loads loadsAgain } }'
const id = 'subscription-1'
const verifier = 'verifier-1'

const key: Record<string, string> = { 'x-api-key': acmeKey }

/** Sends a router's request. */
function ask(asked: unknown = {}, query = ticks, headers = key, variables = {}) {
  const usual = { callbackUrl: `${router.url}/callback/1`, subscriptionId: id, verifier, heartbeatIntervalMs: 5_000 }
  const subscription = asked === null || typeof asked !== 'object' ? asked : { ...usual, ...asked }
  return call(server, {
    headers: { accept: 'application/json;callbackSpec=1.0', ...headers },
    body: { query, variables, extensions: { subscription } },
  })
}

async function subscribe(asked: unknown = {}): Promise<void> {
  expect((await ask(asked)).json).toEqual({ data: null })
  await until(() => server.feed.listeners === 1)
}

const message = (action: string, more: object = {}) => ({ kind: 'subscription', id, verifier, action, ...more })
const next = (number: number) => message('next', { payload: { data: { ticks: { number, loads: 1, loadsAgain: 2 } } } })

describe('a subscription with a callback address', () => {
  test('is checked with the router before it is answered; then each event is sent in order and resolved with new loaders', async () => {
    const response = await ask()
    expect(response).toMatchObject({ status: 200, json: { data: null } })
    expect(response.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'subscription-protocol': 'callback/1.0',
    })
    expect(received).toEqual([message('check')])
    for (const number of [1, 2, 3]) server.feed.publish(number)
    await until(() => received.length === 4)
    expect(received.slice(1)).toEqual([next(1), next(2), next(3)])
    expect([...protocols]).toEqual(['callback/1.0'])
  })

  test('may be one of any number, each with its own address', async () => {
    await subscribe()
    await ask({ callbackUrl: `${router.url}/callback/b`, subscriptionId: 'b' })
    server.feed.publish(1)
    await until(() => received.length === 4)
    for (const of of [id, 'b']) expect(received).toContainEqual(expect.objectContaining({ id: of, action: 'next' }))
    const again = await ask()
    expect(again).toMatchObject({ status: 409, json: { errors: [{ extensions: { code: 'CONFLICT' } }] } })
  })

  test('takes a number in its variables however it is written', async () => {
    const query = ticks.replace('{ ticks', '($from: Int!) { ticks(from: $from)')
    expect((await ask({}, query, key, { from: toExactNumber('2.0') })).json).toEqual({ data: null })
    for (const number of [1, 2]) server.feed.publish(number)
    await until(() => received.length === 2)
    expect(received[1]).toEqual(next(2))
  })

  test('ends at once when the router does not want it', async () => {
    answer(404)
    expect(await ask()).toMatchObject({ status: 400, json: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } })
    expect(server.feed.listeners).toBe(0)
  })

  test('is answered with its errors, without a call to the router', async () => {
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
    expect(received).toEqual([])
  })

  test('P19 is subject to the limits of queries', async () => {
    const checkOperation = () => {
      throw new AppError('QUERY_TOO_COMPLEX', 'Too much.')
    }
    await restart({ limits: { checkSource() {}, validationRules: [], checkOperation } })
    expect(await ask()).toMatchObject({
      status: 400,
      json: { errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] },
    })
    expect(received).toEqual([])
  })

  test('is ignored for a query', async () => {
    expect((await ask({}, '{ hello }', { accept: 'application/json', 'x-api-key': acmeKey })).json).toEqual({
      data: { hello: 'Hello you' },
    })
    expect(received).toEqual([])
  })

  test('needs a credential', async () => {
    expect(await ask({}, ticks, { accept: 'application/json' })).toMatchObject({ status: 401 })
    expect(received).toEqual([])
  })
})

describe('P19 this server calls only addresses that its operator has allowed', () => {
  test.each(['http://169.254.169.254/callback/1', 'https://evil.example/callback/1', 'file:///etc/passwd', 'nonsense'])(
    '%s',
    async callbackUrl => {
      const refused = await ask({ callbackUrl })
      expect(refused).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } })
      expect(server.feed.listeners).toBe(0)
    },
  )

  test.each(['/callbacks', '/callback/../admin', '/callback/..%2fadmin', '/', '/callback/%2e%2e/admin'])(
    'it does not call the path %s of an allowed address',
    async path => {
      expect(await ask({ callbackUrl: `${router.url}${path}` })).toMatchObject({ status: 403 })
      expect(received).toEqual([])
    },
  )

  test('it does not call an address with a user name before the host', async () => {
    expect(await ask({ callbackUrl: `${router.url.replace('//', '//evil@')}/callback/1` })).toMatchObject({
      status: 403,
    })
  })

  test('it calls no address if none is allowed', async () => {
    await restart({ callbacks: createCallbackPolicy([]) })
    expect(await ask()).toMatchObject({ status: 403 })
    expect(received).toEqual([])
  })

  test('it does not follow a redirect of the router', async () => {
    answer(307, { location: `${router.url}/admin` })
    expect(await ask()).toMatchObject({ status: 400 })
    expect(received).toEqual([message('check')])
  })
})

describe('a subscription with callbacks', () => {
  test('P1 continues without losing events when the router is away for less than a minute', async () => {
    await subscribe({ heartbeatIntervalMs: 0 })
    const before = timers.pending
    const isWaiting = () => until(() => timers.pending === before + 1)
    answer(503)
    server.feed.publish(1)
    server.feed.publish(2)
    for (let tries = 1; tries <= 8; tries += 1) {
      await isWaiting()
      expect(received).toHaveLength(1 + tries)
      timers.advance(5_000)
      await until(() => received.length === 2 + tries)
    }
    await isWaiting()
    answer(204)
    timers.advance(5_000)
    await until(() => received.length === 12)
    expect(received.slice(1)).toEqual([...Array.from({ length: 10 }, () => next(1)), next(2)])
    expect(server.feed.listeners).toBe(1)
  })

  test('sends heartbeats as often as the router wants', async () => {
    await subscribe({ heartbeatIntervalMs: 2_000 })
    for (let beats = 1; beats <= 3; beats += 1) {
      timers.advance(2_000)
      await until(() => received.length === 1 + beats)
    }
    expect(received).toEqual(Array.from({ length: 4 }, () => message('check')))
  })

  test('sends no heartbeats when the router wants none', async () => {
    const before = timers.pending
    await subscribe({ heartbeatIntervalMs: 0 })
    expect(timers.pending).toBe(before)
    server.feed.publish(1)
    await until(() => received.length === 2)
  })
})

describe('P7 a subscription ends and releases all its resources', () => {
  let timersBefore = 0
  beforeEach(() => {
    timersBefore = timers.pending
  })
  afterEach(async () => {
    await until(() => server.feed.listeners === 0 && timers.pending === timersBefore)
    expect((await server.metrics.render()).text).toContain('assay_subscriptions_open 0')
  })

  test('when the router no longer knows it and an event comes', async () => {
    await subscribe()
    answer(404)
    server.feed.publish(1)
    await until(() => server.feed.listeners === 0)
    expect(received).toEqual([message('check'), next(1)])
  })

  test('when the router no longer knows it and no event comes', async () => {
    await subscribe()
    answer(404)
    timers.advance(5_000)
    await until(() => server.feed.listeners === 0)
  })

  test('when the router stays away for a minute', async () => {
    await subscribe()
    await router.close()
    await until(() => {
      timers.advance(5_000)
      return server.feed.listeners === 0
    })
  })

  test('when it fails, and the router gets an error without internal details', async () => {
    await subscribe()
    server.feed.fail(new Error('Jane Doe lost'))
    await until(() => received.length === 2)
    expect(received[1]).toEqual(
      message('complete', {
        errors: [expect.objectContaining({ message: 'Something went wrong on our side.' })],
      }),
    )
  })
})

test('P19 a subscription ends when its credential expires', async () => {
  const expiresAt = new Date(timers.now().getTime() + 3_000)
  await restart({ jwt: async () => createClaims(expiresAt, ['read']) })
  expect((await ask({}, ticks, { authorization: 'Bearer a.b.c' })).json).toEqual({ data: null })
  timers.advance(3_000)
  await until(() => received.length === 2)
  expect(received[1]).toMatchObject(message('complete', { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }))
  expect(server.feed.listeners).toBe(0)
})

test('P32 a subscription counts towards the limit of its tenant until it ends; one that is refused does not count', async () => {
  const limits = { checkSource() {}, validationRules: [], checkOperation: () => 400_000 }
  await restart({ limits, callerLimits: { subscriptionCost: 600_000 } })
  expect((await ask({}, 'subscription { refused { number } }')).json).toMatchObject({ errors: [{}] })
  await subscribe()
  const another = { callbackUrl: `${router.url}/callback/2` }
  expect(await ask(another)).toMatchObject({ status: 429 })
  answer(404)
  timers.advance(5_000)
  await until(() => server.feed.listeners === 0)
  expect(await ask(another)).toMatchObject({ status: 400 })
  answer(204)
  await subscribe(another)
})

test('P22 the router is told that the server restarts, with a retryable error', async () => {
  await subscribe()
  await server.stop()
  expect(received.at(-1)).toMatchObject(
    message('complete', { errors: [{ message: expect.stringContaining('resume'), extensions: { retryable: true } }] }),
  )
})
