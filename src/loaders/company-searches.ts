import { z } from 'zod'
import type { SecretBox } from '../auth/secret-box.ts'
import type { Company } from '../domain/company.ts'
import { foldText } from '../domain/fold-text.ts'
import { liveListBounds } from '../domain/list-bounds.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { chooseOffer } from '../providers/capability.ts'
import type { CompanyFinding } from '../providers/company-directory.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Queries } from '../store/database.ts'
import { boundLogo, boundVendorText, logoSchema } from './bound-vendor-text.ts'
import { createAccountAnswers, type LiveAnswer, type LiveDeps } from './live-answers.ts'

export interface CompanySearches {
  /**
   * The companies that match a name in the directory of the tenant's first provider with one, the best match first, at
   * most a day old.
   * @throws AppError BAD_USER_INPUT for an empty search, PROVIDER_NOT_CONFIGURED, and errors of the provider's call
   * when no answer is stored
   */
  search(tenant: TenantId, search: string): Promise<LiveAnswer<readonly Company[]>>
}

export interface CompanySearchesDeps extends LiveDeps {
  readonly database: Queries
  readonly providers: Pick<ProviderRegistry, 'client' | 'accountKey' | 'order'>
  readonly secretBox: Pick<SecretBox, 'fingerprint'>
}

const dayMs = 86_400_000

const companiesSchema = z.array(
  z.object({
    name: z.string(),
    address: z.string().nullable(),
    creditorIds: z.array(z.string()),
    ibans: z.array(z.string()),
    logo: logoSchema,
  }),
)

export function createCompanySearches(deps: CompanySearchesDeps): CompanySearches {
  const { providers, secretBox } = deps
  const question = { name: 'companies', freshMs: dayMs, mostInMemory: 500, schema: companiesSchema }
  const answers = createAccountAnswers<readonly Company[]>(deps, question)
  return {
    async search(tenant, search) {
      const wanted = search.trim()
      if (wanted === '') throw new AppError('BAD_USER_INPUT', 'The search text is empty.', { field: ['search'] })
      const { providerId, driver } = chooseOffer(providers, tenant, { wanted: 'companies', provider: null })
      const account = { providerId, accountKey: providers.accountKey(tenant, providerId) }
      const ask = async (signal: AbortSignal) => {
        const [found = []] = await driver.search([wanted], signal)
        return boundCompanies(found)
      }
      return answers.read(account, ask, secretBox.fingerprint(foldText(wanted)))
    },
  }
}

/** The directory's companies with all members. A company without a usable name is left out. */
function boundCompanies(companies: readonly CompanyFinding[]): Company[] {
  const numbers = (values: readonly string[] = []) =>
    values.flatMap(value => boundVendorText('accountNumber', value) ?? [])
  return companies
    .slice(0, liveListBounds['Query.companies'])
    .flatMap(({ name, address, creditorIds, ibans, logo }): Company[] => {
      const kept = boundVendorText('name', name)
      if (kept === null) return []
      return [
        {
          name: kept,
          address: boundVendorText('name', address),
          creditorIds: numbers(creditorIds).slice(0, liveListBounds['Company.creditorIds']),
          ibans: numbers(ibans).slice(0, liveListBounds['Company.ibans']),
          logo: boundLogo(logo),
        },
      ]
    })
}
