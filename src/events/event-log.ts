import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import type { Reach } from '../domain/reach.ts'

export interface EventPage {
  readonly events: readonly ActivityEvent[]
  readonly hasNextPage: boolean
}

/** A tenant's events within a reach, in the order of their sequence numbers. */
export interface EventLog {
  /** Up to `first` events after a sequence number; from the oldest stored one for null. */
  page(reach: Reach, filter: EventFilter, first: number, after: number | null): Promise<EventPage>
  /** The sequence number of the newest event; 0 when there is none. */
  head(reach: Reach): Promise<number>
  /**
   * Every event after a sequence number (null for new ones only), without gaps. Ends when the process stops, and after
   * the erasure of the applicant that the reach is bound to.
   */
  follow(reach: Reach, filter: EventFilter, after: number | null): AsyncIterableIterator<ActivityEvent>
  /** The signed cursor of an event. */
  toCursor(reach: Reach, sequence: number): string
  /** @throws AppError BAD_USER_INPUT for a cursor that was not made for this reach, CURSOR_EXPIRED for one whose successors were purged */
  parseCursor(reach: Reach, cursor: string): Promise<number>
}
