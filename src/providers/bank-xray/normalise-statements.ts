import { isReadable } from '../../connector/or-unreadable.ts'
import { toTotalDebits } from '../../connector/signed-amount.ts'
import type { CaseDocument } from '../../domain/document.ts'
import type { CurrencyCode } from '../../domain/money.ts'
import { unknownAccount } from '../../domain/statement.ts'
import type { StatementFinding } from '../findings.ts'
import type { SummaryEntry } from './report-head.ts'

/** What a report does not say about itself. */
export interface ReportContext {
  readonly reportId: string
  /** Of every amount: the vendor names none. */
  readonly currency: CurrencyCode
  /** Those that the report is about. */
  readonly documents: readonly Pick<CaseDocument, 'id' | 'kind' | 'date'>[]
}

/** A statement, and the vendor's number for it within the report. */
export interface NumberedStatement {
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
    // Numbers begin anew in every report, and may be missing or repeated within one.
    const number = statementId === null || taken.has(statementId) ? `#${index + 1}` : statementId
    taken.add(number)
    return {
      statementId,
      finding: {
        reference: `${reportId}/${number}`,
        documentId: documentOf(entry, summary, documents),
        bankName: null,
        account: { ...unknownAccount, iban: entry.iban, bic: entry.bic },
        from: entry.startDate,
        to: entry.endDate,
        currency,
        openingBalance: entry.startBalance,
        closingBalance: entry.endBalance,
        totalCredits: entry.totalCreditAmount,
        totalDebits: toTotalDebits(entry.totalDebitAmount),
        transactionCount: null,
        providerCheck: entry.movements,
        pageCount: entry.pageCount,
        fraudSignals: [],
        confidence: null,
      },
    }
  })
}

/**
 * The document that a statement was read from. The vendor does not say, so it is known only when there is no other, or when
 * the date that the caller gave for one is the last day of this statement and of no other.
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
