import type * as simulation from '../../../simulation/journal.ts'

/** What a route is for; `store` is the one of the other server, where bytes go. */
export type Operation =
  | 'create-request'
  | 'requests'
  | 'request'
  | 'create-medium'
  | 'store'
  | 'publish'
  | 'reports'
  | 'report'
  | 'download'

/** One request as it was received. */
export interface JournalEntry extends simulation.JournalEntry<Operation> {
  /** The bytes that the store took; else null. */
  upload: { readonly mediumId: string; readonly digest: string; readonly byteSize: number } | null
}
