import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { ProviderOrder } from '../config/provider-order.ts'
import { type AnalysisProduct, products } from '../domain/analysis.ts'
import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { BudgetGates } from '../http/budget-gates.ts'
import { createBulkhead } from '../http/bulkhead.ts'
import { createCircuitBreaker } from '../http/circuit-breaker.ts'
import { createProviderHttp } from '../http/create-provider-http.ts'
import type { OnCall } from '../http/observe-call.ts'
import type { BudgetRules, ProviderHttp } from '../http/provider-http.ts'
import { sleep } from '../http/sleep.ts'
import { accountKeyOf } from './account-key.ts'
import { readAccountLimits, variablesOf, withMaxParallel } from './account-limits.ts'
import { boundClient, boundReceiver } from './bound-client.ts'
import { capabilities, findOffer, type Offer } from './capability.ts'
import type { ConfiguredProvider, Environment, Provider, ProviderClient } from './provider.ts'
import { createHealthJudge } from './judge-health.ts'
import type { HealthPublisher } from './publish-health.ts'
import type { DataProvider, ProviderRegistry } from './registry.ts'

export interface RegistryOptions {
  readonly providers: readonly Provider[]
  /** The deployment's variables. */
  readonly environment: Environment
  /** The complete variables of tenants that have their own. */
  readonly tenants: ReadonlyMap<TenantId, Environment>
  /** The variables of each simulated provider by its id. They replace all others. */
  readonly simulated: ReadonlyMap<string, Environment>
  /** The factor by which the simulators in this process are faster than their vendors. Their limits are multiplied by it. */
  readonly simulatorSpeed: number
  /** Divides our own waiting. */
  readonly pollSpeedup: number
  readonly orderOf: (tenant: TenantId) => ProviderOrder
  readonly gates: BudgetGates
  readonly now: () => Date
  readonly logger: Logger
  readonly correlationId: () => string | null
  readonly onCall: OnCall
  readonly health: HealthPublisher
}

interface Connection extends Pick<ConfiguredProvider, 'account' | 'webhook'> {
  readonly provider: Provider
  readonly accountKey: string
  /** The key of the account's stored health. */
  readonly healthKey: string
  readonly client: ProviderClient
}

/** Our own pauses after failures: before the second attempt of a call, and before a failing provider is tried again. */
const firstDelayMs = 250
const coolDownMs = 15_000

type ClosableHttp = ProviderHttp & { close(): Promise<void> }

export function createRegistry(options: RegistryOptions): ProviderRegistry {
  const { providers, environment, tenants, simulated, orderOf, now, pollSpeedup } = options
  const startBreaker = () => createCircuitBreaker({ now, coolDownMs: coolDownMs / pollSpeedup })
  // One circuit breaker and one bulkhead for all accounts of a provider, because the provider as a whole fails or hangs.
  const shared = new Map(
    providers.map(({ id }) => [id, { breaker: startBreaker(), bulkhead: createBulkhead({ provider: id, sleep }) }]),
  )
  const transports: ClosableHttp[] = []
  // Tenants with equal settings share a client and its token. Tenants with the same account share its budgets, even if
  // other settings differ.
  const connections = new Map<string, Connection>()

  function connect(provider: Provider, variables: Environment): Connection {
    const configured = provider.settings.parse(variables)
    const { baseUrl, account, webhook } = configured
    const isSimulated = simulated.has(provider.id)
    const limits = readAccountLimits(provider, variables, [])
    const own = variablesOf(provider).map(name => variables[name]?.trim() ?? '')
    const accountKey = isSimulated ? simulatedKeyOf(own) : accountKeyOf(provider, configured)
    const key = JSON.stringify([provider.id, accountKey, own])
    const known = connections.get(key)
    if (known) return known
    const { breaker = startBreaker(), bulkhead } = shared.get(provider.id) ?? {}
    const judge = createHealthJudge({ now: options.now, breaker })
    const healthKey = `${provider.id}/${accountKey}`
    const http = createProviderHttp({
      provider: provider.id,
      baseUrl,
      accountKey,
      budgets: isSimulated ? widened(limits.budgets, options.simulatorSpeed) : limits.budgets,
      gates: options.gates,
      now: options.now,
      logger: options.logger,
      breaker,
      bulkhead,
      retry: { firstDelayMs: firstDelayMs / pollSpeedup },
      onOutcome: outcome => options.health.tell(healthKey, judge(outcome)),
      correlationId: options.correlationId,
      onCall: options.onCall,
    })
    transports.push(http)
    const logger = options.logger.child({ provider: provider.id })
    const client = account?.connect({ http, now: options.now, logger, pollSpeedup }) ?? { products: {} }
    const bounded = withMaxParallel(boundClient(client), limits.maxParallel)
    const connection = { provider, accountKey, healthKey, account, webhook, client: bounded }
    connections.set(key, connection)
    return connection
  }

  const variablesFor = (provider: Provider, tenant: TenantId | null): Environment =>
    simulated.get(provider.id) ?? (tenant === null ? undefined : tenants.get(tenant)) ?? environment

  // Every account is connected at the start, so that a fault is reported at once and each webhook has a receiver.
  const accounts = new Map(
    providers.map(provider => [
      provider.id,
      {
        shared: connect(provider, variablesFor(provider, null)),
        own: new Map([...tenants.keys()].map(tenant => [tenant, connect(provider, variablesFor(provider, tenant))])),
      },
    ]),
  )

  function connectionOf(tenant: TenantId, providerId: string): Connection | null {
    const account = accounts.get(providerId)
    return account?.own.get(tenant) ?? account?.shared ?? null
  }

  function find(tenant: TenantId, providerId: string): DataProvider | null {
    const connection = connectionOf(tenant, providerId)
    if (!connection) return null
    const { provider, account, healthKey, client } = connection
    const drivers = products.flatMap(product => {
      const driver = client.products[product]
      return driver ? [[product, driver] as const] : []
    })
    return {
      id: provider.id,
      name: provider.name,
      products: drivers.map(([product]) => product),
      capabilities: capabilities.filter(name => findOffer(client, name)),
      options: [...new Set(drivers.flatMap(([, { options = [] }]) => options))],
      simulated: simulated.has(provider.id),
      enabled: account !== null,
      healthKey,
    }
  }

  return {
    list: tenant => providers.flatMap(({ id }) => find(tenant, id) ?? []),
    find,
    client(tenant, providerId) {
      const connection = connectionOf(tenant, providerId)
      if (connection?.account) return connection.client
      const message = connection
        ? `The provider ${providerId} is switched off.`
        : 'There is no such provider. dataProviders lists all providers.'
      throw new AppError('PROVIDER_NOT_CONFIGURED', message, { provider: providerId, field: ['provider'] })
    },
    accountKey: (tenant, providerId) => connectionOf(tenant, providerId)?.accountKey ?? '',
    accounts(providerId) {
      const account = accounts.get(providerId)
      if (!account) return null
      const connected = [...new Set([account.shared, ...account.own.values()])]
      return connected.map(connection => {
        const { accountKey, client, webhook } = connection
        const own = [...account.own].filter(([, of]) => of === connection && of !== account.shared)
        return {
          accountKey,
          tenants: own.map(([tenant]) => tenant),
          enabled: connection.account !== null,
          client,
          webhook: webhook && boundReceiver(webhook),
        }
      })
    },
    order(tenant, wanted) {
      const offering = providers
        .map(({ id }) => id)
        .filter(id => {
          const connection = connectionOf(tenant, id)
          return connection?.account && findOffer(connection.client, wanted)
        })
      const product = wanted === 'consents' ? 'STATEMENT_EXTRACTION' : wanted
      const preferred = isProduct(product) ? orderOf(tenant).get(product) : undefined
      return preferred ? preferred.filter(id => offering.includes(id)) : offering
    },
    async stop() {
      await Promise.all(transports.map(http => http.close()))
      await options.health.stop()
    },
  }
}

/** Credentials that a simulator made up need no slow hash. */
function simulatedKeyOf(own: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 32)
}

const isProduct = (wanted: Offer): wanted is AnalysisProduct => products.some(product => product === wanted)

function widened(budgets: BudgetRules, factor: number): BudgetRules {
  return Object.fromEntries(
    Object.entries(budgets).map(([name, { limit, perMs }]) => [
      name,
      { limit: Math.max(1, Math.floor(limit * factor)), perMs },
    ]),
  )
}
