import type { Resolvers } from '../__generated__/resolvers.ts'
import { type DataProvider, providerHealths } from '../providers/registry.ts'
import type { GraphQLContext } from './context.ts'

/** The provider as the caller's tenant sees it. A provider that was removed from this program has only its id. */
export function toDataProvider({ services, caller }: GraphQLContext, id: string): DataProvider {
  const known = services.providers.find(caller.tenant, id)
  if (known) return known
  return { id, name: id, products: [], capabilities: [], options: [], simulated: false, enabled: false, healthKey: id }
}

/** Null for a provider that is not enabled or was not called yet. */
async function healthOf({ enabled, healthKey }: DataProvider, { loaders }: GraphQLContext) {
  return enabled ? loaders.providerHealths.load(healthKey) : null
}

export const dataProviderResolvers = {
  Query: {
    dataProviders: (_query, _args, { services, caller }) => services.providers.list(caller.tenant),
  },
  DataProvider: {
    async health(source, _args, context) {
      const health = (await healthOf(source, context))?.health
      return providerHealths.find(word => word === health) ?? 'UNKNOWN'
    },
    healthReason: async (source, _args, context) => (await healthOf(source, context))?.reason ?? null,
    healthCheckedAt: async (source, _args, context) => (await healthOf(source, context))?.checkedAt ?? null,
    __resolveReference({ id }, { services, caller }) {
      const known = services.providers.find(caller.tenant, id)
      // A copy, because the answer to a router is marked with its type.
      return known && { ...known }
    },
  },
} satisfies Resolvers
