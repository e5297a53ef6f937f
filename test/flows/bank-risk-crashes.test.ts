import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRiskDriver } from '../../src/providers/bank-xray/driver.ts'
import { createFakeVendor, type FakeVendor } from '../../src/providers/bank-xray/testing/fake-vendor.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import {
  createKillableDriver,
  doWorkerAction,
  submitDespiteDeaths,
  watchAnalysis,
  workerActions,
} from '../support/killed-worker.ts'
import { createSubmissionDocument, createSubmissionJob } from '../support/submission-job.ts'

const statements = 2

describeOnOneDatabase('the analysis of a company with killed workers', database => {
  let worlds = 0

  function createVendorAndDriver(now: () => Date) {
    const vendor = createFakeVendor()
    const company = { kind: 'COMPANY', registration: { scheme: 'SIREN', value: '123456782' } } as const
    const killable = createKillableDriver(
      () => createRiskDriver({ datasource: vendor, currency: 'EUR', now, pollSpeedup: 1 }),
      // The applicants of `createAnalysisWorld` are persons.
      job => ({ ...job, applicant: { ...job.applicant, ...company } }),
    )
    vendor.after = killable.moment
    const { refuse: _, ...driver } = killable.driver
    return { vendor, ...killable, driver }
  }

  /** Exactly one request has media online: each document once with its bytes, and no draft. */
  function expectOneRequestUsed(vendor: FakeVendor, names: readonly string[]): void {
    const online = vendor.media.filter(medium => medium.online.length > 0)
    const used = new Set(online.map(medium => medium.requestId))
    expect(used.size).toBe(1)
    expect(vendor.media.filter(medium => used.has(medium.requestId))).toEqual(online)
    expect(online.map(medium => medium.documentId).toSorted()).toEqual(names.toSorted())
    expect(online.every(medium => medium.hasBytes)).toBe(true)
  }

  /** An analysis of two statements. */
  async function begin() {
    const { vendor, driver, ...killable } = createVendorAndDriver(() => world.now())
    const world = createAnalysisWorld(database(), driver, `company-${worlds++}`)
    const { caseId, documentId } = await world.addDocument()
    const documents = [{ documentId }, { documentId: (await world.addDocument(caseId)).documentId }]
    const id = await world.start(caseId, documentId, { documents })

    return {
      world,
      vendor,
      id,
      ...killable,
      ...watchAnalysis(database(), world, id),
      names: documents.map(one => one.documentId),
    }
  }

  /** A submission of two documents has moments before and after each of its 9 steps, and after each of its 8 calls. */
  const submissionMoments = 2 * 9 + 8

  // What the analysis does with a killed worker is tested in life-of-an-analysis.
  test('P1 P12 one request is used when a worker is killed at any moment of the submission', async () => {
    const names = ['doc_1', 'doc_2']
    for (let moment = 1; moment <= submissionMoments; moment++) {
      const { vendor, driver, killIn, deaths } = createVendorAndDriver(() => new Date(0))
      killIn(moment)
      await submitDespiteDeaths(driver, createSubmissionJob(names.map(name => createSubmissionDocument(name))))
      expect(deaths(), `moment ${moment}`).toBe(1)
      expectOneRequestUsed(vendor, names)
    }
  })

  test('P8 P12 completes when workers are killed at every moment of its checks and its collection', async () => {
    const { world, vendor, killIn, deaths, replaceWorker, ends, published } = await begin()
    await world.run(2)
    vendor.report('r-part', 1)
    for (const moment of [1, 2, 4]) {
      killIn(moment)
      await world.run(1)
      await replaceWorker()
    }
    vendor.report('r-whole', statements)
    killIn(5)
    await world.run(1)
    expect(deaths()).toBe(4)
    await replaceWorker()
    await world.run()
    expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
    expect(await published()).toBe(statements)
  })

  test('with only a report on a part it is PARTIAL after half an hour; without a report it fails after 72 hours', async () => {
    const partial = await begin()
    await partial.world.run(1)
    partial.vendor.report('r-part', 1)
    const since = partial.world.now().getTime()
    await partial.world.run(1_000)
    expect(await partial.ends()).toEqual(['ANALYSIS_PARTIAL'])
    const minutes = (partial.world.now().getTime() - since) / 60_000
    expect(minutes).toBeGreaterThanOrEqual(30)
    expect(minutes).toBeLessThan(46)

    const nothing = await begin()
    const startedAt = nothing.world.now().getTime()
    await nothing.world.run(10)
    // No worker looked for more than two days.
    nothing.world.pass(70 * 3_600_000)
    await nothing.world.run(1_000)
    expect(await nothing.ends()).toEqual(['ANALYSIS_FAILED'])
    expect(nothing.world.now().getTime() - startedAt).toBe(72 * 3_600_000)
    const stages = (await nothing.world.events(nothing.id)).map(event => event.analysisStage)
    expect(stages).toContain('MANUAL_EXTRACTION_LIKELY')
  })

  const action = fc.oneof(
    ...workerActions(12),
    fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
    fc.record({ kind: fc.constant('report' as const), on: fc.integer({ min: 0, max: statements }) }),
    fc.record({ kind: fc.constant('webhook' as const), copies: fc.integer({ min: 1, max: 3 }) }),
  )

  test('P2 P3 P12 with announcements, polls and crashes in any order, it ends once and uses one request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 16 }), async actions => {
        const { world, vendor, id, killIn, replaceWorker, ends, published, names, ...expected } = await begin()
        for (const [index, each] of actions.entries()) {
          await doWorkerAction(each, world, { killIn }, id)
          if (each.kind === 'pass') world.pass(each.minutes * 60_000)
          if (each.kind === 'report') {
            // A report covers at most the online media, all of the used request.
            const online = vendor.media.filter(medium => medium.online.length > 0).length
            if (online > 0) vendor.report(`r-${index}`, Math.min(each.on, online))
          }
          if (each.kind === 'webhook') {
            const named = [...vendor.requests.slice(-1), ...vendor.reportsThere.slice(-1).map(report => report.id)]
            const body = `event-${vendor.reportsThere.length} ${named.join(' ')}`.trim()
            await Promise.all(Array.from({ length: each.copies }, () => world.webhook(body)))
          }
        }
        for (let rounds = 0; rounds < 3; rounds++) {
          await replaceWorker()
          // Each run has more than three moments, so every scheduled kill has happened after four.
          await world.run(4)
        }
        vendor.report('r-whole', statements)
        // Longer than the longest pause between two looks.
        world.pass(20 * 60_000)
        await replaceWorker()
        await world.run()
        const ended = await ends()
        expect(ended).toHaveLength(1)
        expect(['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL']).toContain(ended[0])
        expectOneRequestUsed(vendor, names)
        if (ended[0] === 'ANALYSIS_COMPLETED') expect(await published()).toBe(statements)
        else expect(await published()).toBeLessThan(statements)
        await expected.expectNoVersionLeftOut()
      }),
      { numRuns: 6 },
    )
  })
})
