import type { Resolvers } from '../__generated__/resolvers.ts'
import { type Analysis, allowedActions } from '../domain/analysis.ts'
import { connectionResolvers, createConnection, edgeResolvers } from './connection.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { GraphQLContext } from './context.ts'
import { checkInstantRange, checkValues } from './date-range.ts'
import { toDataProvider } from './data-provider.ts'
import type { AnalysisFilter } from '../store/analyses.ts'
import { followAnalysis } from './follow.ts'
import { loadOptional, present, presentOnes } from './present.ts'
import { toReportFile } from './report.ts'
import { carryOutOn } from './input-problem.ts'

/** @throws AppError BAD_USER_INPUT for an invalid filter */
export function checkAnalysisFilter(filter: AnalysisFilter | null | undefined): void {
  checkValues(filter?.providers, ['filter', 'providers'])
  checkInstantRange(filter?.requestedAt, ['filter', 'requestedAt'])
  checkInstantRange(filter?.updatedAt, ['filter', 'updatedAt'])
}

async function answerWithAnalysis(context: GraphQLContext, command: (request: RequestContext) => Promise<string>) {
  const { result: analysis, userErrors } = await carryOutOn(context, context.loaders.analyses, command)
  return { analysis, userErrors }
}

export const analysisResolvers = {
  Query: {
    analysis: (_query, { id }, { loaders }) => loaders.analyses.load(id),
    analyses(_query, { filter, ...paging }, context) {
      checkAnalysisFilter(filter)
      const parent = { kind: 'tenant', key: context.caller.tenant } as const
      const list = { name: 'analyses', parent, order: 'newest', args: filter ?? {} }
      return createConnection(context, context.loaders.analysisLists, list, paging)
    },
  },
  Mutation: {
    startAnalysis: (_mutation, { input }, context) =>
      answerWithAnalysis(context, request => context.services.analyses.start(request, input)),
    cancelAnalysis: (_mutation, { input }, context) =>
      answerWithAnalysis(context, request => context.services.analyses.cancel(request, input)),
    retryAnalysis: (_mutation, { input }, context) =>
      answerWithAnalysis(context, request => context.services.analyses.retry(request, input)),
  },
  Subscription: {
    analysisUpdated: {
      subscribe: (_subscription, { id }, context) => followAnalysis(context, id),
      resolve: (analysis: Analysis) => analysis,
    },
  },
  Analysis: {
    __resolveReference: ({ id }, { loaders }) => loaders.analyses.load(id),
    case: (analysis, _args, { loaders }) => present(loaders.cases.load(analysis.caseId), 'The case of an analysis'),
    provider: (analysis, _args, context) => toDataProvider(context, analysis.providerId),
    runs: (analysis, _args, { loaders }) => loaders.runsOfAnalysis.load(analysis.id),
    async documents(analysis, _args, { loaders }) {
      const results = await loaders.documentResultsOfAnalysis.load(analysis.id)
      return presentOnes(loaders.documents.loadMany(results.map(result => result.documentId)))
    },
    documentResults: (analysis, _args, { loaders }) => loaders.documentResultsOfAnalysis.load(analysis.id),
    allowedActions: analysis => allowedActions(analysis.status, analysis.origin),
    retryOf: (analysis, _args, { loaders }) => loadOptional(loaders.analyses, analysis.retryOfId),
    decision: (analysis, _args, { loaders }) => loaders.decisionsOfAnalyses.load(analysis.id),
    async shareUrl(analysis, _args, { loaders, services }) {
      const sealed = (await loaders.decisionsOfAnalyses.load(analysis.id))?.sealedShareUrl ?? null
      return sealed === null ? null : services.secretBox.open(sealed)
    },
    reports: async (analysis, _args, context) =>
      (await context.loaders.reportsOfAnalysis.load(analysis.id)).map(report => toReportFile(context, report)),
    statements: (analysis, _args, { loaders }) => loaders.statementsOfAnalysis.load(analysis.id),
    riskAssessments: (analysis, _args, { loaders }) => loaders.riskAssessmentsOfAnalysis.load(analysis.id),
  },
  AnalysisRun: {
    provider: (run, _args, context) => toDataProvider(context, run.providerId),
  },
  DocumentResult: {
    document: (result, _args, { loaders }) =>
      present(loaders.documents.load(result.documentId), 'The document of a result'),
    async statements(result, _args, { loaders }) {
      const found = await loaders.statementsOfAnalysis.load(result.analysisId)
      return found.filter(statement => statement.foundInDocumentId === result.documentId)
    },
  },
  RequiredAction: {
    documents: (action, _args, { loaders }) => presentOnes(loaders.documents.loadMany(action.documentIds)),
  },
  AnalysisConnection: connectionResolvers,
  AnalysisEdge: edgeResolvers,
} satisfies Resolvers
