import { z } from 'zod'
import type { Bank } from '../domain/bank.ts'
import { foldText } from '../domain/fold-text.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { BankFinding } from '../providers/bank-catalogue.ts'
import { requireOffer } from '../providers/capability.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Queries } from '../store/database.ts'
import type { Page, PageRequest } from '../store/keyset.ts'
import { boundLogo, boundVendorText, logoSchema } from './bound-vendor-text.ts'
import { createAccountAnswers, type LiveAnswer, type LiveDeps } from './live-answers.ts'

/** The banks of a provider in the order of their names. */
export type BankList = LiveAnswer<readonly Bank[]>

export interface BankLists {
  /**
   * The list of the tenant's account at the provider, at most a day old.
   * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED, and errors of the provider's call when no list is stored
   */
  read(tenant: TenantId, providerId: string): Promise<BankList>
}

const dayMs = 86_400_000
/** More banks than any provider has. */
const mostBanks = 20_000

const banksSchema = z.array(
  z.object({
    name: z.string(),
    fullName: z.string().nullable(),
    bic: z.string().nullable(),
    bankCode: z.string().nullable(),
    logo: logoSchema,
  }),
)

export function createBankLists(
  deps: LiveDeps & { readonly database: Queries; readonly providers: Pick<ProviderRegistry, 'client' | 'accountKey'> },
): BankLists {
  const { providers } = deps
  const question = { name: 'banks', freshMs: dayMs, mostInMemory: 100, schema: banksSchema }
  const lists = createAccountAnswers<readonly Bank[]>(deps, question)
  return {
    async read(tenant, providerId) {
      const { list } = requireOffer(providers, tenant, { providerId, wanted: 'banks' })
      const account = { providerId, accountKey: providers.accountKey(tenant, providerId) }
      return lists.read(account, async signal => inOrder(boundBanks(await list(signal))))
    },
  }
}

/** The lists without their age. */
export function banksReader(banks: BankLists) {
  return async (tenant: TenantId, providerId: string): Promise<readonly Bank[]> =>
    (await banks.read(tenant, providerId)).value
}

/**
 * The provider's banks with all members. A bank without a usable name is left out, and so are members that are too long
 * and logos at addresses that browsers cannot open.
 */
function boundBanks(banks: readonly BankFinding[]): Bank[] {
  return banks.slice(0, mostBanks).flatMap(({ name, fullName, bic, bankCode, logo }): Bank[] => {
    const kept = boundVendorText('name', name)
    if (kept === null) return []
    return [
      {
        name: kept,
        fullName: boundVendorText('name', fullName),
        bic: boundVendorText('bankCode', bic),
        bankCode: boundVendorText('bankCode', bankCode),
        logo: boundLogo(logo),
      },
    ]
  })
}

/** The banks in order without repetitions. */
function inOrder(banks: readonly Bank[]): readonly Bank[] {
  const byKey = new Map(banks.map(bank => [keyOf(bank), bank]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, bank]) => bank)
}

/** The unique sort key of a bank. */
function keyOf({ name, fullName, bic, bankCode }: Bank): string {
  return [foldText(name), name, fullName ?? '', bic ?? '', bankCode ?? ''].join('\n')
}

/** The banks whose names or codes contain the text, independently of case, Unicode form and white space. */
export function searchBanks(banks: readonly Bank[], search: string): readonly Bank[] {
  const wanted = foldText(search)
  if (wanted === '') return banks
  return banks.filter(({ name, fullName, bic, bankCode }) =>
    [name, fullName, bic, bankCode].some(text => text !== null && foldText(text).includes(wanted)),
  )
}

/** A page of sorted banks. */
export function pageBanks(banks: readonly Bank[], { limit, backward, after, before }: PageRequest): Page<Bank> {
  const within = banks
    .map(node => ({ node, key: keyOf(node) }))
    .filter(({ key }) => after === null || key > after.key || (after.inclusive && key === after.key))
    .filter(({ key }) => before === null || key < before.key || (before.inclusive && key === before.key))
  const items = backward ? within.slice(Math.max(0, within.length - limit)) : within.slice(0, limit)
  return { items, more: within.length > limit }
}
