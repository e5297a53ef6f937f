import type { RiskLevel, RiskSignal, SignalSentiment } from '../../domain/risk-assessment.ts'
import type { RiskAssessmentFinding } from '../findings.ts'
import type { ReasonPayload, ReportHead } from './report-head.ts'

/** 1 is very good and 5 very bad: https://doc.lending.soprafinancing.io, "Generate Bank X-Ray". */
const levels: ReadonlyMap<number | null, RiskLevel> = new Map([
  [1, 'LOW'],
  [2, 'LOW'],
  [3, 'MEDIUM'],
  [4, 'HIGH'],
  [5, 'HIGH'],
])

/** ASSUMED: only `bad` is documented. */
const sentiments: ReadonlyMap<string | undefined, SignalSentiment> = new Map([
  ['good', 'GOOD'],
  ['neutral', 'NEUTRAL'],
  ['bad', 'BAD'],
])

/** What the vendor makes of the company. Its score has neither bounds nor direction that anybody documents. */
export function normaliseAssessment(head: ReportHead, reportId: string): RiskAssessmentFinding {
  const { riskClass, score, bankFlag, figures, creation } = head
  const isFlagged = bankFlag !== null && (bankFlag.color !== null || bankFlag.dataSanity !== null)
  return {
    kind: 'CREDIT',
    level: levels.get(riskClass) ?? 'UNKNOWN',
    score: score === null ? null : { value: score, min: null, max: null, higherIsRiskier: null },
    riskClass,
    flag: isFlagged ? { color: bankFlag.color, dataSanity: bankFlag.dataSanity } : null,
    signals: (bankFlag?.reasons ?? []).map(toSignal),
    providerReference: reportId,
    assessedAt: creation,
    metrics: figures.map(({ name, basis, value }) => ({ name, value, unit: null, basis })),
  }
}

function toSignal({ criteria, sentiment, value, quantile, popovers }: ReasonPayload): RiskSignal {
  return {
    code: criteria ?? 'OTHER',
    sentiment: sentiments.get(sentiment?.toLowerCase()) ?? 'OTHER',
    value,
    quantile,
    explanations: popovers,
  }
}
