import { createRandom } from '../../../simulation/random.ts'

/** What becomes of a document. Whatever nobody steers follows from its digest. */
export interface MediumPlan {
  /**
   * `read`: a report follows that covers it. `unread`: a report follows that does not. `never`: none follows until the control
   * says otherwise.
   */
  readonly outcome: 'read' | 'unread' | 'never'
  /** Milliseconds until the report at speed 1. */
  readonly processingMs: number
  /** Statements in the one document. */
  readonly statements: number
  /** Rows in each statement. */
  readonly transactions: number
  /** false: the end balance is not what the rows add up to, and the vendor notices. */
  readonly reconciles: boolean
  /** Laid over what would be the report's class; null leaves it unrated. */
  readonly riskClass?: number | null
  /** Laid over the `raw` of the report that follows, member by member; `undefined` leaves one out. */
  readonly raw: Readonly<Record<string, unknown>>
}

/** When the text recognition fails, people read the document: within 48 hours. */
const manualMs = 40 * 3_600_000

/**
 * ASSUMED: neither the text recognition nor the people who read documents can open an encrypted PDF, no call takes a password,
 * and no failure is documented: no report ever comes.
 */
export const encryptedPlan = { outcome: 'never' } as const satisfies Partial<MediumPlan>

/** The plan that a document's bytes ask for by themselves. About one statement in sixteen does not add up. */
export function createPlan(digest: string): MediumPlan {
  const random = createRandom(`${digest} plan`)
  return {
    outcome: 'read',
    // "A few minutes" in life; nobody wants to wait that long for a play.
    processingMs: random.integer(8_000, 20_000),
    statements: 1,
    transactions: random.integer(40, 90),
    reconciles: !random.percent(6),
    raw: {},
  }
}

/** What each word in a document's bytes makes of it. */
const plans = {
  manual: { processingMs: manualMs },
  slow: { processingMs: 20 * 60_000 },
  stuck: { outcome: 'never' },
  unread: { outcome: 'unread' },
  twin: { statements: 2 },
  empty: { transactions: 0 },
  huge: { transactions: 5_000 },
  unreconciled: { reconciles: false },
  excellent: { riskClass: 1 },
  poor: { riskClass: 5 },
  unrated: { riskClass: null },
} as const satisfies Readonly<Record<string, Partial<MediumPlan>>>

export const steeringWords: readonly string[] = Object.keys(plans)

/** @param words that were found */
export function readSteering(words: readonly string[]): Partial<MediumPlan> {
  let plan: Partial<MediumPlan> = {}
  for (const [word, part] of Object.entries(plans)) if (words.includes(word)) plan = { ...plan, ...part }
  return plan
}
