import type { Resolvers } from '../__generated__/resolvers.ts'
import type { Case } from '../domain/case.ts'
import { createEventPage } from './activity-event.ts'
import { connectionResolvers, createConnection, edgeResolvers } from './connection.ts'
import { checkInstantRange, checkValues } from './date-range.ts'
import { followCase } from './follow.ts'
import { carryOutOn } from './input-problem.ts'
import { present } from './present.ts'
import { toSourceStates } from './source-state.ts'

export const caseResolvers = {
  Query: {
    case: (_query, { id }, { loaders }) => loaders.cases.load(id),
    cases(_query, { filter, orderBy, ...paging }, context) {
      checkValues(filter?.useCases, ['filter', 'useCases'])
      checkInstantRange(filter?.openedAt, ['filter', 'openedAt'])
      checkInstantRange(filter?.updatedAt, ['filter', 'updatedAt'])
      const parent = { kind: 'tenant', key: context.caller.tenant } as const
      const list = { name: 'cases', parent, order: orderBy, args: { filter: filter ?? {}, orderBy } }
      return createConnection(context, context.loaders.caseLists, list, paging)
    },
  },
  Mutation: {
    async openCase(_mutation, { input }, context) {
      const { services, loaders } = context
      const { result, userErrors } = await carryOutOn(context, loaders.cases, request =>
        services.intake.openCase(request, input),
      )
      return { case: result, userErrors }
    },
  },
  Subscription: {
    caseUpdated: {
      subscribe: (_subscription, { id }, context) => followCase(context, id),
      resolve: (found: Case) => found,
    },
  },
  Case: {
    __resolveReference: ({ id }, { loaders }) => loaders.cases.load(id),
    applicant: (parent, _args, { loaders }) =>
      present(loaders.applicants.load(parent.applicantId), 'The applicant of a case'),
    documents: (parent, _args, { loaders }) => loaders.documentsOfCase.load(parent.id),
    analyses: (parent, _args, { loaders }) => loaders.analysesOfCase.load(parent.id),
    decision: (parent, _args, { loaders }) => loaders.decisionsOfCases.load(parent.id),
    statements(parent, { includeDuplicates, ...paging }, context) {
      const list = {
        name: 'statements',
        parent: { kind: 'case', key: parent.id } as const,
        order: 'period',
        args: { includeDuplicates },
      }
      return createConnection(context, context.loaders.statementLists, list, paging)
    },
    riskAssessments: (parent, _args, { loaders }) => loaders.riskAssessmentsOfCase.load(parent.id),
    sources: async (parent, _args, context) =>
      toSourceStates(context, await context.loaders.sourcesOfCase.load(parent.id)),
    events: (parent, paging, context) => createEventPage(context, { caseId: parent.id }, paging),
  },
  CaseConnection: connectionResolvers,
  CaseEdge: edgeResolvers,
} satisfies Resolvers
