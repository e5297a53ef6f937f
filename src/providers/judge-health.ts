import type { CallOutcome } from '../http/call-outcome.ts'
import type { CircuitBreaker } from '../http/circuit-breaker.ts'
import type { ProviderHealth } from './registry.ts'

export interface HealthVerdict {
  readonly health: Exclude<ProviderHealth, 'UNKNOWN'>
  /** Why, in a sentence for people; null while it is HEALTHY. */
  readonly reason: string | null
}

export interface HealthJudgeOptions {
  readonly now: () => Date
  readonly breaker: Pick<CircuitBreaker, 'waitMs'>
}

/** How many calls are judged at most, and for how long each counts. */
const mostCalls = 20
const longestMs = 5 * 60_000
/** The failures from which on an account may be DOWN. Fewer may be chance. */
const leastForDown = 3
/** The share of failures from which on an account is DEGRADED. */
const degradedShare = 0.2

/**
 * Judges an account of a vendor by how its calls went: by the last 20 of the last five minutes.
 *
 * - UNAUTHORIZED: the vendor refused the credentials, and has not accepted them since.
 * - DOWN: the circuit breaker keeps calls away, or all calls failed, three at least.
 * - DEGRADED: a fifth of the calls or more failed.
 * - HEALTHY: otherwise.
 *
 * @returns takes how a call went, and answers how the account is
 */
export function createHealthJudge({ now, breaker }: HealthJudgeOptions): (outcome: CallOutcome) => HealthVerdict {
  const recent: { readonly at: number; readonly failed: boolean }[] = []
  let refusal: string | null = null
  let lastFailure = ''

  return outcome => {
    const at = now().getTime()
    recent.push({ at, failed: outcome.kind === 'failed' })
    while (recent.length > mostCalls || (recent[0]?.at ?? at) < at - longestMs) recent.shift()
    if (outcome.kind === 'failed') lastFailure = outcome.reason
    if (outcome.kind === 'unauthorized') refusal = outcome.reason
    if (outcome.kind === 'answered' && outcome.authorized) refusal = null

    const failed = recent.filter(call => call.failed).length
    const share = `${failed} of the last ${recent.length} calls failed. The last failure: ${lastFailure}`
    if (breaker.waitMs() > 0 && failed > 0) return { health: 'DOWN', reason: share }
    if (failed >= leastForDown && failed === recent.length) return { health: 'DOWN', reason: share }
    if (refusal !== null) return { health: 'UNAUTHORIZED', reason: refusal }
    if (failed / recent.length >= degradedShare) return { health: 'DEGRADED', reason: share }
    return { health: 'HEALTHY', reason: null }
  }
}
