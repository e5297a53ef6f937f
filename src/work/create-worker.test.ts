import pino from 'pino'
import { afterEach, expect, test } from 'vitest'
import { addChanges, testSecretBox } from '../../test/support/add-changes.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { createWorker, type WorkerTiming } from './create-worker.ts'
import type { Claim, FailedLook, Handler } from './handler.ts'

const hour = 3_600_000

describeOnOneDatabase('worker', database => {
  const ending: (() => Promise<unknown>)[] = []
  let names = 0
  afterEach(async () => {
    for (const end of ending.splice(0).reverse()) await end()
    await executeSql(database(), 'delete from work')
  })

  /** Starts a worker with the test's look. */
  async function start(look: (claim: Claim) => Promise<void>, timing: Partial<WorkerTiming> = {}) {
    const failures: FailedLook[] = []
    const changing = addChanges(database(), () => new Date())
    const handler: Handler<object> = {
      load: async () => ({}),
      deadlineOf: () => null,
      async advance(_state, claim) {
        await look(claim)
        return { at: new Date(Date.now() + hour), idleLooks: claim.idleLooks + 1 }
      },
      fail: async (_claim, failed) => void failures.push(failed),
      expire: async () => {},
    }
    const worker = createWorker({
      database: changing,
      secretBox: testSecretBox,
      handlers: new Map([['probe', handler]]),
      now: () => new Date(),
      random: () => 0.5,
      pollSpeedup: 1,
      logger: pino({ level: 'silent' }),
      correlate: (_id, run) => run(),
      onDone: () => {},
      timing: { lookMs: 60_000, drainMs: 50, abortedMs: 1_000, ...timing },
    })
    await worker.start()
    const stop = once(() => worker.stop())
    ending.push(stop)
    return { stop, failures }
  }

  async function begin(name = `worker-${names++}`, provider = 'vendor') {
    const tenant = parseTenantId(name)
    const id = `prb_${names++}`
    const changing = addChanges(database(), () => new Date())
    const context = { ...wholeTenant(tenant), correlationId: 'c' }
    await changing.change(context, 'REQUEST', async change =>
      change.begin({ kind: 'probe', id, providerId: provider, accountKey: tenant }),
    )
    const finish = () => changing.change(context, 'REQUEST', async change => change.finish({ kind: 'probe', id }))
    return { id, finish }
  }
  const rowOf = async (id: string) => (await executeSql(database(), 'select * from work where id = $1', [id])).rows[0]
  const untilAborted = ({ signal }: Claim) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new AppError('PROVIDER_TIMEOUT', 'given up')))
    })

  test('new work is looked at after the commit, without waiting for the regular look', async () => {
    const seen: string[] = []
    await start(async ({ id, via }) => void seen.push(`${id} ${via}`))
    const { id } = await begin()
    await expect.poll(() => seen).toEqual([`${id} REQUEST`])
  })

  test('due work without a notification is found by the regular look', async () => {
    const { id } = await begin()
    const seen: string[] = []
    await executeSql(database(), `update work set due_at = now() + interval '20 ms' where id = $1`, [id])
    await start(async claim => void seen.push(claim.id), { lookMs: 20 })
    await expect.poll(() => seen).toEqual([id])
  })

  test('P26 fifty hanging looks at one provider delay no other provider and no other tenant', async () => {
    const hanging = new Set<string>()
    const seen: string[] = []
    await start(async claim => {
      if (claim.providerId === 'hanging' && claim.tenant === 'many') {
        hanging.add(claim.id)
        await untilAborted(claim)
      }
      seen.push(claim.id)
    })
    for (let count = 0; count < 50; count += 1) await begin('many', 'hanging')
    await expect.poll(() => hanging.size).toBeGreaterThan(10)
    const others = [await begin('many', 'sound'), await begin('few', 'hanging'), await begin('few', 'sound')]
    await expect.poll(() => seen.toSorted()).toEqual(others.map(({ id }) => id).sort())
    expect(hanging.size).toBeLessThan(50)
  })

  test('a claim is renewed while its look runs', async () => {
    const { id } = await begin()
    const going = Promise.withResolvers<void>()
    await start(() => going.promise, { renewMs: 20 })
    await expect.poll(async () => (await rowOf(id))?.claimed_until ?? null).not.toBeNull()
    const first = (await rowOf(id))?.claimed_until.getTime()
    await expect.poll(async () => (await rowOf(id))?.claimed_until.getTime() > first).toBe(true)
    going.resolve()
    await expect.poll(async () => (await rowOf(id))?.claim_owner).toBeNull()
  })

  test('a look is aborted at once when its subject ends, and at the next renewal when its claim is lost', async () => {
    const [ended, lost] = [await begin(), await begin()]
    const aborted: string[] = []
    const begun: string[] = []
    const { failures } = await start(
      async claim => {
        begun.push(claim.id)
        await untilAborted(claim).catch(error => {
          aborted.push(claim.id)
          throw error
        })
      },
      { renewMs: 20 },
    )
    await expect.poll(() => begun.toSorted()).toEqual([ended.id, lost.id].sort())
    await ended.finish()
    await expect.poll(() => aborted).toEqual([ended.id])
    await executeSql(database(), `update work set claim_owner = 'another' where id = $1`, [lost.id])
    await expect.poll(() => aborted).toEqual([ended.id, lost.id])
    expect((await rowOf(lost.id))?.claim_owner).toBe('another')
    // An aborted call is not a failure of the provider.
    expect(failures).toEqual([])
  })

  test('P22 a worker that stops lets looks end, aborts those that do not, and releases their claims', async () => {
    const { id } = await begin()
    const begun = Promise.withResolvers<void>()
    const { stop, failures } = await start(async claim => {
      begun.resolve()
      await untilAborted(claim)
    })
    await begun.promise
    await stop()
    expect(failures).toEqual([])
    const handedBack = await rowOf(id)
    expect(handedBack).toMatchObject({ claim_owner: null, failures: 0 })
    expect(handedBack?.due_at.getTime()).toBeLessThanOrEqual(Date.now())
  })

  test('P1 the subject of a killed worker is claimed again when its claim has expired', async () => {
    const { id } = await begin()
    await executeSql(
      database(),
      `update work set claim_owner = 'killed', claimed_until = clock_timestamp() + interval '100 ms' where id = $1`,
      [id],
    )
    const seen: string[] = []
    await start(async claim => void seen.push(claim.id), { lookMs: 20 })
    await expect.poll(() => seen).toEqual([id])
  })

  test('P12 a failed look is followed by another one after a growing pause, or after the pause that the vendor asked for', async () => {
    const { id } = await begin()
    const errors = [
      new AppError('PROVIDER_UNAVAILABLE', 'away'),
      new AppError('PROVIDER_RATE_LIMITED', 'slow', { retryAfterSeconds: 90 }),
    ]
    const { failures } = await start(async claim => {
      if (claim.id === id) throw errors[failures.length] ?? new AppError('INTERNAL', 'no more')
    })
    await expect.poll(() => failures.length).toBe(1)
    await expect.poll(async () => (await rowOf(id))?.failures).toBe(1)
    await executeSql(database(), 'update work set due_at = now() where id = $1', [id])
    // New work wakes the worker, which finds the one that has become due as well.
    await begin()
    await expect.poll(() => failures.some(({ error }) => error.code === 'PROVIDER_RATE_LIMITED')).toBe(true)
    await expect.poll(async () => (await rowOf(id))?.failures).toBe(2)
    const [first, second] = failures
    expect([first?.failures, second?.failures]).toEqual([1, 2])
    expect((second?.at.getTime() ?? 0) - Date.now()).toBeGreaterThan(80_000)
  })
})

function once<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined
  return () => (running ??= run())
}
