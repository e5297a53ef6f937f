import { AppError } from '../errors.ts'
import type { Sleep } from './sleep.ts'

/** Limits the parallel calls to one provider in this process. */
export interface Bulkhead {
  /**
   * Waits for a place and takes it. @returns a function that gives the place back; calling it again does nothing
   * @throws AppError PROVIDER_UNAVAILABLE when none becomes free within `maxWaitMs`, or too many calls wait already
   */
  enter(account: string, maxWaitMs: number, signal: AbortSignal): Promise<() => void>
}

export interface BulkheadOptions {
  readonly provider: string
  readonly sleep: Sleep
  /** The number of parallel calls. */
  readonly places?: number
  /** The number of calls that may wait for a place; more are refused at once. */
  readonly maxWaiting?: number
}

type Enter = () => void

/**
 * 32 calls at a time and 1,000 waiting. A free place goes to the accounts in turn, and within an account to the longest
 * waiting call.
 */
export function createBulkhead({ provider, sleep, places = 32, maxWaiting = 1_000 }: BulkheadOptions): Bulkhead {
  /** The waiting calls by account; the account whose turn is next comes first. */
  const waiting = new Map<string, Enter[]>()
  let taken = 0
  let waitingCount = 0

  function leave(): void {
    taken -= 1
    const next = waiting.entries().next().value
    if (!next) return
    const [account, queue] = next
    const enter = queue.shift()
    waiting.delete(account)
    if (queue.length > 0) waiting.set(account, queue)
    waitingCount -= 1
    taken += 1
    enter?.()
  }

  function place(): () => void {
    let isTaken = true
    return () => {
      if (isTaken) leave()
      isTaken = false
    }
  }

  function withdraw(account: string, enter: Enter): void {
    const queue = waiting.get(account) ?? []
    const at = queue.indexOf(enter)
    if (at < 0) return
    queue.splice(at, 1)
    waitingCount -= 1
    if (queue.length === 0) waiting.delete(account)
  }

  function refusal(): AppError {
    return new AppError('PROVIDER_UNAVAILABLE', 'Too many calls to the provider are under way.', {
      provider,
      retryAfterSeconds: 5,
    })
  }

  return {
    async enter(account, maxWaitMs, signal) {
      if (taken < places) {
        taken += 1
        return place()
      }
      if (waitingCount >= maxWaiting) throw refusal()
      const turn = Promise.withResolvers<void>()
      let hasPlace = false
      const enter: Enter = () => {
        hasPlace = true
        turn.resolve()
      }
      const queue = waiting.get(account) ?? []
      queue.push(enter)
      waiting.set(account, queue)
      waitingCount += 1
      const end = new AbortController()
      try {
        await Promise.race([turn.promise, sleep(maxWaitMs, AbortSignal.any([signal, end.signal]))])
      } catch (error) {
        // The place may have been given in the turn of the event loop in which the signal was aborted.
        if (hasPlace) leave()
        throw error
      } finally {
        withdraw(account, enter)
        end.abort()
      }
      if (hasPlace) return place()
      throw refusal()
    },
  }
}
