import type { Logger } from 'pino'
import type { Sleep } from '../http/sleep.ts'
import type { HealthVerdict } from './judge-health.ts'

/** Stores the health of vendor accounts, so that all servers see it. */
export type HealthPublisher = ReturnType<typeof createHealthPublisher>

export interface HealthPublisherOptions {
  readonly save: (account: string, verdict: HealthVerdict) => Promise<void>
  readonly now: () => Date
  readonly sleep: Sleep
  readonly logger: Logger
}

/** The shortest time between two writes about one account. */
const leastMs = 1_000
/** The time after which an unchanged verdict is written again, because another server may have written a different one. */
const refreshMs = 10_000

interface Told {
  latest: HealthVerdict
  written: HealthVerdict | null
  writtenMs: number
  writing: Promise<void> | null
}

/** Writes about an account at most once a second, and an unchanged verdict at most every 10 s, however many calls there are. */
export function createHealthPublisher({ save, now, sleep, logger }: HealthPublisherOptions) {
  const accounts = new Map<string, Told>()
  const stopped = new AbortController()

  /** @returns whether it was written */
  async function write(account: string, told: Told): Promise<boolean> {
    try {
      const waitMs = told.writtenMs + leastMs - now().getTime()
      if (waitMs > 0) await sleep(waitMs, stopped.signal)
      const verdict = told.latest
      told.writtenMs = now().getTime()
      await save(account, verdict)
      told.written = verdict
      return true
    } catch (error) {
      if (!stopped.signal.aborted) logger.warn({ err: error }, 'could not store the health of a provider')
      return false
    }
  }

  function writeIfDue(account: string, told: Told): void {
    const isOther = told.latest.health !== told.written?.health
    const isOld = now().getTime() - told.writtenMs >= refreshMs
    if (stopped.signal.aborted || told.writing || !(isOther || isOld)) return
    told.writing = write(account, told).then(isWritten => {
      told.writing = null
      // The verdict may have changed meanwhile, and perhaps no further call comes.
      if (isWritten) writeIfDue(account, told)
    })
  }

  return {
    /** Takes the verdict after a call. A changed verdict is written soon, an unchanged one from time to time. Never throws. */
    tell(account: string, verdict: HealthVerdict): void {
      const told = accounts.get(account) ?? {
        latest: verdict,
        written: null,
        writtenMs: Number.NEGATIVE_INFINITY,
        writing: null,
      }
      told.latest = verdict
      accounts.set(account, told)
      writeIfDue(account, told)
    },
    /** Cancels writes that wait, and waits for those under way. */
    async stop(): Promise<void> {
      stopped.abort()
      await Promise.all([...accounts.values()].map(told => told.writing))
    },
  }
}
