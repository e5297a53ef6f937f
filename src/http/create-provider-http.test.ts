import { createHash, randomBytes } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import type { AppError } from '../errors.ts'
import { createBudgetGates, createMemoryGateStore } from './budget-gates.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import type { ProviderHttpOptions } from './create-provider-http.ts'
import { createProviderHttp } from './create-provider-http.ts'
import type { ProviderCall } from './provider-http.ts'
import { createFakeClock } from './testing/fake-clock.ts'
import { type Respond, startLoopbackServer } from './testing/loopback-server.ts'
import { wasNotSent } from './was-not-sent.ts'

const read: ProviderCall = { operation: 'read thing', method: 'GET', path: '/things/1', repeatable: true }
const write: ProviderCall = { operation: 'make thing', method: 'POST', path: '/things', body: '{}', repeatable: false }

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function setUp(respond: Respond, options: Partial<ProviderHttpOptions> = {}) {
  const server = await startLoopbackServer(respond)
  open.push(server)
  const clock = createFakeClock()
  const gates = createBudgetGates({ store: createMemoryGateStore(clock.now), sleep: clock.sleep })
  const create = (more: Partial<ProviderHttpOptions> = {}) => {
    const http = createProviderHttp({
      provider: 'acme',
      baseUrl: server.url,
      accountKey: 'account-1',
      budgets: { default: { limit: 1000, perMs: 60_000 } },
      gates,
      now: clock.now,
      sleep: clock.sleep,
      logger: pino({ level: 'silent' }),
      retry: { random: () => 0 },
      ...options,
      ...more,
    })
    open.push(http)
    return http
  }
  return { server, clock, create, http: create() }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}

describe('a call', () => {
  test('goes to an address of its own when it has one, with its own headers alone and outside the provider’s budget', async () => {
    const seen: unknown[] = []
    const { create } = await setUp(response => response.end())
    const store = await startLoopbackServer((response, { message, body }) => {
      const { authorization, 'x-signed': signed } = message.headers
      seen.push({ method: message.method, url: message.url, authorization, signed, body: body.toString() })
      response.writeHead(204).end()
    })
    open.push(store)
    const http = create({ budgets: { default: { limit: 1, perMs: 60_000 } }, maxWaitMs: 0 })
    const url = new URL('/bucket/key%20one?signature=s%2F1', store.url)
    const upload: ProviderCall = {
      ...write,
      method: 'PUT',
      url,
      headers: { 'x-signed': 'yes' },
      body: Readable.from(['ab', 'cd']),
    }
    expect((await http.send(upload)).status).toBe(204)
    expect((await http.send({ ...upload, body: 'again' })).status).toBe(204)
    expect((await http.send(read)).status).toBe(200)
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/bucket/key%20one?signature=s%2F1',
        authorization: undefined,
        signed: 'yes',
        body: 'abcd',
      },
      {
        method: 'PUT',
        url: '/bucket/key%20one?signature=s%2F1',
        authorization: undefined,
        signed: 'yes',
        body: 'again',
      },
    ])
  })

  test('goes below the path of the base URL, with its query, headers and body', async () => {
    let seen: unknown
    const { server, create } = await setUp((response, { body, message }) => {
      const { 'x-key': key, 'content-type': type, 'accept-encoding': encoding } = message.headers
      seen = { url: message.url, method: message.method, key, type, encoding, body: body.toString() }
      response.writeHead(201, { 'X-Mixed-Case': 'kept', 'set-cookie': ['a=1', 'b=2'] }).end('made')
    })
    const answer = await create({ baseUrl: `${server.url}/base/v1/` }).send({
      ...write,
      query: { page: 2, open: true, none: undefined, text: 'a b&c' },
      headers: { 'x-key': 'k', 'content-type': 'application/json' },
      body: '{"a":1}',
    })
    expect(seen).toEqual({
      url: '/base/v1/things?page=2&open=true&text=a+b%26c',
      method: 'POST',
      key: 'k',
      type: 'application/json',
      encoding: undefined,
      body: '{"a":1}',
    })
    expect({ status: answer.status, body: answer.body.toString() }).toEqual({ status: 201, body: 'made' })
    expect(answer.headers).toMatchObject({ 'x-mixed-case': 'kept', 'set-cookie': 'a=1,b=2' })
  })

  test.each([200, 204, 302, 400, 401, 402, 404, 408, 422])('answered %d comes back as it is, once', async status => {
    const { server, http } = await setUp(response => void response.writeHead(status, { location: '/elsewhere' }).end())
    expect((await http.send(read)).status).toBe(status)
    expect(server.requests).toHaveLength(1)
  })

  test('reuses its connection when it may be repeated, and gets one of its own when it may not', async () => {
    const { server, http } = await setUp(response => void response.end('ok'))
    for (let call = 0; call < 6; call += 1) await http.send(read)
    const shared = server.connections()
    expect(shared).toBeLessThan(6)
    for (let call = 0; call < 6; call += 1) await http.send(write)
    expect(server.connections() - shared).toBe(6)
  })

  test('P14 sends a stream as it comes, unaltered', async () => {
    const bytes = randomBytes(3_000_000)
    let digest = ''
    const { http } = await setUp((response, { body }) => {
      digest = createHash('sha256').update(body).digest('hex')
      response.end()
    })
    await http.send({ ...write, body: Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]) })
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('whose own body cannot be read is our failure, not the provider’s', async () => {
    const { http } = await setUp(response => void response.end())
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000)
        throw new Error('disk gone')
      })(),
    )
    expect((await failureOf(http.send({ ...write, body: broken }))).code).toBe('INTERNAL')
  })

  test('destroys its body when it is not sent', async () => {
    const { http, clock } = await setUp(response => void response.writeHead(429, { 'retry-after': '60' }).end())
    await failureOf(clock.run(http.send(write)))
    const body = Readable.from(['never read'])
    await failureOf(clock.run(http.send({ ...write, body })))
    expect(body.destroyed).toBe(true)
  })

  test('on an unknown budget or with a relative path is a mistake of ours', async () => {
    const { http, server } = await setUp(response => void response.end())
    expect((await failureOf(http.send({ ...read, budget: 'misspelt' }))).code).toBe('INTERNAL')
    expect((await failureOf(http.send({ ...read, path: 'things' }))).code).toBe('INTERNAL')
    expect(server.requests).toEqual([])
  })
})

describe('P12 after a 429', () => {
  const inSeconds = (seconds: number): number => Date.parse('2026-03-01T12:00:00Z') + seconds * 1000

  test.each([
    ['Retry-After in seconds', { 'retry-after': '3' }, 3000],
    ['Retry-After as an HTTP date', { 'retry-after': new Date(inSeconds(4)).toUTCString() }, 4000],
    ['X-RateLimit-Reset in unix seconds', { 'x-ratelimit-reset': String(inSeconds(5) / 1000) }, 5000],
    [
      'Retry-After before X-RateLimit-Reset',
      { 'retry-after': '2', 'x-ratelimit-reset': String(inSeconds(40) / 1000) },
      2000,
    ],
    ['our own second when it says nothing', {}, 1000],
  ])('a repeatable call waits for %s and is sent again', async (_, headers, waitMs) => {
    const { clock, http, server } = await setUp((response, { count }) => {
      if (count === 1) response.writeHead(429, headers).end('slow down')
      else response.end('fine')
    })
    const startedMs = clock.now().getTime()
    const answer = await clock.run(http.send(read))
    expect(answer.body.toString()).toBe('fine')
    expect(clock.now().getTime() - startedMs).toBe(waitMs)
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['Retry-After in seconds', { 'retry-after': '6' }, 6],
    ['Retry-After as an HTTP date', { 'retry-after': new Date(inSeconds(90)).toUTCString() }, 90],
    ['X-RateLimit-Reset', { 'x-ratelimit-reset': String(inSeconds(37) / 1000) }, 37],
  ])('a wait of more than 5 s (%s) is PROVIDER_RATE_LIMITED at once', async (_, headers, retryAfterSeconds) => {
    const { clock, http, server } = await setUp(response => void response.writeHead(429, headers).end())
    const failure = await failureOf(clock.run(http.send(read)))
    expect(failure).toMatchObject({
      code: 'PROVIDER_RATE_LIMITED',
      retryAfterSeconds,
      provider: 'acme',
      retryable: true,
    })
    expect(clock.slept).toEqual([])
    expect(server.requests).toHaveLength(1)
    expect(wasNotSent(failure)).toBe(false)
  })

  test('all waits of one call together last at most 5 s', async () => {
    const { clock, http, server } = await setUp(response => void response.writeHead(429, { 'retry-after': '3' }).end())
    expect((await failureOf(clock.run(http.send(read)))).retryAfterSeconds).toBe(3)
    expect(clock.slept).toEqual([3000])
    expect(server.requests).toHaveLength(2)
  })

  test('one that does not say is answered with doubled rests', async () => {
    const { clock, http } = await setUp(response => void response.writeHead(429).end())
    const rests: (number | null)[] = []
    for (let round = 0; round < 8; round += 1) {
      rests.push((await failureOf(clock.run(http.send(write)))).retryAfterSeconds)
      clock.advance(60_000)
    }
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  test('a call that may not be repeated is not, and says when it may be tried', async () => {
    const { clock, http, server } = await setUp(response => void response.writeHead(429, { 'retry-after': '1' }).end())
    const failure = await failureOf(clock.run(http.send(write)))
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 1, providerCode: '429' })
    expect(server.requests).toHaveLength(1)
  })

  test('every call of the same budget waits, also from another client of the account; others do not', async () => {
    const { clock, http, create, server } = await setUp(
      (response, { count }) => {
        if (count === 1) response.writeHead(429, { 'retry-after': '30' }).end()
        else response.end('fine')
      },
      { budgets: { default: { limit: 100, perMs: 1000 }, uploads: { limit: 100, perMs: 1000 } } },
    )
    await failureOf(clock.run(http.send({ ...read, budget: 'uploads' })))
    const held = await failureOf(clock.run(create().send({ ...read, budget: 'uploads' })))
    expect(held).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 30, provider: 'acme' })
    expect(wasNotSent(held)).toBe(true)
    expect((await http.send(read)).status).toBe(200)
    expect((await create({ accountKey: 'account-2' }).send({ ...read, budget: 'uploads' })).status).toBe(200)
    expect(server.requests).toHaveLength(3)
    clock.advance(30_000)
    expect((await http.send({ ...read, budget: 'uploads' })).status).toBe(200)
  })

  test('or before it: an answer that was the last of its window makes the next call wait for the reset', async () => {
    const { clock, http, server } = await setUp((response, { count }) => {
      const headers = { 'x-ratelimit-remaining': String(2 - count), 'x-ratelimit-reset': String(inSeconds(20) / 1000) }
      response.writeHead(200, headers).end()
    })
    await http.send(read)
    await http.send(read)
    expect((await failureOf(http.send(read))).retryAfterSeconds).toBe(20)
    expect(server.requests).toHaveLength(2)
    clock.advance(20_000)
    expect((await http.send(read)).status).toBe(200)
  })
})

describe('P12 the budget', () => {
  test('makes calls wait before they are sent, and refuses at once what would wait for longer than 5 s', async () => {
    const { clock, http, server } = await setUp(response => void response.end(), {
      budgets: { default: { limit: 2, perMs: 4000 } },
    })
    const calls = [1, 2, 3, 4, 5].map(() =>
      http.send(read).then(
        answer => answer.status,
        (error: AppError) => error.code,
      ),
    )
    expect(await clock.run(Promise.all(calls))).toEqual([200, 200, 200, 200, 'PROVIDER_RATE_LIMITED'])
    expect(clock.slept).toEqual([4000, 4000])
    expect(server.requests).toHaveLength(4)
  })

  test('does not let a call wait beyond its own time', async () => {
    const { clock, http } = await setUp(response => void response.end(), {
      budgets: { default: { limit: 1, perMs: 4000 } },
    })
    await http.send(read)
    const failure = await failureOf(clock.run(http.send({ ...read, timeoutMs: 3000 })))
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 4 })
  })
})

describe('P12 after a 5xx', () => {
  test('a repeatable call is sent again, with growing pauses, and the third answer stands', async () => {
    const { clock, http, server } = await setUp((response, { count }) => {
      response.writeHead(count === 2 ? 503 : 500).end(`failure ${count}`)
    })
    const answer = await clock.run(http.send(read))
    expect({ status: answer.status, body: answer.body.toString() }).toEqual({ status: 500, body: 'failure 3' })
    expect(clock.slept).toEqual([250, 500])
    expect(server.requests).toHaveLength(3)
  })

  test('the pause is at least what Retry-After says, and an answer that asks for more than 5 s stands', async () => {
    const { clock, http, server } = await setUp((response, { count }) => {
      response.writeHead(503, { 'retry-after': count === 1 ? '2' : '60' }).end()
    })
    const answer = await clock.run(http.send(read))
    expect({ status: answer.status, retryAfter: answer.headers['retry-after'] }).toEqual({
      status: 503,
      retryAfter: '60',
    })
    expect(clock.slept).toEqual([2000])
    expect(server.requests).toHaveLength(2)
  })

  test('pauses are shortened by up to a half at random', async () => {
    const { clock, http } = await setUp(response => void response.writeHead(500).end(), {
      retry: { random: () => 0.5 },
    })
    await clock.run(http.send(read))
    expect(clock.slept).toEqual([187.5, 375])
  })

  test.each([
    ['a call that may not be repeated', write],
    ['a stream, whatever its caller says', { ...write, repeatable: true, body: Readable.from(['x']) }],
  ])('%s is sent once', async (_, call) => {
    const { clock, http, server } = await setUp(response => void response.writeHead(500).end())
    expect((await clock.run(http.send(call))).status).toBe(500)
    expect(server.requests).toHaveLength(1)
  })
})

describe('P12 without an answer', () => {
  test('a call that may not be repeated is not, and a reset leaves its outcome unknown', async () => {
    const { clock, http, server } = await setUp((_, { message }) => void message.socket.resetAndDestroy())
    const failure = await failureOf(clock.run(http.send(write)))
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: 'acme', retryable: true })
    expect(wasNotSent(failure)).toBe(false)
    expect(server.requests).toHaveLength(1)
  })

  test('a repeatable call is sent again after a reset', async () => {
    const { clock, http, server } = await setUp((response, { count, message }) => {
      if (count === 1) message.socket.resetAndDestroy()
      else response.end('fine')
    })
    expect((await clock.run(http.send(read))).body.toString()).toBe('fine')
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['refused', async () => `http://127.0.0.1:${await freePort()}`, 'ECONNREFUSED'],
    ['to a host that does not exist', async () => 'http://host.invalid', 'ENOTFOUND'],
  ])('a connection %s is known not to have carried the call', async (_, urlOf, providerCode) => {
    const { clock, create } = await setUp(() => undefined)
    const failure = await failureOf(clock.run(create({ baseUrl: await urlOf() }).send(write)))
    expect(failure.code).toBe('PROVIDER_UNAVAILABLE')
    if (providerCode === 'ECONNREFUSED') expect(failure.providerCode).toBe(providerCode)
    expect(wasNotSent(failure)).toBe(true)
    expect(clock.slept).toEqual([])
  })

  test('a repeatable call is tried again after a refused connection', async () => {
    const { clock, create } = await setUp(() => undefined)
    const failure = await failureOf(clock.run(create({ baseUrl: `http://127.0.0.1:${await freePort()}` }).send(read)))
    expect(wasNotSent(failure)).toBe(true)
    expect(clock.slept).toEqual([250, 500])
  })

  test('P13 a provider that never answers is PROVIDER_TIMEOUT when the call’s time is up, outcome unknown', async () => {
    const { clock, http, server } = await setUp(() => undefined)
    for (const call of [read, write]) {
      const failure = await failureOf(clock.run(http.send({ ...call, timeoutMs: 500 })))
      expect(failure).toMatchObject({ code: 'PROVIDER_TIMEOUT', provider: 'acme', retryable: true })
      expect(wasNotSent(failure)).toBe(false)
    }
    expect(server.requests).toHaveLength(2)
  })

  test('P13 so is one whose body never ends', async () => {
    const { clock, http } = await setUp(response => void response.write('the beginning'))
    expect((await failureOf(clock.run(http.send({ ...read, timeoutMs: 60 })))).code).toBe('PROVIDER_TIMEOUT')
  })

  test('P13 so is one whose connection never opens, and then nothing was sent', async () => {
    // Nobody answers TLS on this port, so the connection is never ready for a request.
    const sockets: Socket[] = []
    const silent = createServer(socket => void sockets.push(socket.on('error', () => undefined)))
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    open.push({ close: () => new Promise<void>(resolve => silent.close(() => resolve())) })
    const address = silent.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const { clock, create } = await setUp(() => undefined)
    const failure = await failureOf(
      clock.run(create({ baseUrl: `https://127.0.0.1:${port}` }).send({ ...write, timeoutMs: 60 })),
    )
    expect(failure.code).toBe('PROVIDER_TIMEOUT')
    expect(wasNotSent(failure)).toBe(true)
    for (const socket of sockets) socket.destroy()
  })

  test('a repeatable call is sent again when a body stalls', async () => {
    const { clock, http, server } = await setUp(
      (response, { count }) => {
        if (count === 1) response.write('the beginning')
        else response.end('whole')
      },
      { silenceMs: 60 },
    )
    expect((await clock.run(http.send(read))).body.toString()).toBe('whole')
    expect(server.requests).toHaveLength(2)
  })
})

describe('the circuit breaker', () => {
  const failTimes = (times: number): Respond => {
    return (response, { count }) => void response.writeHead(count <= times ? 500 : 200).end()
  }

  test('opens after 10 failures in a row and then refuses at once, with nothing sent', async () => {
    const { clock, http, server } = await setUp(failTimes(99))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    const refused = await failureOf(http.send(write))
    expect(refused).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: 15, provider: 'acme' })
    expect(wasNotSent(refused)).toBe(true)
    clock.advance(14_999)
    expect((await failureOf(http.send(write))).retryAfterSeconds).toBe(1)
    expect(server.requests).toHaveLength(10)
  })

  test('lets one call through after 15 s: its success closes it', async () => {
    const { clock, http, server } = await setUp(failTimes(10))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    clock.advance(15_000)
    const trial = http.send(write)
    expect((await failureOf(http.send(write))).code).toBe('PROVIDER_UNAVAILABLE')
    expect((await trial).status).toBe(200)
    expect((await http.send(write)).status).toBe(200)
    expect(server.requests).toHaveLength(12)
  })

  test('stays open for another 15 s when that call fails', async () => {
    const { clock, http, server } = await setUp(failTimes(99))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    clock.advance(15_000)
    expect((await http.send(write)).status).toBe(500)
    expect((await failureOf(http.send(write))).retryAfterSeconds).toBe(15)
    expect(server.requests).toHaveLength(11)
  })

  test('counts resets and refusals of connection, and forgets them at the first answer below 500', async () => {
    const { http } = await setUp((response, { count, message }) => {
      if (count === 10) response.writeHead(404).end()
      else message.socket.resetAndDestroy()
    })
    const outcomes: unknown[] = []
    for (let call = 0; call < 20; call += 1) {
      outcomes.push(
        await http.send(write).then(
          answer => answer.status,
          (error: AppError) => wasNotSent(error),
        ),
      )
    }
    expect(outcomes).toEqual([...Array(9).fill(false), 404, ...Array(10).fill(false)])
    expect(wasNotSent(await failureOf(http.send(write)))).toBe(true)
  })

  test('leaves the answer that opened it standing, without further attempts', async () => {
    const { clock, http, server } = await setUp(failTimes(99))
    for (let call = 0; call < 3; call += 1) await clock.run(http.send(read))
    expect((await clock.run(http.send(read))).status).toBe(500)
    expect(server.requests).toHaveLength(10)
  })

  test('may be shared by the clients of all accounts', async () => {
    const clock = createFakeClock()
    const breaker = createCircuitBreaker(clock)
    const { create } = await setUp(failTimes(99), { breaker, now: clock.now })
    for (let call = 0; call < 10; call += 1) await create().send(write)
    expect(wasNotSent(await failureOf(create({ accountKey: 'account-2' }).send(write)))).toBe(true)
  })
})

describe('P16 an answer', () => {
  test('larger than 10 MB is PROVIDER_BAD_RESPONSE, announced or not, and not asked for again', async () => {
    const { clock, http, server } = await setUp((response, { count }) => {
      const bytes = Buffer.alloc(10 * 1024 * 1024 + 1, 'x')
      if (count === 1) response.writeHead(200, { 'content-length': bytes.byteLength })
      response.write(bytes)
      response.end()
    })
    for (let call = 0; call < 2; call += 1) {
      const failure = await failureOf(clock.run(http.send(read)))
      expect(failure).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
    }
    expect(server.requests).toHaveLength(2)
  })

  test('of exactly the size allowed is read', async () => {
    const { http } = await setUp(response => void response.end(Buffer.alloc(1000)))
    expect((await http.send({ ...read, maxBytes: 1000 })).body).toHaveLength(1000)
    expect((await failureOf(http.send({ ...read, maxBytes: 999 }))).code).toBe('PROVIDER_BAD_RESPONSE')
  })

  test('that is empty, or a page of HTML, comes back as it is', async () => {
    const { http } = await setUp((response, { count }) => void response.end(count === 1 ? '' : '<html>'))
    expect((await http.send(read)).body).toHaveLength(0)
    expect((await http.send(read)).body.toString()).toBe('<html>')
  })

  test('that breaks off is PROVIDER_UNAVAILABLE', async () => {
    const { clock, http } = await setUp((response, { message }) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"half":')
      response.on('drain', () => undefined)
      setImmediate(() => message.socket.destroy())
    })
    expect((await failureOf(clock.run(http.send(read)))).code).toBe('PROVIDER_UNAVAILABLE')
  })

  test('encoded without being asked is PROVIDER_BAD_RESPONSE, but an error is still told by its status', async () => {
    const { http } = await setUp((response, { count }) => {
      response.writeHead(count === 1 ? 200 : 404, { 'content-encoding': 'gzip' }).end('zipped')
    })
    expect((await failureOf(http.send(read))).code).toBe('PROVIDER_BAD_RESPONSE')
    expect((await http.send(read)).status).toBe(404)
  })

  test('that is no HTTP is PROVIDER_BAD_RESPONSE', async () => {
    const { http } = await setUp((_, { message }) => void message.socket.end('SSH-2.0-OpenSSH\r\n'))
    expect((await failureOf(http.send(read))).code).toBe('PROVIDER_BAD_RESPONSE')
  })
})

describe('a streamed answer', () => {
  test('arrives as it is sent, and its time is up only before its headers', async () => {
    let finish = (): void => undefined
    const { http } = await setUp(response => {
      response.write('first')
      finish = () => void response.end(', second')
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { status, body } = await http.stream({ ...read, timeoutMs: 400 })
    const chunks: string[] = []
    for await (const chunk of body) {
      chunks.push(String(chunk))
      vi.advanceTimersByTime(600)
      finish()
    }
    expect({ status, text: chunks.join('') }).toEqual({ status: 200, text: 'first, second' })
  })

  test('that breaks off before anybody reads fails the reader, and nothing else', async () => {
    const { http } = await setUp((response, { message }) => {
      response.write('first')
      setImmediate(() => message.socket.resetAndDestroy())
    })
    const { body } = await http.stream(read)
    await new Promise(resolve => body.once('close', resolve))
    const failure = await failureOf(body.toArray())
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: 'acme' })
  })

  test('that is destroyed gives its connection up', async () => {
    let closed: Promise<unknown> = Promise.resolve()
    const { http } = await setUp((response, { message }) => {
      closed = new Promise(resolve => message.socket.once('close', resolve))
      response.write('endless')
    })
    const { body } = await http.stream(read)
    body.destroy()
    await closed
    expect(body.destroyed).toBe(true)
  })

  test('P12 of 429 or 5xx is treated as any other', async () => {
    const { clock, http, server } = await setUp((response, { count }) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '1' }).end()
      else if (count === 2) response.writeHead(500).end('x'.repeat(200_000))
      else response.end('fine')
    })
    const { body } = await clock.run(http.stream(read))
    expect(String(await body.toArray())).toBe('fine')
    expect(server.requests).toHaveLength(3)
  })
})

describe('P24 every call', () => {
  test('is one debug line with its correlation id, and nothing of its path, headers or bodies', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'debug', base: null, timestamp: false }, { write: line => void lines.push(line) })
    const { clock, http } = await setUp(
      (response, { count, message }) => {
        if (count === 1) response.writeHead(404).end('secret answer')
        else message.socket.resetAndDestroy()
      },
      { logger, correlationId: () => 'cor-1' },
    )
    await http.send({ ...write, path: '/people/secret', headers: { 'x-key': 'secret' }, body: 'secret' })
    await failureOf(clock.run(http.send(write)))
    const common = { level: 20, provider: 'acme', operation: 'make thing', method: 'POST', correlationId: 'cor-1' }
    expect(lines.map(line => JSON.parse(line))).toEqual([
      { ...common, status: 404, durationMs: 0, msg: 'provider call' },
      { ...common, status: null, code: 'PROVIDER_UNAVAILABLE', durationMs: 0, msg: 'provider call' },
    ])
    expect(lines.join()).not.toContain('secret')
  })
})

describe('a status that is an answer', () => {
  test('is not counted as an outage, unlike others', async () => {
    const breaker = createCircuitBreaker({ now: () => new Date(0) })
    const { http, server } = await setUp(response => response.writeHead(500).end('final'), { breaker })
    const asked: ProviderCall = { ...write, answers: [500] }
    for (let count = 1; count <= 12; count++) expect((await http.send(asked)).status).toBe(500)
    expect(server.requests).toHaveLength(12)
    expect(breaker.waitMs()).toBe(0)
    for (let count = 1; count <= 12; count++) await http.send(write).catch(() => undefined)
    expect(breaker.waitMs()).toBeGreaterThan(0)
  })
})

describe('closing', () => {
  test('lets a call under way finish and refuses new ones, which are not sent', async () => {
    let answer = (): void => undefined
    const arrived = Promise.withResolvers<void>()
    const { http, create } = await setUp(response => {
      answer = () => void response.end('done')
      arrived.resolve()
    })
    const closable = create({ sleep: () => new Promise(() => undefined) })
    const underWay = closable.send(read)
    await arrived.promise
    const closed = closable.close()
    answer()
    expect((await underWay).body.toString()).toBe('done')
    await closed
    const failure = await failureOf(closable.send(write))
    expect(failure.code).toBe('PROVIDER_UNAVAILABLE')
    expect(wasNotSent(failure)).toBe(true)
    expect(http).not.toBe(closable)
  })

  test('P22 breaks a call off that does not end within the grace', async () => {
    const arrived = Promise.withResolvers<void>()
    const { clock, http } = await setUp(() => arrived.resolve())
    const underWay = failureOf(http.send(write))
    await arrived.promise
    await clock.run(http.close())
    expect((await underWay).code).toBe('PROVIDER_UNAVAILABLE')
    expect(clock.slept).toEqual([5000])
  })
})
