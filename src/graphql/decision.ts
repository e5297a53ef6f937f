import type { Resolvers } from '../__generated__/resolvers.ts'
import { toDataProvider } from './data-provider.ts'
import { presentOnes } from './present.ts'

export const decisionResolvers = {
  CaseDecision: {
    provider: (decision, _args, context) => toDataProvider(context, decision.providerId),
  },
  DecisionAlert: {
    documents: (alert, _args, { loaders }) => presentOnes(loaders.documents.loadMany(alert.documentIds)),
  },
} satisfies Resolvers
