import { AppError } from '../errors.ts'
import type { BudgetRule } from './provider-http.ts'
import type { Sleep } from './sleep.ts'

/** What keeps calls within the vendors' limits. One for a process, or one shared by several through a database. */
export interface BudgetGates {
  /**
   * Waits until a call fits into the budget, and counts it.
   * @throws AppError PROVIDER_RATE_LIMITED, at once, when that takes longer than `maxWaitMs`. Nothing is counted then.
   */
  enter(key: string, rule: BudgetRule, maxWaitMs: number, signal?: AbortSignal): Promise<void>
  /** Lets nobody in before that instant (milliseconds since 1970), not even who waits already. Never shortens. */
  close(key: string, untilMs: number): Promise<void>
}

interface Gate {
  closedUntil: number
  /** When calls went in or will, ascending, as far back as they still count. */
  readonly places: number[]
}

/** Gates in memory: in no window of `perMs`, wherever it starts, do more than `limit` calls go in. First come, first served. */
export function createBudgetGates(deps: { readonly now: () => Date; readonly sleep: Sleep }): BudgetGates {
  const gates = new Map<string, Gate>()
  const nowMs = (): number => deps.now().getTime()

  function gateOf(key: string): Gate {
    const known = gates.get(key)
    if (known) return known
    const gate: Gate = { closedUntil: 0, places: [] }
    gates.set(key, gate)
    return gate
  }

  return {
    async enter(key, rule, maxWaitMs, signal) {
      const gate = gateOf(key)
      const latest = nowMs() + maxWaitMs
      for (;;) {
        const now = nowMs()
        forgetBefore(gate, now - rule.perMs)
        const place = nextPlace(gate, rule, now)
        if (place > latest) throw rateLimited(place - now)
        gate.places.push(place)
        if (place <= now) return
        try {
          await deps.sleep(place - now, signal)
        } catch (error) {
          giveBack(gate, place)
          throw error
        }
        // Someone else may have been told to wait while this call slept.
        if (gate.closedUntil <= place) return
        giveBack(gate, place)
      }
    },
    async close(key, untilMs) {
      const gate = gateOf(key)
      gate.closedUntil = Math.max(gate.closedUntil, untilMs)
    },
  }
}

function nextPlace(gate: Gate, rule: BudgetRule, now: number): number {
  const displaced = gate.places.at(-rule.limit)
  return Math.max(now, gate.closedUntil, displaced === undefined ? 0 : displaced + rule.perMs)
}

function forgetBefore(gate: Gate, instant: number): void {
  const kept = gate.places.findIndex(place => place > instant)
  gate.places.splice(0, kept < 0 ? gate.places.length : kept)
}

function giveBack(gate: Gate, place: number): void {
  const index = gate.places.lastIndexOf(place)
  if (index >= 0) gate.places.splice(index, 1)
}

function rateLimited(waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  return new AppError('PROVIDER_RATE_LIMITED', `The provider takes no more calls for ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  })
}
