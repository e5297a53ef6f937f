import type { ActivityEvent, EventFilter } from '../domain/activity-event.ts'
import type { TenantId } from '../domain/tenant.ts'

export interface EventPage {
  readonly events: readonly ActivityEvent[]
  readonly hasNextPage: boolean
}

/** A tenant's events in the order of their numbers. */
export interface EventLog {
  /** Up to `first` events after the number given (null: from the oldest kept). */
  page(tenant: TenantId, filter: EventFilter, first: number, after: number | null): Promise<EventPage>
  /** The number of the newest event; 0 when there is none. */
  head(tenant: TenantId): Promise<number>
  /** Every event after the number given (null: from now), for ever, without a gap. Ends when the process stops. */
  follow(tenant: TenantId, filter: EventFilter, after: number | null): AsyncIterableIterator<ActivityEvent>
  /** The signed cursor of an event. */
  toCursor(tenant: TenantId, sequence: number): string
  /** @throws AppError BAD_USER_INPUT for a cursor that was not made for this tenant, CURSOR_EXPIRED for one whose successors were purged */
  parseCursor(tenant: TenantId, cursor: string): Promise<number>
}
