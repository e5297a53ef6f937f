import type { AnalysisProduct } from '../domain/analysis.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { AnalysisDriver } from './analysis-driver.ts'
import type { ProviderClient } from './provider.ts'
import type { ProviderRegistry } from './registry.ts'

/** A member of `ProviderClient` beside its products, by its name. */
export type Capability = Exclude<keyof ProviderClient, 'products'>

/** Everything that a provider can be asked for: products and capabilities, by name. */
export type Offers = Readonly<Record<AnalysisProduct, AnalysisDriver>> & Required<Pick<ProviderClient, Capability>>

/** The name of a product or of a capability. */
export type Offer = keyof Offers

/** What is said of a provider that lacks it. */
const lacks: Readonly<Record<Capability, string>> = {
  consents: 'does not invite customers',
  banks: 'has no list of banks',
  bankLogins: 'does not connect accounts at banks',
  companies: 'has no directory of companies',
  logos: 'has no logos of companies',
  paymentPartners: 'does not judge payment partners',
  shipments: 'sends no letters and faxes',
  registerWebhook: 'takes no webhook address by a call',
  checkCredentials: 'has no call that checks credentials',
  erase: 'offers no way to delete what it was given',
}

const isCapability = (name: string): name is Capability => Object.hasOwn(lacks, name)

/** Every capability there is. */
export const capabilities: readonly Capability[] = Object.keys(lacks).filter(isCapability)

/** What a client offers under a name; undefined for what it lacks. */
export function findOffer<Wanted extends Offer>(client: ProviderClient, wanted: Wanted): Offers[Wanted] | undefined {
  const { products, ...others } = client
  const all: { readonly [Name in Offer]?: Offers[Name] } = { ...others, ...products }
  return all[wanted]
}

/**
 * The product or capability of a provider that was chosen already.
 * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED; `field` is the input that named the provider, if one did
 */
export function requireOffer<Wanted extends Offer>(
  providers: Pick<ProviderRegistry, 'client'>,
  tenant: TenantId,
  {
    providerId,
    wanted,
    field,
  }: { readonly providerId: string; readonly wanted: Wanted; readonly field?: readonly string[] },
): Offers[Wanted] {
  const found = findOffer(providers.client(tenant, providerId), wanted)
  if (found) return found
  const fault = isCapability(wanted) ? lacks[wanted] : `does not offer ${wanted}`
  throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${providerId} ${fault}.`, {
    provider: providerId,
    ...(field && { field }),
  })
}
