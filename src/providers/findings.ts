import type { Decimal } from '../domain/decimal.ts'
import type { CaseDecision, DecisionAlert } from '../domain/decision.ts'
import type { CreditDebit } from '../domain/money.ts'
import type { Report } from '../domain/report.ts'
import type { Metric, RiskAssessment, RiskFlag, RiskSignal, Score } from '../domain/risk-assessment.ts'
import type { ExtractionConfidence, Statement, StatementAccount } from '../domain/statement.ts'
import type { Counterparty, Transaction } from '../domain/transaction.ts'

// A finding has what the vendor says. What a vendor leaves out is left out here too, or null;
// `src/analysis/bound-findings.ts` completes it.
// The types are derived from the domain's, so a new member of the domain may also be in a finding.

/** A bounded batch of normalised results. A statement may come before or after its transactions. */
export interface Findings {
  readonly statements?: readonly StatementFinding[]
  readonly transactions?: readonly TransactionFinding[]
  readonly assessments?: readonly RiskAssessmentFinding[]
  /** The last decision of an analysis counts. */
  readonly decision?: DecisionFinding
  /** What `openReport` can fetch. */
  readonly reports?: readonly ReportFinding[]
}

/** The type with only these members required. */
type Sparse<Whole, Needed extends keyof Whole> = Pick<Whole, Needed> & Partial<Omit<Whole, Needed>>
/** The same type with other types for some of its members. */
type With<Whole, Members> = Omit<Whole, keyof Members> & Members

/** A statement without what we work out ourselves (ids, months, reconciliation, duplicates). */
export interface WholeStatement
  extends With<
    Omit<
      Statement,
      | 'id'
      | 'collectionId'
      | 'providerId'
      | 'applicantId'
      | 'analysisId'
      | 'providerReference'
      | 'months'
      | 'missingMonths'
      | 'reconciles'
      | 'duplicateOfId'
      | 'overlapIds'
    >,
    {
      readonly openingBalance: Decimal | null
      readonly closingBalance: Decimal | null
      readonly totalCredits: Decimal | null
      /** Negative or zero. */
      readonly totalDebits: Decimal | null
      /** The number that the vendor states. The collected transactions are counted separately. */
      readonly transactionCount: number | null
    }
  > {
  /** Unique within the vendor account. `TransactionFinding.statementReference` refers to it. */
  readonly reference: string
}

export type StatementFinding = With<
  Sparse<WholeStatement, 'reference'>,
  {
    readonly account?: Partial<StatementAccount>
    readonly confidence?: Partial<ExtractionConfidence> | null
    readonly fraudSignals?: readonly SignalFinding[]
  }
>

/** A transaction without our ids and effective date, which follow from the rest. */
export interface WholeTransaction
  extends With<
    Omit<
      Transaction,
      | 'id'
      | 'ownerId'
      | 'providerId'
      | 'applicantId'
      | 'statementId'
      | 'accountId'
      | 'effectiveDate'
      | 'replacesId'
      | 'duplicateOfId'
    >,
    {
      /** Signed: positive into the account. */
      readonly amount: Decimal
      readonly balanceAfter: Decimal | null
      /** The vendor's direction. It counts only for an amount of zero. */
      readonly direction: CreditDebit | null
      readonly counterparty: FoundCounterparty | null
    }
  > {
  readonly currency: string
  /** null when it is not known which of several statements the transaction belongs to. */
  readonly statementReference: string | null
  /** The document of its statement. Part of the transaction's id when the vendor gives none. */
  readonly documentId: string | null
}

export type FoundCounterparty = Omit<Counterparty, 'maskedIban'>

export type TransactionFinding = With<
  Sparse<WholeTransaction, 'amount' | 'status'>,
  { readonly counterparty?: Partial<FoundCounterparty> | null }
>

/** An assessment without our ids. */
export interface WholeRiskAssessment
  extends Omit<
    RiskAssessment,
    'id' | 'collectionId' | 'providerId' | 'applicantId' | 'analysisId' | 'assessedAt' | 'metrics'
  > {
  /** null: when it was collected. */
  readonly assessedAt: Date | null
  readonly metrics: readonly Metric[]
}

export type RiskAssessmentFinding = With<
  Sparse<WholeRiskAssessment, 'kind'>,
  {
    readonly score?: Sparse<Score, 'value'> | null
    readonly flag?: Partial<RiskFlag> | null
    readonly signals?: readonly SignalFinding[]
    readonly metrics?: readonly MetricFinding[]
  }
>

export type SignalFinding = Sparse<RiskSignal, 'code'>
export type MetricFinding = Sparse<Metric, 'name' | 'value'>

/** What a provider decides about a case, without our ids. */
export interface WholeDecision extends Omit<CaseDecision, 'analysisId' | 'providerId' | 'decidedAt'> {
  /** null: when it was collected. */
  readonly decidedAt: Date | null
  /** An address that shows the result to everyone who knows it; null unless it was asked for. A secret. */
  readonly shareUrl: string | null
}

export type DecisionFinding = With<
  Sparse<WholeDecision, 'status' | 'fraudRisk' | 'validation' | 'consistent'>,
  {
    readonly providerWords?: Partial<CaseDecision['providerWords']>
    readonly alerts?: readonly Sparse<DecisionAlert, 'source'>[]
  }
>

export type ReportFinding = Sparse<Report, 'reference' | 'name' | 'mediaType'>
