import type { Resolvers } from '../__generated__/resolvers.ts'
import type { Metric, RiskAssessment } from '../domain/risk-assessment.ts'
import { type Connection, connectionResolvers, cursorAt, edgeResolvers, parsePageSize } from './connection.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'
import { openCursor, signCursor } from './list-cursor.ts'
import { present } from './present.ts'

interface MetricArgs {
  readonly names?: readonly string[] | null
  readonly first: number
  readonly after?: string | null
}

function createMetricConnection(
  context: GraphQLContext,
  assessment: RiskAssessment,
  args: MetricArgs,
): Connection<Metric> {
  const { cursors } = context.services
  const scope = [context.caller.tenant, 'metrics', assessment.collectionId, assessment.id]
  const { limit } = parsePageSize(args)
  const after = args.after == null ? -1 : Number(openCursor(cursors, scope, args.after, 'after'))
  const cursorOf = (key: string) => signCursor(cursors, scope, key)
  const named = assessment.metrics
    .map((node, index) => ({ node, index, key: String(index), cursorOf }))
    .filter(({ node }) => !args.names || args.names.includes(node.name))
  const following = named.filter(({ index }) => index > after)
  const edges = following.slice(0, limit)
  return {
    edges,
    pageInfo: {
      hasNextPage: () => following.length > limit,
      hasPreviousPage: () => named.length > following.length,
      startCursor: () => cursorAt(edges, 0),
      endCursor: () => cursorAt(edges, -1),
    },
    totalCount: () => named.length,
  }
}

export const riskAssessmentResolvers = {
  Query: {
    riskAssessment: (_query, { id }, { loaders }) => loaders.riskAssessments.load(id),
  },
  RiskAssessment: {
    __resolveReference: ({ id }, { loaders }) => loaders.riskAssessments.load(id),
    provider: (assessment, _args, context) => toDataProvider(context, assessment.providerId),
    applicant: (assessment, _args, { loaders }) =>
      present(loaders.applicants.load(assessment.applicantId), 'The applicant of an assessment'),
    analysis: (assessment, _args, { loaders }) =>
      assessment.analysisId === null ? null : loaders.analyses.load(assessment.analysisId),
    metrics: (assessment, args, context) => createMetricConnection(context, assessment, args),
  },
  MetricConnection: connectionResolvers,
  MetricEdge: edgeResolvers,
} satisfies Resolvers
