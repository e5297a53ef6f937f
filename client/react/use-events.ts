import { useEffect, useEffectEvent } from 'react'
import type { Cursor, EventFilter, EventFragment } from '../documents.ts'
import { followEvents } from '../follow-events.ts'
import { type Problem, toProblem } from '../problem.ts'
import type { SubscriptionClient } from '../subscription-client.ts'

export interface UseEventsOptions {
  readonly filter?: EventFilter | undefined
  /**
   * The start: the `eventCursor` that was read before the page's data. A changed value restarts there, so do not pass
   * the cursor of each event. Null: nothing is followed yet.
   */
  readonly after: Cursor | null
  /** Called for each event in order, independently of React's batching. */
  onEvent(event: EventFragment): void
  /** Called when the subscription ends. After `RELOAD` reload the page's data with a new cursor. */
  onEnd?(problem: Problem): void
}

/** Follows events while the component is mounted. */
export function useEvents(client: SubscriptionClient, { filter, after, onEvent, onEnd }: UseEventsOptions): void {
  const tell = useEffectEvent(onEvent)
  const tellEnd = useEffectEvent((problem: Problem) => onEnd?.(problem))
  // Filters are compared by value, because each rendering may make a new object.
  const wanted = JSON.stringify(filter ?? {})
  useEffect(() => {
    if (after === null) return
    const stop = new AbortController()
    const run = async (signal: AbortSignal) => {
      for await (const event of followEvents(client, { filter: JSON.parse(wanted), after, signal })) tell(event)
    }
    run(stop.signal).catch(error => {
      const problem = toProblem(error)
      if (problem) tellEnd(problem)
    })
    return () => stop.abort()
  }, [client, wanted, after])
}
