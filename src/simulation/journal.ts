import type { IncomingHttpHeaders } from 'node:http'

/** Entries kept; older ones are dropped. */
const capacity = 10_000

/** One request as it was received; a vendor adds what it understood of it. */
export interface JournalEntry<Operation extends string> {
  readonly at: Date
  /** `unknown` is every path or method that there is no route for. */
  readonly operation: Operation | 'unknown'
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The answer's status; null while there is none, and for a connection cut before. */
  status: number | null
}

export interface Journal<Entry> {
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
