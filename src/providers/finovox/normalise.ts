import type { DecisionAlert, DecisionStatus, ValidationStatus } from '../../domain/decision.ts'
import type { RiskLevel, RiskSignal } from '../../domain/risk-assessment.ts'
import type { DecisionFinding, Findings, RiskAssessmentFinding } from '../findings.ts'
import type { Answered } from './checkpoint.ts'
import { toAlertSource, toDecisionStatus, toFraudRisk, toValidationStatus } from './words.ts'

type Kept = Pick<Answered, 'result' | 'runId'>

/** A folder's result in our terms. `documentIds` are those of the analysis, as which the vendor's file names are read. */
export function normaliseResult({ result, runId }: Kept, documentIds: readonly string[]): Findings {
  const alerts = result.alerts.map(
    ({ source, messages, documentNames }): DecisionAlert => ({
      source: toAlertSource(source),
      providerSource: source,
      messages,
      documentIds: toDocumentIds(documentNames, documentIds),
    }),
  )
  const { decision: words } = result
  const status = toDecisionStatus(words.status)
  const fraudRisk = toFraudRisk(words.fraudRisk)
  const validation = toValidationStatus(words.validation)
  const decision: DecisionFinding = {
    status,
    fraudRisk,
    validation,
    providerWords: words,
    consistent: Object.values(words).every(one => one !== null) && status === followingFrom(fraudRisk, validation),
    alerts,
    decidedAt: null,
    providerReference: runId,
    shareUrl: result.shareUrl,
  }
  return { decision, assessments: [toAssessment(fraudRisk, alerts, runId)] }
}

/** The vendor's own rule: https://app.finovox.com/docs/public/case_analysis/api-reference/quick-start, "Response". */
function followingFrom(fraudRisk: RiskLevel, validation: ValidationStatus): DecisionStatus {
  return fraudRisk === 'LOW' && validation === 'COMPLIANT' ? 'APPROVED' : 'REJECTED'
}

function toAssessment(
  level: RiskLevel,
  alerts: readonly DecisionAlert[],
  providerReference: string | null,
): RiskAssessmentFinding {
  return {
    kind: 'DOCUMENT_FRAUD',
    level,
    score: null,
    riskClass: null,
    flag: null,
    // Alerts about compliance do not indicate forgery, so they are part of the decision only.
    signals: alerts.filter(alert => alert.source !== 'COMPLIANCE').map(toSignal),
    metrics: [],
    providerReference,
    assessedAt: null,
  }
}

/** The vendor raises alerts without saying how much each one weighs. */
function toSignal({ source, providerSource, messages }: DecisionAlert): RiskSignal {
  return {
    code: providerSource ?? source.toLowerCase(),
    sentiment: 'OTHER',
    value: null,
    quantile: null,
    explanations: messages.map(message => message.text),
  }
}

/**
 * Files were sent as `<document id>.<extension>`. ASSUMED: the vendor repeats these names, perhaps with a path before or
 * without the extension. A name that is no document's, such as the form's, is left out.
 */
function toDocumentIds(names: readonly string[], documentIds: readonly string[]): string[] {
  const stems = new Set(names.map(name => (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '').toLowerCase()))
  return documentIds.filter(id => stems.has(id.toLowerCase()))
}
