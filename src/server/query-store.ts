import type { ApolloServerOptions, BaseContext } from '@apollo/server'
import { LRUCache } from 'lru-cache'

type PersistedQueries = Exclude<ApolloServerOptions<BaseContext>['persistedQueries'], false | undefined>

/** Texts of automatic persisted queries by their hash. When they come to too much, those unused for longest are forgotten. */
export function createQueryStore(maxCharacters: number): NonNullable<PersistedQueries['cache']> {
  const texts = new LRUCache<string, string>({ maxSize: maxCharacters, sizeCalculation: text => text.length })
  return {
    get: async hash => texts.get(hash),
    async set(hash, text) {
      texts.set(hash, text)
    },
    delete: async hash => texts.delete(hash),
  }
}
