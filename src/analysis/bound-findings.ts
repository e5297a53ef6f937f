import { isNameOfAccountNumber } from '../domain/mask-number.ts'
import type { Report } from '../domain/report.ts'
import type { Metric, RiskSignal } from '../domain/risk-assessment.ts'
import type { StatementAccount } from '../domain/statement.ts'
import { isLongerThan, textBounds } from '../domain/text-bounds.ts'
import { toStorableText } from '../domain/storable-text.ts'
import type {
  DecisionFinding,
  Findings,
  MetricFinding,
  ReportFinding,
  RiskAssessmentFinding,
  SignalFinding,
  StatementFinding,
  WholeDecision,
  WholeRiskAssessment,
  WholeStatement,
  WholeTransaction,
} from '../providers/findings.ts'
import { boundTransaction } from '../findings/bound-transaction.ts'
import { createFindingReader, type FindingReader, type UnreadValue } from '../findings/finding-reader.ts'

/** Findings with all members. */
export interface WholeFindings {
  readonly statements: readonly WholeStatement[]
  readonly transactions: readonly WholeTransaction[]
  readonly assessments: readonly WholeRiskAssessment[]
  readonly decision: WholeDecision | undefined
  readonly reports: readonly Report[]
}

/**
 * Checks findings before they are stored. Values that a vendor did not send become null or an empty list. Values that
 * cannot be stored or shown become null, are cut or are left out, and are reported: invalid values never fail the
 * analysis.
 *
 * @param note called for each value that is not stored
 */
export function boundFindings(findings: Findings, note: (value: UnreadValue) => void): WholeFindings {
  const readers = new Map<string, FindingReader>()
  function readerOf(owner: string, documentId: string | null = null): FindingReader {
    const key = `${owner} ${documentId}`
    const known = readers.get(key)
    if (known) return known
    const reader = createFindingReader((member, required = false) => note({ documentId, owner, member, required }))
    readers.set(key, reader)
    return reader
  }
  const { statements = [], transactions = [], assessments = [], decision, reports = [] } = findings
  return {
    statements: statements.map(finding => boundStatement(finding, readerOf('statement', finding.documentId))),
    transactions: transactions.flatMap(finding => {
      const { statementReference = null, documentId = null } = finding
      const bound = boundTransaction(finding, readerOf('transaction', documentId))
      return bound === null ? [] : { ...bound, statementReference, documentId }
    }),
    assessments: assessments.map(finding => boundAssessment(finding, readerOf('assessment'))),
    decision: decision && boundDecision(decision, readerOf('decision')),
    reports: reports.map(report => boundReport(report, readerOf('report'))).filter(report => report !== null),
  }
}

function boundStatement(finding: StatementFinding, read: FindingReader): WholeStatement {
  const { confidence } = finding
  return {
    reference: finding.reference,
    documentId: finding.documentId ?? null,
    bankName: read.text('bankName', 'name', finding.bankName),
    account: boundAccount(finding.account ?? {}, read),
    from: read.date('from', finding.from),
    to: read.date('to', finding.to),
    currency: read.currency('currency', finding.currency),
    openingBalance: read.decimal('openingBalance', finding.openingBalance),
    closingBalance: read.decimal('closingBalance', finding.closingBalance),
    totalCredits: read.decimal('totalCredits', finding.totalCredits),
    totalDebits: read.decimal('totalDebits', finding.totalDebits),
    transactionCount: read.count('transactionCount', finding.transactionCount),
    providerCheck: read.text('providerCheck', 'word', finding.providerCheck),
    pageCount: read.count('pageCount', finding.pageCount),
    fraudSignals: read
      .list('Statement.fraudSignals', 'fraudSignals', finding.fraudSignals)
      .map(signal => boundSignal('fraudSignals', signal, read)),
    confidence: confidence
      ? {
          overall: read.decimal('confidence.overall', confidence.overall),
          ocr: read.decimal('confidence.ocr', confidence.ocr),
          extraction: read.decimal('confidence.extraction', confidence.extraction),
        }
      : null,
  }
}

function boundAccount(account: Partial<StatementAccount>, read: FindingReader): StatementAccount {
  return {
    holderName: read.text('account.holderName', 'name', account.holderName),
    accountNumber: read.text('account.accountNumber', 'accountNumber', account.accountNumber),
    maskedNumber: read.text('account.maskedNumber', 'accountNumber', account.maskedNumber),
    iban: read.text('account.iban', 'accountNumber', account.iban),
    maskedIban: read.text('account.maskedIban', 'accountNumber', account.maskedIban),
    bic: read.text('account.bic', 'bankCode', account.bic),
    ifsc: read.text('account.ifsc', 'bankCode', account.ifsc),
    micr: read.text('account.micr', 'bankCode', account.micr),
    category: read.text('account.category', 'word', account.category),
    creditLimit: read.money('account.creditLimit', account.creditLimit),
    overdraftLimit: read.money('account.overdraftLimit', account.overdraftLimit),
    countryCode: read.text('account.countryCode', 'bankCode', account.countryCode),
  }
}

function boundAssessment(finding: RiskAssessmentFinding, read: FindingReader): WholeRiskAssessment {
  const { score, flag, metrics = [] } = finding
  const value = read.decimal('score', score?.value)
  return {
    kind: finding.kind,
    level: finding.level ?? 'UNKNOWN',
    providerReference: read.text('providerReference', 'reference', finding.providerReference),
    assessedAt: read.instant('assessedAt', finding.assessedAt),
    score:
      score && value !== null
        ? {
            value,
            min: read.decimal('score.min', score.min),
            max: read.decimal('score.max', score.max),
            higherIsRiskier: score.higherIsRiskier ?? null,
          }
        : null,
    riskClass: read.integer('riskClass', finding.riskClass),
    flag: flag
      ? {
          color: read.text('flag.color', 'word', flag.color),
          dataSanity: read.decimal('flag.dataSanity', flag.dataSanity),
        }
      : null,
    signals: read
      .list('RiskAssessment.signals', 'signals', finding.signals)
      .map(signal => boundSignal('signals', signal, read)),
    metrics: metrics.map(metric => boundMetric(metric, read)).filter(metric => metric !== null),
  }
}

function boundSignal(owner: string, signal: SignalFinding, read: FindingReader): RiskSignal {
  return {
    code: read.needed(`${owner}.code`, 'word', signal.code),
    sentiment: signal.sentiment ?? 'OTHER',
    value: read.text(`${owner}.value`, 'word', signal.value),
    quantile: read.decimal(`${owner}.quantile`, signal.quantile),
    explanations: read.list('RiskSignal.explanations', `${owner}.explanations`, signal.explanations).map(read.prose),
  }
}

/** @returns null for a metric without a value, and for the number of an account, which only some callers may see */
function boundMetric(metric: MetricFinding, read: FindingReader): Metric | null {
  if (isNameOfAccountNumber(metric.name)) return null
  const value = read.neededDecimal('metrics.value', metric.value)
  if (value === null) return null
  return {
    name: read.needed('metrics.name', 'word', metric.name),
    value,
    unit: read.text('metrics.unit', 'word', metric.unit),
    basis: read.text('metrics.basis', 'word', metric.basis),
  }
}

function boundDecision(finding: DecisionFinding, read: FindingReader): WholeDecision {
  const { status, fraudRisk, validation, consistent, providerWords: words = {} } = finding
  return {
    status,
    fraudRisk,
    validation,
    consistent,
    providerWords: {
      status: read.text('status', 'word', words.status),
      fraudRisk: read.text('fraudRisk', 'word', words.fraudRisk),
      validation: read.text('validation', 'word', words.validation),
    },
    alerts: read.list('CaseDecision.alerts', 'alerts', finding.alerts).map(alert => ({
      source: alert.source,
      providerSource: read.text('alerts.source', 'word', alert.providerSource),
      messages: read.list('DecisionAlert.messages', 'alerts.messages', alert.messages).map(({ language, text }) => ({
        language: read.needed('alerts.language', 'bankCode', language),
        text: read.prose(text),
      })),
      documentIds: read.list('DecisionAlert.documents', 'alerts.documents', alert.documentIds),
    })),
    decidedAt: read.instant('decidedAt', finding.decidedAt),
    providerReference: read.text('providerReference', 'reference', finding.providerReference),
    shareUrl: read.text('shareUrl', 'url', finding.shareUrl),
  }
}

/** @returns null for a report that could not be fetched by its reference */
function boundReport(report: ReportFinding, read: FindingReader): Report | null {
  const { reference } = report
  if (isLongerThan(reference, textBounds.url) || toStorableText(reference) !== reference)
    return read.leaveOut('reference')
  return {
    reference,
    name: read.needed('name', 'fileName', report.name),
    mediaType: read.needed('mediaType', 'mediaType', report.mediaType),
    createdAt: read.instant('createdAt', report.createdAt),
  }
}
