import { performance } from 'node:perf_hooks'

export interface LaneLimits {
  /** The most parallel operations. */
  readonly operations: number
  /** The greatest total cost of parallel operations. */
  readonly cost: number
}

export interface LaneOptions {
  /** The total time that the event loop was busy, in milliseconds. */
  readonly busyMs?: () => number
  readonly later?: (ms: number, callback: () => void) => void
}

/** Operations are requests of a caller; deliveries are events for its subscriptions. */
export type LaneKind = 'operation' | 'delivery'

/** A queue of the work of one caller or one socket. Lanes do not wait for each other. */
export interface Lane {
  /** Runs work at once, or as soon as enough of the earlier work has ended. */
  run<Result>(kind: LaneKind, cost: number, work: () => Promise<Result>): Promise<Result>
  /** The number of waiting operations. */
  readonly waiting: number
  readonly isIdle: boolean
}

interface Entry {
  readonly cost: number
  readonly begin: () => void
}

/** Work that keeps the process busy for longer is followed by a pause of the same length, in which other lanes run. */
const longMs = 50
const longestRestMs = 1_000

/**
 * Runs work within limits. A place becomes free one round of the event loop after its work has ended, or after a pause
 * if the work kept the loop busy for long, so that other lanes can run in between.
 */
export function createLane(limits: LaneLimits, options: LaneOptions = {}): Lane {
  const { busyMs = activeMs, later = (ms, callback) => void setTimeout(callback, ms).unref() } = options
  const queues: Readonly<Record<LaneKind, Entry[]>> = { operation: [], delivery: [] }
  let next: LaneKind = 'operation'
  let running = 0
  let runningCost = 0

  const fits = (cost: number) => running === 0 || (running < limits.operations && runningCost + cost <= limits.cost)

  function take(cost: number): void {
    running += 1
    runningCost += cost
  }

  /** The kinds take turns, so that neither starves. */
  function beginNext(): void {
    for (;;) {
      const kind = queues[next].length > 0 ? next : other(next)
      const [entry] = queues[kind]
      if (!entry || !fits(entry.cost)) return
      queues[kind].shift()
      next = other(kind)
      take(entry.cost)
      entry.begin()
    }
  }

  function leave(cost: number, busyBefore: number): void {
    const free = () => {
      running -= 1
      runningCost -= cost
      beginNext()
    }
    // The result has been serialized by then.
    setImmediate(() => {
      const busy = busyMs() - busyBefore
      if (busy > longMs) later(Math.min(busy, longestRestMs), free)
      else free()
    })
  }

  return {
    async run(kind, cost, work) {
      if (queues.operation.length + queues.delivery.length === 0 && fits(cost)) take(cost)
      else await new Promise<void>(begin => queues[kind].push({ cost, begin }))
      const busyBefore = busyMs()
      try {
        return await work()
      } finally {
        leave(cost, busyBefore)
      }
    },
    get waiting() {
      return queues.operation.length
    },
    get isIdle() {
      return running === 0
    },
  }
}

function other(kind: LaneKind): LaneKind {
  return kind === 'operation' ? 'delivery' : 'operation'
}

function activeMs(): number {
  return performance.eventLoopUtilization().active
}
