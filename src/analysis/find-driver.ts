import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import type { AnalysisDriver, ConsentDriver, ResultDriver } from '../providers/analysis-driver.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import type { AnalysisState } from '../store/analysis-life.ts'

type Clients = Pick<ProviderRegistry, 'client'>
type Asked = Pick<AnalysisState, 'origin' | 'product' | 'providerId'>

/**
 * What waits for the result of an analysis and fetches it, wherever its statements come from.
 *
 * @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED
 */
export function findResultDriver(providers: Clients, tenant: TenantId, asked: Asked): ResultDriver {
  return asked.origin === 'CONSENT'
    ? findConsentDriver(providers, tenant, asked)
    : findAnalysisDriver(providers, tenant, asked)
}

/** @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED */
export function findAnalysisDriver(providers: Clients, tenant: TenantId, asked: Asked): AnalysisDriver {
  const driver = providers.client(tenant, asked.providerId).products[asked.product]
  if (driver) return driver
  throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${asked.providerId} does not offer ${asked.product}.`)
}

/** @throws AppError PROVIDER_NOT_CONFIGURED, CAPABILITY_UNSUPPORTED */
export function findConsentDriver(
  providers: Clients,
  tenant: TenantId,
  { providerId }: Pick<Asked, 'providerId'>,
): ConsentDriver {
  const driver = providers.client(tenant, providerId).consents
  if (driver) return driver
  throw new AppError('CAPABILITY_UNSUPPORTED', `The provider ${providerId} does not invite customers.`)
}
