import { expect, test } from 'vitest'
import { parseTenantId } from '../domain/tenant.ts'
import { createCallerBudgets } from './caller-budgets.ts'
import { type CallerLimits, defaultCallerLimits } from './caller-limits.ts'

const acme = parseTenantId('acme')
const globex = parseTenantId('globex')

function create(limits: Partial<CallerLimits>) {
  let time = Date.parse('2026-01-01T00:00:00Z')
  const callers = createCallerBudgets({
    now: () => new Date(time),
    limitsOf: () => ({ ...defaultCallerLimits, ...limits }),
  })
  return {
    callers,
    pass: (seconds: number) => {
      time += seconds * 1_000
    },
  }
}

/** What a refusal says. */
const limited = (retryAfterSeconds: number) =>
  expect.objectContaining({ code: 'RATE_LIMITED', retryable: true, retryAfterSeconds })

test('P32 requests and analyses beyond the rate are refused until there is room, of that tenant alone', () => {
  const rate = { count: 2, seconds: 60 }
  const { callers, pass } = create({ requests: rate, analyses: rate })
  for (const take of [callers.takeRequest, callers.takeAnalysis]) {
    take(acme)
    take(acme)
    expect(() => take(acme)).toThrow(limited(30))
    take(globex)
  }
  pass(30)
  for (const take of [callers.takeRequest, callers.takeAnalysis]) {
    take(acme)
    expect(() => take(acme)).toThrow(limited(30))
  }
})

test('P32 sockets, subscriptions and unread answers are counted until they are given back, once each', () => {
  const { callers } = create({ sockets: 2, subscriptionCost: 10, answers: 100 })
  const first = callers.openSocket(acme)
  callers.openSocket(acme)
  expect(() => callers.openSocket(acme)).toThrow(limited(5))
  callers.openSocket(globex)
  first()
  first()
  callers.openSocket(acme)
  expect(() => callers.openSocket(acme)).toThrow(limited(5))

  const subscription = callers.openSubscription(acme, 6)
  expect(() => callers.openSubscription(acme, 5)).toThrow(limited(5))
  subscription()
  callers.openSubscription(acme, 10)

  const answer = callers.holdAnswer(acme, 101)
  expect(() => callers.takeRequest(acme)).toThrow(limited(5))
  callers.takeRequest(globex)
  answer()
  callers.takeRequest(acme)
})

test('P32 so many operations run, so many wait, and one more is refused; deliveries and others are not', async () => {
  const { callers } = create({ operations: 1, queued: 2 })
  const gate = Promise.withResolvers<void>()
  const ended: string[] = []
  const run = (name: string) =>
    callers.run(acme, 1, async () => {
      await gate.promise
      ended.push(name)
    })
  const accepted = [run('1'), run('2'), run('3')]
  await expect(run('4')).rejects.toEqual(limited(5))
  const delivered = callers.deliver(acme, 1, async () => void ended.push('event'))
  expect(await callers.run(globex, 1, async () => 'at once')).toBe('at once')
  expect(ended).toEqual([])
  gate.resolve()
  await Promise.all([...accepted, delivered])
  expect(ended.toSorted()).toEqual(['1', '2', '3', 'event'])
})
