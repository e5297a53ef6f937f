import { createMovableClock } from '../simulation/movable-clock.ts'
import type { Database } from '../store/database.ts'
import { addForwardMs, readForwardMs, sandboxClockChannel } from '../store/sandbox-clock.ts'

/** The clock of a sandbox: the database's clock plus the time by which it was set forward. It never goes back. */
export type SandboxTime = Awaited<ReturnType<typeof createSandboxTime>>

export interface SandboxTimeOptions {
  readonly database: Database
  /** The database's clock. */
  readonly now: () => Date
  readonly read: () => Promise<Date>
  readonly onError: (error: unknown) => void
}

/** The most days by which the clock can be ahead. */
export const mostForwardDays = 3_650

/** How long after a failure the database is asked again how far the clock was set. */
const retryMs = 1_000

export async function createSandboxTime({ database, now, read, onError }: SandboxTimeOptions) {
  const clock = createMovableClock(now, await readForwardMs(database))
  const underWay = new Set<Promise<unknown>>()
  let setting: Promise<void> = Promise.resolve()
  let isSetting = false

  /** Sets the clock after all running work. Calls are carried out one after the other. A smaller value changes nothing. */
  function set(forwardMs: number): Promise<void> {
    setting = setting.then(async () => {
      isSetting = true
      await Promise.allSettled(underWay)
      clock.setForward(forwardMs)
      isSetting = false
    })
    return setting
  }

  let again: NodeJS.Timeout | undefined
  function follow(): void {
    readForwardMs(database)
      .then(set)
      .catch(error => {
        onError(error)
        clearTimeout(again)
        again = setTimeout(follow, retryMs)
      })
  }
  const stopListening = await database.listen(sandboxClockChannel, follow)

  return {
    now: clock.now,
    setTimer: clock.setTimer,
    /** The present time by the database's clock, plus the time by which it was set forward. */
    read: async () => new Date((await read()).getTime() + clock.forwardMs()),
    forwardMs: clock.forwardMs,
    /**
     * Sets the clock of all nodes forward permanently. Resolves when this node uses it. @returns false, without setting
     * it, when it would be more than ten years ahead
     */
    async move(ms: number): Promise<boolean> {
      const forwardMs = await addForwardMs(database, ms, mostForwardDays * 86_400_000)
      if (forwardMs === null) return false
      await set(forwardMs)
      return true
    },
    /**
     * Runs work that reads `now` once. The clock is set only when no such work is running, so later writes never have
     * earlier times.
     */
    async during<Result>(work: () => Promise<Result>): Promise<Result> {
      while (isSetting) await setting
      const done = work()
      underWay.add(done)
      try {
        return await done
      } finally {
        underWay.delete(done)
      }
    },
    stop(): Promise<void> {
      clearTimeout(again)
      return stopListening()
    },
  }
}

/** A database whose clock was set forward contains future times, so it must not hold real data. */
export class MovedClockError extends Error {
  override readonly name = 'MovedClockError'
}

/** @throws MovedClockError when the database belongs to a sandbox whose clock was set forward */
export async function refuseMovedClock(database: Database): Promise<void> {
  const days = Math.ceil((await readForwardMs(database)) / 86_400_000)
  if (days === 0) return
  throw new MovedClockError(
    `This database belongs to a sandbox whose clock was set forward by ${days} day${days === 1 ? '' : 's'}. Start with another DATA_DIR or DATABASE_URL, or as a sandbox.`,
  )
}
