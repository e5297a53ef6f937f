import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CaseDecision } from '../domain/decision.ts'
import type { CreditDebit, CurrencyCode } from '../domain/money.ts'
import type { Report } from '../domain/report.ts'
import type { Metric, RiskAssessment, RiskSignal } from '../domain/risk-assessment.ts'
import type { ExtractionConfidence, StatementAccount } from '../domain/statement.ts'
import type {
  Counterparty,
  Tag,
  TransactionCategory,
  TransactionCode,
  TransactionStatus,
} from '../domain/transaction.ts'

/** A bounded batch of normalised results. A statement may come before or after its transactions. */
export interface Findings {
  readonly statements?: readonly StatementFinding[]
  readonly transactions?: readonly TransactionFinding[]
  readonly assessments?: readonly RiskAssessmentFinding[]
  /** Of one analysis the last one counts. */
  readonly decision?: DecisionFinding
  /** What `openReport` can fetch. */
  readonly reports?: readonly Report[]
}

/** What a provider decides about a case, without our ids. */
export type DecisionFinding = Omit<CaseDecision, 'analysisId' | 'providerId' | 'decidedAt'> & {
  readonly decidedAt: Date | null
  /** An address that shows the result to anybody who has it; null unless it was asked for. A secret. */
  readonly shareUrl: string | null
}

/** A statement without what we work out ourselves (id, months, reconciliation, duplicates). */
export interface StatementFinding {
  /** Unique within the provider's account; what `TransactionFinding.statementReference` refers to. */
  readonly reference: string
  readonly documentId: string | null
  readonly bankName: string | null
  readonly account: StatementAccount
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly currency: CurrencyCode
  readonly openingBalance: Decimal | null
  readonly closingBalance: Decimal | null
  readonly totalCredits: Decimal | null
  /** Negative or zero. */
  readonly totalDebits: Decimal | null
  /** As the vendor states it; what we collected is counted beside it. */
  readonly transactionCount: number | null
  readonly providerCheck: string | null
  readonly pageCount: number | null
  readonly fraudSignals: readonly RiskSignal[]
  readonly confidence: ExtractionConfidence | null
}

/** A transaction without our id, effective date and direction, which follow from the rest. */
export interface TransactionFinding {
  /** null when the vendor does not say in which of several statements it is. */
  readonly statementReference: string | null
  /** The document it was read from, as its statement says; what its id is made of when the vendor gives none. */
  readonly documentId: string | null
  readonly providerTransactionId: string | null
  readonly status: TransactionStatus
  /** Signed: into the account positive. */
  readonly amount: Decimal
  readonly currency: CurrencyCode
  /** The vendor's word; decides only for an amount of zero. */
  readonly direction: CreditDebit | null
  readonly bookingDate: CalendarDate | null
  readonly valueDate: CalendarDate | null
  readonly description: string | null
  readonly counterparty: Omit<Counterparty, 'maskedIban'> | null
  readonly channel: string | null
  readonly category: TransactionCategory | null
  readonly tags: readonly Tag[]
  readonly codes: readonly TransactionCode[]
  readonly mandateReference: string | null
  readonly reference: string | null
  readonly balanceAfter: Decimal | null
}

/** An assessment without our ids. */
export type RiskAssessmentFinding = Pick<
  RiskAssessment,
  'kind' | 'level' | 'score' | 'riskClass' | 'flag' | 'signals' | 'providerReference'
> & {
  readonly assessedAt: Date | null
  readonly metrics: readonly Metric[]
}
