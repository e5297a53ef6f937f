import type { Resolvers } from '../__generated__/resolvers.ts'

export const pageInfoResolvers = {
  PageInfo: {
    hasNextPage: info => info.hasNextPage(),
    hasPreviousPage: info => info.hasPreviousPage(),
    startCursor: info => info.startCursor(),
    endCursor: info => info.endCursor(),
  },
} satisfies Resolvers
