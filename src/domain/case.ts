import type { AnalysisStatus } from './analysis.ts'
import { isFinal } from './analysis.ts'
import type { JsonValue } from './json.ts'

export const caseStatuses = ['OPEN', 'RUNNING', 'ACTION_REQUIRED', 'COMPLETED', 'PARTIAL', 'FAILED'] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** What a tenant wants to decide about an applicant, with its documents and analyses. */
export interface Case {
  readonly id: string
  readonly applicantId: string
  readonly reference: string | null
  readonly useCase: string | null
  readonly declared: JsonValue
  /** Computed from its analyses; see `caseStatusOf`. */
  readonly status: CaseStatus
  readonly openedAt: Date
  readonly updatedAt: Date
}

/**
 * The status of a case from the statuses of its analyses. A retried analysis is represented by its retry, so the
 * statuses are those of analyses without a successor. Cancelled ones do not count.
 */
export function caseStatusOf(analyses: readonly AnalysisStatus[]): CaseStatus {
  const counted = analyses.filter(status => status !== 'CANCELLED')
  if (counted.length === 0) return 'OPEN'
  if (counted.includes('ACTION_REQUIRED')) return 'ACTION_REQUIRED'
  if (counted.some(status => !isFinal(status))) return 'RUNNING'
  if (counted.every(status => status === 'COMPLETED')) return 'COMPLETED'
  if (counted.every(status => status === 'FAILED')) return 'FAILED'
  return 'PARTIAL'
}
