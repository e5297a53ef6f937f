import type { Resolvers } from '../__generated__/resolvers.ts'
import { present } from './present.ts'
import { createTransactionConnection } from './transaction.ts'

export const bankAccountResolvers = {
  Query: {
    bankAccount: (_query, { id }, { loaders }) => loaders.bankAccounts.load(id),
  },
  BankAccount: {
    __resolveReference: ({ id }, { loaders }) => loaders.bankAccounts.load(id),
    login: (account, _args, { loaders }) =>
      present(loaders.bankLogins.load(account.loginId), 'The login of a bank account'),
    transactions: (account, args, context, info) =>
      createTransactionConnection(context, { kind: 'account', key: account.id }, args, info),
  },
} satisfies Resolvers
