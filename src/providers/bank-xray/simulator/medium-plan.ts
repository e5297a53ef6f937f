import { createRandom } from '../../../simulation/random.ts'
import { createSteering } from '../../../simulation/steering.ts'

/** What happens to a document. What no test steers follows from its digest. */
export interface MediumPlan {
  /**
   * `read`: a report that covers it follows. `unread`: a report that does not cover it follows. `never`: no report follows until
   * the control extracts it.
   */
  readonly outcome: 'read' | 'unread' | 'never'
  /** Milliseconds until the report at speed 1. */
  readonly processingMs: number
  /** The number of statements in the document. */
  readonly statements: number
  /** The number of rows in each statement. */
  readonly transactions: number
  /** false: the end balance differs from the sum of the rows, and the vendor says so. */
  readonly reconciles: boolean
  /** Replaces the class of the report. null: not rated. */
  readonly riskClass?: number | null
  /** Replaces members of `raw` in the report that follows. `undefined` leaves one out. */
  readonly raw: Readonly<Record<string, unknown>>
}

/** If the text recognition fails, people read the document within 48 hours. */
export const manualMs = 40 * 3_600_000

/**
 * ASSUMED: no report follows an encrypted PDF. Nobody at the vendor can open it, no call takes a password, and no failure is
 * documented.
 */
export const encryptedPlan = { outcome: 'never' } as const satisfies Partial<MediumPlan>

/** The plan that follows from the bytes of a document. About one statement in sixteen does not add up. */
export function createPlan(digest: string): MediumPlan {
  const random = createRandom(`${digest} plan`)
  return {
    outcome: 'read',
    // The vendor takes "a few minutes". A demo should not wait that long.
    processingMs: random.integer(8_000, 20_000),
    statements: 1,
    transactions: random.integer(40, 90),
    reconciles: !random.percent(6),
    raw: {},
  }
}

/** What each word in the bytes of a document changes for it. */
export const steering = createSteering<MediumPlan>({
  manual: { processingMs: manualMs },
  slow: { processingMs: 20 * 60_000 },
  stuck: { outcome: 'never' },
  unread: { outcome: 'unread' },
  twin: { statements: 2 },
  empty: { transactions: 0 },
  huge: { transactions: 5_000 },
  reconciled: { reconciles: true },
  unreconciled: { reconciles: false },
  excellent: { riskClass: 1 },
  poor: { riskClass: 5 },
  unrated: { riskClass: null },
})
