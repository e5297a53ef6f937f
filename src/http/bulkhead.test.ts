import { describe, expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { createBulkhead } from './bulkhead.ts'
import { createFakeClock } from './testing/fake-clock.ts'
import { read, startTransport, write } from './testing/start-transport.ts'
import { wasNotSent } from './was-not-sent.ts'

const never = new AbortController().signal

function setUp(places: number, maxWaiting = 10) {
  const clock = createFakeClock()
  return { clock, bulkhead: createBulkhead({ provider: 'acme', sleep: clock.sleep, places, maxWaiting }) }
}

describe('P26 parallel calls to one provider', () => {
  test('are limited: the next call waits until one has ended, at most for its longest wait', async () => {
    const answers: (() => void)[] = []
    const { clock, create, server } = await startTransport(response => void answers.push(() => response.end()))
    const { bulkhead } = setUp(2)
    const http = create({ bulkhead, sleep: clock.sleep })
    const calls = [http.send(write), http.send(write)]
    await expect.poll(() => answers.length).toBe(2)
    const third = http.send(write)
    answers[0]?.()
    await expect.poll(() => answers.length).toBe(3)
    for (const answer of answers) answer()
    expect((await Promise.all([...calls, third])).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(server.requests).toHaveLength(3)
  })

  test('keep their places until a streamed body is read, destroyed or failed', async () => {
    const { clock, bulkhead } = setUp(1)
    const { create } = await startTransport((response, { count, message }) => {
      response.write('begun')
      if (count === 1) response.end()
      if (count === 3) setImmediate(() => message.socket.destroy())
    })
    const http = create({ bulkhead, maxWaitMs: 0 })
    const first = await http.stream(read)
    await first.body.toArray()
    const second = await http.stream(read)
    const refused = await failureOf(clock.run(http.send(write)))
    expect(refused).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryAfterSeconds: 5, retryable: true })
    expect(wasNotSent(refused)).toBe(true)
    second.body.destroy()
    await new Promise(resolve => second.body.once('close', resolve))
    const third = await http.stream(read)
    await failureOf(third.body.toArray())
    const fourth = await http.stream(read)
    fourth.body.destroy()
  })

  test('take turns between accounts, and keep their order within one', async () => {
    const { bulkhead } = setUp(1)
    const entered: string[] = []
    const leave = await bulkhead.enter('a', 0, never)
    const waiting = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map(async name => {
      const next = await bulkhead.enter(name.slice(0, 1), 1000, never)
      entered.push(name)
      next()
    })
    leave()
    await Promise.all(waiting)
    expect(entered).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
  })

  test('do not include an aborted call, whose place goes to the next', async () => {
    const { bulkhead } = setUp(1)
    const leave = await bulkhead.enter('a', 0, never)
    const caller = new AbortController()
    const given = bulkhead.enter('a', 1000, caller.signal).catch(() => 'given up')
    const next = bulkhead.enter('a', 1000, never)
    caller.abort()
    expect(await given).toBe('given up')
    leave()
    leave()
    const release = await next
    release()
    await bulkhead.enter('a', 0, never)
  })

  test('have a limited number of waiting calls; more are refused at once', async () => {
    const { clock, bulkhead } = setUp(1, 1)
    await bulkhead.enter('a', 0, never)
    const waiting = failureOf(clock.run(bulkhead.enter('a', 1000, never)))
    expect(await failureOf(bulkhead.enter('b', 1000, never))).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(await waiting).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  })
})
