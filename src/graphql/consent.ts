import type { Resolvers } from '../__generated__/resolvers.ts'
import { consentStatusOf } from '../domain/consent.ts'
import type { GraphQLContext } from './context.ts'
import { followAnalysis } from './follow.ts'
import { present } from './present.ts'
import { carryOut } from './input-problem.ts'

/** How long the mutation waits for the provider's answer, which usually comes within a second. */
const longestMs = 5_000

const loadConsent = ({ loaders }: GraphQLContext, id: string) => present(loaders.consents.load(id), 'A consent')

/** Waits until an analysis is submitted to its provider or has ended, at most `longestMs`. */
async function awaitSubmission(context: GraphQLContext, analysisId: string): Promise<void> {
  const versions = await followAnalysis(context, analysisId)
  const timer = setTimeout(() => void versions.return?.(), longestMs)
  try {
    for await (const { status } of versions) if (status !== 'QUEUED' && status !== 'SUBMITTING') return
  } finally {
    clearTimeout(timer)
  }
}

export const consentResolvers = {
  Mutation: {
    async requestConsent(_mutation, { input }, context) {
      const { result, userErrors } = await carryOut(context, async request => {
        const id = await context.services.consents.request(request, input)
        // A worker is requesting the join link, which the caller needs.
        await awaitSubmission(context, (await loadConsent(context, id)).analysisId)
        return id
      })
      return { consent: result === null ? null : await loadConsent(context, result), userErrors }
    },
  },
  Analysis: {
    consent: (analysis, _args, { loaders }) =>
      analysis.origin === 'CONSENT' ? loaders.consentsOfAnalyses.load(analysis.id) : null,
  },
  Consent: {
    analysis: (consent, _args, { loaders }) =>
      present(loaders.analyses.load(consent.analysisId), 'The analysis of a consent'),
    status: async (consent, _args, { loaders }) =>
      consentStatusOf(consent, await present(loaders.analyses.load(consent.analysisId), 'The analysis of a consent')),
  },
} satisfies Resolvers
