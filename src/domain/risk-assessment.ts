import type { Decimal } from './decimal.ts'

export const riskKinds = ['DOCUMENT_FRAUD', 'CREDIT', 'AFFORDABILITY'] as const
export type RiskKind = (typeof riskKinds)[number]

export const riskLevels = ['LOW', 'MEDIUM', 'HIGH', 'UNKNOWN'] as const
export type RiskLevel = (typeof riskLevels)[number]

export const signalSentiments = ['GOOD', 'NEUTRAL', 'BAD', 'OTHER'] as const
export type SignalSentiment = (typeof signalSentiments)[number]

/** One thing that speaks for or against the applicant. */
export interface RiskSignal {
  readonly code: string
  readonly sentiment: SignalSentiment
  readonly value: string | null
  readonly quantile: Decimal | null
  readonly explanations: readonly string[]
}

/** A number on the vendor's own scale; bounds and direction are null when the vendor does not state them. */
export interface Score {
  readonly value: Decimal
  readonly min: Decimal | null
  readonly max: Decimal | null
  readonly higherIsRiskier: boolean | null
}

export interface RiskFlag {
  readonly color: string | null
  readonly dataSanity: Decimal | null
}

/** A named figure. The name is the vendor's key; `basis` tells several with one name apart (`period`, `annualised`, `2025-08`). */
export interface Metric {
  readonly name: string
  readonly value: Decimal
  readonly unit: string | null
  readonly basis: string | null
}

/** A provider's assessment of an applicant. Scales of different vendors are never merged. */
export interface RiskAssessment {
  readonly id: string
  readonly collectionId: string
  readonly kind: RiskKind
  readonly providerId: string
  readonly applicantId: string
  readonly analysisId: string | null
  readonly assessedAt: Date
  readonly providerReference: string | null
  readonly level: RiskLevel
  readonly score: Score | null
  readonly riskClass: number | null
  readonly flag: RiskFlag | null
  readonly signals: readonly RiskSignal[]
}
