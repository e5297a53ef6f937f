import type { AnalysisProduct } from '../domain/analysis.ts'
import type { TenantId } from '../domain/tenant.ts'
import type { ProviderClient, WebhookReceiver } from './provider.ts'

export const providerHealths = ['HEALTHY', 'DEGRADED', 'DOWN', 'UNAUTHORIZED', 'UNKNOWN'] as const
export type ProviderHealth = (typeof providerHealths)[number]

/** A provider as a tenant sees it. */
export interface DataProvider {
  readonly id: string
  readonly name: string
  readonly products: readonly AnalysisProduct[]
  readonly capabilities: readonly string[]
  readonly simulated: boolean
  readonly enabled: boolean
  /** Under which key the health of the tenant's account is kept. */
  readonly healthKey: string
}

/** Verifies and reads the webhooks of one account. */
export interface AccountReceiver {
  readonly accountKey: string
  readonly receiver: WebhookReceiver
}

/** Which providers there are for a tenant, and how to reach them. */
export interface ProviderRegistry {
  list(tenant: TenantId): readonly DataProvider[]
  /** @returns null when no provider has that id */
  find(tenant: TenantId, providerId: string): DataProvider | null
  /** @throws AppError PROVIDER_NOT_CONFIGURED when the provider is unknown or off for the tenant */
  client(tenant: TenantId, providerId: string): ProviderClient
  /** Which account of the provider the tenant uses; a webhook verified for another one does not concern it. */
  accountKey(tenant: TenantId, providerId: string): string
  /**
   * Everything that may verify a webhook of the provider, with the account it belongs to. Empty when nothing is configured to
   * verify one with; null when no provider has that id.
   */
  webhookReceivers(providerId: string): readonly AccountReceiver[] | null
  /** Ids of the providers of a product, the tenant's preferred one first; those that are off are left out. */
  order(tenant: TenantId, product: AnalysisProduct): readonly string[]
  stop(): Promise<void>
}
