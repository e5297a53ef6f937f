import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import type { AppError } from '../errors.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { createFakeClock } from './testing/fake-clock.ts'
import type { Respond } from './testing/loopback-server.ts'
import { read, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

describe('the circuit breaker', () => {
  const failTimes = (times: number): Respond => {
    return (response, { count }) => void response.writeHead(count <= times ? 500 : 200).end()
  }

  test('opens after 10 failures in a row and then refuses calls at once, without sending them', async () => {
    const { clock, http, server } = await startTransport(failTimes(99))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    const refused = await failureOf(http.send(write))
    expect(refused).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: 15, provider: 'acme' })
    expect(wasNotSent(refused)).toBe(true)
    clock.advance(14_999)
    expect((await failureOf(http.send(write))).retryAfterSeconds).toBe(1)
    expect(server.requests).toHaveLength(10)
  })

  test('admits one call after 15 s, whose success closes it', async () => {
    const { clock, http, server } = await startTransport(failTimes(10))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    clock.advance(15_000)
    const trial = http.send(write)
    expect((await failureOf(http.send(write))).code).toBe('PROVIDER_UNAVAILABLE')
    expect((await trial).status).toBe(200)
    expect((await http.send(write)).status).toBe(200)
    expect(server.requests).toHaveLength(12)
  })

  test('stays open for another 15 s when that call fails', async () => {
    const { clock, http, server } = await startTransport(failTimes(99))
    for (let call = 0; call < 10; call += 1) await http.send(write)
    clock.advance(15_000)
    expect((await http.send(write)).status).toBe(500)
    expect((await failureOf(http.send(write))).retryAfterSeconds).toBe(15)
    expect(server.requests).toHaveLength(11)
  })

  test('counts resets and refusals of connection, and forgets them at the first answer below 500', async () => {
    const { http } = await startTransport((response, { count, message }) => {
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

  test('returns the answer that opened it, without further attempts', async () => {
    const { clock, http, server } = await startTransport(failTimes(99))
    for (let call = 0; call < 3; call += 1) await clock.run(http.send(read))
    expect((await clock.run(http.send(read))).status).toBe(500)
    expect(server.requests).toHaveLength(10)
  })

  test('may be shared by the clients of all accounts', async () => {
    const clock = createFakeClock()
    const breaker = createCircuitBreaker(clock)
    const { create } = await startTransport(failTimes(99), { breaker, now: clock.now })
    for (let call = 0; call < 10; call += 1) await create().send(write)
    expect(wasNotSent(await failureOf(create({ accountKey: 'account-2' }).send(write)))).toBe(true)
  })
})
