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
