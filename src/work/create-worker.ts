import type { Logger } from 'pino'
import {
  type ClaimedWork,
  type ClaimLimits,
  ClaimLost,
  claimWork,
  type HeldClaim,
  renewClaims,
  workChannel,
} from '../store/work.ts'
import type { Handler } from './handler.ts'
import { claimSeconds, type HeldLook, holdClaim, type LookDeps, lookAtWork } from './look-at-work.ts'

/** Looks at due work. */
export interface Worker {
  start(): Promise<void>
  /** Lets running looks end for some time, then aborts the others and releases their claims. */
  stop(): Promise<void>
}

export interface WorkerOptions extends LookDeps {
  readonly handlers: ReadonlyMap<string, Handler<unknown>>
  readonly logger: Logger
  /** Runs a look with its correlation id. */
  readonly correlate: <Result>(correlationId: string, run: () => Promise<Result>) => Promise<Result>
  readonly onDone: (kind: string, outcome: 'completed' | 'failed', ms: number) => void
  readonly timing?: Partial<WorkerTiming>
}

/** Times in milliseconds. */
export interface WorkerTiming {
  /** How often a worker looks for due work without a notification. */
  readonly lookMs: number
  /** How often claims are renewed. */
  readonly renewMs: number
  /** How long running looks may continue after the worker begins to stop. */
  readonly drainMs: number
  /** How long aborted looks may take to end then. */
  readonly abortedMs: number
}

const usualTiming: WorkerTiming = { lookMs: 1_000, renewMs: 3_000, drainMs: 7_000, abortedMs: 1_500 }

/**
 * How many looks one process runs at once. Most of their time is waiting for vendors. A vendor that hangs uses up only
 * its own share; a tenant or an account leaves room for others at the same vendor.
 */
const limits: ClaimLimits = { perProvider: 30, perAccount: 24, perTenant: 16 }

export function createWorker(options: WorkerOptions): Worker {
  const { database, handlers, logger, correlate, onDone, now } = options
  const { lookMs, renewMs, drainMs, abortedMs } = { ...usualTiming, ...options.timing }
  /** Connections for claims, which looks cannot use up. */
  const reserve = database.lane('reserve')
  const looks = new Map<HeldLook, Promise<void>>()
  let claiming: Promise<void> | null = null
  let again = false
  /** Whether a limit was reached, so that due work may have been left unclaimed. */
  let isCrowded = false
  let isStopped = false
  let ticker: NodeJS.Timeout | undefined
  let renewing: NodeJS.Timeout | undefined
  const soon = new Set<NodeJS.Timeout>()
  let stopListening = async () => {}

  const held = () =>
    [...looks.keys()].map(({ claim: { tenant, providerId, accountKey } }) => ({ tenant, providerId, accountKey }))

  /** Claims due work. Calls during that lead to one more round. */
  function wake(): void {
    again = true
    claiming ??= claimAll().finally(() => {
      claiming = null
      if (again) wake()
    })
  }

  async function claimAll(): Promise<void> {
    try {
      while (again && !isStopped) {
        again = false
        const claimed = await claimWork(reserve, { now: now(), seconds: claimSeconds, held: held() }, limits)
        for (const work of claimed) begin(work)
        isCrowded = hasReached(held())
      }
    } catch (error) {
      logger.error({ err: error }, 'work could not be claimed')
    }
    if (isStopped) again = false
  }

  function begin(work: ClaimedWork): void {
    const look = holdClaim(work, options)
    const done = correlate(work.correlationId, () => run(look)).finally(() => {
      looks.delete(look)
      if (isCrowded) wake()
    })
    looks.set(look, done)
    look.isLeaving = isStopped
  }

  async function run(look: HeldLook): Promise<void> {
    const { tenant, kind, id, correlationId } = look.claim
    const startedAt = performance.now()
    try {
      const handler = handlers.get(kind)
      if (!handler) throw new Error(`There is no handler for work of kind ${kind}.`)
      const dueAt = await lookAtWork(options, handler, look)
      if (dueAt) wakeAt(dueAt)
      onDone(kind, 'completed', performance.now() - startedAt)
    } catch (error) {
      onDone(kind, 'failed', performance.now() - startedAt)
      logger.error({ err: error, tenant, kind, id, correlationId }, 'a look failed, and its claim is left to expire')
    }
  }

  /** Claims again at that time, if it is before the next regular look. */
  function wakeAt(due: Date): void {
    const waitMs = Math.max(0, due.getTime() - now().getTime())
    if (isStopped || waitMs >= lookMs) return
    const timer = setTimeout(() => {
      soon.delete(timer)
      wake()
    }, waitMs)
    soon.add(timer)
  }

  async function renew(): Promise<void> {
    const before = [...looks.keys()]
    if (before.length === 0) return
    try {
      const { kept, lost } = await renewClaims(
        reserve,
        before.map(({ claim: { tenant, kind, id, owner } }) => ({ tenant, kind, id, owner })),
        claimSeconds,
      )
      for (const look of before)
        if (kept.has(look.claim.owner)) look.renewed()
        else if (lost.has(look.claim.owner)) look.abort(new ClaimLost())
    } catch (error) {
      // The claims are still valid for some time, and `confirm` checks that before anything is sent.
      logger.warn({ err: error }, 'claims could not be renewed')
    }
  }

  function hear(payload: string): void {
    const [word, kind, id] = payload.split(' ')
    if (word !== 'ended') {
      wake()
      return
    }
    for (const look of looks.keys()) if (look.claim.kind === kind && look.claim.id === id) look.abort(new ClaimLost())
  }

  return {
    async start() {
      stopListening = await database.listen(workChannel, hear)
      ticker = setInterval(wake, lookMs)
      renewing = setInterval(() => void renew(), renewMs)
      wake()
    },
    async stop() {
      isStopped = true
      for (const look of looks.keys()) look.isLeaving = true
      clearInterval(ticker)
      for (const timer of soon) clearTimeout(timer)
      await stopListening()
      await claiming
      await settledWithin(looks.values(), drainMs)
      for (const look of looks.keys()) look.abort(new ClaimLost())
      await settledWithin(looks.values(), abortedMs)
      clearInterval(renewing)
    },
  }
}

function hasReached(held: readonly HeldClaim[]): boolean {
  const reaches = (limit: number, keyOf: (claim: HeldClaim) => string) =>
    [...Map.groupBy(held, keyOf).values()].some(({ length }) => length >= limit)
  return (
    reaches(limits.perProvider, claim => claim.providerId) ||
    reaches(limits.perAccount, claim => `${claim.providerId} ${claim.accountKey}`) ||
    reaches(limits.perTenant, claim => `${claim.providerId} ${claim.tenant}`)
  )
}

/** Waits until all are done, at most `mostMs`. */
async function settledWithin(running: Iterable<Promise<void>>, mostMs: number): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, mostMs)
  await Promise.race([Promise.allSettled(running), late.promise])
  clearTimeout(timer)
}
