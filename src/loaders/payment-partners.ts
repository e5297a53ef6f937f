import { z } from 'zod'
import { liveListBounds } from '../domain/list-bounds.ts'
import { isMasked, maskNumber } from '../domain/mask-number.ts'
import type { PaymentPartner } from '../domain/payment-partner.ts'
import type { RequestContext } from '../domain/request-context.ts'
import { AppError } from '../errors.ts'
import { createFindingReader } from '../findings/finding-reader.ts'
import { requireOffer } from '../providers/capability.ts'
import type { PaymentPartnerFinding } from '../providers/payment-partner-source.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { type ApplicantAtProvider, readApplicantAnswers, saveApplicantAnswers } from '../store/applicant-answers.ts'
import { readApplicants } from '../store/applicants.ts'
import { findBankUsers } from '../store/bank-users.ts'
import type { Database } from '../store/database.ts'
import { createLiveAnswers, type LiveAnswer, type LiveDeps } from './live-answers.ts'

export interface PaymentPartners {
  /**
   * The payment partners of a company, from the tenant's first provider that lists them and at which the company has
   * accounts; at most a day old.
   *
   * @returns null for a person, for a company without accounts at such a provider, and for an unknown applicant @throws
   * AppError the error of the provider's call, when no answer is stored
   */
  read(context: RequestContext, applicantId: string): Promise<LiveAnswer<readonly PaymentPartner[]> | null>
}

export interface PaymentPartnersDeps extends LiveDeps {
  readonly database: Database
  readonly providers: Pick<ProviderRegistry, 'client' | 'order' | 'accountKey'>
}

const dayMs = 86_400_000

const nullableText = z.string().nullable()
const partnersSchema = z.array(
  z.object({
    name: z.string(),
    iban: nullableText,
    maskedIban: nullableText,
    relevance: nullableText,
    firstTransaction: nullableText,
    lastTransaction: nullableText,
    transactionCount: z.number().nullable(),
    moneyIn: nullableText,
    moneyOut: nullableText,
    shareOfIncome: nullableText,
    shareOfOutcome: nullableText,
  }),
)

export function createPaymentPartners(deps: PaymentPartnersDeps): PaymentPartners {
  const { database, providers } = deps
  const answers = createLiveAnswers<ApplicantAtProvider, readonly PaymentPartner[]>(
    {
      ...deps,
      store: {
        read: (place, questions) => readApplicantAnswers(database, place, questions),
        save: (place, kept) => saveApplicantAnswers(database, place, kept),
      },
    },
    {
      name: 'payment-partners',
      freshMs: dayMs,
      // Personal data, which is deleted when the applicant is erased.
      mostInMemory: 0,
      schema: partnersSchema,
    },
  )
  return {
    async read(context, applicantId) {
      const { tenant } = context
      const [[applicant], users] = await Promise.all([
        readApplicants(database, context, [applicantId]),
        findBankUsers(database, context, [applicantId]),
      ])
      if (applicant?.kind !== 'COMPANY') return null
      for (const providerId of providers.order(tenant, 'paymentPartners')) {
        const user = users.find(one => one.providerId === providerId)
        if (!user || user.reference === null || user.accountKey !== providers.accountKey(tenant, providerId)) continue
        const { reference, scopes } = user
        const source = requireOffer(providers, tenant, { providerId, wanted: 'paymentPartners' })
        const ask = async (signal: AbortSignal) => boundPartners(await source.list({ reference, scopes }, signal))
        try {
          return await answers.read({ tenant, applicantId, providerId }, ask)
        } catch (error) {
          // The provider no longer knows the user. The next look at its accounts handles that.
          if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error
        }
      }
      return null
    },
  }
}

/** The provider's partners with all members. A partner without a usable name is left out, and so are invalid members. */
function boundPartners(partners: readonly PaymentPartnerFinding[]): PaymentPartner[] {
  const { text, decimal, date, count } = createFindingReader(() => {})
  return partners.slice(0, liveListBounds['Applicant.paymentPartners']).flatMap((partner): PaymentPartner[] => {
    const name = text('name', 'name', partner.name)?.trim()
    if (!name) return []
    const number = text('iban', 'accountNumber', partner.iban)
    const iban = number === null || isMasked(number) ? null : number
    return [
      {
        name,
        iban,
        maskedIban:
          text('maskedIban', 'accountNumber', partner.maskedIban) ?? (number && (iban ? maskNumber(iban) : number)),
        relevance: decimal('relevance', partner.relevance),
        firstTransaction: date('firstTransaction', partner.firstTransaction),
        lastTransaction: date('lastTransaction', partner.lastTransaction),
        transactionCount: count('transactionCount', partner.transactionCount),
        moneyIn: decimal('moneyIn', partner.moneyIn),
        moneyOut: decimal('moneyOut', partner.moneyOut),
        shareOfIncome: decimal('shareOfIncome', partner.shareOfIncome),
        shareOfOutcome: decimal('shareOfOutcome', partner.shareOfOutcome),
      },
    ]
  })
}
