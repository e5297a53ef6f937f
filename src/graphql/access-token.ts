import type { Resolvers } from '../__generated__/resolvers.ts'
import { carryOut } from './input-problem.ts'

export const accessTokenResolvers = {
  Mutation: {
    async createAccessToken(_mutation, { input }, context) {
      const ownScopes = context.caller.scopes
      const { result, userErrors } = await carryOut(context, request =>
        context.services.accessTokens.create(request, { ...input, ownScopes }),
      )
      return { accessToken: result, userErrors }
    },
  },
} satisfies Resolvers
