import type { BankUser } from '../domain/subject.ts'
import type { TenantId } from '../domain/tenant.ts'
import { findBankUser } from '../store/bank-users.ts'
import type { Queries } from '../store/database.ts'
import type { ReadingWatch } from './reading-watch.ts'

/** The longest time that a query waits for a vendor. */
export const readingBudgetMs = 5_000
/** How often to check without a notification, because one may be lost. */
const lookAgainMs = 1_000

export interface AwaitedReading {
  /** Waits for a reading that has begun at this time or later. */
  readonly since: Date
  /** When it was asked for. A failure after this time ends the waiting. */
  readonly askedAt: Date
  readonly mostMs: number
}

/**
 * Waits for a reading of a bank user.
 * @returns whether there is one; false after a failure, and when `mostMs` are over
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
    // Begins before the row is read, so that no notification is missed.
    const next = readings.next(user.applicantId, Math.min(left, lookAgainMs))
    const known = await findBankUser(database, tenant, user)
    if (!known || known.reference === null) return false
    if (known.retrievedAt !== null && known.retrievedAt >= since) return true
    const hasFailed = known.error !== null && known.askedAt !== null && known.askedAt >= askedAt
    if (hasFailed || left === 0) return false
    await next
  }
}
