import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import type { AppError } from '../errors.ts'
import { read, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

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
    ['one second when there is no header', {}, 1000],
  ])('a repeatable call waits for %s and is sent again', async (_, headers, waitMs) => {
    const { clock, http, server } = await startTransport((response, { count }) => {
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
    const { clock, http, server } = await startTransport(response => void response.writeHead(429, headers).end())
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
    const { clock, http, server } = await startTransport(
      response => void response.writeHead(429, { 'retry-after': '3' }).end(),
    )
    expect((await failureOf(clock.run(http.send(read)))).retryAfterSeconds).toBe(3)
    expect(clock.slept).toEqual([3000])
    expect(server.requests).toHaveLength(2)
  })

  test('each further 429 without a header doubles the pause of the budget', async () => {
    const { clock, http } = await startTransport(response => void response.writeHead(429).end())
    const rests: (number | null)[] = []
    for (let round = 0; round < 8; round += 1) {
      rests.push((await failureOf(clock.run(http.send(write)))).retryAfterSeconds)
      clock.advance(60_000)
    }
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  })

  test('a call that may not be repeated throws, with the time after which it may be tried', async () => {
    const { clock, http, server } = await startTransport(
      response => void response.writeHead(429, { 'retry-after': '1' }).end(),
    )
    const failure = await failureOf(clock.run(http.send(write)))
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 1, providerCode: '429' })
    expect(server.requests).toHaveLength(1)
  })

  test('every call of the same budget waits, also from another client of the account; calls of other budgets do not', async () => {
    const { clock, http, create, server } = await startTransport(
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

  test('an answer that was the last of its window makes the next call wait for the reset', async () => {
    const { clock, http, server } = await startTransport((response, { count }) => {
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
    const { clock, http, server } = await startTransport(response => void response.end(), {
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
    const { clock, http } = await startTransport(response => void response.end(), {
      budgets: { default: { limit: 1, perMs: 4000 } },
    })
    await http.send(read)
    const failure = await failureOf(clock.run(http.send({ ...read, timeoutMs: 3000 })))
    expect(failure).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 4 })
  })
})
