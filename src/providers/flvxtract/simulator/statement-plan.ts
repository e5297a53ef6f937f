import { createRandom } from '../../../simulation/random.ts'
import {
  type DocumentPlan,
  documentWords,
  planDocument,
  steerDocument,
} from '../../../simulation/statements/document-plan.ts'
import { createSteering } from '../../../simulation/steering.ts'

/** What happens to a statement, and what its document shows. What no test steers follows from the digest of the document. */
export interface StatementPlan extends DocumentPlan {
  /** `never`: nothing happens until the control gives it an outcome. */
  readonly outcome: 'completed' | 'partial' | 'failed' | 'never'
  /** Milliseconds of processing at speed 1. */
  readonly processingMs: number
  /** The status while the statement is processed. */
  readonly processingStatus: string
  readonly failureReason: string
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

/**
 * The plan that follows from the bytes of a document. About one statement in sixteen does not add up.
 * @param steered replaces members of it
 */
export function createPlan(digest: string, steered: Partial<StatementPlan> = {}): StatementPlan {
  const random = createRandom(`${digest} plan`)
  return {
    ...planDocument(digest, steered),
    outcome: 'completed',
    processingMs: random.integer(4_000, 9_000),
    processingStatus: 'Processing',
    failureReason: random.pick([
      'The document does not look like a bank statement.',
      'No transaction table was found in the document.',
      'The document could not be read.',
    ]),
    reconciles: !random.percent(6),
    analysis: {},
    memberOrder: ['header', 'transactions', 'lendingMetrics', 'confidence'],
    ...steered,
  }
}

/** What each word in a file's name or bytes changes for its statement. */
const { words, toPlan } = createSteering<StatementPlan>({
  failed: { outcome: 'failed' },
  partial: { outcome: 'partial' },
  slow: { processingMs: 60_000 },
  stuck: { outcome: 'never' },
  'unknown-status': { processingStatus: 'AwaitingReview' },
  reconciled: { reconciles: true },
  unreconciled: { reconciles: false },
})

export const steeringWords: readonly string[] = [...words, 'quota', ...documentWords]
const wordsInNames = steeringWords.filter(word => !word.endsWith('-'))
const inName = new RegExp(`(?<![a-z])(?:${wordsInNames.join('|')})(?![a-z])`, 'g')

/** The whole words in a file's name: `march-failed.pdf`, `huge partial.pdf`. */
export function findSteeringWords(fileName: string): readonly string[] {
  return fileName.toLowerCase().match(inName) ?? []
}

/** `quotaExceeded`: the upload is answered as if the monthly quota were used up. */
export function readSteering(found: readonly string[], now: Date) {
  return { plan: { ...steerDocument(found, now), ...toPlan(found) }, quotaExceeded: found.includes('quota') }
}
