import { boundFindings } from '../../src/analysis/bound-findings.ts'
import { parseCalendarDate } from '../../src/domain/calendar-date.ts'
import { compareDecimals, isDecimal } from '../../src/domain/decimal.ts'
import { alertSources, decisionStatuses, validationStatuses } from '../../src/domain/decision.ts'
import { type RiskSignal, riskKinds, riskLevels, signalSentiments } from '../../src/domain/risk-assessment.ts'
import { transactionStatuses } from '../../src/domain/transaction.ts'
import type { Findings } from '../../src/providers/findings.ts'

/**
 * The faults in the findings of one analysis. Values that are marked as unreadable are no faults, because the store
 * drops them. @param documentIds the documents of the analysis
 */
export function faultsOfFindings(found: readonly Findings[], documentIds: readonly string[]): string[] {
  const all = found.map(findings => boundFindings(findings, () => undefined))
  const faults: string[] = []
  const check = (isRight: boolean, what: string) => {
    if (!isRight) faults.push(what)
  }
  const decimal = (value: string | null, what: string) =>
    check(value === null || isDecimal(value), `${what} is not a plain decimal: ${value}`)
  const date = (value: string | null, what: string) =>
    check(value === null || parseCalendarDate(value) !== null, `${what} is not a day: ${value}`)
  const currency = (value: string, what: string) => check(/^[A-Z]{3}$/.test(value), `${what} has the currency ${value}`)
  const document = (id: string | null, what: string) =>
    check(id === null || documentIds.includes(id), `${what} names a document that was not given: ${id}`)
  const member = (values: readonly string[], value: string, what: string) =>
    check(values.includes(value), `${what} is not one of ours: ${value}`)
  const signals = (found: readonly RiskSignal[], what: string) => {
    for (const signal of found) {
      member(signalSentiments, signal.sentiment, `the sentiment of ${what}`)
      decimal(signal.quantile, `the quantile of ${what}`)
      check(signal.code !== '', `${what} has a signal without a code`)
    }
  }

  const statements = all.flatMap(({ statements = [] }) => statements)
  const references = statements.map(({ reference }) => reference)
  check(new Set(references).size === references.length, 'two statements have one reference')
  for (const statement of statements) {
    const what = `statement ${statement.reference}`
    document(statement.documentId, what)
    date(statement.from, `the beginning of ${what}`)
    date(statement.to, `the end of ${what}`)
    currency(statement.currency, what)
    for (const name of ['openingBalance', 'closingBalance', 'totalCredits', 'totalDebits'] as const)
      decimal(statement[name], `${name} of ${what}`)
    check(
      statement.totalDebits === null || compareDecimals(statement.totalDebits, '0') <= 0,
      `${what} has debits above 0`,
    )
    signals(statement.fraudSignals, what)
  }
  for (const [index, transaction] of all.flatMap(({ transactions = [] }) => transactions).entries()) {
    const what = `transaction ${index}`
    const { statementReference: reference } = transaction
    check(reference === null || references.includes(reference), `${what} is in a statement that was not found`)
    document(transaction.documentId, what)
    decimal(transaction.amount, `the amount of ${what}`)
    decimal(transaction.balanceAfter, `the balance after ${what}`)
    currency(transaction.currency, what)
    date(transaction.bookingDate, `the booking date of ${what}`)
    date(transaction.valueDate, `the value date of ${what}`)
    member(transactionStatuses, transaction.status, `the status of ${what}`)
  }
  for (const assessment of all.flatMap(({ assessments = [] }) => assessments)) {
    const what = `the ${assessment.kind} assessment`
    member(riskKinds, assessment.kind, `the kind of ${what}`)
    member(riskLevels, assessment.level, `the level of ${what}`)
    decimal(assessment.score?.value ?? null, `the score of ${what}`)
    decimal(assessment.flag?.dataSanity ?? null, `the sanity of ${what}`)
    for (const metric of assessment.metrics) decimal(metric.value, `the metric ${metric.name} of ${what}`)
    signals(assessment.signals, what)
  }
  for (const { decision } of all) {
    if (!decision) continue
    member(decisionStatuses, decision.status, 'the status of the decision')
    member(riskLevels, decision.fraudRisk, 'the fraud risk of the decision')
    member(validationStatuses, decision.validation, 'the validation of the decision')
    for (const alert of decision.alerts) {
      member(alertSources, alert.source, 'the source of an alert')
      for (const documentId of alert.documentIds) document(documentId, 'an alert')
      check(alert.messages.length > 0, 'an alert is empty')
    }
  }
  for (const report of all.flatMap(({ reports = [] }) => reports))
    check(/^[\w.-]+\.\w+$/.test(report.name), `a report is called ${report.name}`)
  return faults
}
