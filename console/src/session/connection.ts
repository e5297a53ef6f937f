import { ApolloClient, InMemoryCache } from '@apollo/client'
import { createSocketClient } from 'assay/client'
import { createAssayLink, typePolicies } from 'assay/client/apollo'
import { toHeaders } from './credential.ts'

/** How the subscriptions are doing; `WAITING` also while a request got no answer and is sent again. */
export type ConnectionState = 'CONNECTING' | 'CONNECTED' | 'WAITING'

/** A connection to the API with one credential and its cache. */
export interface Connection {
  readonly apollo: ApolloClient
  readonly readState: () => ConnectionState
  /** @returns a function that ends the watching */
  readonly watchState: (onChange: () => void) => () => void
}

/** Connects to the server that this page comes from. A socket is opened with the first subscription. */
export function connect(credential: string | null): Connection {
  const url = new URL('/graphql', location.origin)
  const headers = toHeaders(credential)
  const watchers = new Set<() => void>()
  let ofSocket: ConnectionState = 'CONNECTING'
  let ofRequests: ConnectionState = 'CONNECTED'
  const tellAll = () => {
    for (const tell of watchers) tell()
  }

  const subscriptions = createSocketClient({
    url: url.href,
    headers,
    onState(next) {
      ofSocket = next
      if (next === 'CONNECTED') ofRequests = next
      tellAll()
    },
  })
  return {
    apollo: new ApolloClient({
      link: createAssayLink({
        url: url.href,
        headers,
        subscriptions,
        attemptsOffline: Number.POSITIVE_INFINITY,
        // A person waits: the first answer comes soon after the server does.
        backoffMs: failures => Math.random() * Math.min(10_000, 2_000 * 2 ** failures),
        onState(next) {
          ofRequests = next
          tellAll()
        },
      }),
      cache: new InMemoryCache({ typePolicies }),
      // A reload after an event must not share the answer of an earlier request.
      queryDeduplication: false,
    }),
    readState: () => (ofRequests === 'WAITING' ? ofRequests : ofSocket),
    watchState(onChange) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}
