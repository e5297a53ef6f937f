import type { Resolvers } from '../__generated__/resolvers.ts'
import { toAssessmentKey } from '../store/risk-assessments.ts'
import { connectionResolvers, createConnection, edgeResolvers } from './connection.ts'
import { toDataProvider } from './data-provider.ts'
import { loadOptional, present } from './present.ts'

export const riskAssessmentResolvers = {
  Query: {
    riskAssessment: (_query, { id }, { loaders }) => loaders.riskAssessments.load(id),
  },
  RiskAssessment: {
    __resolveReference: ({ id }, { loaders }) => loaders.riskAssessments.load(id),
    provider: (assessment, _args, context) => toDataProvider(context, assessment.providerId),
    applicant: (assessment, _args, { loaders }) =>
      present(loaders.applicants.load(assessment.applicantId), 'The applicant of an assessment'),
    analysis: (assessment, _args, { loaders }) => loadOptional(loaders.analyses, assessment.analysisId),
    metrics(assessment, { names, ...paging }, context) {
      const parent = { kind: 'assessment', key: toAssessmentKey(assessment) } as const
      const list = { name: 'metrics', parent, order: 'provider', args: { names: names ?? null } }
      return createConnection(context, context.loaders.metricLists, list, paging)
    },
  },
  MetricConnection: connectionResolvers,
  MetricEdge: edgeResolvers,
} satisfies Resolvers
