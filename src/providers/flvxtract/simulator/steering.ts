import type { StatementPlan } from './statement-plan.ts'

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

export interface Steering {
  readonly plan: Partial<StatementPlan>
  /** The upload is answered as if the month's quota were used up. */
  readonly quotaExceeded: boolean
}

export function readSteering(found: readonly string[]): Steering {
  let plan: Partial<StatementPlan> = {}
  for (const [word, part] of Object.entries(plans)) if (found.includes(word)) plan = { ...plan, ...part }
  return { plan, quotaExceeded: found.includes('quota') }
}
