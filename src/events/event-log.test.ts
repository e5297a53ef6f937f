import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testSecretBox } from '../../test/support/add-changes.ts'
import { countTimers } from '../../test/support/count-timers.ts'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { heapAfterCollection } from '../../test/support/heap-after-collection.ts'
import { createSigner } from '../auth/signer.ts'
import type { ActivityEvent } from '../domain/activity-event.ts'
import { createId } from '../domain/ids.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import type { Database } from '../store/database.ts'
import { purgeEvents } from '../store/event-rows.ts'
import type { NewEvent } from './append-events.ts'
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

  const append = (tenant: TenantId, events: readonly NewEvent[]) =>
    withChanges(database(), { bus, secretBox: testSecretBox, now: () => now }).change(
      { ...wholeTenant(tenant), correlationId: 'test' },
      'REQUEST',
      async change => {
        for (const event of events) change.emit(event)
      },
    )
  const add = (tenant: TenantId, caseIds: readonly string[]) =>
    append(
      tenant,
      caseIds.map(caseId => ({ type: 'CASE_OPENED', caseId })),
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

  test('P3 numbers of concurrent transactions become visible in order and without gaps', async () => {
    const tenant = newTenant()
    const log = openLog()
    const follower = log.follow(wholeTenant(tenant), {}, 0)
    const seen = take(follower, 60)
    await Promise.all(Array.from({ length: 30 }, (_, index) => add(tenant, [`case_a${index}`, `case_b${index}`])))
    expect((await seen).map(event => event.sequence)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    await follower.return?.()
  })

  test('P4 a follower with a cursor gets the events since the cursor, then new ones', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, ['case_1', 'case_2', 'case_3'])
    const follower = log.follow(wholeTenant(tenant), {}, 1)
    expect((await take(follower, 2)).map(event => event.caseId)).toEqual(['case_2', 'case_3'])
    const next = follower.next()
    await add(tenant, ['case_4'])
    expect((await next).value).toMatchObject({ caseId: 'case_4', sequence: 4, correlationId: 'test' })
    await follower.return?.()
  })

  test('P6 a slow follower gets every event from the database when they are no longer in memory', async () => {
    const tenant = newTenant()
    const log = openLog(5)
    const fast = log.follow(wholeTenant(tenant), {}, 0)
    const slow = log.follow(wholeTenant(tenant), {}, 0)
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

  test('an event is read once, although this process and the database both tell of it', async () => {
    const tenant = newTenant()
    let reads = 0
    const counting: Database = {
      ...database(),
      lane(name) {
        const lane = database().lane(name)
        return {
          ...lane,
          rows(query) {
            if (query.statement.text.includes('from events')) reads += 1
            return lane.rows(query)
          },
        }
      },
    }
    const log = createEventLog({ database: counting, bus, signer, fallbackMs: 1_000_000, onError: () => {} })
    log.start()
    logs.push(log)
    const follower = log.follow(wholeTenant(tenant), {}, 0)
    const seen = take(follower, 1)
    await vi.waitFor(() => expect(reads).toBe(1))
    const told = Promise.withResolvers<void>()
    let times = 0
    const stopListening = bus.listen(news => {
      if (news?.tenant === tenant) times += 1
      if (times === 2) told.resolve()
    })
    await add(tenant, ['case_1'])
    await seen
    await told.promise
    stopListening()
    await log.stop()
    // One when the follower came, and one for the event.
    expect(reads).toBe(2)
  })

  test('P17 a follower gets only events of its own tenant', async () => {
    const [mine, other] = [newTenant(), newTenant()]
    const log = openLog()
    const follower = log.follow(wholeTenant(mine), {}, 0)
    await add(other, ['case_other'])
    await add(mine, ['case_mine'])
    expect((await take(follower, 1)).map(event => event.caseId)).toEqual(['case_mine'])
    await follower.return?.()
  })

  test('a filter selects exactly the events that it names', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, ['case_1', 'case_2', 'case_1'])
    const follower = log.follow(wholeTenant(tenant), { caseId: 'case_1' }, 0)
    expect((await take(follower, 2)).map(event => event.sequence)).toEqual([1, 3])
    await follower.return?.()
    const page = await log.page(wholeTenant(tenant), { caseId: 'case_1' }, 1, null)
    expect(page).toMatchObject({ hasNextPage: true, events: [{ sequence: 1 }] })
    expect((await log.page(wholeTenant(tenant), { types: ['ANALYSIS_FAILED'] }, 10, null)).events).toEqual([])
  })

  test('P7 10,000 ended followers leave no listener and no timer, and the heap does not grow', async () => {
    const tenant = newTenant()
    const timers = countTimers()
    const log = openLog()
    await add(tenant, ['case_1'])
    const cycle = async (count: number) => {
      for (let done = 0; done < count; done += 500) {
        const followers = Array.from({ length: 500 }, () => log.follow(wholeTenant(tenant), {}, null))
        // Half of them wait for an event that does not come.
        const waiting = followers.slice(250).map(follower => follower.next())
        await Promise.all(followers.map(follower => follower.return?.()))
        expect(await Promise.all(waiting)).toEqual(waiting.map(() => ({ done: true, value: undefined })))
      }
      return { heap: heapAfterCollection(), timers: timers.count() }
    }
    const warm = await cycle(1_000)
    const after = await cycle(10_000)
    timers.stop()
    // The database drivers have some timers of their own, more on a busy machine.
    expect(after.timers).toBeLessThan(warm.timers + 100)
    expect(after.heap - warm.heap).toBeLessThan(4 * 1024 * 1024)
  })

  test('P7 ending a waiting follower resolves its pending read at once', async () => {
    const log = openLog()
    const follower = log.follow(wholeTenant(newTenant()), {}, null)
    const pending = follower.next()
    await follower.return?.()
    expect(await pending).toEqual({ value: undefined, done: true })
  })

  test('P5 a cursor below the purge mark is refused; one above it, or of an idle tenant, stays valid', async () => {
    const [busy, idle] = [newTenant(), newTenant()]
    const log = openLog()
    await add(idle, ['case_idle'])
    const idleCursor = log.toCursor(wholeTenant(idle), 1)
    await add(busy, ['case_1', 'case_2'])
    const old = log.toCursor(wholeTenant(busy), 1)
    const last = log.toCursor(wholeTenant(busy), 2)
    now = new Date('2026-02-01T00:00:00Z')
    await add(busy, ['case_3'])
    expect(await purgeEvents(database(), new Date('2026-01-15T00:00:00Z'))).toBeGreaterThanOrEqual(3)
    await expect(log.parseCursor(wholeTenant(busy), old)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
    expect(await log.parseCursor(wholeTenant(busy), last)).toBe(2)
    expect(await log.parseCursor(wholeTenant(idle), idleCursor)).toBe(1)
    const follower = log.follow(wholeTenant(busy), {}, 0)
    await expect(follower.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' })
  })

  test('a forged cursor and one of another tenant are refused with the same error', async () => {
    const [mine, other] = [newTenant(), newTenant()]
    const log = openLog()
    await expect(log.parseCursor(wholeTenant(mine), log.toCursor(wholeTenant(other), 1))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    })
    const genuine = log.toCursor(wholeTenant(mine), 1)
    expect(await log.parseCursor(wholeTenant(mine), genuine)).toBe(1)
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(genuine.length - 1), async (text, index) => {
        const forged = genuine.slice(0, index) + text + genuine.slice(index + 1)
        fc.pre(forged !== genuine)
        await expect(log.parseCursor(wholeTenant(mine), forged)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      }),
      { numRuns: 50 },
    )
  })

  test('P17 a caller bound to one applicant follows its events until the erasure, and only with cursors of its own reach', async () => {
    const tenant = newTenant()
    const log = openLog()
    const bound = { tenant, boundTo: 'app_1' }
    const after = log.toCursor(bound, 0)
    const start = await log.parseCursor(bound, after)
    const everything = log.follow(bound, {}, start)
    const erasures = log.follow(bound, { types: ['APPLICANT_CREATED'] }, start)
    const eventsOf = (applicantId: string): NewEvent[] => {
      const opened = { type: 'CASE_OPENED', applicantId, caseId: `case of ${applicantId}` } as const
      return [opened, { type: 'APPLICANT_ERASED', applicantId }, opened]
    }
    const ofNobody = { type: 'CASE_OPENED', caseId: 'case of nobody' } as const
    await append(tenant, [...eventsOf('app_1'), ...eventsOf('app_2'), ofNobody])
    const shown = (events: readonly ActivityEvent[]) => events.map(event => [event.applicantId, event.type])
    const ofOne = [
      ['app_1', 'CASE_OPENED'],
      ['app_1', 'APPLICANT_ERASED'],
    ]
    expect(shown(await take(everything, 10))).toEqual(ofOne)
    expect(await take(erasures, 10)).toEqual([])
    expect(shown((await log.page(bound, {}, 10, null)).events)).toEqual([...ofOne, ['app_1', 'CASE_OPENED']])
    for (const other of [wholeTenant(tenant), { tenant, boundTo: 'app_2' }]) {
      await expect(log.parseCursor(other, after)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
      await expect(log.parseCursor(bound, log.toCursor(other, 0))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    }
  })

  test('a follower may filter by bank login or shipment', async () => {
    const tenant = newTenant()
    const log = openLog()
    const ofLogin = log.follow(wholeTenant(tenant), { bankLoginId: 'blg_1' }, 0)
    const ofShipment = log.follow(wholeTenant(tenant), { shipmentId: 'shp_1' }, 0)
    await append(tenant, [
      ...['blg_2', 'blg_1'].map(bankLoginId => ({ type: 'BANK_LOGIN_FAILED', bankLoginId }) as const),
      ...['shp_2', 'shp_1'].map(shipmentId => ({ type: 'SHIPMENT_SENT', shipmentId }) as const),
    ])
    expect(await take(ofLogin, 1)).toMatchObject([{ bankLoginId: 'blg_1' }])
    expect(await take(ofShipment, 1)).toMatchObject([{ shipmentId: 'shp_1' }])
  })

  test('events store ids and enum values, and appending no events writes nothing', async () => {
    const tenant = newTenant()
    const log = openLog()
    await add(tenant, [])
    expect(await log.head(wholeTenant(tenant))).toBe(0)
    const caseId = createId('case')
    await add(tenant, [caseId])
    expect((await log.page(wholeTenant(tenant), {}, 10, null)).events).toEqual([
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
