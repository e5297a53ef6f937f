import type { Database } from '../store/database.ts'
import { bankReadingChannel } from '../store/bank-users.ts'

/** Tells whoever waits for a reading of bank data that a look has ended. */
export interface ReadingWatch {
  /** Resolves at the end of the next look at the applicant's bank data, or after so many milliseconds. */
  next(applicantId: string, mostMs: number): Promise<void>
}

/** Listens to the looks of every process. */
export function createReadingWatch(database: Pick<Database, 'listen'>) {
  const waiting = new Map<string, Set<() => void>>()
  let stopListening = async () => {}

  function wake(applicantId: string): void {
    for (const resolve of waiting.get(applicantId) ?? []) resolve()
  }

  return {
    async start(): Promise<void> {
      stopListening = await database.listen(bankReadingChannel, applicantId => {
        // Some may have been missed.
        if (applicantId === '') for (const each of [...waiting.keys()]) wake(each)
        else wake(applicantId)
      })
    },
    stop: () => stopListening(),

    async next(applicantId: string, mostMs: number): Promise<void> {
      const ended = Promise.withResolvers<void>()
      const others = waiting.get(applicantId) ?? new Set()
      waiting.set(applicantId, others.add(ended.resolve))
      const timer = setTimeout(ended.resolve, mostMs)
      await ended.promise
      clearTimeout(timer)
      others.delete(ended.resolve)
      if (others.size === 0) waiting.delete(applicantId)
    },
  }
}
