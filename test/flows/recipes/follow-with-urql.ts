import { Client, type ClientOptions, cacheExchange, fetchExchange, gql, subscriptionExchange } from '@urql/core'
import type { Client as Sockets } from 'graphql-ws'

/** @param http where queries and mutations go, and with what headers */
export function createUrql(http: Pick<ClientOptions, 'url' | 'fetchOptions'>, sockets: Sockets): Client {
  const overSockets = subscriptionExchange({
    forwardSubscription: ({ query = '', ...request }) => ({
      subscribe: sink => ({ unsubscribe: sockets.subscribe({ query, ...request }, sink) }),
    }),
  })
  // Without this, queries go as GET, which the server refuses as something that any page could have a browser do.
  const preferGetMethod = false
  return new Client({ ...http, preferGetMethod, exchanges: [cacheExchange, fetchExchange, overSockets] })
}

const query = gql<
  { readonly events: { readonly cursor: string; readonly type: string } },
  { readonly after: string | null }
>`
  subscription Events($after: Cursor) {
    events(after: $after) { cursor type analysis { id status stage } }
  }
`

export interface Listener {
  onEvent(event: { readonly cursor: string; readonly type: string }): void
  /** Nothing more comes. CURSOR_EXPIRED: load everything afresh. Anything else: you may follow again, from where you were. */
  onEnd(reason: string, code: unknown): void
}

/**
 * @param after cursor of the last event that you have dealt with; null: from now on
 * @returns what stops it
 */
export function followWithUrql(urql: Client, after: string | null, { onEvent, onEnd }: Listener): () => void {
  let last = after
  const following = urql.subscription(query, { after }).subscribe(({ data, error }) => {
    // With an error urql hands out the event before it once more, and with each event the errors before it.
    if (data && data.events.cursor !== last) {
      last = data.events.cursor
      return onEvent(data.events)
    }
    following.unsubscribe()
    onEnd(error?.message ?? '', error?.graphQLErrors[0]?.extensions.code)
  })
  return () => following.unsubscribe()
}
