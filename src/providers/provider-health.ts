import { type CircuitBreaker, createCircuitBreaker } from '../http/circuit-breaker.ts'
import type { ProviderHealth } from './registry.ts'

/** A provider's circuit breaker that also tells how the provider has been of late. */
export interface ProviderVitals {
  readonly breaker: CircuitBreaker
  health(): ProviderHealth
}

export function createProviderVitals(now: () => Date): ProviderVitals {
  const breaker = createCircuitBreaker({ now })
  let last: ProviderHealth = 'UNKNOWN'
  return {
    breaker: {
      ...breaker,
      report(alive) {
        last = alive ? 'HEALTHY' : 'DEGRADED'
        breaker.report(alive)
      },
    },
    health: () => (breaker.waitMs() > 0 ? 'DOWN' : last),
  }
}
