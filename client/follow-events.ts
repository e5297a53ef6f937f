import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type Cursor, type EventFilter, EventCursorDocument, type EventFragment, EventsDocument } from './documents.ts'
import { type FollowOptions, follow } from './follow.ts'
import type { SubscriptionClient } from './subscription-client.ts'

interface Placed {
  readonly cursor: Cursor
}

/** A subscription to `events` that selects `cursor` and has the variables `$filter` and `$after`. */
export type EventsQuery<Event extends Placed> = TypedDocumentNode<
  { readonly events: Event },
  { readonly filter?: EventFilter | null | undefined; readonly after?: Cursor | null | undefined }
>

export interface FollowEventsOptions extends FollowOptions {
  readonly filter?: EventFilter | null | undefined
  /** The cursor of the last processed event. When absent, only new events are followed. */
  readonly after?: Cursor | null | undefined
  /** Called with each cursor after the loop has processed its event. Store it to continue after it later. */
  readonly onCursor?: ((cursor: Cursor) => void) | undefined
}

/**
 * Follows events across broken connections: each event once, in order, without gaps.
 *
 * @throws CursorExpiredError when events after the cursor were purged; AssayError, ConnectionError
 */
export function followEvents(
  client: SubscriptionClient,
  options?: FollowEventsOptions,
): AsyncGenerator<EventFragment, void, undefined>
export function followEvents<Event extends Placed>(
  client: SubscriptionClient,
  options: FollowEventsOptions & { readonly document: EventsQuery<Event> },
): AsyncGenerator<Event, void, undefined>
export async function* followEvents(
  client: SubscriptionClient,
  options: FollowEventsOptions & { readonly document?: EventsQuery<Placed> } = {},
): AsyncGenerator<Placed, void, undefined> {
  const { document = EventsDocument, filter, after, signal, onCursor } = options
  const from = after ?? (await readEnd(client, signal))
  for await (const { events: event } of follow(client, document, { filter, after: from }, { signal })) {
    yield event
    onCursor?.(event.cursor)
  }
}

/** Without a first cursor, events before the first received one would be missed after a broken connection. */
async function readEnd(client: SubscriptionClient, signal: AbortSignal | undefined): Promise<Cursor | null> {
  for await (const { eventCursor } of follow(client, EventCursorDocument, {}, { signal })) return eventCursor
  return null
}
