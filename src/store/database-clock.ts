import type { Database } from './database.ts'
import { sql } from './sql.ts'

/**
 * The database's clock. All nodes of a database go by it, so what one node writes means the same to another, whatever the
 * clocks of their machines say.
 */
export interface DatabaseClock {
  /** The present, as this machine's clock and its difference at the last comparison say. */
  now(): Date
  /** The present as the database says at this moment; for what deletes things, since a machine's clock may be set at any time. */
  read(): Promise<Date>
  /** How far this machine's clock was ahead at the last comparison, in milliseconds; negative when it was behind. */
  aheadMs(): number
  /** Compares the clocks, then again and again. @throws Error when the first comparison fails */
  start(): Promise<void>
  stop(): void
}

export interface DatabaseClockOptions {
  readonly database: Database
  /** The clock of this machine. */
  readonly machineNow: () => Date
  /** Told after each comparison. */
  readonly onCompared: (aheadMs: number) => void
  readonly onError: (error: unknown) => void
}

const compareEveryMs = 10_000
/** A smaller difference from what was measured before may be the network's, and is left alone. */
const toleranceMs = 50

export function createDatabaseClock(options: DatabaseClockOptions): DatabaseClock {
  const { database, machineNow, onCompared, onError } = options
  let ahead = 0
  let timer: NodeJS.Timeout | undefined

  async function read(): Promise<Date> {
    const [row] = await database.acrossTenants<{ now: Date }>(sql`select clock_timestamp() as now`)
    if (!row) throw new Error('The database did not tell the time.')
    return row.now
  }

  async function compare(): Promise<void> {
    const startedAt = machineNow().getTime()
    const databaseMs = (await read()).getTime()
    const endedAt = machineNow().getTime()
    const measured = (startedAt + endedAt) / 2 - databaseMs
    // The database said its time at any moment while it was asked.
    const uncertaintyMs = Math.abs(endedAt - startedAt) / 2 + toleranceMs
    if (Math.abs(measured - ahead) > uncertaintyMs) ahead = measured
    onCompared(ahead)
  }

  return {
    now: () => new Date(machineNow().getTime() - ahead),
    read,
    aheadMs: () => ahead,
    async start() {
      await compare()
      timer = setInterval(() => void compare().catch(onError), compareEveryMs).unref()
    },
    stop: () => clearInterval(timer),
  }
}
