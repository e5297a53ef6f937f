import { createRandom } from '../../../simulation/random.ts'
import { createPersonAccount } from '../../../simulation/statements/person-account.ts'

/** What becomes of a statement. Whatever nobody steers follows from the document's digest. */
export interface StatementPlan {
  /** `never` stays as it is until the control says otherwise. */
  readonly outcome: 'completed' | 'partial' | 'failed' | 'never'
  /** Milliseconds of processing at speed 1. */
  readonly processingMs: number
  /** The status while it is processed. */
  readonly processingStatus: string
  readonly failureReason: string
  /** Rows in the analysis. */
  readonly transactions: number
  /** false: the header's closing balance is not what the rows add up to. */
  readonly reconciles: boolean
  readonly analysis: AnalysisOverride
  /** Names of the analysis' members in the order they are sent; those not named follow. JSON promises none. */
  readonly memberOrder: readonly string[]
}

/**
 * Laid over the generated analysis, member by member: an object as `header` is merged into it, anything else replaces;
 * `undefined` leaves the member out. Exact numbers are written with `toExactNumber`. An iterable as `transactions` is
 * streamed, and must be iterable anew for each request.
 */
export interface AnalysisOverride {
  readonly header?: unknown
  readonly transactions?: unknown
  readonly lendingMetrics?: unknown
  readonly confidence?: unknown
  readonly [member: string]: unknown
}

/** The plan that a document's bytes ask for by themselves. About one statement in sixteen does not add up. */
export function createPlan(digest: string): StatementPlan {
  const random = createRandom(`${digest} plan`)
  return {
    outcome: 'completed',
    processingMs: random.integer(4_000, 9_000),
    processingStatus: 'Processing',
    failureReason: random.pick([
      'The document does not look like a bank statement.',
      'No transaction table was found in the document.',
      'The document could not be read.',
    ]),
    transactions: createPersonAccount(digest).ordinaryCount,
    reconciles: !random.percent(6),
    analysis: {},
    memberOrder: ['header', 'transactions', 'lendingMetrics', 'confidence'],
  }
}

/** What each word in a file's name or bytes makes of the statement. */
const plans = {
  failed: { outcome: 'failed' },
  partial: { outcome: 'partial' },
  slow: { processingMs: 60_000 },
  stuck: { outcome: 'never' },
  'unknown-status': { processingStatus: 'AwaitingReview' },
  empty: { transactions: 0 },
  huge: { transactions: 5_000 },
  unreconciled: { reconciles: false },
} as const satisfies Readonly<Record<string, Partial<StatementPlan>>>

export const steeringWords: readonly string[] = [...Object.keys(plans), 'quota']
const inName = new RegExp(`(?<![a-z])(?:${steeringWords.join('|')})(?![a-z])`, 'g')

/** The words in a file's name, each standing by itself: `march-failed.pdf`, `huge partial.pdf`. */
export function findSteeringWords(fileName: string): readonly string[] {
  return fileName.toLowerCase().match(inName) ?? []
}

interface Steering {
  readonly plan: Partial<StatementPlan>
  /** The upload is answered as if the month's quota were used up. */
  readonly quotaExceeded: boolean
}

export function readSteering(found: readonly string[]): Steering {
  let plan: Partial<StatementPlan> = {}
  for (const [word, part] of Object.entries(plans)) if (found.includes(word)) plan = { ...plan, ...part }
  return { plan, quotaExceeded: found.includes('quota') }
}
