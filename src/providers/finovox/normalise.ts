import type { AlertSource, DecisionAlert, DecisionStatus, ValidationStatus } from '../../domain/decision.ts'
import type { RiskLevel } from '../../domain/risk-assessment.ts'
import type { DecisionFinding, Findings, RiskAssessmentFinding, SignalFinding } from '../findings.ts'
import type { Answered } from './checkpoint.ts'

// The words of https://app.finovox.com/docs/public/case_analysis/introduction. Any other word, or none, is OTHER or UNKNOWN and
// never a favourable decision.

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

/** ASSUMED: capital letters, and dashes or spaces instead of underscores, do not change the meaning. */
function keyOf(word: string | null): string {
  return word === null
    ? ''
    : word
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
}

type Kept = Pick<Answered, 'result' | 'runId'>

/** The result of a folder in our terms. @param documentIds the documents of the analysis; their ids are the names of the files */
export function normaliseResult({ result, runId }: Kept, documentIds: readonly string[]): Findings {
  const alerts = result.alerts.map(
    ({ source, messages, documentNames }): DecisionAlert => ({
      source: sources.get(keyOf(source)) ?? 'OTHER',
      providerSource: source,
      messages,
      documentIds: toDocumentIds(documentNames, documentIds),
    }),
  )
  const { decision: words } = result
  const status = statuses.get(keyOf(words.status)) ?? 'OTHER'
  const fraudRisk = fraudRisks.get(keyOf(words.fraudRisk)) ?? 'UNKNOWN'
  const validation = validations.get(keyOf(words.validation)) ?? 'OTHER'
  const decision: DecisionFinding = {
    status,
    fraudRisk,
    validation,
    providerWords: words,
    consistent: Object.values(words).every(one => one !== null) && status === followingFrom(fraudRisk, validation),
    alerts,
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
    // Alerts about compliance do not indicate forgery, so they are part of the decision only.
    signals: alerts.filter(alert => alert.source !== 'COMPLIANCE').map(toSignal),
    providerReference,
  }
}

/** The vendor does not say how much an alert weighs. */
function toSignal({ source, providerSource, messages }: DecisionAlert): SignalFinding {
  return {
    code: providerSource ?? source.toLowerCase(),
    explanations: messages.map(message => message.text),
  }
}

/**
 * Files were sent as `<document id>.<extension>`. ASSUMED: the vendor repeats these names, perhaps with a path or without the
 * extension. A name that belongs to no document, such as that of a form, is left out.
 */
function toDocumentIds(names: readonly string[], documentIds: readonly string[]): string[] {
  const stems = new Set(names.map(name => (name.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '').toLowerCase()))
  return documentIds.filter(id => stems.has(id.toLowerCase()))
}
