import { type CategoryMeaning, createCategoryReader } from '../../connector/category-words.ts'
import { isReadable } from '../../connector/payload-members.ts'
import { toDirection, toSignedAmount, toTotalDebits } from '../../connector/signed-amount.ts'
import type { CaseDocument } from '../../domain/document.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import type { RiskLevel, SignalSentiment } from '../../domain/risk-assessment.ts'
import type { RiskAssessmentFinding, SignalFinding, StatementFinding, TransactionFinding } from '../findings.ts'
import type { ReasonPayload, ReportHead, SummaryEntry, TransactionPayload } from './payloads.ts'

/** What the report itself does not say. */
interface ReportContext {
  readonly reportId: string
  /** The currency of every amount, because the vendor names none. */
  readonly currency: CurrencyCode
  /** The documents that the report is about. */
  readonly documents: readonly Pick<CaseDocument, 'id' | 'kind' | 'date'>[]
}

/** A statement with the vendor's number for it in the report. */
interface NumberedStatement {
  readonly statementId: string | null
  readonly finding: StatementFinding
}

/** One statement for each entry of the summary, in its order. */
export function normaliseStatements(
  summary: readonly SummaryEntry[],
  { reportId, currency, documents }: ReportContext,
): readonly NumberedStatement[] {
  const taken = new Set<string>()
  return summary.map((entry, index) => {
    const { statementId } = entry
    // The numbers begin again in every report, and one may be missing or repeated.
    const number = statementId === null || taken.has(statementId) ? `#${index + 1}` : statementId
    taken.add(number)
    return {
      statementId,
      finding: {
        reference: `${reportId}/${number}`,
        documentId: documentOf(entry, summary, documents),
        account: { iban: entry.iban, bic: entry.bic },
        from: entry.startDate,
        to: entry.endDate,
        currency,
        openingBalance: entry.startBalance,
        closingBalance: entry.endBalance,
        totalCredits: entry.totalCreditAmount,
        totalDebits: toTotalDebits(entry.totalDebitAmount),
        providerCheck: entry.movements,
        pageCount: entry.pageCount,
      },
    }
  })
}

/**
 * The document that a statement was read from. The vendor does not say it. It is known only if there is a single document, or
 * if the caller gave a single document the date that is the last day of this statement and of no other.
 */
function documentOf(
  { endDate }: SummaryEntry,
  summary: readonly SummaryEntry[],
  documents: ReportContext['documents'],
): string | null {
  const statements = documents.filter(document => document.kind === 'BANK_STATEMENT')
  const [only, ...others] = statements
  if (only && others.length === 0) return only.id
  if (!isReadable(endDate) || summary.filter(entry => entry.endDate === endDate).length > 1) return null
  const [dated, ...rivals] = statements.filter(document => document.date === endDate)
  return dated && rivals.length === 0 ? dated.id : null
}

/** Every transaction of a statement is booked. */
export function normaliseTransaction(
  row: TransactionPayload,
  statements: readonly NumberedStatement[],
  { currency }: Pick<ReportContext, 'currency'>,
): TransactionFinding {
  const direction = toDirection(row.type)
  const amount = toSignedAmount(row.amount, direction)
  const statement = statementOf(row, statements)
  return {
    statementReference: statement?.finding.reference ?? null,
    documentId: statement?.finding.documentId ?? null,
    // The id may be a number that is unique only within its statement.
    providerTransactionId: statement === null ? null : row.id,
    status: 'BOOKED',
    amount,
    currency,
    direction,
    bookingDate: row.date,
    valueDate: row.valueDate,
    description: row.description,
    counterparty: row.counterparty,
    category: toCategory(row.category, amount),
    balanceAfter: row.balance,
  }
}

/** The statement with the vendor's number; else the only statement, or the only one whose days include the transaction's date. */
function statementOf(
  { statementId, date, valueDate }: TransactionPayload,
  statements: readonly NumberedStatement[],
): NumberedStatement | null {
  const numbered = statementId === null ? [] : statements.filter(one => one.statementId === statementId)
  const candidates = numbered.length > 0 ? numbered : statements
  if (candidates.length === 1) return candidates[0] ?? null
  const day = [date, valueDate].find(isReadable) ?? null
  const within = candidates.filter(
    ({ finding: { from, to } }) => day !== null && isReadable(from) && isReadable(to) && from <= day && day <= to,
  )
  return within.length === 1 ? (within[0] ?? null) : null
}

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

/** The vendor's assessment of the company. Bounds and direction of its score are undocumented. */
export function normaliseAssessment(head: ReportHead, reportId: string): RiskAssessmentFinding {
  const { riskClass, score, bankFlag, movementReport, creation } = head
  const isFlagged = bankFlag !== null && (bankFlag.color !== null || bankFlag.dataSanity !== null)
  return {
    kind: 'CREDIT',
    level: levels.get(riskClass) ?? 'UNKNOWN',
    score: score === null ? null : { value: score },
    riskClass,
    flag: isFlagged ? { color: bankFlag.color, dataSanity: bankFlag.dataSanity } : null,
    signals: (bankFlag?.reasons ?? []).map(toSignal),
    providerReference: reportId,
    assessedAt: creation,
    metrics: movementReport.map(({ name, basis, value }) => ({ name, value, basis })),
  }
}

function toSignal({ criteria, sentiment, value, quantile, popovers }: ReasonPayload): SignalFinding {
  return {
    code: criteria ?? 'OTHER',
    sentiment: sentiments.get(sentiment?.toLowerCase()) ?? 'OTHER',
    value,
    quantile,
    explanations: popovers,
  }
}

const transfer: CategoryMeaning = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' }
const loan: CategoryMeaning = { in: 'LOAN_DISBURSEMENT', out: 'LOAN_REPAYMENT' }
const sales: CategoryMeaning = { in: 'OTHER_INCOME', out: 'OTHER' }
const taxes: CategoryMeaning = { in: 'OTHER_INCOME', out: 'TAX' }
/** A company pays salaries. Our category SALARY is for a salary received. */
const spending: CategoryMeaning = { in: 'OTHER', out: 'SPENDING' }

/** ASSUMED, all of them: no page shows a category. */
export const toCategory = createCategoryReader({
  sales: sales,
  'customer payment': sales,
  revenue: sales,
  transfer: transfer,
  'internal transfer': transfer,
  loan: loan,
  'loan repayment': loan,
  tax: taxes,
  taxes: taxes,
  vat: taxes,
  'social security': taxes,
  salary: spending,
  salaries: spending,
  supplier: spending,
  suppliers: spending,
  rent: 'HOUSING',
  energy: 'UTILITIES',
  utilities: 'UTILITIES',
  telecom: 'UTILITIES',
  insurance: 'INSURANCE',
  transport: 'TRANSPORT',
  cash: 'CASH',
  'bank fees': 'FEES',
  fees: 'FEES',
  rejected: 'RETURNED',
  returned: 'RETURNED',
})
