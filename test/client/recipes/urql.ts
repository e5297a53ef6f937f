import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import type { SubscriptionClient } from 'assay/client'
import { keys, resolvers, toSubscriptionExchange } from 'assay/client/urql'

/** @param fetchOptions returns the headers that identify the caller */
export function createUrql(url: string, fetchOptions: () => RequestInit, subscriptions: SubscriptionClient): Client {
  const exchanges = [cacheExchange({ keys, resolvers }), fetchExchange, toSubscriptionExchange(subscriptions)]
  // The server refuses urql's GET requests, because any page could make a browser send them.
  return new Client({ url, fetchOptions, preferGetMethod: false, exchanges })
}
