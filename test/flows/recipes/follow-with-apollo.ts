import {
  ApolloClient,
  ApolloLink,
  CombinedGraphQLErrors,
  gql,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { OperationTypeNode } from 'graphql'
import type { Client as Sockets } from 'graphql-ws'

/** @param http the link that you have for queries and mutations */
export function createApollo(http: ApolloLink, sockets: Sockets): ApolloClient {
  const isSubscription = ({ operationType }: ApolloLink.Operation) => operationType === OperationTypeNode.SUBSCRIPTION
  const link = ApolloLink.split(isSubscription, new GraphQLWsLink(sockets), http)
  return new ApolloClient({ link, cache: new InMemoryCache() })
}

const query: TypedDocumentNode<
  { readonly events: { readonly cursor: string; readonly type: string } },
  { readonly after: string | null }
> = gql`
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
export function followWithApollo(apollo: ApolloClient, after: string | null, { onEvent, onEnd }: Listener): () => void {
  // By default an event would be withheld for an error in one of its fields.
  const results = apollo.subscribe({ query, variables: { after }, errorPolicy: 'all' })
  const following = results.subscribe(({ data, error }) => {
    if (data) return onEvent(data.events)
    following.unsubscribe()
    onEnd(error?.message ?? '', CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.code : undefined)
  })
  return () => following.unsubscribe()
}
