import type { Resolvers } from '../__generated__/resolvers.ts'
import { consentStatusOf } from '../domain/consent.ts'
import { awaitSubmission } from './await-submission.ts'
import { type GraphQLContext, toRequestContext } from './context.ts'
import { present } from './present.ts'
import { carryOut } from './input-problem.ts'

/** How long the mutation waits for the provider's answer, which usually comes within a second. */
const longestMs = 5_000

const loadConsent = ({ loaders }: GraphQLContext, id: string) => present(loaders.consents.load(id), 'A consent')

export const consentResolvers = {
  Mutation: {
    async requestConsent(_mutation, { input }, context) {
      const { result, userErrors } = await carryOut(context, async () => {
        const id = await context.services.consents.request(toRequestContext(context), input)
        // A worker is requesting the join link, which the caller needs.
        await awaitSubmission(context, (await loadConsent(context, id)).analysisId, longestMs)
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
