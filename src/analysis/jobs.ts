import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type EventSource, eventSources } from '../domain/activity-event.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import type { Database, Queries } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { createJobWorkers } from './job-workers.ts'

/** Asks that somebody looks at an analysis. */
export interface AnalysisJob {
  readonly tenant: TenantId
  readonly analysisId: string
  readonly via: EventSource
  readonly correlationId: string
  /** It came before, while somebody else was at it. */
  readonly isRepeated?: boolean | undefined
}

export interface Jobs {
  /** Joins the transaction or connection given; the job exists when that is committed. */
  send(queries: Queries, job: AnalysisJob, at: Date | null): Promise<void>
  /** The same for what may have been asked for already: at most one such job per analysis in ten seconds. */
  sendAgain(queries: Queries, job: AnalysisJob): Promise<void>
  /** Deletes what was ever asked for about these analyses, but what is being done at this moment. */
  forget(analysisIds: readonly string[]): Promise<void>
  start(): Promise<void>
  /** Waits for work in flight, then hands the rest back. */
  stop(): Promise<void>
}

export interface JobsOptions {
  readonly database: Database
  readonly logger: Logger
  readonly work: (job: AnalysisJob) => Promise<void>
  /** Done every few seconds. */
  readonly sweep: () => Promise<void>
  readonly onDone: (outcome: 'completed' | 'failed', ms: number) => void
}

const queue = 'analysis'
/** On which processes hear of new jobs: when one is due, in milliseconds since 1970; nothing when it is now, or one may have been missed. */
const channel = 'assay_jobs'
const jobSchema = z.object({
  tenant: tenantIdSchema,
  analysisId: z.string(),
  via: z.enum(eventSources),
  correlationId: z.string(),
  isRepeated: z.boolean().optional(),
})

/** How many analyses one process works on at a time. Most of it is waiting for vendors. */
const concurrency = 20
const sweepMs = 4_000
const drainMs = 8_000

/** The queue that makes analyses go on, kept in the same database as their state. */
export function createJobs({ database, logger, work, sweep, onDone }: JobsOptions): Jobs {
  const boss = new PgBoss({
    db: database.jobs,
    backend: database.engine === 'embedded' ? 'pglite' : 'postgres',
    schedule: false,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  })
  boss.on('error', error => logger.error({ err: error }, 'job queue failed'))
  const workers = createJobWorkers({
    boss,
    queue,
    count: concurrency,
    work: job => observed(() => work(jobSchema.parse(job.data))),
  })
  let stopListening = async () => {}
  let timer: NodeJS.Timeout | undefined
  let sweeping: Promise<void> | null = null

  async function observed(run: () => Promise<void>): Promise<void> {
    const startedAt = performance.now()
    let outcome: 'completed' | 'failed' = 'failed'
    try {
      await run()
      outcome = 'completed'
    } finally {
      onDone(outcome, performance.now() - startedAt)
    }
  }

  /** Heard when the transaction is committed. */
  async function announce(queries: Queries, due: Date | null): Promise<void> {
    await queries.acrossTenants(sql`select pg_notify(${channel}, ${String(due?.getTime() ?? '')})`)
  }

  return {
    async send(queries, job, at) {
      await boss.send(queue, { ...job }, { db: queries.jobs, ...(at ? { startAfter: at } : {}) })
      await announce(queries, at)
    },
    async sendAgain(queries, job) {
      await boss.send(queue, { ...job }, { db: queries.jobs, singletonKey: job.analysisId, singletonSeconds: 10 })
      await announce(queries, null)
    },
    async forget(analysisIds) {
      for (const analysisId of analysisIds) {
        const jobs = await boss.findJobs(queue, { data: { analysisId } })
        const idle = jobs.filter(job => job.state !== 'active').map(job => job.id)
        if (idle.length > 0) await boss.deleteJob(queue, idle)
      }
    },
    async start() {
      // Of servers that make the queue's tables at the same moment all but one fail; a moment later the tables are there.
      await boss.start().catch(() => boss.start())
      // A killed worker's jobs are found by their missing heartbeat and given to another.
      await boss.createQueue(queue, { heartbeatSeconds: 10, retryLimit: 3, retryDelay: 1 })
      await workers.start()
      stopListening = await database.listen(channel, due => workers.wakeAt(due === '' ? null : new Date(Number(due))))
      timer = setInterval(() => {
        sweeping ??= sweep()
          .catch(error => logger.error({ err: error }, 'sweep failed'))
          .finally(() => {
            sweeping = null
          })
      }, sweepMs)
    },
    async stop() {
      clearInterval(timer)
      await stopListening()
      workers.stop()
      await sweeping
      await boss.stop({ graceful: true, timeout: drainMs })
    },
  }
}
