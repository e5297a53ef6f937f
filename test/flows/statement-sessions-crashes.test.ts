import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SubmissionDocument } from '../../src/providers/analysis-driver.ts'
import { createFinboxDatasource, type FinboxDatasource } from '../../src/providers/finbox/datasource.ts'
import { createExtractionDriver } from '../../src/providers/finbox/driver.ts'
import { finbox } from '../../src/providers/finbox/provider.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { type ConnectedClient, connectClient } from '../support/connect-client.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import {
  createKillableDriver,
  doWorkerAction,
  submitDespiteDeaths,
  watchAnalysis,
  workerActions,
} from '../support/killed-worker.ts'
import { type SessionVendor, startSessionVendor } from '../support/start-vendor.ts'
import { createSubmissionDocument, createSubmissionJob } from '../support/submission-job.ts'

/** A minimal statement, because this test is about the way to the result. */
const small = {
  accountSeed: 'a',
  transactions: 5,
  data: { predictors: {}, monthly_analysis: {}, eod_balances: {} },
}
const documents = 2
describeOnOneDatabase('the analysis of statements in a session with killed workers', database => {
  let worlds = 0
  let vendor: SessionVendor
  let connected: ConnectedClient
  beforeAll(async () => {
    vendor = await startSessionVendor({ speed: 1_000_000 })
    connected = connectClient(finbox, vendor.variables, () => new Date())
  })
  afterAll(async () => {
    await connected.close()
    await vendor.stop()
  })

  /** A driver over real HTTP. Its sessions are those that the vendor has made since. */
  function createVendorAndDriver(prefix: string, now: () => Date) {
    const known = new Set(vendor.control.sessions().map(session => session.id))

    /** The worker may die after a call was carried out and before its answer is stored. */
    const after = async <Result>(call: Promise<Result>): Promise<Result> => {
      const result = await call
      killable.moment()
      return result
    }
    const { apiKey, serverHash } = vendor.control.client
    const calls = createFinboxDatasource({ http: connected.http, credentials: { apiKey, serverHash } })
    const datasource: FinboxDatasource = {
      ...calls,
      within: () => datasource,
      createSession: request => after(calls.createSession(request)),
      upload(sessionId, document) {
        void vendor.control.nextStatement(small)
        return after(calls.upload(sessionId, document))
      },
      uploadedStatements: sessionId => after(calls.uploadedStatements(sessionId)),
      startProcessing: sessionId => after(calls.startProcessing(sessionId)),
    }
    /** The documents of `createAnalysisWorld` all have the same bytes. */
    const distinct = (one: SubmissionDocument): SubmissionDocument => {
      const bytes = Buffer.from(`%PDF-1.7\n% ${prefix} ${one.document.id}\n`)
      return { ...one, byteSize: bytes.byteLength, open: async () => Readable.from([bytes]) }
    }
    const killable = createKillableDriver(
      () => createExtractionDriver(datasource, now),
      job => ({ ...job, documents: job.documents.map(distinct) }),
    )
    const sessions = () => vendor.control.sessions().filter(session => !known.has(session.id))

    return {
      ...killable,
      /** Makes a session expire before it is closed. */
      expireOpenSession() {
        const open = sessions().findLast(session => session.initiatedAt === null && session.expiresAt > new Date())
        if (open) vendor.control.expire(open.id)
      },
      /** Exactly one session was closed, with every document once. */
      expectOneSessionClosed(): void {
        const closed = sessions().filter(session => session.initiatedAt !== null)
        expect(closed).toHaveLength(1)
        const digests = closed.flatMap(({ accounts }) =>
          accounts.flatMap(({ statements }) => statements.map(one => one.digest)),
        )
        expect(digests).toHaveLength(documents)
        expect(new Set(digests).size).toBe(documents)
      },
    }
  }

  /** An analysis of two statements. */
  async function begin() {
    const prefix = `world-${worlds++}`
    const created = createVendorAndDriver(prefix, () => world.now())
    const world = createAnalysisWorld(database(), created.driver, `sessions-${prefix}`)
    const { caseId, documentId } = await world.addDocument()
    const given = [{ documentId }, { documentId: (await world.addDocument(caseId)).documentId }]
    const id = await world.start(caseId, documentId, { documents: given })
    return { world, id, ...created, ...watchAnalysis(database(), world, id) }
  }

  /** A submission of two documents has moments before and after each of its 6 steps, and after each of its 4 calls. */
  const submissionMoments = 2 * 6 + 4

  // What the analysis does with a killed worker is tested in life-of-an-analysis.
  test('P1 P12 one session is closed with each document once when a worker is killed at any moment of the submission', async () => {
    for (let moment = 1; moment <= submissionMoments; moment++) {
      const { driver, killIn, deaths, expectOneSessionClosed } = createVendorAndDriver(
        `case-${moment}`,
        () => new Date(),
      )
      killIn(moment)
      const names = ['doc_1', 'doc_2'].map(name => createSubmissionDocument(name))
      await submitDespiteDeaths(driver, createSubmissionJob(names))
      expect(deaths(), `moment ${moment}`).toBe(1)
      expectOneSessionClosed()
    }
  })

  test('P8 P12 completes when workers are killed at every moment of its checks and its collection', async () => {
    const { world, killIn, deaths, replaceWorker, ends, published } = await begin()
    await world.run(1)
    for (const moment of [1, 2, 3, 4]) {
      killIn(moment)
      await world.run(1)
      await replaceWorker()
    }
    expect(deaths()).toBe(4)
    await world.run()
    expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
    expect(await published()).toBe(documents)
  })

  const action = fc.oneof(
    ...workerActions(12),
    fc.record({ kind: fc.constant('expire' as const) }),
    fc.record({ kind: fc.constant('webhook' as const), copies: fc.integer({ min: 1, max: 3 }) }),
  )

  test('P2 P3 P12 with announcements, polls, crashes and an expiry in any order, it ends once and closes one session', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async actions => {
        const { world, id, killIn, replaceWorker, expireOpenSession, ends, published, ...expected } = await begin()
        let expiries = 0
        for (const each of actions) {
          await doWorkerAction(each, world, { killIn }, id)
          if (each.kind === 'expire' && expiries++ === 0) expireOpenSession()
          if (each.kind === 'webhook')
            await Promise.all(Array.from({ length: each.copies }, () => world.webhook(`event-1 ${id}`)))
        }
        for (let rounds = 0; rounds < 4; rounds++) {
          await replaceWorker()
          await world.run(4)
        }
        await replaceWorker()
        await world.run()
        expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
        expect(await published()).toBe(documents)
        expected.expectOneSessionClosed()
        await expected.expectNoVersionLeftOut()
      }),
      { numRuns: 5 },
    )
  })
})
