import type { BankFinding } from '../../src/providers/bank-catalogue.ts'
import type { Logo } from '../../src/domain/bank.ts'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { AppError } from '../../src/errors.ts'
import { createIntake } from '../../src/intake/create-intake.ts'
import { createBankLists } from '../../src/loaders/bank-lists.ts'
import { createCompanySearches } from '../../src/loaders/company-searches.ts'
import { createLogos } from '../../src/loaders/logos.ts'
import { createPaymentPartners } from '../../src/loaders/payment-partners.ts'
import type { CompanyFinding } from '../../src/providers/company-directory.ts'
import type { PaymentPartnerFinding } from '../../src/providers/payment-partner-source.ts'
import { insertBankUser, saveVendorUser } from '../../src/store/bank-users.ts'
import type { Database } from '../../src/store/database.ts'
import { addChanges, testSecretBox } from './add-changes.ts'
import { connectRegistry } from './connect-provider.ts'
import { createMemoryProvider } from './memory-provider.ts'

const tenant = parseTenantId('acme')
export const context = { ...wholeTenant(tenant), correlationId: 'corr' }
export const down = new AppError('PROVIDER_UNAVAILABLE', 'down')
export const logoOf = (name: string): Logo => ({
  url: `https://logos.example/${encodeURIComponent(name)}`,
  mediaType: null,
})

let vendors = 0

/** A vendor of its own that answers questions of queries, and servers that ask it. */
export function createLiveWorld(database: Database) {
  let time = Date.parse('2026-03-01T12:00:00Z')
  const calls: (readonly string[])[] = []
  const vendor = {
    /** Awaited by every call. */
    hold: async (_signal: AbortSignal) => {},
    banks: (): readonly BankFinding[] => [{ name: 'testbank' }],
    logo: (name: string): Logo | null => (name.startsWith('no ') ? null : logoOf(name)),
    companies: (): readonly CompanyFinding[] => [{ name: 'Example Ltd' }],
    partners: (): readonly PaymentPartnerFinding[] => [{ name: 'Customer' }],
  }
  async function called(what: readonly string[], signal: AbortSignal) {
    calls.push(what)
    await vendor.hold(signal)
  }
  const providerId = `vendor-${++vendors}`
  const { provider } = createMemoryProvider(providerId, {
    client: {
      banks: {
        async list(signal) {
          await called(['banks'], signal)
          return vendor.banks()
        },
      },
      logos: {
        maxQueries: 200,
        async find(queries, signal) {
          const names = queries.map(({ name }) => name ?? '')
          await called(names, signal)
          return names.map(vendor.logo)
        },
      },
      companies: {
        maxQueries: 200,
        async search(names, signal) {
          await called(names, signal)
          return names.map(() => vendor.companies())
        },
      },
      paymentPartners: {
        async list({ reference }, signal) {
          await called([reference], signal)
          return vendor.partners()
        },
      },
    },
  })
  const providers = connectRegistry({ providers: [provider] })
  const deadlines: number[] = []
  const gaveUp = new AbortController()
  const now = () => new Date(time)
  const changing = addChanges(database, now)
  return {
    vendor,
    providerId,
    calls,
    deadlines,
    gaveUp,
    /** A new server with empty memory. */
    createServer() {
      const deps = {
        database: changing,
        providers,
        secretBox: testSecretBox,
        now,
        deadline(ms: number) {
          deadlines.push(ms)
          return gaveUp.signal
        },
      }
      const banks = createBankLists(deps)
      return {
        readBanks: () => banks.read(tenant, providerId),
        logos: createLogos(deps),
        companies: createCompanySearches(deps),
        partners: createPaymentPartners(deps),
      }
    },
    pass(ms: number) {
      time += ms
    },
    fail() {
      vendor.hold = async () => {
        throw down
      }
    },
    /** Lets calls wait until the query gives them up. */
    hang() {
      vendor.hold = signal =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new AppError('PROVIDER_TIMEOUT', 'late'))),
        )
    },
    /** Creates an applicant with a user at the vendor. */
    async addApplicant(kind: 'COMPANY' | 'PERSON') {
      const applicantId = await createIntake({ database: changing }).createApplicant(context, { kind })
      const user = { applicantId, providerId }
      await changing.transaction(async tx => {
        await insertBankUser(tx, tenant, { ...user, accountKey: providers.accountKey(tenant, providerId), at: now() })
        await saveVendorUser(tx, tenant, user, { reference: `user of ${applicantId}`, scopes: [] })
      })
      return applicantId
    },
  }
}
