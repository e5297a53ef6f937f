import type { Database } from './database.ts'
import { sql } from './sql.ts'

/**
 * The database's clock. All nodes use it, so their timestamps are comparable even when the clocks of their machines differ.
 */
export interface DatabaseClock {
  /** The time of this machine's clock, corrected by the difference found at the last comparison. */
  now(): Date
  /** Asks the database for the time. For code that deletes data, because a machine's clock may be changed at any time. */
  read(): Promise<Date>
  /** How far this machine's clock was ahead at the last comparison, in milliseconds; negative when it was behind. */
  aheadMs(): number
  /** Compares the clocks now and then regularly. @throws Error when the first comparison fails */
  start(): Promise<void>
  stop(): void
}

export interface DatabaseClockOptions {
  readonly database: Database
  /** The clock of this machine. */
  readonly machineNow: () => Date
  /** Called after each comparison. */
  readonly onCompared: (aheadMs: number) => void
  readonly onError: (error: unknown) => void
}

const compareEveryMs = 10_000
/** A smaller change since the last measurement may come from the network and is ignored. */
const toleranceMs = 50

export function createDatabaseClock(options: DatabaseClockOptions): DatabaseClock {
  const { database, machineNow, onCompared, onError } = options
  let ahead = 0
  let timer: NodeJS.Timeout | undefined

  async function read(): Promise<Date> {
    const [row] = await database.acrossTenants<{ now: Date }>(sql`select clock_timestamp() as now`)
    if (!row) throw new Error('The database returned no row for the current time.')
    return row.now
  }

  async function compare(): Promise<void> {
    const startedAt = machineNow().getTime()
    const databaseMs = (await read()).getTime()
    const endedAt = machineNow().getTime()
    const measured = (startedAt + endedAt) / 2 - databaseMs
    // The database read its clock at an unknown moment between the two.
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
