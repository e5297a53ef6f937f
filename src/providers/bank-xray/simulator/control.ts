import type { JournalEntry as ReceivedRequest } from '../../../simulation/http-server.ts'

/** What a route is for. `store` is the second server, which takes the bytes. */
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
export interface JournalEntry extends ReceivedRequest<Operation> {
  /** The bytes that the store took; else null. */
  upload: { readonly mediumId: string; readonly digest: string; readonly byteSize: number } | null
}
