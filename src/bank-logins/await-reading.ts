import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { findBankUser } from '../store/bank-users.ts'
import type { Queries } from '../store/database.ts'
import type { ReadingWatch } from './reading-watch.ts'

/** No query waits longer for a vendor. */
export const readingBudgetMs = 5_000
/** A notification may be lost. */
const lookAgainMs = 1_000

export interface AwaitedReading {
  /** The reading has begun then or later. */
  readonly since: Date
  /** When it was asked for: an attempt that failed later is the end of the waiting. */
  readonly askedAt: Date
  readonly mostMs: number
}

/**
 * Waits for a reading of a bank user that has begun at a moment or later.
 * @returns whether there is one; false after an attempt that failed, and when the time is over
 */
export async function awaitReading(
  { database, readings }: { readonly database: Queries; readonly readings: ReadingWatch },
  tenant: TenantId,
  user: BankUser,
  { since, askedAt, mostMs }: AwaitedReading,
): Promise<boolean> {
  const end = performance.now() + mostMs
  for (;;) {
    const left = Math.max(0, end - performance.now())
    // Before the row is read, so that no end of a look is missed.
    const next = readings.next(user.applicantId, Math.min(left, lookAgainMs))
    const known = await findBankUser(database, tenant, user)
    if (!known || known.reference === null) return false
    if (known.retrievedAt !== null && known.retrievedAt >= since) return true
    const hasFailed = known.error !== null && known.askedAt !== null && known.askedAt >= askedAt
    if (hasFailed || left === 0) return false
    await next
  }
}
