import type { Resolvers } from '../__generated__/resolvers.ts'
import type { DataProvider } from '../providers/registry.ts'
import type { GraphQLContext } from './context.ts'

/** The provider as the caller sees it. One that is no longer part of this program is known by its id only. */
export function toDataProvider({ services, caller }: GraphQLContext, id: string): DataProvider {
  const known = services.providers.find(caller.tenant, id)
  if (known) return known
  return { id, name: id, products: [], capabilities: [], simulated: false, enabled: false, health: 'UNKNOWN' }
}

export const dataProviderResolvers = {
  Query: {
    dataProviders: (_query, _args, { services, caller }) => services.providers.list(caller.tenant),
  },
  DataProvider: {
    __resolveReference({ id }, { services, caller }) {
      const known = services.providers.find(caller.tenant, id)
      // A copy, because the answer to a router is marked with its type.
      return known && { ...known }
    },
  },
} satisfies Resolvers
