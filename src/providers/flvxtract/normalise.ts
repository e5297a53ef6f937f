import { type CategoryMeaning, createCategoryReader } from '../../connector/category-words.ts'
import { toDirection, toSignedAmount, toTotalDebits } from '../../connector/signed-amount.ts'
import { type CurrencyCode, toCurrencyCode } from '../../domain/money.ts'
import type { ExtractionConfidence } from '../../domain/statement.ts'
import type { RiskAssessmentFinding, StatementFinding, TransactionFinding } from '../findings.ts'
import type { HeaderPayload, MetricPayload, TransactionPayload } from './payloads.ts'

/** The statement that an analysis is about. At this vendor every document is one statement. */
export interface StatementContext {
  readonly statementId: string
  /** null when the customer gave it to the vendor. */
  readonly documentId: string | null
  /** The bank that the statement's record names. Used when the analysis names none. */
  readonly bankName: string | null
}

export function currencyOf(header: HeaderPayload | null): CurrencyCode {
  return toCurrencyCode(header?.currency)
}

/** Without a header, the members that the header holds are null. */
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
      holderName: header?.accountName,
      accountNumber: header?.accountNumber,
    },
    from: header?.periodStart,
    to: header?.periodEnd,
    currency: currencyOf(header),
    openingBalance: header?.openingBalance,
    closingBalance: header?.closingBalance,
    totalCredits: header?.totalCredits,
    totalDebits: toTotalDebits(header?.totalDebits ?? null),
    transactionCount: header?.totalTransactions,
    confidence,
  }
}

/** Every transaction of a statement is booked. */
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
    category: toCategory(row.category, amount),
    reference: row.reference,
    balanceAfter: row.balance,
  }
}

/** The lending metrics under the vendor's names. Their scale, unit and direction are undocumented, so they give no level or score. */
export function normaliseAssessment(
  metrics: readonly MetricPayload[],
  context: StatementContext,
): RiskAssessmentFinding | null {
  if (metrics.length === 0) return null
  return {
    kind: 'AFFORDABILITY',
    providerReference: context.statementId,
    metrics,
  }
}

const income: CategoryMeaning = { in: 'OTHER_INCOME', out: 'OTHER' }
const transfer: CategoryMeaning = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' }
const loan: CategoryMeaning = { in: 'LOAN_DISBURSEMENT', out: 'LOAN_REPAYMENT' }

/** ASSUMED, all of them: https://flvxtract.com/docs shows no category. */
export const toCategory = createCategoryReader({
  salary: 'SALARY',
  wages: 'SALARY',
  payroll: 'SALARY',
  benefit: 'BENEFIT',
  benefits: 'BENEFIT',
  pension: 'BENEFIT',
  income: income,
  'other income': income,
  interest: { in: 'OTHER_INCOME', out: 'FEES' },
  transfer: transfer,
  transfers: transfer,
  'transfer in': 'TRANSFER_IN',
  'transfer out': 'TRANSFER_OUT',
  rent: 'HOUSING',
  housing: 'HOUSING',
  mortgage: 'HOUSING',
  utilities: 'UTILITIES',
  utility: 'UTILITIES',
  bills: 'UTILITIES',
  airtime: 'UTILITIES',
  groceries: 'GROCERIES',
  transport: 'TRANSPORT',
  transportation: 'TRANSPORT',
  fuel: 'TRANSPORT',
  insurance: 'INSURANCE',
  tax: 'TAX',
  taxes: 'TAX',
  loan: loan,
  loans: loan,
  'loan disbursement': 'LOAN_DISBURSEMENT',
  'loan repayment': 'LOAN_REPAYMENT',
  gambling: 'GAMBLING',
  betting: 'GAMBLING',
  cash: 'CASH',
  atm: 'CASH',
  'cash withdrawal': 'CASH',
  'atm withdrawal': 'CASH',
  'cash deposit': 'CASH',
  fee: 'FEES',
  fees: 'FEES',
  charges: 'FEES',
  'bank charges': 'FEES',
  reversal: 'RETURNED',
  returned: 'RETURNED',
  bounced: 'RETURNED',
  shopping: 'SPENDING',
  entertainment: 'SPENDING',
  dining: 'SPENDING',
  food: 'SPENDING',
  pos: 'SPENDING',
})
