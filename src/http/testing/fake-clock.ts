import { setImmediate } from 'node:timers/promises'
import type { Sleep } from '../sleep.ts'

/** A clock that advances only when all pending work sleeps, and then without waiting. */
export interface FakeClock {
  readonly now: () => Date
  readonly sleep: Sleep
  /** The requested duration of each sleep, in milliseconds. */
  readonly slept: readonly number[]
  advance(ms: number): void
  /** Waits for a promise. Lets real input and output finish and ends the sleeps in order. */
  run<T>(promise: Promise<T>): Promise<T>
}

export function createFakeClock(): FakeClock {
  const sleepers: { readonly wakeMs: number; readonly wake: () => void }[] = []
  const slept: number[] = []
  let ms = Date.parse('2026-03-01T12:00:00Z')
  /** Resolves when a call sleeps or ends. */
  let change = Promise.withResolvers<void>()

  function wakeRunners(): void {
    change.resolve()
    change = Promise.withResolvers()
  }

  return {
    now: () => new Date(ms),
    slept,
    sleep: (duration, signal) =>
      new Promise((resolve, reject) => {
        const cutShort = (): void => reject(new Error('The sleep was cut short.'))
        if (signal?.aborted) return cutShort()
        slept.push(duration)
        sleepers.push({ wakeMs: ms + duration, wake: resolve })
        wakeRunners()
        signal?.addEventListener('abort', cutShort)
      }),
    advance(duration) {
      ms += duration
    },
    async run(promise) {
      let isSettled = false
      const settled = promise.finally(() => {
        isSettled = true
        wakeRunners()
      })
      settled.catch(() => undefined)
      for (;;) {
        await setImmediate()
        if (isSettled) return settled
        sleepers.sort((left, right) => left.wakeMs - right.wakeMs)
        const next = sleepers.shift()
        if (!next) {
          await change.promise
          continue
        }
        ms = Math.max(ms, next.wakeMs)
        next.wake()
      }
    },
  }
}
