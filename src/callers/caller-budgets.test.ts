import { expect, test } from 'vitest'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { createCallerBudgets } from './caller-budgets.ts'
import { type CallerLimits, defaultCallerLimits } from './caller-limits.ts'

const acme = parseTenantId('acme')
const globex = parseTenantId('globex')
const [acmeBackend, globexBackend] = [wholeTenant(acme), wholeTenant(globex)]

const bound = (applicantId: string) => ({ tenant: acme, boundTo: applicantId })

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

/** The refusal of a limit. */
const limited = (retryAfterSeconds: number) =>
  expect.objectContaining({ code: 'RATE_LIMITED', retryable: true, retryAfterSeconds })

test('P32 requests and analyses of a tenant above its rate are refused, and other tenants are not affected', () => {
  const rate = { count: 2, seconds: 60 }
  const { callers, pass } = create({ requests: rate, analyses: rate })
  for (const take of [callers.takeRequest, callers.takeAnalysis]) {
    take(acmeBackend)
    take(acmeBackend)
    expect(() => take(acmeBackend)).toThrow(limited(30))
    take(globexBackend)
  }
  pass(30)
  for (const take of [callers.takeRequest, callers.takeAnalysis]) {
    take(acmeBackend)
    expect(() => take(acmeBackend)).toThrow(limited(30))
  }
})

test('P32 sockets, subscriptions and unread answers count until they are released, and a second release has no effect', () => {
  const { callers } = create({ sockets: 2, subscriptionCost: 10, answers: 100 })
  const first = callers.openSocket(acmeBackend)
  callers.openSocket(acmeBackend)
  expect(() => callers.openSocket(acmeBackend)).toThrow(limited(5))
  callers.openSocket(globexBackend)
  first()
  first()
  callers.openSocket(acmeBackend)
  expect(() => callers.openSocket(acmeBackend)).toThrow(limited(5))

  const subscription = callers.openSubscription(acme, 6)
  expect(() => callers.openSubscription(acme, 5)).toThrow(limited(5))
  subscription()
  callers.openSubscription(acme, 10)

  const answer = callers.holdAnswer(acme, 101)
  expect(() => callers.takeRequest(acmeBackend)).toThrow(limited(5))
  callers.takeRequest(globexBackend)
  answer()
  callers.takeRequest(acmeBackend)
})

test('P32 a caller that is bound to one applicant gets a tenth of its tenant’s limits, and counts against them', () => {
  const rate = { count: 20, seconds: 60 }
  const { callers, pass } = create({ requests: rate, analyses: rate, sockets: 20 })
  const [first, second] = [bound('app_1'), bound('app_2')]
  for (const take of [callers.takeRequest, callers.takeAnalysis]) {
    take(first)
    take(first)
    expect(() => take(first)).toThrow(limited(30))
    take(second)
    for (let count = 3; count < 20; count += 1) take(acmeBackend)
    expect(() => take(second)).toThrow(limited(3))
  }
  pass(60)
  callers.takeRequest(first)

  const close = callers.openSocket(first)
  callers.openSocket(first)
  expect(() => callers.openSocket(first)).toThrow(limited(5))
  for (let count = 2; count < 20; count += 1) callers.openSocket(acmeBackend)
  expect(() => callers.openSocket(second)).toThrow(limited(5))
  close()
  callers.openSocket(second)
})

test('P32 a bound caller’s share of a small limit is at least one', () => {
  const { callers } = create({ sockets: 3 })
  callers.openSocket(bound('app_1'))
  expect(() => callers.openSocket(bound('app_1'))).toThrow(limited(5))
})

test('P32 operations above the running and waiting limits are refused; deliveries and operations of other tenants are not', async () => {
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
