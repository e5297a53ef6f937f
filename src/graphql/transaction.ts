import type { GraphQLResolveInfo } from 'graphql'
import type { ApplicantTransactionsArgs, Resolvers } from '../__generated__/resolvers.ts'
import type { Parent } from '../loaders/list-loader.ts'
import type { TransactionListArgs } from '../store/transactions.ts'
import { connectionResolvers, createConnection, edgeResolvers, type ListAddress } from './connection.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'
import { checkDateRange } from './date-range.ts'
import { checkDecimalRange } from './money.ts'
import { loadOptional, present } from './present.ts'
import { membersAskedFor, wasRead } from './transaction-members.ts'

/** @throws AppError BAD_USER_INPUT for an invalid filter */
export async function createTransactionConnection(
  context: GraphQLContext,
  parent: Parent,
  { filter, orderBy, ...paging }: ApplicantTransactionsArgs,
  info: GraphQLResolveInfo,
) {
  checkDateRange(filter?.effectiveDate, ['filter', 'effectiveDate'])
  checkDecimalRange(filter?.amount, ['filter', 'amount'])
  const args = { filter: filter ?? {}, orderBy, members: membersAskedFor(info) }
  return createConnection(context, context.loaders.transactionLists, toTransactionList(parent, args), paging)
}

/** The address of a list of transactions. */
export function toTransactionList(parent: Parent, args: TransactionListArgs): ListAddress<TransactionListArgs> {
  return { name: 'transactions', parent, order: args.orderBy, args }
}

export const transactionResolvers = {
  Query: {
    transaction: (_query, { id }, { loaders }) => loaders.transactions.load(id),
  },
  Transaction: {
    __resolveReference: ({ id }, { loaders }) => loaders.transactions.load(id),
    provider: ({ providerId }, _args, context) => toDataProvider(context, wasRead(providerId)),
    applicant: ({ applicantId }, _args, { loaders }) =>
      present(loaders.applicants.load(wasRead(applicantId)), 'The applicant of a transaction'),
    statement: ({ statementId }, _args, { loaders }) => loadOptional(loaders.statements, wasRead(statementId)),
    account: ({ accountId }, _args, { loaders }) => loadOptional(loaders.bankAccounts, wasRead(accountId)),
    replaces: ({ replacesId }, _args, { loaders }) => loadOptional(loaders.transactions, wasRead(replacesId)),
    duplicateOf: ({ duplicateOfId }, _args, { loaders }) => loadOptional(loaders.transactions, wasRead(duplicateOfId)),
  },
  TransactionConnection: connectionResolvers,
  TransactionEdge: edgeResolvers,
} satisfies Resolvers
