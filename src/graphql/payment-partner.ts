import type { Resolvers } from '../__generated__/resolvers.ts'
import type { PaymentPartner as JudgedPartner } from '../domain/payment-partner.ts'
import type { LiveAnswer } from '../loaders/live-answers.ts'
import { toRequestContext } from './context.ts'

/** A payment partner, with the age of its data. */
export type PaymentPartner = JudgedPartner & Pick<LiveAnswer<unknown>, 'retrievedAt' | 'stale'>

export const paymentPartnerResolvers = {
  Applicant: {
    async paymentPartners(applicant, _args, context) {
      const answer = await context.services.paymentPartners.read(toRequestContext(context), applicant.id)
      if (answer === null) return null
      const { value, retrievedAt, stale } = answer
      return value.map((partner): PaymentPartner => ({ ...partner, retrievedAt, stale }))
    },
  },
} satisfies Resolvers
