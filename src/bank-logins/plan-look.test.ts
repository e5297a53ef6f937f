import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { synchronizationStates } from '../domain/bank-login.ts'
import { decideReading, isAskDue, type LookFacts, mostUnasked, nextLookAt } from './plan-look.ts'

const now = new Date('2026-03-01T12:00:00Z')
const dayMs = 86_400_000
const times = { polling: { firstMs: 5_000, maxMs: 60_000 }, backgroundMs: dayMs }
const options = { random: 0.5, pollSpeedup: 1 }
const moment = (from: number, to: number) => fc.integer({ min: from, max: to }).map(ms => new Date(now.getTime() + ms))
const past = moment(-3 * dayMs, 0)
const login = fc.record({
  id: fc.constantFrom('blg_1', 'blg_2', 'blg_3'),
  reference: fc.constantFrom('1', '2', '3'),
  state: fc.option(fc.constantFrom(...synchronizationStates)),
  providerState: fc.constant(null),
  lastSynchronizedAt: fc.option(past),
  automatic: fc.option(fc.boolean()),
  removedAt: fc.option(past),
})
const session = fc.record({
  id: fc.uuid(),
  purpose: fc.constantFrom('CONNECT', 'MANAGE', 'SYNCHRONIZE'),
  loginId: fc.option(fc.constantFrom('blg_1', 'blg_2')),
  openedAt: past,
  expiresAt: moment(1, dayMs),
})
const error = { message: '', userMessage: '', retryAfterSeconds: null, providerCode: null }
const facts: fc.Arbitrary<LookFacts> = fc.record({
  now: fc.constant(now),
  user: fc.record({
    retrievedAt: fc.option(past),
    askedAt: fc.option(past),
    wantedAt: fc.option(moment(-dayMs, dayMs)),
    unaskedAt: fc.array(past, { maxLength: 5 }).map(list => list.toSorted((a, b) => a.getTime() - b.getTime())),
    error: fc.constantFrom(
      null,
      { ...error, code: 'PROVIDER_UNAVAILABLE' as const, retryable: true },
      { ...error, code: 'PROVIDER_FORBIDDEN' as const, retryable: false },
    ),
  }),
  sessions: fc.array(session, { maxLength: 3 }),
  logins: fc.array(login, { maxLength: 3 }),
  idleLooks: fc.nat(300),
})
const status = fc.record({
  loginReference: fc.constantFrom('1', '2', '3', '4'),
  state: fc.constantFrom(...synchronizationStates),
  providerState: fc.constant(null),
  lastSynchronizedAt: fc.option(past),
  automatic: fc.option(fc.boolean()),
})

describe('P27 the next look', () => {
  test('comes at once for a reading that was wanted during the look', () => {
    const wantedAt = new Date(now.getTime() - 1)
    const user = { retrievedAt: null, askedAt: null, wantedAt, unaskedAt: [], error: null }
    const known: LookFacts = { now, user, sessions: [], logins: [], idleLooks: 0 }
    expect(nextLookAt(known, times, options)).toEqual(wantedAt)
    expect(nextLookAt({ ...known, user: { ...user, retrievedAt: now } }, times, options)).toBeNull()
  })

  test('is in the future when nothing had to be asked or the vendor was asked', () => {
    fc.assert(
      fc.property(facts, known => {
        // The state after a look that asked the vendor.
        const asked = { ...known, user: { ...known.user, askedAt: now, retrievedAt: now, error: null } }
        const after = isAskDue(known, times) ? asked : known
        expect(nextLookAt(after, times, options)?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now.getTime())
      }),
    )
  })

  test('comes while a session is open, the provider synchronizes a login, or a reading is wanted', () => {
    fc.assert(
      fc.property(facts, known => {
        const next = nextLookAt(known, times, options)
        const { wantedAt } = known.user
        const isWanted = wantedAt !== null && wantedAt > now
        const isAutomatic = known.logins.some(({ automatic, removedAt }) => automatic !== false && removedAt === null)
        if (known.sessions.length > 0 || isWanted || isAutomatic) expect(next).not.toBeNull()
        for (const { expiresAt } of known.sessions) expect(next?.getTime()).toBeLessThanOrEqual(expiresAt.getTime())
      }),
    )
  })
})

describe('a reading', () => {
  test('that is not wanted by anyone is done at most four times in any 24 hours; a wanted one is always done', () => {
    fc.assert(
      fc.property(facts, fc.array(status, { maxLength: 4 }), (known, statuses) => {
        const { read, isUnasked, isPostponed } = decideReading(known, statuses, times)
        const lately = known.user.unaskedAt.filter(time => time.getTime() > now.getTime() - dayMs)
        if (read !== null && isUnasked) expect(lately.length).toBeLessThan(mostUnasked)
        if (isPostponed) expect(read).toBeNull()
        const { wantedAt, retrievedAt } = known.user
        const isWanted = wantedAt !== null && wantedAt <= now && (retrievedAt === null || retrievedAt < wantedAt)
        if (isWanted) expect([read, isUnasked]).toEqual(['transactions', false])
      }),
    )
  })

  test('is not done for logins whose status has not changed', () => {
    const known = {
      id: 'blg_1',
      reference: '1',
      state: 'SYNCHRONIZED' as const,
      providerState: null,
      lastSynchronizedAt: now,
      automatic: true,
      removedAt: null,
    }
    const user = { retrievedAt: now, askedAt: now, wantedAt: null, unaskedAt: [], error: null }
    const base = { now, user, sessions: [], logins: [known], idleLooks: 0 }
    const { id: _, reference: loginReference, removedAt: __, ...same } = known
    const statuses = [{ ...same, loginReference }]
    expect(decideReading(base, statuses, times).read).toBeNull()
    const later = new Date(now.getTime() + 1)
    expect(decideReading(base, [{ ...same, loginReference, lastSynchronizedAt: later }], times).read).toBe(
      'transactions',
    )
    expect(decideReading(base, [...statuses, { ...same, loginReference: '2' }], times).read).toBe('transactions')
    expect(decideReading(base, [], times).read).toBe('logins')
  })
})
