import type { SubscriptionClient } from 'assay/client'

/** Answers every subscription with 1,000 events at once, as if they arrived in one chunk of a stream. */
export const burst: SubscriptionClient = {
  subscribe(_payload, sink) {
    let isEnded = false
    setTimeout(() => {
      for (let sequence = 1; sequence <= 1_000 && !isEnded; sequence += 1) sink.next(toResult(sequence))
    })
    return () => {
      isEnded = true
    }
  },
  dispose() {},
}

function toResult(sequence: number) {
  const event = { __typename: 'ActivityEvent', id: `evt_${sequence}`, cursor: `${sequence}`, sequence }
  // Parsed like an answer over a connection, because its type is unknown.
  return JSON.parse(JSON.stringify({ data: { events: event } }))
}
