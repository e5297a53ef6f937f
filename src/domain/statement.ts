import type { CalendarDate, CalendarMonth } from './calendar-date.ts'
import type { Decimal } from './decimal.ts'
import type { CurrencyCode, MonetaryAmount } from './money.ts'
import type { RiskSignal } from './risk-assessment.ts'

/** The account as a statement shows it. Every member is null when the statement does not say. */
export interface StatementAccount {
  readonly holderName: string | null
  /** In full; only for callers with the scope `read:account-numbers`. */
  readonly accountNumber: string | null
  /** The account number, else the IBAN, as masked by `maskNumber`. */
  readonly maskedNumber: string | null
  /** In full; only for callers with the scope `read:account-numbers`. */
  readonly iban: string | null
  readonly maskedIban: string | null
  readonly bic: string | null
  readonly ifsc: string | null
  readonly micr: string | null
  readonly category: string | null
  readonly creditLimit: MonetaryAmount | null
  readonly overdraftLimit: MonetaryAmount | null
  readonly countryCode: string | null
}

/** How confident the provider is of its reading, from 0 to 1. */
export interface ExtractionConfidence {
  readonly overall: Decimal | null
  readonly ocr: Decimal | null
  readonly extraction: Decimal | null
}

export const statementFigures = ['TRANSACTION_COUNT', 'TRANSACTION_SUM', 'OPENING_BALANCE', 'CLOSING_BALANCE'] as const
export type StatementFigure = (typeof statementFigures)[number]

/** A figure that another provider read differently from the same document. */
export interface StatementDisagreement {
  readonly what: StatementFigure
  readonly ours: Decimal
  readonly theirs: Decimal
  /** The other reading: a copy of the statement that counts. */
  readonly statementId: string
}

/** One bank statement as read from one document. */
export interface Statement {
  readonly id: string
  readonly collectionId: string
  readonly providerId: string
  readonly applicantId: string
  readonly analysisId: string | null
  readonly documentId: string | null
  readonly providerReference: string | null
  readonly bankName: string | null
  readonly account: StatementAccount
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly currency: CurrencyCode
  readonly openingBalance: MonetaryAmount | null
  readonly closingBalance: MonetaryAmount | null
  readonly totalCredits: MonetaryAmount | null
  readonly totalDebits: MonetaryAmount | null
  readonly transactionCount: number | null
  readonly reconciles: boolean | null
  readonly providerCheck: string | null
  readonly pageCount: number | null
  readonly months: readonly CalendarMonth[]
  readonly missingMonths: readonly CalendarMonth[]
  readonly fraudSignals: readonly RiskSignal[]
  readonly confidence: ExtractionConfidence | null
  /** The statement that counts instead of this one. */
  readonly duplicateOfId: string | null
  /** Other statements of the same account that share days with this one, in the order of their publication. */
  readonly overlapIds: readonly string[]
}
