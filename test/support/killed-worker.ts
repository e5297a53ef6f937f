import fc from 'fast-check'
import { expect } from 'vitest'
import type { JsonValue } from '../../src/domain/json.ts'
import { toAppError } from '../../src/errors.ts'
import type { AnalysisDriver, SubmissionJob } from '../../src/providers/analysis-driver.ts'
import type { Database } from '../../src/store/database.ts'
import { sql } from '../../src/store/sql.ts'
import type { AnalysisWorld } from './analysis-world.ts'
import { WorkerKilled } from './scripted-driver.ts'

/** More failures in a row end an analysis. */
const mostDeaths = 4

/** A driver whose worker can be killed before and after every step and call. */
export interface KillableDriver {
  readonly driver: AnalysisDriver
  /** Marks a moment at which the worker may die. The driver marks those of steps, a test those of calls. */
  moment(): void
  /** Kills the worker after this many moments. */
  killIn(moments: number): void
  deaths(): number
}

/**
 * @param createWorker creates the successor of a killed worker, which knows only what was stored @param toJob replaces
 * the job of the world
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

/**
 * Takes all steps of a submission. A killed worker is replaced by one that knows only what was stored.
 *
 * @returns the last checkpoint
 */
export async function submitDespiteDeaths(driver: AnalysisDriver, job: SubmissionJob): Promise<JsonValue> {
  let checkpoint: JsonValue = null
  for (;;) {
    try {
      const step = await driver.submit(job, checkpoint)
      checkpoint = JSON.parse(JSON.stringify(step.checkpoint))
      if (step.kind === 'submitted') return checkpoint
      if (step.kind !== 'continue') throw new Error(`The submission is ${step.kind}.`)
    } catch (error) {
      const isDeath = [error, toAppError(error).cause].some(one => one instanceof WorkerKilled)
      if (!isDeath) throw error
    }
  }
}

const finals = ['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL', 'ANALYSIS_FAILED', 'ANALYSIS_CANCELLED']

/** Actions on and observations of an analysis with killed workers. */
export function watchAnalysis(database: Database, world: AnalysisWorld, id: string) {
  return {
    /** Expires the claim of a killed worker, so that another one takes over. */
    async replaceWorker(): Promise<void> {
      await world.expireClaims()
      world.pass(10_000)
    },
    /** The events of the end. There must be one. */
    async ends(): Promise<string[]> {
      return (await world.events(id)).map(event => event.type).filter(type => finals.includes(type))
    },
    /** The number of published statements. */
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
 * Random actions: looks and hints, single or parallel, and the killing and replacing of workers.
 *
 * @param mostMoments the most moments until a worker is killed
 */
export function workerActions(mostMoments: number) {
  const kinds = ['poll', 'request', 'hint', 'at once', 'next', 'replace'] as const
  return [
    fc.record({ kind: fc.constantFrom(...kinds) }),
    fc.record({ kind: fc.constant('kill' as const), moment: fc.integer({ min: 1, max: mostMoments }) }),
  ] as const
}

/** Carries out one of `workerActions`. */
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
