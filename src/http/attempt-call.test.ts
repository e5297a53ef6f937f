import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { reservePort } from '../reserve-port.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import type { ProviderCall } from './provider-http.ts'
import { read, startSilentVendor, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

describe('P12 after a 5xx', () => {
  test('a repeatable call is sent up to three times with growing pauses, and the third answer is returned', async () => {
    const { clock, http, server } = await startTransport((response, { count }) => {
      response.writeHead(count === 2 ? 503 : 500).end(`failure ${count}`)
    })
    const answer = await clock.run(http.send(read))
    expect({ status: answer.status, body: answer.body.toString() }).toEqual({ status: 500, body: 'failure 3' })
    expect(clock.slept).toEqual([250, 500])
    expect(server.requests).toHaveLength(3)
  })

  test('the pause is at least Retry-After, and an answer that asks for more than 5 s is returned', async () => {
    const { clock, http, server } = await startTransport((response, { count }) => {
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

  test('pauses are shortened at random by up to a half', async () => {
    const { clock, http } = await startTransport(response => void response.writeHead(500).end(), {
      retry: { random: () => 0.5 },
    })
    await clock.run(http.send(read))
    expect(clock.slept).toEqual([187.5, 375])
  })

  test.each([
    ['a call that may not be repeated', write],
    [
      'a call with a stream as body, even if marked repeatable',
      { ...write, repeatable: true, body: Readable.from(['x']) },
    ],
  ])('%s is sent once', async (_, call) => {
    const { clock, http, server } = await startTransport(response => void response.writeHead(500).end())
    expect((await clock.run(http.send(call))).status).toBe(500)
    expect(server.requests).toHaveLength(1)
  })
})

describe('P12 a call without an answer', () => {
  test('that may not be repeated is sent once, and its outcome is unknown after a reset', async () => {
    const { clock, http, server } = await startTransport((_, { message }) => void message.socket.resetAndDestroy())
    const failure = await failureOf(clock.run(http.send(write)))
    expect(failure).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', provider: 'acme', retryable: true })
    expect(wasNotSent(failure)).toBe(false)
    expect(server.requests).toHaveLength(1)
  })

  test('that is repeatable is sent again after a reset', async () => {
    const { clock, http, server } = await startTransport((response, { count, message }) => {
      if (count === 1) message.socket.resetAndDestroy()
      else response.end('fine')
    })
    expect((await clock.run(http.send(read))).body.toString()).toBe('fine')
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    ['refused', async () => `http://127.0.0.1:${await reservePort('127.0.0.1')}`, 'ECONNREFUSED'],
    ['to a host that does not exist', async () => 'http://host.invalid', 'ENOTFOUND'],
  ])('was certainly not sent over a connection %s', async (_, urlOf, providerCode) => {
    const { clock, create } = await startTransport(() => undefined)
    const failure = await failureOf(clock.run(create({ baseUrl: await urlOf() }).send(write)))
    expect(failure.code).toBe('PROVIDER_UNAVAILABLE')
    if (providerCode === 'ECONNREFUSED') expect(failure.providerCode).toBe(providerCode)
    expect(wasNotSent(failure)).toBe(true)
    expect(clock.slept).toEqual([])
  })

  test('that is repeatable is sent again after a refused connection', async () => {
    const { clock, create } = await startTransport(() => undefined)
    const baseUrl = `http://127.0.0.1:${await reservePort('127.0.0.1')}`
    const failure = await failureOf(clock.run(create({ baseUrl }).send(read)))
    expect(wasNotSent(failure)).toBe(true)
    expect(clock.slept).toEqual([250, 500])
  })

  test('P13 a provider that never answers is PROVIDER_TIMEOUT after the call’s time, with an unknown outcome', async () => {
    const { clock, http, server } = await startTransport(() => undefined)
    for (const call of [read, write]) {
      const failure = await failureOf(clock.run(http.send({ ...call, timeoutMs: 500 })))
      expect(failure).toMatchObject({ code: 'PROVIDER_TIMEOUT', provider: 'acme', retryable: true })
      expect(wasNotSent(failure)).toBe(false)
    }
    expect(server.requests).toHaveLength(2)
  })

  test('P13 an answer whose body never ends is PROVIDER_TIMEOUT, too', async () => {
    const { clock, http } = await startTransport(response => void response.write('the beginning'))
    expect((await failureOf(clock.run(http.send({ ...read, timeoutMs: 60 })))).code).toBe('PROVIDER_TIMEOUT')
  })

  test('P13 a connection that never opens is PROVIDER_TIMEOUT, and nothing was sent', async () => {
    const { baseUrl } = await startSilentVendor()
    const { clock, create } = await startTransport(() => undefined)
    const failure = await failureOf(clock.run(create({ baseUrl }).send({ ...write, timeoutMs: 60 })))
    expect(failure.code).toBe('PROVIDER_TIMEOUT')
    expect(wasNotSent(failure)).toBe(true)
  })

  test('a repeatable call is sent again when a body stalls', async () => {
    const { clock, http, server } = await startTransport(
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

describe('a status in `answers`', () => {
  test('does not count as an outage, and the call is not repeated', async () => {
    const breaker = createCircuitBreaker({ now: () => new Date(0) })
    const { clock, http, server } = await startTransport(response => response.writeHead(500).end('final'), { breaker })
    const asked: ProviderCall = { ...read, answers: [500] }
    for (let count = 1; count <= 12; count++) expect((await clock.run(http.send(asked))).status).toBe(500)
    expect(server.requests).toHaveLength(12)
    expect(breaker.waitMs()).toBe(0)
    for (let count = 1; count <= 12; count++) await http.send(write).catch(() => undefined)
    expect(breaker.waitMs()).toBeGreaterThan(0)
  })
})
