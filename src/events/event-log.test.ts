import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testSecretBox } from '../../test/support/add-changes.ts'
import { countTimers } from '../../test/support/count-timers.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { createSigner } from '../auth/signer.ts'
import type { ActivityEvent } from '../domain/activity-event.ts'
import { createId } from '../domain/ids.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import { purgeEvents } from '../store/event-rows.ts'
import { createEventBus, type EventBus } from './bus.ts'
import { withChanges } from './change.ts'
import { createEventLog } from './create-event-log.ts'

describeOnEveryDatabase('event log', database => {
  let bus: EventBus
  let now = new Date('2026-01-01T00:00:00Z')
  const signer = createSigner(['a-secret-of-at-least-32-characters'], 'cursor')
  const logs: ReturnType<typeof createEventLog>[] = []

  function openLog(remembered = 1_000) {
    const log = createEventLog({ database: database(), bus, signer, remembered, fallbackMs: 50, onError: () => {} })
    log.start()
    logs.push(log)
    return log
  }

  let tenants = 0
  const newTenant = () => parseTenantId(`log-${tenants++}`)

  const add = (tenant: TenantId, caseIds: readonly string[]) =>
    withChanges(database(), { bus, secretBox: testSecretBox, now: () => now }).change(
      { tenant, correlationId: 'test' },
      'REQUEST',
      async change => {
        for (const caseId of caseIds) change.emit({ type: 'CASE_OPENED', caseId })
      },
    )

  async function take(events: AsyncIterableIterator<ActivityEvent>, count: number): Promise<ActivityEvent[]> {
    const taken: ActivityEvent[] = []
    while (taken.length < count) {
      const { value, done } = await events.next()
      if (done) break
      taken.push(value)
    }
    return taken
  }

  beforeAll(async () => {
    bus = createEventBus(database())
    await bus.start()
  })

  afterAll(async () => {
    await Promise.all(logs.map(log => log.stop()))
    await bus.stop()
  })

  test('P3 numbers of concurrent transactions become visible in their order, without a gap', async () => {
    const tenant = newTenant()
    const log = openLog()
    const follower = log.follow(tenant, {}, 0)
    const seen = take(follower, 60)
    await Promise.all(Array.from({ length: 30 }, (_, index) => add(tenant, [`case_a${index}`, `case_b${index}`])))
    expect((await seen).map(event => event.sequence)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    await follower.return?.()
  })

  test('P4 a follower with a cursor gets what happened before it came, and then what happens', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, ['case_1', 'case_2', 'case_3'])
    const follower = log.follow(tenant, {}, 1)
    expect((await take(follower, 2)).map(event => event.caseId)).toEqual(['case_2', 'case_3'])
    const next = follower.next()
    await add(tenant, ['case_4'])
    expect((await next).value).toMatchObject({ caseId: 'case_4', sequence: 4, correlationId: 'test' })
    await follower.return?.()
  })

  test('P6 a follower that reads slowly gets every event from the log when memory no longer holds them', async () => {
    const tenant = newTenant()
    const log = openLog(5)
    const fast = log.follow(tenant, {}, 0)
    const slow = log.follow(tenant, {}, 0)
    await add(tenant, ['case_0'])
    await take(slow, 1)
    for (let index = 1; index < 40; index++) await add(tenant, [`case_${index}`])
    expect(await take(fast, 40)).toHaveLength(40)
    expect((await take(slow, 39)).map(event => event.sequence)).toEqual(
      Array.from({ length: 39 }, (_, index) => index + 2),
    )
    await fast.return?.()
    await slow.return?.()
  })

  test('P17 a follower hears of its own tenant only', async () => {
    const [mine, other] = [newTenant(), newTenant()]
    const log = openLog()
    const follower = log.follow(mine, {}, 0)
    await add(other, ['case_other'])
    await add(mine, ['case_mine'])
    expect((await take(follower, 1)).map(event => event.caseId)).toEqual(['case_mine'])
    await follower.return?.()
  })

  test('a filter lets through what it names and nothing else', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, ['case_1', 'case_2', 'case_1'])
    const follower = log.follow(tenant, { caseId: 'case_1' }, 0)
    expect((await take(follower, 2)).map(event => event.sequence)).toEqual([1, 3])
    await follower.return?.()
    const page = await log.page(tenant, { caseId: 'case_1' }, 1, null)
    expect(page).toMatchObject({ hasNextPage: true, events: [{ sequence: 1 }] })
    expect((await log.page(tenant, { types: ['ANALYSIS_FAILED'] }, 10, null)).events).toEqual([])
  })

  test('P7 10,000 followers that came and went leave no listener, no timer, no growing heap', async () => {
    const tenant = newTenant()
    const timers = countTimers()
    const log = openLog()
    await add(tenant, ['case_1'])
    const cycle = async (count: number) => {
      for (let done = 0; done < count; done += 500) {
        const followers = Array.from({ length: 500 }, () => log.follow(tenant, {}, null))
        // Half of them wait for what does not come, as most do.
        const waiting = followers.slice(250).map(follower => follower.next())
        await Promise.all(followers.map(follower => follower.return?.()))
        expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ done: true, value: undefined })))
      }
      return { heap: heapAfterCollection(), timers: timers.count() }
    }
    const warm = await cycle(1_000)
    const after = await cycle(10_000)
    timers.stop()
    // The drivers of databases have a few of their own, which come and go.
    expect(after.timers).toBeLessThan(warm.timers + 10)
    expect(after.heap - warm.heap).toBeLessThan(4 * 1024 * 1024)
  })

  test('P7 ending a follower that waits resolves its pending read at once', async () => {
    const log = openLog()
    const follower = log.follow(newTenant(), {}, null)
    const pending = follower.next()
    await follower.return?.()
    expect(await pending).toEqual({ value: undefined, done: true })
  })

  test('P5 a cursor below the purge mark is refused, one above or of an idle tenant stays good', async () => {
    const [busy, idle] = [newTenant(), newTenant()]
    const log = openLog()
    await add(idle, ['case_idle'])
    const idleCursor = log.toCursor(idle, 1)
    await add(busy, ['case_1', 'case_2'])
    const old = log.toCursor(busy, 1)
    const last = log.toCursor(busy, 2)
    now = new Date('2026-02-01T00:00:00Z')
    await add(busy, ['case_3'])
    expect(await purgeEvents(database(), new Date('2026-01-15T00:00:00Z'))).toBeGreaterThanOrEqual(3)
    await expect(log.parseCursor(busy, old)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
    expect(await log.parseCursor(busy, last)).toBe(2)
    expect(await log.parseCursor(idle, idleCursor)).toBe(1)
    const follower = log.follow(busy, {}, 0)
    await expect(follower.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
  })

  test('a forged cursor and one of another tenant are refused alike', async () => {
    const [mine, other] = [newTenant(), newTenant()]
    const log = openLog()
    await expect(log.parseCursor(mine, log.toCursor(other, 1))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    const genuine = log.toCursor(mine, 1)
    expect(await log.parseCursor(mine, genuine)).toBe(1)
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(genuine.length - 1), async (text, index) => {
        const forged = genuine.slice(0, index) + text + genuine.slice(index + 1)
        fc.pre(forged !== genuine)
        await expect(log.parseCursor(mine, forged)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      }),
      { numRuns: 50 },
    )
  })

  test('events keep ids and enum values, and nothing when there are none to append', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, [])
    expect(await log.head(tenant)).toBe(0)
    const caseId = createId('case')
    await add(tenant, [caseId])
    expect((await log.page(tenant, {}, 10, null)).events).toEqual([
      {
        id: expect.stringMatching(/^evt_/),
        sequence: 1,
        type: 'CASE_OPENED',
        occurredAt: now,
        via: 'REQUEST',
        applicantId: null,
        caseId,
        analysisId: null,
        documentId: null,
        bankLoginId: null,
        bankSessionId: null,
        shipmentId: null,
        analysisStatus: null,
        analysisStage: null,
        analysisVersion: null,
        correlationId: 'test',
      },
    ])
  })
})
