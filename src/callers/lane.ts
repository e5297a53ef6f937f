import { performance } from 'node:perf_hooks'

export interface LaneLimits {
  /** How many run at once. */
  readonly operations: number
  /** Up to which summed cost they do. */
  readonly cost: number
}

export interface LaneOptions {
  /** How long the event loop has been busy so far, in milliseconds. */
  readonly busyMs?: () => number
  readonly later?: (ms: number, callback: () => void) => void
}

/** Operations are what a caller sent; deliveries are what its subscriptions are owed. */
export type LaneKind = 'operation' | 'delivery'

/** Work that waits for work of the same lane only: of one caller, or of one socket. */
export interface Lane {
  /** Runs it at once, or as soon as enough of the work before it is done. */
  run<Result>(kind: LaneKind, cost: number, work: () => Promise<Result>): Promise<Result>
  /** How many operations wait for their turn. */
  readonly waiting: number
  readonly isIdle: boolean
}

interface Entry {
  readonly cost: number
  readonly begin: () => void
}

/** Work that keeps the process busy for longer is followed by a rest as long as itself, in which others get on. */
const longMs = 50
const longestRestMs = 1_000

/**
 * Runs work within limits. The place of what has ended is free only after one round of the event
 * loop, and after a rest when it kept the loop busy for long: so the work of others goes between.
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

  /** The kinds take turns, so that neither waits for the other for ever. */
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
    // The result is turned into text before that.
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
