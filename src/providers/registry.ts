import type { AnalysisProduct } from '../domain/analysis.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { DriverOption } from './analysis-driver.ts'
import type { Capability, Offer } from './capability.ts'
import type { ProviderClient, WebhookReceiver } from './provider.ts'

export const providerHealths = ['HEALTHY', 'DEGRADED', 'DOWN', 'UNAUTHORIZED', 'UNKNOWN'] as const
export type ProviderHealth = (typeof providerHealths)[number]

/** A provider as a tenant sees it. */
export interface DataProvider {
  readonly id: string
  readonly name: string
  readonly products: readonly AnalysisProduct[]
  readonly capabilities: readonly Capability[]
  /** The options of `startAnalysis` that it accepts. */
  readonly options: readonly DriverOption[]
  readonly simulated: boolean
  readonly enabled: boolean
  /** The key of the stored health of the tenant's account. */
  readonly healthKey: string
}

/** An account at a vendor: the deployment's own, or that of tenants that have their own. */
export interface ProviderAccount {
  readonly accountKey: string
  /** The tenants that have it as their own; empty for the deployment's. */
  readonly tenants: readonly TenantId[]
  /** Whether there are credentials. */
  readonly enabled: boolean
  readonly client: ProviderClient
  /** null when the vendor has no webhook, or nothing is configured to verify it with. */
  readonly webhook: WebhookReceiver | null
}

/** The providers of a tenant, and their clients. */
export interface ProviderRegistry {
  list(tenant: TenantId): readonly DataProvider[]
  /** @returns null when no provider has that id */
  find(tenant: TenantId, providerId: string): DataProvider | null
  /** @throws AppError PROVIDER_NOT_CONFIGURED when the provider is unknown or off for the tenant; `field` is its `provider` */
  client(tenant: TenantId, providerId: string): ProviderClient
  /** The tenant's account at the provider. A webhook that was verified for another account does not concern the tenant. */
  accountKey(tenant: TenantId, providerId: string): string
  /** Every account of the provider; null when no provider has that id. */
  accounts(providerId: string): readonly ProviderAccount[] | null
  /**
   * Ids of the providers that offer a product or a capability to the tenant, the preferred one first; those that are off are
   * left out. A capability that is part of a product follows the tenant's order of that product, any other the order of registration.
   */
  order(tenant: TenantId, wanted: Offer): readonly string[]
  stop(): Promise<void>
}
