/** Keeps calls away from a provider that fails every time, and lets one through now and then to see whether it is back. */
export interface CircuitBreaker {
  /** Milliseconds until a call may be tried; 0 when one may go now. Changes nothing. */
  waitMs(): number
  /** As `waitMs`; when it answers 0 the caller goes. While the circuit is open one caller in `coolDownMs` gets the 0. */
  admit(): number
  /** Whether a call that went was answered, with anything but a 5xx. */
  report(alive: boolean): void
}

export interface CircuitBreakerOptions {
  readonly now: () => Date
  /** Failures in a row that open it. */
  readonly failures?: number
  readonly coolDownMs?: number
}

/** A closed circuit: opens after 10 failures in a row, tries again after 15 s. Shared by all clients of one provider. */
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
      // The next trial is due a cool-down after this one started, so one whose outcome is never reported blocks nothing.
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
