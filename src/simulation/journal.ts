import type { IncomingHttpHeaders } from 'node:http'

/** The number of entries that are kept. Older ones are dropped. */
const capacity = 10_000

/** One received request. A vendor adds what it read from it. */
export interface JournalEntry<Operation extends string> {
  readonly at: Date
  /** `unknown` for a path or method without a route. */
  readonly operation: Operation | 'unknown'
  readonly method: string
  /** The path with the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The status of the answer; null before the answer, and when the connection was closed without one. */
  status: number | null
}

export interface Journal<Entry> {
  /** The last 10,000 requests, oldest first. */
  readonly entries: readonly Readonly<Entry>[]
  record(entry: Entry): void
}

export function createJournal<Entry>(): Journal<Entry> {
  const entries: Entry[] = []
  return {
    entries,
    record(entry) {
      entries.push(entry)
      if (entries.length > capacity) entries.shift()
    },
  }
}
