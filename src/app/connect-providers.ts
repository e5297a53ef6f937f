import type { Logger } from 'pino'
import { readProviderOrder } from '../config/provider-order.ts'
import type { Config } from '../config.ts'
import type { Correlation } from '../correlation.ts'
import { createBudgetGates, createMemoryGateStore, type GateStore } from '../http/budget-gates.ts'
import { sleep } from '../http/sleep.ts'
import { createRegistry } from '../providers/create-registry.ts'
import type { Environment, Provider, Simulator } from '../providers/provider.ts'
import { createHealthPublisher } from '../providers/publish-health.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { Metrics } from '../server/metrics.ts'
import type { Clock } from '../simulation/clock.ts'
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
  /** The time of the simulators; null: the machine's. */
  readonly simulatorClock: Clock | null
}

/** A provider whose simulator runs in this process. */
export interface StartedSimulator {
  readonly id: string
  readonly name: string
  readonly simulator: Simulator
}

export interface ConnectedProviders {
  readonly registry: ProviderRegistry
  readonly simulators: readonly StartedSimulator[]
}

/**
 * Starts the configured simulators and connects every provider.
 *
 * @param onEnd takes a function for each started part that stops it
 */
export async function connectProviders(
  options: ConnectOptions,
  onEnd: (step: () => Promise<void>) => void,
): Promise<ConnectedProviders> {
  const { config, providers, correlation, metrics, logger, now } = options
  const { simulators, simulated } = await startSimulators(options, onEnd)
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
  return { registry, simulators }
}

/** @returns the simulators, and by provider the variables that reach its simulator */
async function startSimulators(
  { config, providers, publicUrl, logger, simulatorClock }: ConnectOptions,
  onEnd: (step: () => Promise<void>) => void,
) {
  const simulated = new Map<string, Environment>()
  const simulators: StartedSimulator[] = []
  for (const provider of providers.filter(({ id }) => config.simulate.includes(id))) {
    const simulator = provider.createSimulator({
      port: 0,
      speed: config.simulatorSpeed,
      logger: logger.child({ simulator: provider.id }),
      webhookUrl: `${publicUrl}/webhooks/${provider.id}`,
      ...simulatorClock,
    })
    simulated.set(provider.id, await simulator.start())
    simulators.push({ id: provider.id, name: provider.name, simulator })
    onEnd(() => simulator.stop())
  }
  return { simulators, simulated }
}

/** Only PostgreSQL is shared by several processes. */
function createGateStore({ database, now }: ConnectOptions): GateStore {
  if (database.engine === 'embedded') return createMemoryGateStore(now)
  return { change: (key, work) => changeBudget(database, key, work) }
}
