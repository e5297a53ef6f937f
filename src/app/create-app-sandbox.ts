import type { Config } from '../config.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { ProviderRegistry } from '../providers/registry.ts'
import { createSandbox, type Sandbox } from '../sandbox/create-sandbox.ts'
import type { SandboxTime } from '../sandbox/sandbox-time.ts'
import type { DocumentOutcome } from '../simulation/outcomes.ts'
import type { StartedSimulator } from './connect-providers.ts'

/** The tenant of all callers of a sandbox without authentication. */
export const sandboxTenant = parseTenantId('sandbox')

export interface AppSandboxParts {
  readonly time: SandboxTime
  readonly simulators: readonly StartedSimulator[]
  readonly registry: Pick<ProviderRegistry, 'client'>
  readonly config: Pick<Config, 'simulatorSpeed' | 'pollSpeedup'>
}

/** The sandbox over the simulators of this process and the clients that call them. */
export function createAppSandbox({ time, simulators, registry, config }: AppSandboxParts): Sandbox {
  const vendors = simulators.map(({ id, name, simulator }) => ({
    id,
    name,
    simulator,
    deadlineMs(product: DocumentOutcome['product']) {
      const { products, shipments } = registry.client(sandboxTenant, id)
      const deadline =
        product === 'LETTER' || product === 'FAX' ? shipments?.deadlineMs[product] : products[product]?.deadlineMs
      if (deadline === undefined)
        throw new Error(`The simulator of ${id} declares an outcome of ${product}, which ${id} does not offer.`)
      return deadline
    },
  }))
  const { simulatorSpeed, pollSpeedup } = config
  return createSandbox({ time, vendors, simulatorSpeed, pollSpeedup })
}
