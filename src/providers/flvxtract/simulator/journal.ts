import type * as simulation from '../../../simulation/journal.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'login' | 'refresh' | 'list' | 'upload' | 'statement' | 'analysis' | 'consent' | 'join'

/** One request as it was received. */
export interface JournalEntry extends simulation.JournalEntry<Operation> {
  /** The file of an upload that was well formed; else null. */
  upload: { readonly fileName: string; readonly digest: string; readonly byteSize: number } | null
}
