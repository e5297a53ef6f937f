import { pino } from 'pino'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createBudgetGates, createMemoryGateStore } from '../../src/http/budget-gates.ts'
import { sleep } from '../../src/http/sleep.ts'
import { createRegistry, type RegistryOptions } from '../../src/providers/create-registry.ts'
import type { Environment, Provider, ProviderClient } from '../../src/providers/provider.ts'
import type { HealthPublisher } from '../../src/providers/publish-health.ts'
import type { ProviderRegistry } from '../../src/providers/registry.ts'

export const logger = pino({ level: 'silent' })
const tenant = parseTenantId('acme')

export interface ConnectedProvider {
  readonly registry: ProviderRegistry
  readonly client: ProviderClient
  readonly tenant: typeof tenant
  stop(): Promise<void>
}

const silent: HealthPublisher = { tell: () => {}, stop: async () => {} }

/** Providers as a node connects them, but without limits and long waits. */
export function connectRegistry(
  options: Pick<RegistryOptions, 'providers'> & Partial<RegistryOptions>,
): ProviderRegistry {
  const now = () => new Date()
  return createRegistry({
    environment: {},
    tenants: new Map(),
    simulated: new Map(),
    simulatorSpeed: 1_000_000,
    pollSpeedup: 1_000_000,
    orderOf: () => new Map(),
    gates: createBudgetGates({ store: createMemoryGateStore(now), sleep }),
    now,
    logger,
    correlationId: () => null,
    onCall: () => {},
    health: silent,
    ...options,
  })
}

/** The provider at another address. */
export function reachedAt(provider: Provider, baseUrl: string): Provider {
  return { ...provider, settings: provider.settings.transform(configured => ({ ...configured, baseUrl })) }
}

/** One provider, with these variables. */
export function connectProvider(
  provider: Provider,
  variables: Environment,
  { hurry = 1_000_000, health = silent }: { readonly hurry?: number; readonly health?: HealthPublisher } = {},
): ConnectedProvider {
  const registry = connectRegistry({
    providers: [provider],
    simulated: new Map([[provider.id, variables]]),
    simulatorSpeed: hurry,
    pollSpeedup: hurry,
    health,
  })
  return { registry, client: registry.client(tenant, provider.id), tenant, stop: () => registry.stop() }
}
