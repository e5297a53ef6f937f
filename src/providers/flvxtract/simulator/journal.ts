import type { IncomingHttpHeaders } from 'node:http'

/** What a route is for, as faults and the journal name it; `unknown` is every path or method there is none for. */
export const operations = [
  'login',
  'refresh',
  'list',
  'upload',
  'statement',
  'analysis',
  'consent',
  'join',
  'unknown',
] as const
export type Operation = (typeof operations)[number]

/** Entries kept; older ones are dropped. */
const capacity = 10_000

/** One request as it was received. */
export interface JournalEntry {
  readonly at: Date
  readonly operation: Operation
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The file of an upload that was well formed; else null. */
  upload: { readonly fileName: string; readonly digest: string; readonly byteSize: number } | null
  /** The answer's status; null while there is none, and for a connection cut before. */
  status: number | null
}

export interface Journal {
  readonly entries: readonly Readonly<JournalEntry>[]
  record(entry: JournalEntry): void
}

export function createJournal(): Journal {
  const entries: JournalEntry[] = []
  return {
    entries,
    record(entry) {
      entries.push(entry)
      if (entries.length > capacity) entries.shift()
    },
  }
}
