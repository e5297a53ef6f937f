import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { createBudgetGates, createMemoryGateStore } from '../http/budget-gates.ts'
import { sleep } from '../http/sleep.ts'
import { createRegistry } from '../providers/create-registry.ts'
import type { Provider } from '../providers/provider.ts'
import type { ProviderAccount, ProviderRegistry } from '../providers/registry.ts'

export interface AccountsOptions {
  readonly config: Config
  readonly providers: readonly Provider[]
  readonly logger: Logger
}

/** Every configured vendor account, for a command that runs beside the nodes. Simulated providers are left out. */
export function connectAccounts({ config, providers, logger }: AccountsOptions): ProviderRegistry {
  const now = () => new Date()
  return createRegistry({
    providers: providers.filter(({ id }) => !config.simulate.includes(id)),
    environment: config.environment,
    tenants: config.tenants,
    simulated: new Map(),
    simulatorSpeed: 1,
    pollSpeedup: 1,
    orderOf: () => config.providerOrder,
    gates: createBudgetGates({ store: createMemoryGateStore(now), sleep }),
    now,
    logger,
    correlationId: () => null,
    onCall: () => {},
    health: { tell: () => {}, stop: async () => {} },
  })
}

/** The owners of an account, in words. */
export function ownersOf({ tenants }: ProviderAccount): string {
  if (tenants.length === 0) return 'account of the deployment'
  return `account of ${tenants.length === 1 ? 'tenant' : 'tenants'} ${tenants.join(', ')}`
}
