import type { Resolvers } from '../__generated__/resolvers.ts'
import { toRequestContext } from './context.ts'
import { carryOut } from './input-problem.ts'

export const accessTokenResolvers = {
  Mutation: {
    async createAccessToken(_mutation, { input }, context) {
      const ownScopes = context.caller.scopes
      const { result, userErrors } = await carryOut(context, () =>
        context.services.accessTokens.create(toRequestContext(context), { ...input, ownScopes }),
      )
      return { accessToken: result, userErrors }
    },
  },
} satisfies Resolvers
