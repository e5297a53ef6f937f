import { z } from 'zod'
import { readCallerLimits } from '../callers/caller-limits.ts'
import { type TenantId, tenantIdSchema } from '../domain/tenant.ts'
import { limitVariablesOf, readAccountLimits, variablesOf } from '../providers/account-limits.ts'
import type { Environment, Provider } from '../providers/provider.ts'
import { readAllowedRedirects } from './allowed-redirects.ts'
import { describeFaults } from './config-error.ts'
import { readProviderOrder } from './provider-order.ts'
import { readJsonFile } from './read-json-file.ts'

/** The variables that a tenant may have besides the providers'. */
const ownVariables = ['PROVIDER_ORDER', 'ALLOWED_REDIRECTS', 'CALLER_LIMITS']

const fileSchema = z.record(tenantIdSchema, z.record(z.string(), z.string()))

/**
 * Reads the file that gives tenants variables of their own: `{"<tenant>": {"<VARIABLE>": "<value>"}}`. A tenant's
 * credentials of a provider replace all of the deployment's, so that no request mixes two accounts.
 */
export function readTenantsFile(
  path: string | undefined,
  providers: readonly Provider[],
  deployment: Environment,
  faults: string[],
): ReadonlyMap<TenantId, Environment> {
  if (path === undefined) return new Map()
  const parsed = fileSchema.safeParse(readJsonFile('TENANTS_FILE', path, faults) ?? {})
  if (!parsed.success) {
    faults.push(
      `TENANTS_FILE: ${path} does not hold {"<tenant>": {"<VARIABLE>": "<value>"}}: ${z.prettifyError(parsed.error)}`,
    )
    return new Map()
  }
  const known = [...ownVariables, ...providers.flatMap(variablesOf)]
  const tenants = new Map<TenantId, Environment>()
  for (const [name, own] of Object.entries(parsed.data)) {
    const place = `TENANTS_FILE ${name}`
    for (const variable of Object.keys(own))
      if (!known.includes(variable)) faults.push(`${place}: ${variable} is not a variable a tenant can have`)
    const environment = layOver(deployment, own, providers)
    for (const provider of providers) {
      const settings = provider.settings.safeParse(environment)
      if (!settings.success)
        faults.push(...describeFaults(settings.error, environment).map(fault => `${place}: ${fault}`))
      const limitFaults: string[] = []
      readAccountLimits(provider, own, limitFaults)
      const limited = limitVariablesOf(provider).find(variable => own[variable])
      if (limited && !hasCredentials(provider, own))
        limitFaults.push(
          `${limited}: has no effect without the tenant's own credentials, because limits belong to an account`,
        )
      faults.push(...limitFaults.map(fault => `${place}: ${fault}`))
    }
    readProviderOrder(own.PROVIDER_ORDER, providers, faults, `${place}: PROVIDER_ORDER`)
    readAllowedRedirects(own.ALLOWED_REDIRECTS, faults, `${place}: ALLOWED_REDIRECTS`)
    readCallerLimits(own.CALLER_LIMITS, faults, `${place}: CALLER_LIMITS`)
    tenants.set(tenantIdSchema.parse(name), environment)
  }
  return tenants
}

/** Whether the variables switch the provider on. */
export function hasCredentials(provider: Provider, variables: Environment): boolean {
  return Object.entries(provider.variables).some(([name, { credential }]) => credential && Boolean(variables[name]))
}

export function pickVariables(variables: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(names.filter(name => variables[name] !== undefined).map(name => [name, variables[name]]))
}

function layOver(deployment: Environment, own: Environment, providers: readonly Provider[]): Environment {
  const replaced = providers.filter(provider => hasCredentials(provider, own))
  const dropped = replaced.flatMap(provider => variablesOf(provider).filter(name => !name.endsWith('_BASE_URL')))
  const kept = Object.entries(deployment).filter(([name]) => !dropped.includes(name))
  return { ...Object.fromEntries(kept), ...own }
}
