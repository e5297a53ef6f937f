import type { Logger } from 'pino'
import { readProviderOrder } from '../config/provider-order.ts'
import type { Config } from '../config.ts'
import type { Correlation } from '../correlation.ts'
import { createBudgetGates, createMemoryGateStore, type GateStore } from '../http/budget-gates.ts'
import { sleep } from '../http/sleep.ts'
import { createRegistry } from '../providers/create-registry.ts'
import { createHealthPublisher } from '../providers/publish-health.ts'
import type { Environment, Provider } from '../providers/provider.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Metrics } from '../server/metrics.ts'
import type { Database } from '../store/database.ts'
import { changeBudget } from '../store/provider-budgets.ts'
import { saveProviderHealth } from '../store/provider-health.ts'

export interface ConnectOptions {
  readonly config: Config
  readonly providers: readonly Provider[]
  readonly publicUrl: string
  readonly database: Database
  readonly correlation: Correlation
  readonly metrics: Metrics
  readonly logger: Logger
  readonly now: () => Date
}

/**
 * Starts the simulators that the configuration asks for, and makes every provider ready to be called.
 *
 * @param onEnd takes each step by which what was begun here is to be ended
 */
export async function connectProviders(
  options: ConnectOptions,
  onEnd: (step: () => Promise<void>) => void,
): Promise<ProviderRegistry> {
  const { config, providers, correlation, metrics, logger, now } = options
  const simulated = await startSimulators(options, onEnd)
  const health = createHealthPublisher({
    save: (account, verdict) => saveProviderHealth(options.database, { account, ...verdict }),
    now,
    sleep,
    logger,
  })
  const registry = createRegistry({
    providers,
    environment: config.environment,
    tenants: config.tenants,
    simulated,
    simulatorSpeed: config.simulatorSpeed,
    pollSpeedup: config.pollSpeedup,
    orderOf(tenant) {
      const own = config.tenants.get(tenant)?.PROVIDER_ORDER
      return own ? readProviderOrder(own, providers, []) : config.providerOrder
    },
    gates: createBudgetGates({ store: createGateStore(options), sleep }),
    now,
    logger,
    correlationId: correlation.current,
    onCall: call => metrics.providerCall(call.provider, call.operation, call.outcome, call.ms),
    health,
  })
  onEnd(() => registry.stop())
  return registry
}

/** @returns by provider, the variables under which its simulator is reached */
async function startSimulators(
  { config, providers, publicUrl, logger }: ConnectOptions,
  onEnd: (step: () => Promise<void>) => void,
): Promise<ReadonlyMap<string, Environment>> {
  const simulated = new Map<string, Environment>()
  for (const provider of providers.filter(({ id }) => config.simulate.includes(id))) {
    const simulator = provider.createSimulator({
      port: 0,
      speed: config.simulatorSpeed,
      logger: logger.child({ simulator: provider.id }),
      webhookUrl: `${publicUrl}/webhooks/${provider.id}`,
    })
    simulated.set(provider.id, await simulator.start())
    onEnd(() => simulator.stop())
  }
  return simulated
}

/** A database of one process has nobody to share with. */
function createGateStore({ database, now }: ConnectOptions): GateStore {
  if (database.engine === 'embedded') return createMemoryGateStore(now)
  return { change: (key, work) => changeBudget(database, key, work) }
}
