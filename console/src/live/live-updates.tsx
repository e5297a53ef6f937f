import { useState } from 'react'
import type { EventFilter } from '../__generated__/graphql.ts'
import { useLiveEvents } from './use-live-events.ts'

interface LiveUpdatesProps {
  /** The events that change the shown data. */
  readonly filter: EventFilter
  /** The `eventCursor` that was read with the shown data, so that no event in between is missed. */
  readonly after: string
}

/** Keeps the shown data up to date while mounted. */
export function LiveUpdates(props: LiveUpdatesProps): null {
  // The first values. Reloaded data has a new cursor, but the events continue from the first one.
  const [from] = useState(props)
  useLiveEvents(from)
  return null
}
