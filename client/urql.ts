import { subscriptionExchange } from '@urql/core'
import type { Resolver } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { connectionFields, envelopeTypes, valueTypes } from './__generated__/cache-tables.ts'
import type { SubscriptionClient } from './subscription-client.ts'

/** For graphcache: types without an id, which it stores within their parent. All others have `id`, as it expects. */
export const keys: Readonly<Record<string, () => null>> = Object.fromEntries(
  [...envelopeTypes, ...valueTypes].map(type => [type, () => null]),
)

/** For graphcache: paged lists grow with each fetched page, separately for each filter and order. */
export const resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>> = Object.fromEntries(
  Object.entries(connectionFields).map(([type, fields]) => [
    type,
    Object.fromEntries(Object.keys(fields).map(field => [field, relayPagination()])),
  ]),
)

/** Subscriptions of urql over a client of this package. Each result is one event, in order. */
export function toSubscriptionExchange(client: SubscriptionClient) {
  return subscriptionExchange({
    forwardSubscription: ({ query = '', variables, extensions }) => ({
      subscribe: sink => ({ unsubscribe: client.subscribe({ query, variables, extensions }, sink) }),
    }),
  })
}
