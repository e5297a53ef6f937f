import { useSubscription } from '@apollo/client/react'
import type { SubscriptionClient } from 'assay/client'
import { EventsDocument } from 'assay/client/documents'
import { useEvents } from 'assay/client/react'
import { useState } from 'react'

interface Props {
  readonly over: string
  readonly subscriptions: SubscriptionClient
  readonly after: string
}

/** Events after a cursor, in every way in which a component can follow them. */
export function Replay({ over, subscriptions, after }: Props) {
  const [byHook, setByHook] = useState<readonly number[]>([])
  const [byCallback, setByCallback] = useState<readonly number[]>([])
  const [rendered, setRendered] = useState<readonly number[]>([])

  useEvents(subscriptions, { after, onEvent: ({ sequence }) => setByHook(before => [...before, sequence]) })
  const { data } = useSubscription(EventsDocument, {
    variables: { after },
    errorPolicy: 'all',
    fetchPolicy: 'no-cache',
    onData({ data: { data: told } }) {
      if (told) setByCallback(before => [...before, told.events.sequence])
    },
  })
  // `useSubscription` shows only the events that a rendering sees.
  const sequence = data?.events.sequence
  if (sequence !== undefined && sequence !== rendered.at(-1)) setRendered([...rendered, sequence])

  // The text grows with each event, so it is shown only when it is complete.
  const show = (sequences: readonly number[], isComplete = sequences.length >= 1_000) =>
    isComplete && sequences.join(' ')
  return (
    <div id={over}>
      <p className="useEvents">{show(byHook)}</p>
      <p className="onData">{show(byCallback)}</p>
      <p className="data">{show(rendered, byHook.length >= 1_000)}</p>
    </div>
  )
}
