import { AppError } from '../errors.ts'
import type { BudgetGates } from './budget-gates.ts'
import type { BudgetRule, BudgetRules, ProviderCall, StreamedAnswer } from './provider-http.ts'
import { isLastOfWindow, rateLimitResetMs, retryAfterMs } from './retry-after.ts'

/** Keeps one account's calls within its vendor's limits, and applies the limits in answers. */
export interface RateLimits {
  /**
   * Waits for the call's budget.
   * @throws AppError PROVIDER_RATE_LIMITED at once when the wait would be longer than `maxWaitMs`
   */
  enter(call: ProviderCall, maxWaitMs: number, signal: AbortSignal): Promise<void>
  /** Makes later calls of the same budget wait if the answer says so. @returns the error for a 429, else null */
  learn(call: ProviderCall, answer: StreamedAnswer): Promise<AppError | null>
}

export interface RateLimitsOptions {
  readonly provider: string
  readonly accountKey: string
  readonly budgets: BudgetRules
  readonly gates: BudgetGates
  readonly now: () => Date
}

const unlimited: BudgetRule = { limit: Number.POSITIVE_INFINITY, perMs: 0 }
/** The pause of a budget after a 429 without a time; doubled by each further one. */
const firstRestMs = 1000
const longestRestMs = 60_000

export function createRateLimits({ provider, accountKey, budgets, gates, now }: RateLimitsOptions): RateLimits {
  /** The number of 429s in a row without a time, by budget. */
  const unexplained = new Map<string, number>()

  // The limits of another host must not affect the provider's budgets.
  const budgetOf = (call: ProviderCall): string => (call.url ? `at ${call.url.host}` : (call.budget ?? 'default'))
  const keyOf = (call: ProviderCall): string => `${provider}/${accountKey}/${budgetOf(call)}`

  function ruleOf(call: ProviderCall): BudgetRule {
    if (call.url) return unlimited
    const rule = budgets[budgetOf(call)]
    if (rule) return rule
    if (call.budget === undefined) return unlimited
    throw new AppError('INTERNAL', `There is no budget "${call.budget}".`, { provider })
  }

  function restMs(budget: string): number {
    const count = unexplained.get(budget) ?? 0
    unexplained.set(budget, count + 1)
    return Math.min(firstRestMs * 2 ** count, longestRestMs)
  }

  return {
    async enter(call, maxWaitMs, signal) {
      try {
        await gates.enter(keyOf(call), ruleOf(call), maxWaitMs, signal)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        throw new AppError(error.code, error.message, { provider, retryAfterSeconds: error.retryAfterSeconds })
      }
    },
    async learn(call, { status, headers }) {
      const refused = status === 429
      const told = refused ? retryAfterMs(headers, now()) : null
      const reset = refused || isLastOfWindow(headers) ? rateLimitResetMs(headers, now()) : null
      if (!refused) unexplained.delete(budgetOf(call))
      const waitMs = told ?? reset ?? (refused ? restMs(budgetOf(call)) : 0)
      if (waitMs > 0) await gates.close(keyOf(call), now().getTime() + waitMs)
      if (!refused) return null
      const retryAfterSeconds = Math.ceil(waitMs / 1000)
      const message = `The provider's limit of calls is reached. The call may be tried again in ${retryAfterSeconds} s.`
      return new AppError('PROVIDER_RATE_LIMITED', message, { provider, providerCode: '429', retryAfterSeconds })
    },
  }
}
