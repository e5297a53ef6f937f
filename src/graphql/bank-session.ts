import type { Resolvers } from '../__generated__/resolvers.ts'

export const bankSessionResolvers = {
  Query: {
    bankSession: (_query, { id }, { loaders }) => loaders.bankSessions.load(id),
  },
  BankSession: {
    bankLogin: (session, _args, { loaders }) =>
      session.loginId === null ? null : loaders.bankLogins.load(session.loginId),
  },
} satisfies Resolvers
