import type { Resolvers } from '../__generated__/resolvers.ts'
import type { TransactionFilter } from '../store/transaction-filter.ts'
import { connectionResolvers, edgeResolvers } from './connection.ts'
import { toDataProvider } from './data-provider.ts'
import { checkDateRange } from './date-range.ts'
import { checkDecimalRange } from './money.ts'
import { present } from './present.ts'
import { wasRead } from './transaction-members.ts'

/** @throws AppError BAD_USER_INPUT for a filter that makes no sense */
export function checkTransactionFilter(filter: TransactionFilter | null | undefined): void {
  checkDateRange(filter?.effectiveDate, ['filter', 'effectiveDate'])
  checkDecimalRange(filter?.amount, ['filter', 'amount'])
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
    statement(transaction, _args, { loaders }) {
      const statementId = wasRead(transaction.statementId)
      return statementId === null ? null : loaders.statements.load(statementId)
    },
    account(transaction, _args, { loaders }) {
      const accountId = wasRead(transaction.accountId)
      return accountId === null ? null : loaders.bankAccounts.load(accountId)
    },
    replaces(transaction, _args, { loaders }) {
      const replacesId = wasRead(transaction.replacesId)
      return replacesId === null ? null : loaders.transactions.load(replacesId)
    },
    duplicateOf(transaction, _args, { loaders }) {
      const duplicateOfId = wasRead(transaction.duplicateOfId)
      return duplicateOfId === null ? null : loaders.transactions.load(duplicateOfId)
    },
  },
  TransactionConnection: connectionResolvers,
  TransactionEdge: edgeResolvers,
} satisfies Resolvers
