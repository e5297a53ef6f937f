import type { Resolvers } from '../__generated__/resolvers.ts'
import type { Bank } from '../domain/bank.ts'
import { type BankList, pageBanks, searchBanks } from '../loaders/bank-lists.ts'
import { type Connection, connectionResolvers, createConnection, edgeResolvers } from './connection.ts'

/** A page of a provider's banks, and how old the list is. */
export type BankConnection = Connection<Bank> & Pick<BankList, 'retrievedAt' | 'stale'>

export const bankResolvers = {
  Query: {
    async banks(_query, { provider, search, ...paging }, context): Promise<BankConnection> {
      const { caller, services } = context
      const { value, retrievedAt, stale } = await services.banks.read(caller.tenant, provider)
      const banks = searchBanks(value, search ?? '')
      const loader = {
        page: async (_parent: unknown, _args: unknown, request: Parameters<typeof pageBanks>[1]) =>
          pageBanks(banks, request),
        count: async () => banks.length,
      }
      const parent = { kind: 'tenant', key: caller.tenant } as const
      const list = { name: `banks of ${provider}`, parent, order: 'name', args: null }
      return { ...(await createConnection(context, loader, list, paging)), retrievedAt, stale }
    },
  },
  BankConnection: connectionResolvers,
  BankEdge: edgeResolvers,
} satisfies Resolvers
