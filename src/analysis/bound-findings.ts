import { type CalendarDate, isPlausibleDate, parseCalendarDate, utcDateOf } from '../domain/calendar-date.ts'
import { type Decimal, isDecimal } from '../domain/decimal.ts'
import { type CurrencyCode, type MonetaryAmount, toCurrencyCode, unknownCurrency } from '../domain/money.ts'
import type { Metric, RiskSignal } from '../domain/risk-assessment.ts'
import { cutText, isLongerThan, type TextKind, textBounds } from '../domain/text-bounds.ts'
import { toStorableText } from '../domain/to-storable-text.ts'
import type { Findings, RiskAssessmentFinding, StatementFinding, TransactionFinding } from '../providers/findings.ts'

/** A value that a vendor wrote and that is not kept, because it cannot be what its member says. */
export interface UnreadValue {
  /** The document it is about; null when that is not known. */
  readonly documentId: string | null
  /** Of what it is a member, and which one. */
  readonly owner: string
  readonly member: string
  /** Whether something had to be left out or cut for it, and not only a member that may be null. */
  readonly required: boolean
}

const largestInteger = 2 ** 31 - 1

/**
 * The border between what providers find and the store. Whatever no column, no date and no reader could use becomes null, is
 * cut or is left out, and is told: a vendor's nonsense costs itself, and never the analysis.
 *
 * @param note called for each value that is not kept
 */
export function boundFindings(findings: Findings, note: (value: UnreadValue) => void): Findings {
  const readers = new Map<string, Reader>()
  function readerOf(owner: string, documentId: string | null): Reader {
    const key = `${owner} ${documentId}`
    const known = readers.get(key)
    if (known) return known
    const reader = createReader((member, required = false) => note({ documentId, owner, member, required }))
    readers.set(key, reader)
    return reader
  }
  return {
    statements: findings.statements?.map(finding => boundStatement(finding, readerOf('statement', finding.documentId))),
    transactions: findings.transactions
      ?.map(finding => boundTransaction(finding, readerOf('transaction', finding.documentId)))
      .filter(finding => finding !== null),
    assessments: findings.assessments?.map(finding => boundAssessment(finding, readerOf('assessment', null))),
    decision: findings.decision && boundDecision(findings.decision, readerOf('decision', null)),
    reports: findings.reports
      ?.map(report => boundReport(report, readerOf('report', null)))
      .filter(report => report !== null),
  }
}

type Reader = ReturnType<typeof createReader>

function createReader(note: (member: string, required?: boolean) => void) {
  /** What fits; null for what does not, which is then told. */
  function fitting<Value>(member: string, value: Value | null, fits: (value: Value) => boolean): Value | null {
    if (value === null || fits(value)) return value
    note(member)
    return null
  }
  const text = (member: string, kind: TextKind, value: string | null): string | null =>
    fitting(member, value === null ? null : toStorableText(value), one => !isLongerThan(one, textBounds[kind]))
  function leaveOut(member: string): null {
    note(member, true)
    return null
  }
  const decimal = (member: string, value: Decimal | null): Decimal | null => fitting(member, value, isUsableDecimal)

  return {
    text,
    decimal,
    /** Prose is cut, which its end shows. */
    prose: (value: string): string => cutText(toStorableText(value), textBounds.prose),
    /** A text without which the rest is of no use: cut when it is too long. */
    needed(member: string, kind: TextKind, value: string): string {
      const cut = cutText(toStorableText(value), textBounds[kind])
      if (isLongerThan(value, textBounds[kind])) note(member, true)
      return cut
    },
    /** A number without which the rest is of no use: null, so that the rest can be left out. */
    neededDecimal: (member: string, value: Decimal): Decimal | null =>
      isUsableDecimal(value) ? value : leaveOut(member),
    leaveOut,
    date: (member: string, value: CalendarDate | null): CalendarDate | null =>
      fitting(member, value, date => parseCalendarDate(date) !== null && isPlausibleDate(date)),
    instant: (member: string, value: Date | null): Date | null =>
      fitting(member, value, instant => !Number.isNaN(instant.getTime()) && isPlausibleDate(utcDateOf(instant))),
    count: (member: string, value: number | null): number | null =>
      fitting(member, value, number => Number.isInteger(number) && number >= 0 && number <= largestInteger),
    integer: (member: string, value: number | null): number | null =>
      fitting(member, value, number => Number.isInteger(number) && Math.abs(number) <= largestInteger),
    currency(member: string, value: CurrencyCode): CurrencyCode {
      const code = toCurrencyCode(value)
      if (code === unknownCurrency && value !== unknownCurrency) note(member)
      return code
    },
    money(member: string, amount: MonetaryAmount | null): MonetaryAmount | null {
      const value = decimal(member, amount?.value ?? null)
      return amount && value !== null ? { value, currency: toCurrencyCode(amount.currency) } : null
    },
  }
}

function isUsableDecimal(value: Decimal): boolean {
  return value.length <= textBounds.decimal && isDecimal(value)
}

function boundStatement(finding: StatementFinding, read: Reader): StatementFinding {
  const { account, confidence } = finding
  return {
    ...finding,
    bankName: read.text('bankName', 'name', finding.bankName),
    account: {
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
    },
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
    fraudSignals: finding.fraudSignals.map(signal => boundSignal('fraudSignals', signal, read)),
    confidence: confidence && {
      overall: read.decimal('confidence.overall', confidence.overall),
      ocr: read.decimal('confidence.ocr', confidence.ocr),
      extraction: read.decimal('confidence.extraction', confidence.extraction),
    },
  }
}

/** null for one without an amount, which is no movement. */
function boundTransaction(finding: TransactionFinding, read: Reader): TransactionFinding | null {
  const amount = read.neededDecimal('amount', finding.amount)
  if (amount === null) return null
  const { counterparty, category } = finding
  return {
    ...finding,
    amount,
    providerTransactionId: read.text('providerTransactionId', 'reference', finding.providerTransactionId),
    currency: read.currency('currency', finding.currency),
    bookingDate: read.date('bookingDate', finding.bookingDate),
    valueDate: read.date('valueDate', finding.valueDate),
    description: finding.description === null ? null : read.prose(finding.description),
    counterparty: counterparty && {
      name: read.text('counterparty.name', 'name', counterparty.name),
      iban: read.text('counterparty.iban', 'accountNumber', counterparty.iban),
      bic: read.text('counterparty.bic', 'bankCode', counterparty.bic),
      creditorId: read.text('counterparty.creditorId', 'accountNumber', counterparty.creditorId),
    },
    channel: read.text('channel', 'word', finding.channel),
    category: category && { ...category, providerCode: read.text('category', 'word', category.providerCode) },
    tags: finding.tags.map(({ name, source }) => ({
      name: read.needed('tags', 'word', name),
      source: read.text('tags.source', 'word', source),
    })),
    codes: finding.codes.map(({ type, value }) => ({
      type: read.needed('codes.type', 'word', type),
      value: read.needed('codes.value', 'word', value),
    })),
    mandateReference: read.text('mandateReference', 'reference', finding.mandateReference),
    reference: read.text('reference', 'reference', finding.reference),
    balanceAfter: read.decimal('balanceAfter', finding.balanceAfter),
  }
}

function boundAssessment(finding: RiskAssessmentFinding, read: Reader): RiskAssessmentFinding {
  const { score, flag } = finding
  const value = read.decimal('score', score?.value ?? null)
  return {
    ...finding,
    providerReference: read.text('providerReference', 'reference', finding.providerReference),
    assessedAt: read.instant('assessedAt', finding.assessedAt),
    score:
      score === null || value === null
        ? null
        : {
            ...score,
            value,
            min: read.decimal('score.min', score.min),
            max: read.decimal('score.max', score.max),
          },
    riskClass: read.integer('riskClass', finding.riskClass),
    flag: flag && {
      color: read.text('flag.color', 'word', flag.color),
      dataSanity: read.decimal('flag.dataSanity', flag.dataSanity),
    },
    signals: finding.signals.map(signal => boundSignal('signals', signal, read)),
    metrics: finding.metrics.map(metric => boundMetric(metric, read)).filter(metric => metric !== null),
  }
}

function boundSignal(owner: string, signal: RiskSignal, read: Reader): RiskSignal {
  return {
    ...signal,
    code: read.needed(`${owner}.code`, 'word', signal.code),
    value: read.text(`${owner}.value`, 'word', signal.value),
    quantile: read.decimal(`${owner}.quantile`, signal.quantile),
    explanations: signal.explanations.map(read.prose),
  }
}

/** null for one without a value, which is no figure. */
function boundMetric(metric: Metric, read: Reader): Metric | null {
  const value = read.neededDecimal('metrics.value', metric.value)
  if (value === null) return null
  return {
    name: read.needed('metrics.name', 'word', metric.name),
    value,
    unit: read.text('metrics.unit', 'word', metric.unit),
    basis: read.text('metrics.basis', 'word', metric.basis),
  }
}

function boundDecision(finding: NonNullable<Findings['decision']>, read: Reader): NonNullable<Findings['decision']> {
  const { providerWords: words } = finding
  return {
    ...finding,
    providerWords: {
      status: read.text('status', 'word', words.status),
      fraudRisk: read.text('fraudRisk', 'word', words.fraudRisk),
      validation: read.text('validation', 'word', words.validation),
    },
    alerts: finding.alerts.map(alert => ({
      ...alert,
      providerSource: read.text('alerts.source', 'word', alert.providerSource),
      messages: alert.messages.map(({ language, text }) => ({
        language: read.needed('alerts.language', 'bankCode', language),
        text: read.prose(text),
      })),
    })),
    decidedAt: read.instant('decidedAt', finding.decidedAt),
    providerReference: read.text('providerReference', 'reference', finding.providerReference),
    shareUrl: read.text('shareUrl', 'url', finding.shareUrl),
  }
}

/** null for one that could not be fetched under such a reference. */
function boundReport<Report extends NonNullable<Findings['reports']>[number]>(
  report: Report,
  read: Reader,
): Report | null {
  const { reference } = report
  if (isLongerThan(reference, textBounds.url) || toStorableText(reference) !== reference)
    return read.leaveOut('reference')
  return {
    ...report,
    name: read.needed('name', 'fileName', report.name),
    mediaType: read.needed('mediaType', 'mediaType', report.mediaType),
    createdAt: read.instant('createdAt', report.createdAt),
  }
}
