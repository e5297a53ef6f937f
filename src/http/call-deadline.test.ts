import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { callTimeMs, receiptTimeMs } from './call-time.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import type { Respond } from './testing/loopback-server.ts'
import { read, startSilentVendor, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

/** A provider whose circuit breaker opens at the first failure; `closed` resolves when its connection is closed. */
async function startWatched(
  begin: (response: ServerResponse) => void,
  options: { readonly bodyGraceMs?: number } = {},
) {
  const arrived = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const breaker = createCircuitBreaker({ now: () => new Date(0), failures: 1 })
  const respond: Respond = (response, { message }) => {
    message.socket.once('close', () => closed.resolve())
    begin(response)
    arrived.resolve()
  }
  const { http } = await startTransport(respond, { breaker, ...options })
  return { http, breaker, arrived: arrived.promise, closed: closed.promise }
}

describe('P32 a provider that sends its answer byte by byte', () => {
  const drip = (response: ServerResponse) => {
    response.write('[')
    const timer = setInterval(() => response.write(' '), 10)
    response.once('close', () => clearInterval(timer))
  }

  test('ends a call after its time, closes the connection and counts as a failure', async () => {
    const { http, breaker, closed } = await startWatched(drip)
    expect(await failureOf(http.send({ ...write, timeoutMs: 150 }))).toMatchObject({ code: 'PROVIDER_TIMEOUT' })
    await closed
    await vi.waitFor(() => expect(breaker.waitMs()).toBeGreaterThan(0))
  })

  test('ends a streamed answer, too', async () => {
    const { http, breaker, closed } = await startWatched(drip, { bodyGraceMs: 150 })
    const { body } = await http.stream(read)
    expect(breaker.waitMs()).toBe(0)
    expect(await failureOf(body.toArray())).toMatchObject({ code: 'PROVIDER_TIMEOUT', provider: 'acme' })
    expect(breaker.waitMs()).toBeGreaterThan(0)
    await closed
  })
})

describe('a streamed answer', () => {
  test('resets the circuit breaker only when the whole body has arrived', async () => {
    const breaker = createCircuitBreaker({ now: () => new Date(0), failures: 2 })
    const begun: (() => void)[] = []
    const { http } = await startTransport(
      (response, { count }) => {
        if (count % 2 === 1) return void response.writeHead(500).end()
        response.write('begun')
        begun.push(() => void response.end())
      },
      { breaker },
    )
    await http.send(write)
    const first = await http.stream({ ...read, repeatable: false })
    begun[0]?.()
    await first.body.toArray()
    await http.send(write)
    expect(breaker.waitMs()).toBe(0)
    const second = await http.stream({ ...read, repeatable: false })
    await http.send(write)
    expect(breaker.waitMs()).toBeGreaterThan(0)
    second.body.destroy()
  })

  test('may be read slowly, because only the time of waiting for the provider counts', async () => {
    const whole = Buffer.alloc(2_000_000, 'x')
    const { http } = await startTransport(response => void response.end(whole), { bodyGraceMs: 1000 })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { body } = await http.stream(read)
    // Until the buffers are full.
    for (let turns = 0; turns < 50; turns += 1) await setImmediate()
    vi.advanceTimersByTime(60_000)
    expect(Buffer.concat(await body.toArray())).toHaveLength(whole.byteLength)
  })

  test('larger than allowed is PROVIDER_BAD_RESPONSE', async () => {
    const { http } = await startTransport(response => void response.end(Buffer.alloc(200_000)))
    const { body } = await http.stream({ ...read, maxBytes: 100_000 })
    expect(await failureOf(body.toArray())).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'acme' })
  })
})

describe('the time of a call', () => {
  const announced = (bytes: number) => ({
    ...write,
    body: Readable.from([]),
    headers: { 'Content-Length': `${bytes}` },
  })
  test.each([
    ['nothing', read, 30_000],
    ['a text of 128 kB', { ...write, body: 'x'.repeat(131_072) }, 31_000],
    ['bytes of 256 kB', { ...write, body: new Uint8Array(262_144) }, 32_000],
    ['a stream that announces 50 MB', announced(50 * 1_048_576), 430_000],
    ['a stream that announces nothing', { ...write, body: Readable.from([]) }, 30_000],
  ])('grows by a second for each 128 kB that is sent: %s', (_, call, timeMs) => {
    expect(callTimeMs(call, 30_000)).toBe(timeMs)
  })

  test('grows by a second for each 16 kB that is received', () => {
    expect(receiptTimeMs(160 * 1024, 30_000)).toBe(40_000)
  })
})

describe('P26 a call that its caller aborts', () => {
  const reason = new Error('cancelled')
  const message = 'The call was given up before the provider had answered.'
  const givenUp = { code: 'PROVIDER_TIMEOUT', message, provider: 'acme', retryable: true }

  test('while it waits for its budget ends at once, and was not sent', async () => {
    const { create, server } = await startTransport(response => void response.end())
    const http = create({ budgets: { default: { limit: 1, perMs: 4000 } } })
    await http.send(read)
    const caller = new AbortController()
    const failure = failureOf(http.send({ ...read, signal: caller.signal }))
    caller.abort(reason)
    expect(await failure).toMatchObject(givenUp)
    expect(wasNotSent(await failure)).toBe(true)
    expect(server.requests).toHaveLength(1)
  })

  test('before it starts is not sent', async () => {
    const { http, server } = await startTransport(response => void response.end())
    const failure = await failureOf(http.send({ ...read, signal: AbortSignal.abort(reason) }))
    expect(failure).toMatchObject(givenUp)
    expect(wasNotSent(failure)).toBe(true)
    expect(server.requests).toEqual([])
  })

  test('while it pauses before another attempt ends at once', async () => {
    const caller = new AbortController()
    const sleep = () => {
      caller.abort(reason)
      return new Promise<void>(() => undefined)
    }
    const { http, server } = await startTransport(response => void response.writeHead(503).end(), { sleep })
    const failure = await failureOf(http.send({ ...read, signal: caller.signal }))
    expect(failure).toMatchObject(givenUp)
    expect(wasNotSent(failure)).toBe(false)
    expect(server.requests).toHaveLength(1)
  })

  test('while it connects ends at once, and was not sent', async () => {
    const { baseUrl, connected } = await startSilentVendor()
    const { create } = await startTransport(() => undefined)
    const caller = new AbortController()
    const failure = failureOf(create({ baseUrl }).send({ ...write, signal: caller.signal }))
    await connected
    caller.abort(reason)
    expect(await failure).toMatchObject(givenUp)
    expect(wasNotSent(await failure)).toBe(true)
  })

  const beginBody = (response: ServerResponse) => void response.write('begun')

  test.each([
    ['headers', () => undefined],
    ['the body', beginBody],
  ])(
    'while it waits for %s ends at once, closes its connection and does not affect the provider’s health',
    async (_, begin) => {
      const { http, breaker, arrived, closed } = await startWatched(begin)
      const caller = new AbortController()
      const failure = failureOf(http.send({ ...write, signal: caller.signal }))
      await arrived
      caller.abort(reason)
      expect(await failure).toMatchObject(givenUp)
      expect(wasNotSent(await failure)).toBe(false)
      await closed
      expect(breaker.waitMs()).toBe(0)
    },
  )

  test('while its streamed body is read makes the reader fail at once and closes the connection', async () => {
    const { http, breaker, closed } = await startWatched(beginBody)
    const caller = new AbortController()
    const { body } = await http.stream({ ...read, signal: caller.signal })
    const failure = failureOf(body.toArray())
    caller.abort(reason)
    expect(await failure).toMatchObject(givenUp)
    await closed
    expect(breaker.waitMs()).toBe(0)
  })
})
