import type { Resolvers } from '../__generated__/resolvers.ts'
import { createEventPage } from './activity-event.ts'
import { checkAnalysisFilter } from './analysis.ts'
import { checkCashFlowArgs, checkCashFlowLength } from './cash-flow.ts'
import { connectionResolvers, createConnection, edgeResolvers } from './connection.ts'
import type { RequestContext } from '../domain/request-context.ts'
import type { GraphQLContext } from './context.ts'
import { toDataProvider } from './data-provider.ts'
import { checkInstantRange } from './date-range.ts'
import { carryOut, carryOutOn } from './input-problem.ts'
import { toBankSourceStates, toSourceStates } from './source-state.ts'
import { createTransactionConnection } from './transaction.ts'

const newest = 'newest'

export async function answerWithApplicant(
  context: GraphQLContext,
  command: (request: RequestContext) => Promise<string>,
) {
  const { result: applicant, userErrors } = await carryOutOn(context, context.loaders.applicants, command)
  return { applicant, userErrors }
}

export const applicantResolvers = {
  Query: {
    applicant: (_query, { id }, { loaders }) => loaders.applicants.load(id),
    applicantByReference: (_query, { reference }, { loaders }) => loaders.applicantsByReference.load(reference),
    applicants(_query, { filter, ...paging }, context) {
      checkInstantRange(filter?.createdAt, ['filter', 'createdAt'])
      const parent = { kind: 'tenant', key: context.caller.tenant } as const
      const list = { name: 'applicants', parent, order: newest, args: filter ?? {} }
      return createConnection(context, context.loaders.applicantLists, list, paging)
    },
  },
  Mutation: {
    createApplicant: (_mutation, { input }, context) =>
      answerWithApplicant(context, request => context.services.intake.createApplicant(request, input)),
    updateApplicant: (_mutation, { input }, context) =>
      answerWithApplicant(context, request => context.services.intake.updateApplicant(request, input)),
    async eraseApplicant(_mutation, { input }, context) {
      const { result, userErrors } = await carryOut(context, request => context.services.erasures.erase(request, input))
      return { erasure: result, userErrors }
    },
  },
  ErasureRemainder: {
    provider: (remainder, _args, context) =>
      remainder.providerId === null ? null : toDataProvider(context, remainder.providerId),
  },
  Applicant: {
    __resolveReference: (reference, { loaders }) =>
      'id' in reference
        ? loaders.applicants.load(reference.id)
        : loaders.applicantsByReference.load(reference.reference),
    cases(applicant, paging, context) {
      const parent = { kind: 'applicant', key: applicant.id } as const
      return createConnection(
        context,
        context.loaders.caseLists,
        { name: 'cases', parent, order: 'OPENED_AT_DESC', args: { filter: {}, orderBy: 'OPENED_AT_DESC' } },
        paging,
      )
    },
    analyses(applicant, { filter, ...paging }, context) {
      checkAnalysisFilter(filter)
      const parent = { kind: 'applicant', key: applicant.id } as const
      const list = { name: 'analyses', parent, order: newest, args: filter ?? {} }
      return createConnection(context, context.loaders.analysisLists, list, paging)
    },
    statements(applicant, { includeDuplicates, ...paging }, context) {
      const parent = { kind: 'applicant', key: applicant.id } as const
      const list = { name: 'statements', parent, order: 'period', args: { includeDuplicates } }
      return createConnection(context, context.loaders.statementLists, list, paging)
    },
    transactions: (applicant, args, context, info) =>
      createTransactionConnection(context, { kind: 'applicant', key: applicant.id }, args, info),
    riskAssessments: (applicant, _args, { loaders }) => loaders.riskAssessmentsOfApplicant.load(applicant.id),
    async sources({ id }, _args, context) {
      const { sourcesOfApplicant, bankSourcesOfApplicant } = context.loaders
      const [asked, banks] = await Promise.all([sourcesOfApplicant.load(id), bankSourcesOfApplicant.load(id)])
      return [...toSourceStates(context, asked), ...toBankSourceStates(context, banks)]
    },
    async cashFlow(applicant, { from, to, interval }, { loaders }) {
      checkCashFlowArgs({ from, to, interval })
      return checkCashFlowLength(await loaders.cashFlows.load({ parent: applicant.id, args: { from, to, interval } }))
    },
    events: (applicant, paging, context) => createEventPage(context, { applicantId: applicant.id }, paging),
  },
  ApplicantConnection: connectionResolvers,
  ApplicantEdge: edgeResolvers,
} satisfies Resolvers
