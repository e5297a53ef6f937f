import { type MediumPlan, manualMs } from './medium-plan.ts'

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
