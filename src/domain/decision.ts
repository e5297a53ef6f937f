import type { RiskLevel } from './risk-assessment.ts'

export const decisionStatuses = ['APPROVED', 'REJECTED', 'OTHER'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export const validationStatuses = ['COMPLIANT', 'NON_COMPLIANT', 'OTHER'] as const
export type ValidationStatus = (typeof validationStatuses)[number]

export const alertSources = ['FRAUD', 'COMPLIANCE', 'CROSS_DOCUMENT', 'OTHER'] as const
export type AlertSource = (typeof alertSources)[number]

/** What a provider decides about the documents of a case: three words of its own, none derived from the others by us. */
export interface CaseDecision {
  readonly analysisId: string
  readonly providerId: string
  readonly status: DecisionStatus
  readonly fraudRisk: RiskLevel
  readonly validation: ValidationStatus
  /** The three as the vendor wrote them; null for one that it left out. */
  readonly providerWords: {
    readonly status: string | null
    readonly fraudRisk: string | null
    readonly validation: string | null
  }
  /** Whether the status follows from the two others by the vendor's own rule. */
  readonly consistent: boolean
  readonly alerts: readonly DecisionAlert[]
  readonly decidedAt: Date
  readonly providerReference: string | null
}

/** One thing the provider noticed. */
export interface DecisionAlert {
  readonly source: AlertSource
  /** The vendor's word for the source; null when it gave none. */
  readonly providerSource: string | null
  /** The same in several languages. */
  readonly messages: readonly LocalizedText[]
  readonly documentIds: readonly string[]
}

export interface LocalizedText {
  /** BCP 47. */
  readonly language: string
  readonly text: string
}
