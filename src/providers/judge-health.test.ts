import { describe, expect, test } from 'vitest'
import type { CallOutcome } from '../http/attempt-call.ts'
import { createHealthJudge } from './judge-health.ts'

const good: CallOutcome = { kind: 'answered', authorized: true }
const bad: CallOutcome = { kind: 'failed', reason: 'The provider did not answer in time.' }
const refused: CallOutcome = {
  kind: 'unauthorized',
  reason: 'The provider refuses the configured credentials (HTTP 401).',
}

function setUp() {
  let ms = 0
  let waitMs = 0
  const judge = createHealthJudge({ now: () => new Date(ms), breaker: { waitMs: () => waitMs } })
  return {
    after: (...outcomes: readonly CallOutcome[]) => outcomes.map(judge).at(-1),
    pass: (more: number) => {
      ms += more
    },
    open: () => {
      waitMs = 1
    },
  }
}

describe('the health of a vendor account', () => {
  test('is HEALTHY while calls succeed, and after a single failure among many calls', () => {
    expect(setUp().after(good)).toEqual({ health: 'HEALTHY', reason: null })
    expect(setUp().after(good, good, good, good, good, bad)).toEqual({ health: 'HEALTHY', reason: null })
  })

  test('is UNAUTHORIZED from a refusal of the credentials until they are accepted', () => {
    const { after } = setUp()
    expect(after(good, refused)).toEqual({ health: 'UNAUTHORIZED', reason: refused.reason })
    expect(after({ kind: 'answered', authorized: false })).toMatchObject({ health: 'UNAUTHORIZED' })
    expect(after(bad)).toMatchObject({ health: 'UNAUTHORIZED' })
    expect(after(good)).not.toMatchObject({ health: 'UNAUTHORIZED' })
  })

  test('is DEGRADED when a fifth of the calls fails, and the reason says how many and why', () => {
    expect(setUp().after(good, good, good, good, bad)).toEqual({
      health: 'DEGRADED',
      reason: '1 of the last 5 calls failed. The last failure: The provider did not answer in time.',
    })
    expect(setUp().after(bad)).toMatchObject({ health: 'DEGRADED' })
  })

  test('is DOWN when at least three calls were made and all failed, or when the circuit breaker is open', () => {
    expect(setUp().after(bad, bad, bad)).toEqual({
      health: 'DOWN',
      reason: '3 of the last 3 calls failed. The last failure: The provider did not answer in time.',
    })
    const { after, open } = setUp()
    after(good, good)
    open()
    expect(after(bad)).toMatchObject({ health: 'DOWN' })
  })

  test('depends on the last 20 calls of the last five minutes', () => {
    const { after, pass } = setUp()
    expect(after(bad, bad, bad, ...Array.from({ length: 17 }, () => good))).toEqual({ health: 'HEALTHY', reason: null })
    after(bad, bad, bad, bad)
    pass(5 * 60_000 + 1)
    expect(after(good)).toEqual({ health: 'HEALTHY', reason: null })
    after(...Array.from({ length: 20 }, () => good))
    expect(after(bad, bad, bad, bad)).toMatchObject({
      health: 'DEGRADED',
      reason: expect.stringMatching(/^4 of the last 20/),
    })
  })
})
