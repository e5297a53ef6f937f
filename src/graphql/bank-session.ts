import type { Resolvers } from '../__generated__/resolvers.ts'
import { loadOptional } from './present.ts'

export const bankSessionResolvers = {
  Query: {
    bankSession: (_query, { id }, { loaders }) => loaders.bankSessions.load(id),
  },
  BankSession: {
    bankLogin: (session, _args, { loaders }) => loadOptional(loaders.bankLogins, session.loginId),
  },
} satisfies Resolvers
