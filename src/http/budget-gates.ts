import { AppError } from '../errors.ts'
import type { BudgetRule } from './provider-http.ts'
import type { Sleep } from './sleep.ts'

/** Keeps calls within the vendors' limits, for one process or for several through a database. */
export interface BudgetGates {
  /**
   * Waits until the budget admits a call, and counts it. @throws AppError PROVIDER_RATE_LIMITED at once, without
   * counting, when that would take longer than `maxWaitMs`
   */
  enter(key: string, rule: BudgetRule, maxWaitMs: number, signal?: AbortSignal): Promise<void>
  /** Admits no call before an instant (milliseconds since 1970), including calls that wait already. A later instant stays. */
  close(key: string, untilMs: number): Promise<void>
}

/** The state of one budget. Times are milliseconds since 1970. */
export interface Gate {
  closedUntil: number
  /** When calls were or will be admitted, ascending, as far back as they count. */
  readonly places: number[]
}

/** Stores gates, in this process or shared by several. */
export interface GateStore {
  /** Lets `work` read and change a gate exclusively, with the shared time. */
  change<Result>(key: string, work: (gate: Gate, nowMs: number) => Result): Promise<Result>
}

/** A store in the memory of this process. */
export function createMemoryGateStore(now: () => Date): GateStore {
  const gates = new Map<string, Gate>()
  return {
    async change(key, work) {
      const gate = gates.get(key) ?? { closedUntil: 0, places: [] }
      gates.set(key, gate)
      return work(gate, now().getTime())
    },
  }
}

/** Admits at most `limit` calls in any window of `perMs`, in the order of their arrival. */
export function createBudgetGates({ store, sleep }: { readonly store: GateStore; readonly sleep: Sleep }): BudgetGates {
  /** Takes a place in the queue and returns the wait until then; takes none when the wait is longer than allowed. */
  const takePlace = (key: string, rule: BudgetRule, maxWaitMs: number) =>
    store.change(key, (gate, now) => {
      forgetBefore(gate, now - rule.perMs)
      const place = nextPlace(gate, rule, now)
      const waitMs = place - now
      if (waitMs > maxWaitMs) return { place: null, waitMs }
      gate.places.push(place)
      return { place, waitMs }
    })

  return {
    async enter(key, rule, maxWaitMs, signal) {
      let patienceMs = maxWaitMs
      for (;;) {
        const { place, waitMs } = await takePlace(key, rule, patienceMs)
        if (place === null) throw rateLimited(waitMs)
        if (waitMs <= 0) return
        try {
          await sleep(waitMs, signal)
        } catch (error) {
          await store.change(key, gate => giveBack(gate, place))
          throw error
        }
        patienceMs -= waitMs
        // A 429 may have closed the gate while this call slept.
        const displaced = await store.change(key, gate => {
          if (gate.closedUntil <= place) return false
          giveBack(gate, place)
          return true
        })
        if (!displaced) return
      }
    },
    async close(key, untilMs) {
      await store.change(key, gate => {
        gate.closedUntil = Math.max(gate.closedUntil, untilMs)
      })
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
  const message = `The call budget of the provider is used up for ${retryAfterSeconds} s.`
  return new AppError('PROVIDER_RATE_LIMITED', message, { retryAfterSeconds })
}
