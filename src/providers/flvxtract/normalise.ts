import { toDirection, toSignedAmount, toTotalDebits } from '../../connector/signed-amount.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import { toCurrencyCode } from '../../domain/money.ts'
import { type ExtractionConfidence, unknownAccount } from '../../domain/statement.ts'
import type { RiskAssessmentFinding, StatementFinding, TransactionFinding } from '../findings.ts'
import { toCategory } from './categories.ts'
import type { HeaderPayload, MetricPayload, TransactionPayload } from './payloads.ts'

/** The statement that an analysis is about: at this vendor every document is one. */
export interface StatementContext {
  readonly statementId: string
  /** null when the customer handed it to the vendor. */
  readonly documentId: string | null
  /** The bank as the statement's own record names it, for an analysis that does not. */
  readonly bankName: string | null
}

export function currencyOf(header: HeaderPayload | null): CurrencyCode {
  return toCurrencyCode(header?.currency)
}

/** A statement is read even without a header: all that the header would say is then null. */
export function normaliseStatement(
  header: HeaderPayload | null,
  confidence: ExtractionConfidence | null,
  context: StatementContext,
): StatementFinding {
  return {
    reference: context.statementId,
    documentId: context.documentId,
    bankName: header?.bankName ?? context.bankName,
    account: {
      ...unknownAccount,
      holderName: header?.accountName ?? null,
      accountNumber: header?.accountNumber ?? null,
    },
    from: header?.periodStart ?? null,
    to: header?.periodEnd ?? null,
    currency: currencyOf(header),
    openingBalance: header?.openingBalance ?? null,
    closingBalance: header?.closingBalance ?? null,
    totalCredits: header?.totalCredits ?? null,
    totalDebits: toTotalDebits(header?.totalDebits ?? null),
    transactionCount: header?.totalTransactions ?? null,
    providerCheck: null,
    pageCount: null,
    fraudSignals: [],
    confidence,
  }
}

/** Lines of a statement are booked. */
export function normaliseTransaction(
  row: TransactionPayload,
  currency: CurrencyCode,
  context: StatementContext,
): TransactionFinding {
  const direction = toDirection(row.type)
  const amount = toSignedAmount(row.amount, direction)
  return {
    statementReference: context.statementId,
    documentId: context.documentId,
    providerTransactionId: row.id,
    status: 'BOOKED',
    amount,
    currency,
    direction,
    bookingDate: row.date,
    valueDate: row.valueDate,
    description: row.description,
    counterparty: null,
    channel: null,
    category: toCategory(row.category, amount),
    tags: [],
    codes: [],
    mandateReference: null,
    reference: row.reference,
    balanceAfter: row.balance,
  }
}

/**
 * The lending metrics under the vendor's own names. Their scale, unit and direction are undocumented, so no level and no
 * score is read into them.
 */
export function normaliseAssessment(
  metrics: readonly MetricPayload[],
  context: StatementContext,
): RiskAssessmentFinding | null {
  if (metrics.length === 0) return null
  return {
    kind: 'AFFORDABILITY',
    level: 'UNKNOWN',
    score: null,
    riskClass: null,
    flag: null,
    signals: [],
    providerReference: context.statementId,
    assessedAt: null,
    metrics: metrics.map(({ name, value }) => ({ name, value, unit: null, basis: null })),
  }
}
