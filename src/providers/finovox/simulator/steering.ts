import type { CasePlan } from './case-plan.ts'

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
