import type { Resolvers } from '../__generated__/resolvers.ts'
import { createConnection } from './connection.ts'
import { present } from './present.ts'
import { checkTransactionFilter } from './transaction.ts'
import { membersAskedFor } from './transaction-members.ts'

export const bankAccountResolvers = {
  Query: {
    bankAccount: (_query, { id }, { loaders }) => loaders.bankAccounts.load(id),
  },
  BankAccount: {
    __resolveReference: ({ id }, { loaders }) => loaders.bankAccounts.load(id),
    login: (account, _args, { loaders }) =>
      present(loaders.bankLogins.load(account.loginId), 'The login of a bank account'),
    transactions(account, { filter, orderBy, ...paging }, context, info) {
      checkTransactionFilter(filter)
      const args = { filter: filter ?? {}, orderBy, members: membersAskedFor(info) }
      const parent = { kind: 'account', key: account.id } as const
      const list = { name: 'transactions', parent, order: orderBy, args }
      return createConnection(context, context.loaders.transactionLists, list, paging)
    },
  },
} satisfies Resolvers
