import fc from 'fast-check'
import { expect } from 'vitest'
import type { AnalysisDriver, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import type { Database } from '../../src/store/database.ts'
import { sql } from '../../src/store/sql.ts'
import type { AnalysisWorld } from './analysis-world.ts'
import { WorkerKilled } from './scripted-driver.ts'

/** After more failures in a row of our own making an analysis is given up. */
const mostDeaths = 4

/** A driver whose worker can be killed around everything that it does with the vendor. */
export interface KillableDriver {
  readonly driver: AnalysisDriver
  /** A moment at which the worker may die: before and after each step; a test adds those after each call. */
  moment(): void
  /** The worker dies so many moments from now. */
  killIn(moments: number): void
  deaths(): number
}

/**
 * @param createWorker a worker that knows what was stored, and no more: each that is killed is followed by one of these
 * @param toJob what the vendor is given instead of what the world has
 */
export function createKillableDriver(
  createWorker: () => AnalysisDriver,
  toJob: (job: SubmissionJob) => SubmissionJob = job => job,
): KillableDriver {
  let worker = createWorker()
  let moments = 0
  let killAt = Number.POSITIVE_INFINITY
  let deaths = 0

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
  return {
    driver: {
      ...worker,
      submit: (job, checkpoint) => around(() => worker.submit(toJob(job), checkpoint)),
      check: (checkpoint, job) => around(() => worker.check(checkpoint, job)),
      async *collect(job, checkpoint) {
        moment()
        yield* worker.collect(job, checkpoint)
        moment()
      },
    },
    moment,
    killIn(count) {
      if (deaths < mostDeaths) killAt = moments + count
    },
    deaths: () => deaths,
  }
}

const finals = ['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL', 'ANALYSIS_FAILED', 'ANALYSIS_CANCELLED']

/** What a test of killed workers does to an analysis, and sees of it. */
export function watchAnalysis(database: Database, world: AnalysisWorld, id: string) {
  return {
    /** The claim of a killed worker runs out, and another is there. */
    async replaceWorker(): Promise<void> {
      await world.expireClaims()
      world.pass(10_000)
    },
    /** The events that say how it ended. One, if all is well. */
    async ends(): Promise<string[]> {
      return (await world.events(id)).map(event => event.type).filter(type => finals.includes(type))
    },
    /** How many statements readers see. */
    async published(): Promise<number> {
      const rows = await database.rows(sql`
        select item.id from statements item
        join collections c on c.tenant_id = item.tenant_id and c.id = item.collection_id and c.published_at is not null
        where item.tenant_id = ${world.tenant} and item.analysis_id = ${id}`)
      return rows.length
    },
    async expectNoVersionLeftOut(): Promise<void> {
      const versions = (await world.events(id)).map(event => event.analysisVersion)
      expect(versions).toEqual(versions.map((_, index) => index + 1))
    },
  }
}

/**
 * What may happen in any order: looks and hints, one at a time or at once; a worker that is killed, and replaced.
 *
 * @param mostMoments how far ahead a worker's death may lie
 */
export function workerActions(mostMoments: number) {
  const kinds = ['poll', 'request', 'hint', 'at once', 'next', 'replace'] as const
  return [
    fc.record({ kind: fc.constantFrom(...kinds) }),
    fc.record({ kind: fc.constant('kill' as const), moment: fc.integer({ min: 1, max: mostMoments }) }),
  ] as const
}

/** Does one of `workerActions`; anything else is the test's own. */
export async function doWorkerAction(
  action: { readonly kind: string; readonly moment?: number },
  world: AnalysisWorld,
  { killIn }: Pick<KillableDriver, 'killIn'>,
  id: string,
): Promise<void> {
  const look = () => world.look(100)
  const hint = () => world.hint(id, 'WEBHOOK')
  const request = () => world.hint(id, 'REQUEST')
  if (action.kind === 'poll') await look()
  if (action.kind === 'request') await request()
  if (action.kind === 'hint') await hint()
  if (action.kind === 'at once') await Promise.all([look(), request(), hint()])
  if (action.kind === 'next') await world.run(1)
  if (action.kind === 'replace') await watchAnalysis(world.deps.database, world, id).replaceWorker()
  if (action.kind === 'kill' && action.moment !== undefined) killIn(action.moment)
}
