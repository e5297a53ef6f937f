import type { Resolvers } from '../__generated__/resolvers.ts'
import { AppError } from '../errors.ts'
import type { TransactionFilter } from '../store/transaction-filter.ts'
import { connectionResolvers, edgeResolvers } from './connection.ts'
import { toDataProvider } from './data-provider.ts'
import { checkDateRange } from './date-range.ts'
import { checkDecimalRange } from './money.ts'
import { present } from './present.ts'

const maxSearchLength = 200

/** @throws AppError BAD_USER_INPUT for a filter that makes no sense */
export function checkTransactionFilter(filter: TransactionFilter | null | undefined): void {
  checkDateRange(filter?.effectiveDate, ['filter', 'effectiveDate'])
  checkDecimalRange(filter?.amount, ['filter', 'amount'])
  if ((filter?.search?.length ?? 0) > maxSearchLength)
    throw new AppError('BAD_USER_INPUT', `search must have at most ${maxSearchLength} characters.`, {
      field: ['filter', 'search'],
    })
}

export const transactionResolvers = {
  Query: {
    transaction: (_query, { id }, { loaders }) => loaders.transactions.load(id),
  },
  Transaction: {
    __resolveReference: ({ id }, { loaders }) => loaders.transactions.load(id),
    provider: (transaction, _args, context) => toDataProvider(context, transaction.providerId),
    applicant: (transaction, _args, { loaders }) =>
      present(loaders.applicants.load(transaction.applicantId), 'The applicant of a transaction'),
    statement: (transaction, _args, { loaders }) =>
      transaction.statementId === null ? null : loaders.statements.load(transaction.statementId),
    async duplicateOf(transaction, _args, { loaders }) {
      const originalId = transaction.statementId === null ? null : await loaders.originalIds.load(transaction)
      return originalId === null ? null : loaders.transactions.load(originalId)
    },
  },
  TransactionConnection: connectionResolvers,
  TransactionEdge: edgeResolvers,
} satisfies Resolvers
