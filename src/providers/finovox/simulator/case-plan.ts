import { createRandom } from '../../../simulation/random.ts'
import { createSteering } from '../../../simulation/steering.ts'

/** What happens to a folder. What no test steers follows from the digests of its documents. */
export interface CasePlan {
  /** `failed`: there is no result. `never`: nothing happens until the control ends it. */
  readonly outcome: 'answered' | 'failed' | 'never'
  /** Milliseconds of processing at speed 1. */
  readonly processingMs: number
  /** The status while the folder is processed. */
  readonly processingStatus: string
  readonly fraud: string
  readonly validation: string
  /** The decision; null: the one that follows from `fraud` and `validation`. */
  readonly status: string | null
  readonly hasAlerts: boolean
  /** Members that replace those of the answer. `undefined` leaves one out. */
  readonly answer: Readonly<Record<string, unknown>>
  /** How long the result can be retrieved, in milliseconds. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/async */
  readonly keptMs: number
}

/** The plan that follows from the documents of a folder. */
export function createPlan(digest: string): CasePlan {
  const random = createRandom(`${digest} plan`)
  return {
    outcome: 'answered',
    processingMs: random.integer(8_000, 20_000),
    processingStatus: 'processing',
    fraud: random.pick(['low', 'low', 'low', 'low', 'low', 'low', 'low', 'medium', 'medium', 'high']),
    validation: random.percent(80) ? 'compliant' : 'non_compliant',
    status: null,
    hasAlerts: true,
    answer: {},
    keptMs: 60 * 60_000,
  }
}

/** What each word in the bytes of a document changes for its folder. */
export const steering = createSteering<CasePlan>({
  approved: { fraud: 'low', validation: 'compliant' },
  forged: { fraud: 'high' },
  suspicious: { fraud: 'medium' },
  'non-compliant': { validation: 'non_compliant' },
  contradiction: { fraud: 'high', status: 'approved' },
  'unknown-words': { fraud: 'critical', validation: 'pending', status: 'under_review' },
  'no-alerts': { hasAlerts: false },
  failed: { outcome: 'failed' },
  slow: { processingMs: 5 * 60_000 },
  stuck: { outcome: 'never' },
  'unknown-status': { processingStatus: 'queued_for_review' },
  expired: { keptMs: 0 },
})
