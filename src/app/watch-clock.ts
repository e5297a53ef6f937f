import type { Logger } from 'pino'
import type { Metrics } from '../server/metrics.ts'
import { createDatabaseClock, type DatabaseClock } from '../store/database-clock.ts'
import type { Database } from '../store/database.ts'

/** The least difference that is reported, in milliseconds. */
const tellingMs = 30_000

export interface WatchedClock extends DatabaseClock {
  /** The description of this machine's clock for `/readyz`. */
  describe(): string
}

/**
 * Returns the database's clock. If this machine's clock differs from it by more than 30 s, the log, the metrics and
 * `/readyz` report it.
 */
export function watchClock(parts: {
  readonly database: Database
  readonly machineNow: () => Date
  readonly metrics: Metrics
  readonly logger: Logger
}): WatchedClock {
  const { metrics, logger, ...sources } = parts
  let told = false
  const clock = createDatabaseClock({
    ...sources,
    onCompared(aheadMs) {
      metrics.clockAhead(aheadMs)
      const differs = Math.abs(aheadMs) > tellingMs
      if (differs && !told)
        logger.warn({ aheadSeconds: aheadMs / 1_000 }, `the clock of this machine is ${describeDifference(aheadMs)}`)
      else if (told && !differs) logger.info('the clock of this machine is right again')
      told = differs
    },
    onError: error => logger.warn({ err: error }, 'the clocks could not be compared'),
  })
  return {
    ...clock,
    describe: () => (Math.abs(clock.aheadMs()) > tellingMs ? describeDifference(clock.aheadMs()) : 'ok'),
  }
}

function describeDifference(aheadMs: number): string {
  const seconds = Math.round(Math.abs(aheadMs) / 1_000)
  return `${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the database's, which is used instead`
}
