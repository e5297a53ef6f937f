import type { JournalEntry as ReceivedRequest } from '../../../simulation/http-server.ts'
import type { ReceivedFolder } from './read-folder.ts'

/** What a route is for, as faults and the journal name it. */
export type Operation = 'case' | 'retrieve' | 'share'

/** One request as it was received. */
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The folder if it was well-formed; else null. */
  folder: ReceivedFolder | null
}
