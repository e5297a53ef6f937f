import type { Resolvers } from '../__generated__/resolvers.ts'
import { carryOut } from './input-problem.ts'

export const importedLoginResolvers = {
  Mutation: {
    async importBankLogins(_mutation, { input }, context) {
      const { services, loaders } = context
      const { result, userErrors } = await carryOut(context, request =>
        services.bankLogins.importLogins(request, input),
      )
      return { bankLogins: result === null ? null : await loaders.bankLoginsOfApplicant.load(result), userErrors }
    },
  },
} satisfies Resolvers
