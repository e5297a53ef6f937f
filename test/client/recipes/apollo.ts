import { ApolloClient, InMemoryCache } from '@apollo/client'
import type { ConnectionOptions, SubscriptionClient } from 'assay/client'
import { createAssayLink, typePolicies } from 'assay/client/apollo'

/** @param options the same `url` and `headers` as for the client for subscriptions */
export function createApollo({ url, headers }: ConnectionOptions, subscriptions: SubscriptionClient): ApolloClient {
  return new ApolloClient({
    link: createAssayLink({ url, headers, subscriptions }),
    cache: new InMemoryCache({ typePolicies }),
    // What is loaded again after an event must not share an answer that was asked for before it.
    queryDeduplication: false,
  })
}
