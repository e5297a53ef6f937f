import type { AlertSource, DecisionStatus, ValidationStatus } from '../../domain/decision.ts'
import type { RiskLevel } from '../../domain/risk-assessment.ts'

// The words of https://app.finovox.com/docs/public/case_analysis/introduction. Whatever else is said, or nothing, is
// OTHER or UNKNOWN: never a decision that somebody could take for a good one.

const statuses: ReadonlyMap<string, DecisionStatus> = new Map([
  ['approved', 'APPROVED'],
  ['rejected', 'REJECTED'],
])
const fraudRisks: ReadonlyMap<string, RiskLevel> = new Map([
  ['low', 'LOW'],
  ['medium', 'MEDIUM'],
  ['high', 'HIGH'],
])
const validations: ReadonlyMap<string, ValidationStatus> = new Map([
  ['compliant', 'COMPLIANT'],
  ['non_compliant', 'NON_COMPLIANT'],
])
const sources: ReadonlyMap<string, AlertSource> = new Map([
  ['fraud', 'FRAUD'],
  ['compliance', 'COMPLIANCE'],
  ['cross_document', 'CROSS_DOCUMENT'],
])

export function toDecisionStatus(word: string | null): DecisionStatus {
  return statuses.get(keyOf(word)) ?? 'OTHER'
}

export function toFraudRisk(word: string | null): RiskLevel {
  return fraudRisks.get(keyOf(word)) ?? 'UNKNOWN'
}

export function toValidationStatus(word: string | null): ValidationStatus {
  return validations.get(keyOf(word)) ?? 'OTHER'
}

export function toAlertSource(word: string | null): AlertSource {
  return sources.get(keyOf(word)) ?? 'OTHER'
}

/** ASSUMED: capitals, and dashes or spaces in the place of underscores, change no meaning. */
function keyOf(word: string | null): string {
  return word === null
    ? ''
    : word
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
}
