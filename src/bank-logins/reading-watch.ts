import type { Database } from '../store/database.ts'
import { bankReadingChannel } from '../store/bank-users.ts'

/** Notifies waiting code that a look at bank users has ended. */
export interface ReadingWatch {
  /** Resolves at the end of the next look at the applicant's bank users, or after `mostMs`. */
  next(applicantId: string, mostMs: number): Promise<void>
}

/** Listens for the looks of every process. */
export function createReadingWatch(database: Pick<Database, 'listen'>) {
  const waiting = new Map<string, Set<() => void>>()
  let stopListening = async () => {}

  function wake(applicantId: string): void {
    for (const resolve of waiting.get(applicantId) ?? []) resolve()
  }

  return {
    async start(): Promise<void> {
      stopListening = await database.listen(bankReadingChannel, applicantId => {
        // Notifications may have been missed.
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
