import type { RiskLevel } from './risk-assessment.ts'

export const decisionStatuses = ['APPROVED', 'REJECTED', 'OTHER'] as const
export type DecisionStatus = (typeof decisionStatuses)[number]

export const validationStatuses = ['COMPLIANT', 'NON_COMPLIANT', 'OTHER'] as const
export type ValidationStatus = (typeof validationStatuses)[number]

export const alertSources = ['FRAUD', 'COMPLIANCE', 'CROSS_DOCUMENT', 'OTHER'] as const
export type AlertSource = (typeof alertSources)[number]

/** A provider's decision about the documents of a case. Its three values are the provider's; none is derived from the others here. */
export interface CaseDecision {
  readonly analysisId: string
  readonly providerId: string
  readonly status: DecisionStatus
  readonly fraudRisk: RiskLevel
  readonly validation: ValidationStatus
  /** The three values in the vendor's words; null for one that it left out. */
  readonly providerWords: {
    readonly status: string | null
    readonly fraudRisk: string | null
    readonly validation: string | null
  }
  /** Whether the status agrees with the two others by the vendor's own rule. */
  readonly consistent: boolean
  readonly alerts: readonly DecisionAlert[]
  readonly decidedAt: Date
  readonly providerReference: string | null
}

/** One thing the provider noticed. */
export interface DecisionAlert {
  readonly source: AlertSource
  /** The source in the vendor's word; null when it gave none. */
  readonly providerSource: string | null
  /** The same text in several languages. */
  readonly messages: readonly LocalizedText[]
  readonly documentIds: readonly string[]
}

export interface LocalizedText {
  /** BCP 47. */
  readonly language: string
  readonly text: string
}
