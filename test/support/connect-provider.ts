import { pino } from 'pino'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { createBudgetGates, createMemoryGateStore } from '../../src/http/budget-gates.ts'
import { sleep } from '../../src/http/sleep.ts'
import { createRegistry } from '../../src/providers/create-registry.ts'
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

/** A provider as a node connects it, with these variables, and with limits and waits that no test has to wait for. */
export function connectProvider(
  provider: Provider,
  variables: Environment,
  { hurry = 1_000_000, health = silent }: { readonly hurry?: number; readonly health?: HealthPublisher } = {},
): ConnectedProvider {
  const now = () => new Date()
  const registry = createRegistry({
    providers: [provider],
    environment: {},
    tenants: new Map(),
    simulated: new Map([[provider.id, variables]]),
    simulatorSpeed: hurry,
    pollSpeedup: hurry,
    orderOf: () => new Map(),
    gates: createBudgetGates({ store: createMemoryGateStore(now), sleep }),
    now,
    logger,
    correlationId: () => null,
    onCall: () => {},
    health,
  })
  return { registry, client: registry.client(tenant, provider.id), tenant, stop: () => registry.stop() }
}
