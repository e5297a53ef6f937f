import { createRandom } from '../../../simulation/random.ts'
import { createPersonAccount } from '../../../simulation/statements/person-account.ts'
import { createSteering } from '../../../simulation/steering.ts'

/** What happens to a statement. What no test steers follows from the digest of the document. */
export interface StatementPlan {
  /** `never`: nothing happens until the control gives it an outcome. */
  readonly outcome: 'completed' | 'partial' | 'failed' | 'never'
  /** Milliseconds of processing at speed 1. */
  readonly processingMs: number
  /** The status while the statement is processed. */
  readonly processingStatus: string
  readonly failureReason: string
  /** Rows in the analysis. */
  readonly transactions: number
  /** false: the closing balance of the header differs from the sum of the rows. */
  readonly reconciles: boolean
  readonly analysis: AnalysisOverride
  /** The order in which the members of the analysis are sent. Members that are not named follow. */
  readonly memberOrder: readonly string[]
}

/**
 * Replaces members of the generated analysis. An object as `header` is merged into the generated one; `undefined` leaves a
 * member out. Exact numbers are written with `toExactNumber`. An iterable as `transactions` is streamed; it must be possible
 * to iterate it again for each request.
 */
export interface AnalysisOverride {
  readonly header?: unknown
  readonly transactions?: unknown
  readonly lendingMetrics?: unknown
  readonly confidence?: unknown
  readonly [member: string]: unknown
}

/** The plan that follows from the bytes of a document. About one statement in sixteen does not add up. */
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

/** What each word in a file's name or bytes changes for its statement. */
const { words, toPlan } = createSteering<StatementPlan>({
  failed: { outcome: 'failed' },
  partial: { outcome: 'partial' },
  slow: { processingMs: 60_000 },
  stuck: { outcome: 'never' },
  'unknown-status': { processingStatus: 'AwaitingReview' },
  empty: { transactions: 0 },
  huge: { transactions: 5_000 },
  unreconciled: { reconciles: false },
})

export const steeringWords: readonly string[] = [...words, 'quota']
const inName = new RegExp(`(?<![a-z])(?:${steeringWords.join('|')})(?![a-z])`, 'g')

/** The words in a file's name, each standing by itself: `march-failed.pdf`, `huge partial.pdf`. */
export function findSteeringWords(fileName: string): readonly string[] {
  return fileName.toLowerCase().match(inName) ?? []
}

/** `quotaExceeded`: the upload is answered as if the monthly quota were used up. */
export function readSteering(found: readonly string[]) {
  return { plan: toPlan(found), quotaExceeded: found.includes('quota') }
}
