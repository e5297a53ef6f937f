import { randomUUID } from 'node:crypto'
import type { TenantId } from '../domain/tenant.ts'
import { releaseLease, renewLease, takeLease } from '../store/analysis-lease.ts'
import type { Database } from '../store/database.ts'

/** Long enough for a slow renewal, short enough that a killed worker's analysis is taken up within 15 s. */
const leaseSeconds = 10
const renewMs = 3_000

/** Thrown at the next step of a worker whose lease went to another, or whose analysis was ended meanwhile. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

export interface Lease {
  readonly owner: string
  /** To be called right before anything is sent to the vendor. @throws LeaseLost */
  confirm(): Promise<void>
}

/**
 * Does something as the only one in all processes who does anything with that analysis. The lease is renewed while the
 * work goes on, and given back when it ends.
 *
 * @returns `held` when nothing was done, because another holds the lease or the analysis is over; `lost` when the lease
 *   was lost on the way
 */
export async function withLease(
  database: Database,
  tenant: TenantId,
  analysisId: string,
  work: (lease: Lease) => Promise<void>,
): Promise<'done' | 'held' | 'lost'> {
  const owner = randomUUID()
  if (!(await takeLease(database, tenant, analysisId, owner, leaseSeconds))) return 'held'
  const timer = setInterval(() => {
    // A failed renewal shows at the next confirmation.
    renewLease(database, tenant, analysisId, owner, leaseSeconds).catch(() => {})
  }, renewMs)
  try {
    await work({
      owner,
      async confirm() {
        if (!(await renewLease(database, tenant, analysisId, owner, leaseSeconds))) throw new LeaseLost()
      },
    })
    return 'done'
  } catch (error) {
    if (error instanceof LeaseLost) return 'lost'
    throw error
  } finally {
    clearInterval(timer)
    await releaseLease(database, tenant, analysisId, owner)
  }
}
