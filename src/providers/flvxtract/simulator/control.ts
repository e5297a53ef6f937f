import type { JournalEntry as ReceivedRequest } from '../../../simulation/http-server.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'login' | 'refresh' | 'list' | 'upload' | 'statement' | 'analysis' | 'consent' | 'join'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The file of a well-formed upload; else null. */
  upload: { readonly fileName: string; readonly digest: string; readonly byteSize: number } | null
}
