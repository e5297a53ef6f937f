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

/** A description of each that can follow "does not offer". */
const words: Readonly<Record<Capability, string>> = {
  consents: 'invitations of customers',
  banks: 'a list of banks',
  bankLogins: 'connections to accounts at banks',
  companies: 'a directory of companies',
  logos: 'logos of companies',
  paymentPartners: 'an analysis of payment partners',
  shipments: 'letters and faxes',
  registerWebhook: 'a call that takes the address of a webhook',
  checkCredentials: 'a call that checks credentials',
  erase: 'a way to delete what it was given',
}

const isCapability = (name: string): name is Capability => Object.hasOwn(words, name)

/** All capabilities. */
export const capabilities: readonly Capability[] = Object.keys(words).filter(isCapability)

/** The product or capability of a client with this name; undefined when the client lacks it. */
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
  throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${providerId} does not offer ${toWords(wanted)}.`, {
    provider: providerId,
    ...(field && { field }),
  })
}

/**
 * The provider of a capability: the one that the input `provider` names, else the first in the tenant's order.
 * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED
 */
export function chooseOffer<Wanted extends Capability>(
  providers: Pick<ProviderRegistry, 'client' | 'order'>,
  tenant: TenantId,
  { wanted, provider }: { readonly wanted: Wanted; readonly provider: string | null },
): { readonly providerId: string; readonly driver: Offers[Wanted] } {
  const [providerId = null] = provider === null ? providers.order(tenant, wanted) : [provider]
  if (providerId === null)
    throw new AppError('PROVIDER_NOT_CONFIGURED', `No provider that is switched on offers ${toWords(wanted)}.`)
  return { providerId, driver: requireOffer(providers, tenant, { providerId, wanted, field: ['provider'] }) }
}

function toWords(wanted: Offer): string {
  return isCapability(wanted) ? words[wanted] : wanted
}
