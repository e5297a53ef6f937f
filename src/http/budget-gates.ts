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

/** One budget's memory. Times are milliseconds since 1970. */
export interface Gate {
  closedUntil: number
  /** When calls went in or will, ascending, as far back as they still count. */
  readonly places: number[]
}

/** Keeps gates: in this process, or where several share them. */
export interface GateStore {
  /** Lets `work` see and change a gate, one at a time in all who share it, with the time they agree on. */
  change<Result>(key: string, work: (gate: Gate, nowMs: number) => Result): Promise<Result>
}

/** Gates of this process alone. */
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

/** In no window of `perMs`, wherever it starts, do more than `limit` calls go in. First come, first served. */
export function createBudgetGates({ store, sleep }: { readonly store: GateStore; readonly sleep: Sleep }): BudgetGates {
  /** A place in the queue, and how long it is until then; no place when that is longer than the caller would wait. */
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
        // Someone else may have been told to wait while this call slept.
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
  return new AppError('PROVIDER_RATE_LIMITED', `The provider takes no more calls for ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  })
}
