import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseTenantId } from '../domain/tenant.ts'
import { createFairGate } from './fair-gate.ts'

const limits = { total: 3, perTenant: 2, waiting: 10, patienceMs: 1_000 }
const [acme, globex, initech] = ['acme', 'globex', 'initech'].map(parseTenantId)
if (!acme || !globex || !initech) throw new Error('Three tenants are needed.')

/** Work that ends when the test says so. */
function createWork() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const work = {
    isBegun: false,
    end: resolve,
    run() {
      work.isBegun = true
      return promise
    },
  }
  return work
}
const settle = () => new Promise(resolve => setImmediate(resolve))

describe('P32 a fair gate', () => {
  test('admits as many of one tenant, and as many in total, as its limits say', async () => {
    const gate = createFairGate(limits)
    const mine = [createWork(), createWork(), createWork()]
    const others = [createWork(), createWork()]
    const done = [...mine.map(({ run }) => gate.pass(acme, run)), ...others.map(({ run }) => gate.pass(globex, run))]
    await settle()
    expect(mine.map(work => work.isBegun)).toEqual([true, true, false])
    expect(others.map(work => work.isBegun)).toEqual([true, false])
    for (const work of [...mine, ...others]) work.end()
    await Promise.all(done)
    expect([...mine, ...others].every(work => work.isBegun)).toBe(true)
  })

  test('lets tenants take turns, however much each of them has waiting', async () => {
    const gate = createFairGate({ ...limits, total: 1 })
    const order: string[] = []
    const pass = (tenant: typeof acme, name: string) => gate.pass(tenant, async () => void order.push(name))
    const first = createWork()
    const done = [gate.pass(acme, first.run)]
    for (const name of ['a1', 'a2', 'a3']) done.push(pass(acme, name))
    for (const name of ['g1', 'g2']) done.push(pass(globex, name))
    done.push(pass(initech, 'i1'))
    first.end()
    await Promise.all(done)
    expect(order).toEqual(['a1', 'g1', 'i1', 'a2', 'g2', 'a3'])
  })

  test('refuses work that would wait too long or behind too many of its tenant', async () => {
    vi.useFakeTimers()
    const gate = createFairGate({ ...limits, waiting: 1 })
    const holders = [createWork(), createWork()]
    const held = holders.map(({ run }) => gate.pass(acme, run))
    const refused = { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: 1 }
    const late = createWork()
    const waits = expect(gate.pass(acme, late.run)).rejects.toMatchObject(refused)
    await expect(gate.pass(acme, createWork().run)).rejects.toMatchObject(refused)
    vi.advanceTimersByTime(limits.patienceMs)
    await waits
    vi.useRealTimers()
    for (const work of holders) work.end()
    await Promise.all(held)
    expect(late.isBegun).toBe(false)
    await gate.pass(acme, async () => {})
  })

  test('does all work once and never exceeds its limits, whether work succeeds or fails', async () => {
    const tenants = fc.constantFrom(acme, globex, initech)
    const plan = fc.array(fc.record({ tenant: tenants, fails: fc.boolean(), turns: fc.nat(3) }), { maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(plan, async items => {
        const gate = createFairGate({ ...limits, waiting: 100 })
        const inside: (typeof acme)[] = []
        let done = 0
        const results = await Promise.allSettled(
          items.map(({ tenant, fails, turns }) =>
            gate.pass(tenant, async () => {
              inside.push(tenant)
              expect(inside.length).toBeLessThanOrEqual(limits.total)
              expect(inside.filter(one => one === tenant).length).toBeLessThanOrEqual(limits.perTenant)
              for (let turn = 0; turn < turns; turn += 1) await settle()
              inside.splice(inside.indexOf(tenant), 1)
              done += 1
              if (fails) throw new Error('failed')
            }),
          ),
        )
        expect(done).toBe(items.length)
        expect(results.map(({ status }) => status === 'rejected')).toEqual(items.map(({ fails }) => fails))
      }),
    )
  })
})
