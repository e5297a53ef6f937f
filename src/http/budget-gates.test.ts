import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { createBudgetGates, createMemoryGateStore } from './budget-gates.ts'
import { createFakeClock } from './testing/fake-clock.ts'

const rule = { limit: 2, perMs: 1000 }

function setUp() {
  const clock = createFakeClock()
  return { clock, gates: createBudgetGates({ store: createMemoryGateStore(clock.now), sleep: clock.sleep }) }
}

/** 'in', or the seconds after which the call may be tried again. */
async function outcomeOf(entering: Promise<void>): Promise<string | number | null> {
  try {
    await entering
    return 'in'
  } catch (error) {
    return error instanceof AppError && error.code === 'PROVIDER_RATE_LIMITED' ? error.retryAfterSeconds : String(error)
  }
}

describe('P12 a budget', () => {
  test('is never exceeded in any window, and no call waits longer than allowed', async () => {
    const arrivals = fc.array(
      fc.record({ afterMs: fc.nat(900), maxWaitMs: fc.nat(5000), closedForMs: fc.option(fc.nat(3000), { freq: 8 }) }),
      { minLength: 1, maxLength: 60 },
    )
    const rules = fc.record({ limit: fc.integer({ min: 1, max: 7 }), perMs: fc.integer({ min: 1, max: 3000 }) })
    await fc.assert(
      fc.asyncProperty(rules, arrivals, async (limits, calls) => {
        const { clock, gates } = setUp()
        const entered: number[] = []
        const closures: { readonly alreadyIn: number; readonly until: number }[] = []
        const nowMs = (): number => clock.now().getTime()
        const arrive = async (): Promise<void> => {
          const pending: Promise<void>[] = []
          for (const { afterMs, maxWaitMs, closedForMs } of calls) {
            await clock.sleep(afterMs)
            if (closedForMs !== null) {
              closures.push({ alreadyIn: entered.length, until: nowMs() + closedForMs })
              await gates.close('key', nowMs() + closedForMs)
            }
            const arrivedMs = nowMs()
            const entering = gates.enter('key', limits, maxWaitMs).then(
              () => {
                expect(nowMs() - arrivedMs).toBeLessThanOrEqual(maxWaitMs)
                entered.push(nowMs())
              },
              (error: unknown) => expect(error).toMatchObject({ code: 'PROVIDER_RATE_LIMITED' }),
            )
            pending.push(entering)
          }
          await Promise.all(pending)
        }
        await clock.run(arrive())
        for (const [index, instant] of entered.entries()) {
          const oldest = entered[index - limits.limit]
          if (oldest !== undefined) expect(instant - oldest).toBeGreaterThanOrEqual(limits.perMs)
          for (const { alreadyIn, until } of closures)
            if (index >= alreadyIn) expect(instant).toBeGreaterThanOrEqual(until)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('admits calls within the limit at once', async () => {
    const { clock, gates } = setUp()
    expect(await outcomeOf(gates.enter('a', rule, 0))).toBe('in')
    expect(await outcomeOf(gates.enter('a', rule, 0))).toBe('in')
    expect(await outcomeOf(gates.enter('b', rule, 0))).toBe('in')
    expect(clock.slept).toEqual([])
  })

  test('refuses at once a call that would wait too long, and does not count it', async () => {
    const { clock, gates } = setUp()
    for (let call = 0; call < 2; call += 1) await gates.enter('a', rule, 0)
    expect(await outcomeOf(gates.enter('a', rule, 999))).toBe(1)
    expect(clock.slept).toEqual([])
    clock.advance(1000)
    expect(await outcomeOf(gates.enter('a', rule, 0))).toBe('in')
    expect(await outcomeOf(gates.enter('a', rule, 0))).toBe('in')
  })

  test('makes waiting calls wait longer after a 429, and refuses them when that is too long', async () => {
    const { clock, gates } = setUp()
    for (let call = 0; call < 2; call += 1) await gates.enter('a', rule, 0)
    const patient = outcomeOf(gates.enter('a', rule, 4000))
    const impatient = outcomeOf(gates.enter('a', rule, 2000))
    await gates.close('a', clock.now().getTime() + 3000)
    await gates.close('a', clock.now().getTime() + 10)
    const startedMs = clock.now().getTime()
    expect(await clock.run(impatient)).toBe(2)
    expect(await clock.run(patient)).toBe('in')
    expect(clock.now().getTime() - startedMs).toBe(3000)
  })

  test('gives the place of an aborted call to the next one', async () => {
    const { clock, gates } = setUp()
    for (let call = 0; call < 2; call += 1) await gates.enter('a', rule, 0)
    const leaving = new AbortController()
    const left = outcomeOf(gates.enter('a', rule, 5000, leaving.signal))
    const other = outcomeOf(gates.enter('a', rule, 5000))
    leaving.abort()
    expect(await left).toBe('Error: The sleep was cut short.')
    expect(await outcomeOf(gates.enter('a', rule, 999))).toBe(1)
    const third = outcomeOf(gates.enter('a', rule, 1000))
    expect(await clock.run(Promise.all([other, third]))).toEqual(['in', 'in'])
  })
})
