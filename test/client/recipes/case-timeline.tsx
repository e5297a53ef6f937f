import { useApolloClient, useSuspenseQuery } from '@apollo/client/react'
import type { SubscriptionClient } from 'assay/client'
import { CasePageDocument, EventCursorDocument, type EventFragment } from 'assay/client/documents'
import { useEvents } from 'assay/client/react'
import { useState } from 'react'

/** The events of a case. Mount it below a `<Suspense>`. */
export function CaseTimeline({ id, subscriptions }: { id: string; subscriptions: SubscriptionClient }) {
  const apollo = useApolloClient()
  const [events, setEvents] = useState<readonly EventFragment[]>([])
  // Read the cursor before the data, so that the events after it leave no gap.
  const { data, refetch } = useSuspenseQuery(EventCursorDocument, { fetchPolicy: 'network-only' })

  useEvents(subscriptions, {
    filter: { caseId: id },
    after: data.eventCursor,
    onEvent(event) {
      setEvents(before => [...before, event])
      apollo.refetchQueries({ include: [CasePageDocument] })
    },
    onEnd: problem => void (problem.kind === 'RELOAD' && refetch()),
  })
  return (
    <ol>
      {events.map(({ id, type, occurredAt }) => (
        <li key={id}>
          <time>{occurredAt}</time> {type}
        </li>
      ))}
    </ol>
  )
}
