import type { TenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'

export interface FairGateLimits {
  /** The most that run at a time. */
  readonly total: number
  /** The most of one tenant that run at a time. */
  readonly perTenant: number
  /** The most of one tenant that wait. */
  readonly waiting: number
  /** The longest wait, in milliseconds. */
  readonly patienceMs: number
}

/** Limits how much work runs at a time. Waiting tenants take turns, however much each of them has waiting. */
export interface FairGate {
  /** @throws AppError RATE_LIMITED when too much of the tenant's work is waiting already, or after the longest wait */
  pass<Result>(tenant: TenantId, work: () => Promise<Result>): Promise<Result>
}

export function createFairGate(limits: FairGateLimits): FairGate {
  let inside = 0
  const insideOf = new Map<TenantId, number>()
  /** The tenant whose turn is next comes first. */
  const waiting = new Map<TenantId, Set<() => void>>()

  const mayEnter = (tenant: TenantId) => inside < limits.total && (insideOf.get(tenant) ?? 0) < limits.perTenant

  function count(tenant: TenantId, change: 1 | -1): void {
    inside += change
    const own = (insideOf.get(tenant) ?? 0) + change
    if (own === 0) insideOf.delete(tenant)
    else insideOf.set(tenant, own)
  }

  function admitNext(): void {
    for (const [tenant, queue] of waiting) {
      if (!mayEnter(tenant)) continue
      const [admit] = queue
      if (!admit) continue
      leaveQueue(tenant, admit)
      const rest = waiting.get(tenant)
      if (rest) {
        waiting.delete(tenant)
        waiting.set(tenant, rest)
      }
      count(tenant, 1)
      admit()
      return
    }
  }

  function leaveQueue(tenant: TenantId, admit: () => void): void {
    const queue = waiting.get(tenant)
    queue?.delete(admit)
    if (queue?.size === 0) waiting.delete(tenant)
  }

  async function waitForTurn(tenant: TenantId): Promise<void> {
    const queue = waiting.get(tenant) ?? new Set()
    if (queue.size >= limits.waiting) throw tooMany()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const timer = setTimeout(() => {
      leaveQueue(tenant, resolve)
      reject(tooMany())
    }, limits.patienceMs)
    waiting.set(tenant, queue.add(resolve))
    await promise.finally(() => clearTimeout(timer))
  }

  return {
    async pass(tenant, work) {
      // Work of the tenant that waits already comes first.
      if (mayEnter(tenant) && !waiting.has(tenant)) count(tenant, 1)
      else await waitForTurn(tenant)
      try {
        return await work()
      } finally {
        count(tenant, -1)
        admitNext()
      }
    },
  }
}

function tooMany(): AppError {
  return new AppError(
    'RATE_LIMITED',
    'Too many of your searches, counts and cash flows are running. Send fewer at a time.',
    { retryAfterSeconds: 1 },
  )
}
