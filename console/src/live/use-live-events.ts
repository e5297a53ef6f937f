import { useApolloClient } from '@apollo/client/react'
import { type Problem, toProblem } from 'assay/client'
import { useEffect, useEffectEvent, useState } from 'react'
import { graphql } from '../__generated__/gql.ts'
import type { EventFilter, LiveEventsSubscription } from '../__generated__/graphql.ts'
import { createRefresher } from './create-refresher.ts'

const LiveEvents = graphql(`
  subscription LiveEvents($filter: EventFilter!, $after: Cursor!) {
    events(filter: $filter, after: $after) {
      id
      cursor
      type
      ...TimelineEntry
      case {
        id
        status
        updatedAt
      }
      analysis {
        id
        ...AnalysisCard
      }
      document {
        id
        ...DocumentRow
      }
    }
  }
`)

export type LiveEvent = LiveEventsSubscription['events']

interface LiveEventsOptions {
  /** The filter of events. It must be the same object in every rendering. */
  readonly filter: EventFilter
  /** The cursor after which events are followed. */
  readonly after: string
  readonly onEvent?: (event: LiveEvent) => void
}

/**
 * Follows events while the component is mounted, across lost connections, without gaps or repetitions. Their data goes
 * into the cache, and other changed data is reloaded.
 *
 * @returns the problem that ended the subscription; null while it is running
 */
export function useLiveEvents({ filter, after, onEvent }: LiveEventsOptions): Problem | null {
  const apollo = useApolloClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = useEffectEvent((event: LiveEvent) => onEvent?.(event))

  useEffect(() => {
    const left = new AbortController()
    const refresh = createRefresher(apollo, left.signal)
    // Not useSubscription: React may show only the last of several results that arrive together.
    const subscription = apollo.subscribe({ query: LiveEvents, variables: { filter, after } }).subscribe({
      next({ data, error }) {
        if (error) setProblem(toProblem(error))
        if (!data) return
        take(data.events)
        refresh(data.events.type)
      },
      error: error => setProblem(toProblem(error)),
    })
    return () => {
      left.abort()
      subscription.unsubscribe()
    }
  }, [apollo, filter, after])
  return problem
}
