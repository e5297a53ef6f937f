import type { Resolvers } from '../__generated__/resolvers.ts'
import { listLimits } from '../domain/list-bounds.ts'
import { toStatementKey } from '../store/transactions.ts'
import { connectionResolvers, edgeResolvers } from './connection.ts'
import { toDataProvider } from './data-provider.ts'
import { loadOptional, present, presentOnes } from './present.ts'
import { createTransactionConnection } from './transaction.ts'

export const statementResolvers = {
  Query: {
    statement: (_query, { id }, { loaders }) => loaders.statements.load(id),
  },
  Statement: {
    __resolveReference: ({ id }, { loaders }) => loaders.statements.load(id),
    provider: (statement, _args, context) => toDataProvider(context, statement.providerId),
    analysis: (statement, _args, { loaders }) => loadOptional(loaders.analyses, statement.analysisId),
    applicant: (statement, _args, { loaders }) =>
      present(loaders.applicants.load(statement.applicantId), 'The applicant of a statement'),
    document: (statement, _args, { loaders }) => loadOptional(loaders.documents, statement.documentId),
    duplicateOf: (statement, _args, { loaders }) => loadOptional(loaders.statements, statement.duplicateOfId),
    overlaps: (statement, _args, { loaders }) =>
      presentOnes(loaders.statements.loadMany(statement.overlapIds.slice(0, listLimits.overlaps))),
    disagreements: (statement, _args, { loaders }) => loaders.disagreementsOfStatements.load(toStatementKey(statement)),
    transactions: (statement, args, context, info) =>
      createTransactionConnection(context, { kind: 'statement', key: toStatementKey(statement) }, args, info),
  },
  StatementDisagreement: {
    statement: ({ statementId }, _args, { loaders }) =>
      present(loaders.statements.load(statementId), 'The other reading of a statement'),
  },
  StatementConnection: connectionResolvers,
  StatementEdge: edgeResolvers,
} satisfies Resolvers
