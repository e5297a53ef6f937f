import type { Resolvers } from '../__generated__/resolvers.ts'
import type { Company as FoundCompany } from '../domain/company.ts'
import type { LiveAnswer } from '../loaders/live-answers.ts'

/** A company, with the age of its data. */
export type Company = FoundCompany & Pick<LiveAnswer<unknown>, 'retrievedAt' | 'stale'>

export const companyResolvers = {
  Query: {
    async companies(_query, { search }, { services, caller }) {
      const { value, retrievedAt, stale } = await services.companies.search(caller.tenant, search)
      return value.map((company): Company => ({ ...company, retrievedAt, stale }))
    },
  },
  Counterparty: {
    logo: ({ name, creditorId, iban }, _args, { loaders }) =>
      name === null && creditorId === null && iban === null ? null : loaders.logos.load({ name, creditorId, iban }),
  },
} satisfies Resolvers
