import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import type { ProviderCall } from './provider-http.ts'
import { startLoopbackServer } from './testing/loopback-server.ts'
import { closeLater, read, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

describe('a call', () => {
  test('with a url goes there, with only its own headers and outside the provider’s budget', async () => {
    const seen: unknown[] = []
    const { create } = await startTransport(response => response.end())
    const store = await startLoopbackServer((response, { message, body }) => {
      const { authorization, 'x-signed': signed } = message.headers
      seen.push({ method: message.method, url: message.url, authorization, signed, body: body.toString() })
      response.writeHead(204).end()
    })
    closeLater(store)
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
    const sent = { method: 'PUT', url: '/bucket/key%20one?signature=s%2F1', authorization: undefined, signed: 'yes' }
    expect(seen).toEqual(['abcd', 'again'].map(body => ({ ...sent, body })))
  })

  test('goes below the path of the base URL, with its query, headers and body', async () => {
    let seen: unknown
    const { server, create } = await startTransport((response, { body, message }) => {
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

  test.each([200, 204, 302, 400, 401, 402, 404, 408, 422])(
    'answered with %d is returned unchanged after one attempt',
    async status => {
      const { server, http } = await startTransport(
        response => void response.writeHead(status, { location: '/elsewhere' }).end(),
      )
      expect((await http.send(read)).status).toBe(status)
      expect(server.requests).toHaveLength(1)
    },
  )

  test('reuses a connection if it may be repeated, and gets a new one if not', async () => {
    const { server, http } = await startTransport(response => void response.end('ok'))
    for (let call = 0; call < 6; call += 1) await http.send(read)
    const shared = server.connections()
    expect(shared).toBeLessThan(6)
    for (let call = 0; call < 6; call += 1) await http.send(write)
    expect(server.connections() - shared).toBe(6)
  })

  test('P14 sends a stream unchanged', async () => {
    const bytes = randomBytes(3_000_000)
    let digest = ''
    const { http } = await startTransport((response, { body }) => {
      digest = createHash('sha256').update(body).digest('hex')
      response.end()
    })
    await http.send({ ...write, body: Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]) })
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('whose own body cannot be read throws INTERNAL and does not count as a failure of the provider', async () => {
    const { http } = await startTransport(response => void response.end())
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(100_000)
        throw new Error('disk gone')
      })(),
    )
    expect((await failureOf(http.send({ ...write, body: broken }))).code).toBe('INTERNAL')
  })

  test('destroys its body when it is not sent', async () => {
    const { http, clock } = await startTransport(
      response => void response.writeHead(429, { 'retry-after': '60' }).end(),
    )
    await failureOf(clock.run(http.send(write)))
    const body = Readable.from(['never read'])
    await failureOf(clock.run(http.send({ ...write, body })))
    expect(body.destroyed).toBe(true)
  })

  test('with an unknown budget or a relative path throws INTERNAL', async () => {
    const { http, server } = await startTransport(response => void response.end())
    expect((await failureOf(http.send({ ...read, budget: 'misspelt' }))).code).toBe('INTERNAL')
    expect((await failureOf(http.send({ ...read, path: 'things' }))).code).toBe('INTERNAL')
    expect(server.requests).toEqual([])
  })
})

describe('P24 every call', () => {
  test('writes one debug line with its correlation id, and without path, headers or bodies', async () => {
    const lines: string[] = []
    const logger = pino({ level: 'debug', base: null, timestamp: false }, { write: line => void lines.push(line) })
    const { clock, http } = await startTransport(
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

describe('closing', () => {
  test('lets a call in progress finish and refuses new ones, which are not sent', async () => {
    let answer = (): void => undefined
    const arrived = Promise.withResolvers<void>()
    const { http, create } = await startTransport(response => {
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

  test('P22 aborts a call that does not end within the grace', async () => {
    const arrived = Promise.withResolvers<void>()
    const { clock, http } = await startTransport(() => arrived.resolve())
    const underWay = failureOf(http.send(write))
    await arrived.promise
    await clock.run(http.close())
    expect((await underWay).code).toBe('PROVIDER_UNAVAILABLE')
    expect(clock.slept).toEqual([5000])
  })
})
