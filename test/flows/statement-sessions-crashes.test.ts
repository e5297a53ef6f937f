import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnalysisDriver, SubmissionDocument } from '../../src/providers/analysis-driver.ts'
import { createFinboxDatasource, type FinboxDatasource } from '../../src/providers/finbox/datasource.ts'
import { createExtractionDriver } from '../../src/providers/finbox/driver.ts'
import { finbox } from '../../src/providers/finbox/provider.ts'
import { sql } from '../../src/store/sql.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { type ConnectedClient, connectClient } from '../support/connect-client.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'
import { WorkerKilled } from '../support/scripted-driver.ts'
import { type SessionVendor, startSessionVendor } from '../support/start-session-vendor.ts'

/** A statement of few facts: what is tried here is the way to them. */
const small = {
  accountSeed: 'a',
  transactions: 5,
  data: { predictors: {}, monthly_analysis: {}, eod_balances: {} },
}
const finals = ['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL', 'ANALYSIS_FAILED', 'ANALYSIS_CANCELLED']
const documents = 2
/** After more failures in a row of our own making an analysis is given up. */
const mostDeaths = 4

describeOnEveryDatabase('the analysis of statements in a session', database => {
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

  /** An analysis of two statements whose worker can be killed around everything it does with the vendor, over real HTTP. */
  async function begin() {
    const now = (): Date => world.now()
    const prefix = `world-${worlds++}`
    let moments = 0
    let killAt = Number.POSITIVE_INFINITY
    let deaths = 0
    const known = new Set(vendor.control.sessions().map(session => session.id))

    /** A worker that is killed is followed by one that knows what was stored, and no more. */
    function moment(): void {
      moments += 1
      if (moments !== killAt) return
      deaths += 1
      worker = createWorker()
      throw new WorkerKilled()
    }
    async function around<Result>(step: () => Promise<Result>): Promise<Result> {
      moment()
      const result = await step()
      moment()
      return result
    }
    /** The worker may die when a call was carried out and its answer is not kept. */
    const after = async <Result>(call: Promise<Result>): Promise<Result> => {
      const result = await call
      moment()
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
    const createWorker = () => createExtractionDriver(datasource, now)
    let worker = createWorker()
    /** The world's documents are all the same bytes. */
    const distinct = (one: SubmissionDocument): SubmissionDocument => {
      const bytes = Buffer.from(`%PDF-1.7\n% ${prefix} ${one.document.id}\n`)
      return { ...one, byteSize: bytes.byteLength, open: async () => Readable.from([bytes]) }
    }
    const driver: AnalysisDriver = {
      ...worker,
      submit: (job, checkpoint) =>
        around(() => worker.submit({ ...job, documents: job.documents.map(distinct) }, checkpoint)),
      check: (checkpoint, job) => around(() => worker.check(checkpoint, job)),
      async *collect(job, checkpoint) {
        moment()
        yield* worker.collect(job, checkpoint)
        moment()
      },
    }
    const world = createAnalysisWorld(database(), driver, `sessions-${prefix}`)
    const first = await world.addDocument()
    const { caseId } = first
    const second = await world.addDocument(caseId)
    const given = [first, second].map(({ documentId }) => ({ documentId }))
    const id = await world.commands.start(world.context, { caseId, product: 'STATEMENT_EXTRACTION', documents: given })
    const sessions = () =>
      vendor.control.sessions().filter(session => !known.has(session.id) && session.linkId === caseId)

    return {
      world,
      id,
      /** The worker dies so many moments from now: before and after each step, and after each call. */
      killIn(count: number) {
        if (deaths < mostDeaths) killAt = moments + count
      },
      deaths: () => deaths,
      /** Its lease runs out, and somebody notices. */
      async replaceWorker() {
        await world.expireClaims()
        world.pass(10_000)
      },
      async ends() {
        return (await world.events(id)).filter(event => finals.includes(event.type)).map(event => event.type)
      },
      /** How many statements readers see. */
      async published(): Promise<number> {
        const rows = await database().rows(sql`
          select item.id from statements item
          join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
          where item.tenant_id = ${world.tenant} and item.analysis_id = ${id}`)
        return rows.length
      },
      /** A session that the vendor lets go before it is closed. */
      expireOpenSession() {
        const open = sessions().findLast(session => session.initiatedAt === null && session.expiresAt > new Date())
        if (open) vendor.control.expire(open.id)
      },
      /** One session was closed: with every document in it, each once. */
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

  /** Before and after each of the 6 steps of a submission of two documents, and after each of its 4 calls. */
  const submissionMoments = 2 * 6 + 4

  test.each(Array.from({ length: submissionMoments }, (_, index) => index + 1))(
    'P1 P12 closes one session with each document once when its worker is killed at moment %i of its submission',
    async moment => {
      const { world, killIn, deaths, replaceWorker, ends, published, expectOneSessionClosed } = await begin()
      killIn(moment)
      await world.run(1)
      expect(deaths()).toBe(1)
      await replaceWorker()
      await world.run()
      expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
      expect(await published()).toBe(documents)
      expectOneSessionClosed()
    },
  )

  test('P8 P12 is completed when its worker is killed at every moment of its checks and its collection, one after the other', async () => {
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
    fc.record({ kind: fc.constantFrom('poll', 'request', 'hint', 'all at once', 'next', 'replace', 'expire') }),
    fc.record({ kind: fc.constant('kill' as const), moment: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('webhook' as const), copies: fc.integer({ min: 1, max: 3 }) }),
  )

  test('P2 P3 P12 whatever order of announcements, polls, crashes and an expiry, it ends once, with one closed session', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async actions => {
        const { world, id, killIn, replaceWorker, expireOpenSession, ends, published, expectOneSessionClosed } =
          await begin()
        let expiries = 0
        for (const each of actions) {
          if (each.kind === 'poll') await world.look(100)
          if (each.kind === 'request') await world.hint(id, 'REQUEST')
          if (each.kind === 'hint') await world.hint(id, 'WEBHOOK')
          if (each.kind === 'all at once')
            await Promise.all([world.look(100), world.hint(id, 'REQUEST'), world.hint(id, 'WEBHOOK')])
          if (each.kind === 'next') await world.run(1)
          if (each.kind === 'replace') await replaceWorker()
          if (each.kind === 'kill' && 'moment' in each) killIn(each.moment)
          if (each.kind === 'expire' && expiries++ === 0) expireOpenSession()
          if (each.kind === 'webhook' && 'copies' in each)
            await Promise.all(Array.from({ length: each.copies }, () => world.webhook(`event-1 ${id}`)))
        }
        for (let rounds = 0; rounds < mostDeaths; rounds++) {
          await replaceWorker()
          await world.run(4)
        }
        await replaceWorker()
        await world.run()
        expect(await ends()).toEqual(['ANALYSIS_COMPLETED'])
        expect(await published()).toBe(documents)
        expectOneSessionClosed()
        const versions = (await world.events(id)).map(event => event.analysisVersion)
        expect(versions).toEqual(versions.map((_, index) => index + 1))
      }),
      { numRuns: 10 },
    )
  }, 120_000)
})
