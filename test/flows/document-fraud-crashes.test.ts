import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFraudDriver } from '../../src/providers/finovox/driver.ts'
import { toCaseError } from '../../src/providers/finovox/errors.ts'
import { createFakeVendor, running } from '../../src/providers/finovox/testing/fake-vendor.ts'
import { sql } from '../../src/store/sql.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { createKillableDriver, doWorkerAction, watchAnalysis, workerActions } from '../support/killed-worker.ts'

describeOnOneDatabase('the analysis of a folder with killed workers', database => {
  let worlds = 0

  async function begin() {
    const vendor = createFakeVendor()
    const now = (): Date => world.now()
    const killable = createKillableDriver(() => createFraudDriver(vendor, now))
    const world = createAnalysisWorld(database(), killable.driver, `folder-${worlds++}`)
    const { caseId, documentId } = await world.addDocument()
    const id = await world.start(caseId, documentId)

    return {
      world,
      vendor,
      id,
      fileName: `${documentId}.pdf`,
      ...killable,
      ...watchAnalysis(database(), world, id),
      async error(): Promise<unknown> {
        const [row] = await database().rows(sql`
          select error from analyses where tenant_id = ${world.tenant} and id = ${id}`)
        return row?.error
      },
      /** The published decisions. */
      async decisions() {
        return database().rows(sql`
          select item.status, item.consistent from decisions item
          join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
          where item.tenant_id = ${world.tenant} and item.analysis_id = ${id}`)
      },
    }
  }

  const approved = [{ status: 'APPROVED', consistent: true }]

  test('P1 P12 is sent once and completes when workers are killed before and after its announcement, its checks and its collection', async () => {
    for (const moments of [
      // Before its announcement, and before that is stored.
      [1, 2],
      // Before a check, before its progress is stored, before another check, and before the result is stored.
      [5, 2, 1, 2],
      // Before the result is collected, and before it is published.
      [9, 2],
    ]) {
      const { world, vendor, killIn, deaths, replaceWorker, ends, decisions, fileName } = await begin()
      vendor.answers.push(() => running)
      for (const [index, moment] of moments.entries()) {
        killIn(moment)
        while (deaths() === index) await world.run(1)
        await replaceWorker()
      }
      await world.run()
      expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
      expect(await decisions()).toEqual(approved)
      expect(vendor.folders).toEqual([[fileName]])
    }
  })

  test.each([
    [3, 'between announcement and call', 0],
    [4, 'before the vendor’s answer was stored', 1],
  ])(
    'P12 ends with SUBMISSION_OUTCOME_UNKNOWN and is not sent again when its worker is killed at moment %i, %s',
    async (moment, _, sent) => {
      const { world, vendor, id, killIn, deaths, replaceWorker, ends, error, decisions } = await begin()
      killIn(moment)
      await world.run(1)
      expect(deaths()).toBe(1)
      await replaceWorker()
      await world.run()
      expect(await ends()).toEqual(['ANALYSIS_FAILED'])
      expect(await error()).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true })
      expect(await decisions()).toEqual([])
      expect(vendor.folders).toHaveLength(sent)
      await world.hint(id, 'REQUEST')
      expect(vendor.folders).toHaveLength(sent)
    },
  )

  test('P8 a result that was received is never requested again, even if it is collected several times', async () => {
    const { world, vendor, killIn, deaths, replaceWorker, ends } = await begin()
    for (const [moments, jobs] of [
      [7, 2],
      [3, 1],
      [3, 1],
    ] as const) {
      killIn(moments)
      await world.run(jobs)
      await replaceWorker()
    }
    expect(deaths()).toBe(3)
    await world.run()
    expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
    expect(vendor.calls).toEqual(['case', 'retrieve token-1'])
  })

  test('the submission is repeated until the deadline when the vendor keeps failing', async () => {
    const { world, vendor, ends, error } = await begin()
    vendor.onCase = () => ({ kind: 'postponed', error: toCaseError(500) })
    const startedAt = world.now().getTime()
    await world.run(5)
    world.pass(110 * 60_000)
    await world.run(1_000)
    expect(await ends()).toEqual(['ANALYSIS_FAILED'])
    expect(await error()).toMatchObject({ code: 'DEADLINE_EXCEEDED' })
    expect(world.now().getTime() - startedAt).toBe(2 * 3_600_000)
    expect(vendor.folders.length).toBeGreaterThan(10)
  })

  const action = fc.oneof(
    ...workerActions(6),
    fc.record({ kind: fc.constantFrom(...(['vendor fails', 'vendor is busy'] as const)) }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
  )

  test('P2 P3 P12 with any events and crashes in any order, it ends once and was accepted at most once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 14 }), async actions => {
        const { world, vendor, id, killIn, replaceWorker, ends, error, decisions, ...expected } = await begin()
        let taken = 0
        let fails = 0
        vendor.onCase = () => {
          if (fails-- > 0) return { kind: 'postponed', error: toCaseError(500) }
          taken += 1
          return { kind: 'accepted', retrieveToken: 'token' }
        }
        for (const each of actions) {
          await doWorkerAction(each, world, { killIn }, id)
          if (each.kind === 'pass') world.pass(each.ms)
          if (each.kind === 'vendor fails') fails = 1
          if (each.kind === 'vendor is busy') vendor.answers.push(() => running)
        }
        for (let rounds = 0; rounds < 3; rounds++) {
          await replaceWorker()
          await world.run()
        }
        const ended = await ends()
        expect(ended).toHaveLength(1)
        expect(taken).toBeLessThanOrEqual(1)
        await expected.expectNoVersionLeftOut()
        if (ended[0] === 'ANALYSIS_COMPLETED') {
          expect(taken).toBe(1)
          expect(await decisions()).toEqual(approved)
        } else {
          expect(await error()).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN' })
          expect(await decisions()).toEqual([])
        }
      }),
      { numRuns: 6 },
    )
  })
})
