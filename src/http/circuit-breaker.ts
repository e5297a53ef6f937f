/** Stops calls to a provider that fails every time, and admits one from time to time to test whether it works again. */
export interface CircuitBreaker {
  /** Milliseconds until a call is admitted; 0 for now. Changes nothing. */
  waitMs(): number
  /** As `waitMs`, but 0 admits the caller. While the circuit is open, one caller per `coolDownMs` gets 0. */
  admit(): number
  /** Reports whether an admitted call was answered with a status below 500. */
  report(alive: boolean): void
}

export interface CircuitBreakerOptions {
  readonly now: () => Date
  /** The number of failures in a row that opens it. */
  readonly failures?: number
  readonly coolDownMs?: number
}

/**
 * A circuit breaker that opens after 10 failures in a row and admits a call every 15 s. Shared by all clients of one
 * provider.
 */
export function createCircuitBreaker(options: CircuitBreakerOptions): CircuitBreaker {
  const { now, failures = 10, coolDownMs = 15_000 } = options
  let failed = 0
  let tryAgainAt = 0

  const waitMs = (): number => (failed < failures ? 0 : Math.max(0, tryAgainAt - now().getTime()))
  const coolDown = (): void => {
    tryAgainAt = now().getTime() + coolDownMs
  }

  return {
    waitMs,
    admit() {
      const wait = waitMs()
      // The next call is admitted one cool-down after this one starts, even if the outcome of this one is never reported.
      if (wait === 0 && failed >= failures) coolDown()
      return wait
    },
    report(alive) {
      if (alive) {
        failed = 0
        return
      }
      failed += 1
      if (failed === failures) coolDown()
    },
  }
}
