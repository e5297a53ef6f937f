import type { CallOutcome } from '../http/attempt-call.ts'
import type { CircuitBreaker } from '../http/circuit-breaker.ts'
import type { ProviderHealth } from './registry.ts'

export interface HealthVerdict {
  readonly health: Exclude<ProviderHealth, 'UNKNOWN'>
  /** The reason in a sentence; null when HEALTHY. */
  readonly reason: string | null
}

export interface HealthJudgeOptions {
  readonly now: () => Date
  readonly breaker: Pick<CircuitBreaker, 'waitMs'>
}

/** At most this many calls count, each for `longestMs`. */
const mostCalls = 20
const longestMs = 5 * 60_000
/** The least number of failures for DOWN, because fewer may be chance. */
const leastForDown = 3
/** The least share of failures for DEGRADED. */
const degradedShare = 0.2

/**
 * Computes the health of a vendor account from its last 20 calls in the last five minutes.
 *
 * - UNAUTHORIZED: the vendor refused the credentials, and has not accepted them since.
 * - DOWN: the circuit breaker is open, or all calls failed and there were at least three.
 * - DEGRADED: a fifth of the calls or more failed.
 * - HEALTHY: otherwise.
 *
 * @returns a function that takes the outcome of a call and returns the health
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
