import { createRandom } from '../../../simulation/random.ts'

/** What becomes of a folder. Whatever nobody steers follows from the digests of its documents. */
export interface CasePlan {
  /** `failed`: there is no result; `never`: it stays as it is until the control says otherwise. */
  readonly outcome: 'answered' | 'failed' | 'never'
  /** Milliseconds of processing at speed 1. */
  readonly processingMs: number
  /** The word while it is processed. */
  readonly processingStatus: string
  readonly fraud: string
  readonly validation: string
  /** The decision; null: the one that follows from both. */
  readonly status: string | null
  readonly hasAlerts: boolean
  /** Members laid over the answer, one by one; `undefined` leaves one out. */
  readonly answer: Readonly<Record<string, unknown>>
  /** How long the result can be retrieved, in milliseconds. Source: https://app.finovox.com/docs/public/case_analysis/api-reference/async */
  readonly keptMs: number
}

/** The plan that a folder's documents ask for by themselves. */
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

/** What each word in a document's bytes makes of its folder. */
const plans = {
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
} as const satisfies Readonly<Record<string, Partial<CasePlan>>>

export const steeringWords: readonly string[] = Object.keys(plans)

/** What the words in all documents of a folder come to. */
export function readSteering(found: readonly string[]): Partial<CasePlan> {
  let plan: Partial<CasePlan> = {}
  for (const [word, part] of Object.entries(plans)) if (found.includes(word)) plan = { ...plan, ...part }
  return plan
}
