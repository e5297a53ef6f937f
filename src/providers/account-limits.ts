import type { BudgetRule, BudgetRules } from '../http/provider-http.ts'
import type { Environment, Provider, ProviderClient } from './provider.ts'

/** What a vendor accepts from one account. */
export interface AccountLimits {
  /** The allowed calls in a span of time, by the name of the budget. */
  readonly budgets: BudgetRules
  /** How many analyses may be under way at a time. null: as the vendor documents, in its drivers. */
  readonly maxParallel: number | null
}

type Limited = Pick<Provider, 'id' | 'variables' | 'budgets'>

/** Every variable of a provider: its own, and those that every provider has. */
export function variablesOf(provider: Limited): readonly string[] {
  return [...Object.keys(provider.variables), ...limitVariablesOf(provider)]
}

/** The variables that set what the vendor accepts from an account. */
export function limitVariablesOf(provider: Pick<Provider, 'id'>): readonly string[] {
  return Object.values(limitVariables(provider))
}

/**
 * Reads `<ID>_LIMITS` (`uploads=100/60,default=5000/60`: calls per seconds, by budget name) and `<ID>_MAX_PARALLEL`. A budget
 * that is not named keeps the limit that the vendor documents, or none where it documents none.
 *
 * @param faults gets one line for each fault, which begins with the name of the variable
 */
export function readAccountLimits(provider: Limited, variables: Environment, faults: string[]): AccountLimits {
  const names = limitVariables(provider)
  const limits = variables[names.limits]?.trim() ?? ''
  const parallel = variables[names.maxParallel]?.trim() ?? ''
  const own = limits === '' ? {} : parseBudgets(limits, fault => faults.push(`${names.limits}: ${fault}`), provider)
  const isCount = /^[1-9]\d{0,5}$/.test(parallel)
  if (parallel !== '' && !isCount)
    faults.push(`${names.maxParallel}: got "${parallel}"; wants a whole number from 1 to 999999`)
  return { budgets: { ...provider.budgets, ...own }, maxParallel: isCount ? Number(parallel) : null }
}

/** The same client with another number of parallel analyses for each of its products. */
export function withMaxParallel(client: ProviderClient, maxParallel: number | null): ProviderClient {
  if (maxParallel === null) return client
  const products = Object.fromEntries(
    Object.entries(client.products).map(([product, driver]) => [product, { ...driver, maxParallel }]),
  )
  return { ...client, products }
}

function limitVariables({ id }: Pick<Provider, 'id'>) {
  const prefix = id.toUpperCase().replaceAll('-', '_')
  return { limits: `${prefix}_LIMITS`, maxParallel: `${prefix}_MAX_PARALLEL` }
}

function parseBudgets(text: string, report: (fault: string) => void, { budgets }: Limited): BudgetRules {
  const known = [...new Set([...Object.keys(budgets), 'default'])]
  const rules = new Map<string, BudgetRule>()
  for (const part of text.split(',').map(one => one.trim())) {
    const [, name = '', calls, seconds] = /^([a-z-]+) *= *(\d+) *\/ *(\d+)$/.exec(part) ?? []
    const rule = { limit: Number(calls), perMs: Number(seconds) * 1000 }
    const isUsable = rule.limit >= 1 && rule.limit <= 1_000_000 && rule.perMs >= 1000 && rule.perMs <= 86_400_000
    if (!isUsable)
      report(
        `got "${part}"; wants <budget>=<calls>/<seconds>, such as default=5000/60: at least 1 call in 1 to 86400 s`,
      )
    else if (!known.includes(name)) report(`there is no budget "${name}"; there are ${known.join(', ')}`)
    else if (rules.has(name)) report(`names the budget "${name}" twice`)
    rules.set(name, rule)
  }
  return Object.fromEntries(rules)
}
