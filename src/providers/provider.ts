import type { Readable } from 'node:stream'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { AnalysisStage, Product, RequiredActionType } from '../domain/analysis.ts'
import type { Applicant } from '../domain/applicant.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { JsonValue } from '../domain/json.ts'
import type { CreditDebit, CurrencyCode } from '../domain/money.ts'
import type { Metric, RiskAssessment, RiskSignal } from '../domain/risk-assessment.ts'
import type { ExtractionConfidence, StatementAccount } from '../domain/statement.ts'
import type { Category, Counterparty, Tag, TransactionCode, TransactionStatus } from '../domain/transaction.ts'
import type { AppError } from '../errors.ts'
import type { BudgetRules, ProviderHttp } from '../http/provider-http.ts'

/** The variables a process was started with, or a tenant's own laid over them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A source of documents' meaning: one folder, one line in `index.ts`. */
export interface Provider {
  /** Also the prefix of its variables (in capitals, `-` as `_`) and the last part of its webhook's path. */
  readonly id: string
  readonly name: string
  /** Every variable it reads. Those marked `credential` switch the provider on. */
  readonly variables: Readonly<Record<string, { readonly credential: boolean }>>
  /** Parses its variables. Absent ones are no fault: the provider is then off. */
  readonly settings: z.ZodType<ConfiguredProvider, Environment>
  /** Calls allowed in a span of time, as the vendor states them. */
  readonly budgets: BudgetRules
  /** A server that behaves as the vendor's documentation says. */
  createSimulator(options: SimulatorOptions): Simulator
}

/** A provider with one set of settings: the deployment's own, or a tenant's. */
export interface ConfiguredProvider {
  /** Whether there are credentials, so that it can be called at all. */
  readonly enabled: boolean
  readonly baseUrl: string
  /** Tells accounts apart without revealing them: equal accounts share budgets and tokens. */
  readonly accountKey: string
  connect(deps: ProviderDeps): ProviderClient
  /** null when the vendor has no webhook, or nothing is configured to verify it with. */
  readonly webhook: WebhookReceiver | null
}

export interface ProviderDeps {
  /** Calls to `baseUrl`, with time-outs, budgets and circuit breaker. */
  readonly http: ProviderHttp
  readonly now: () => Date
  readonly logger: Logger
}

/** What a configured provider can do. An absent member is a capability it lacks. */
export interface ProviderClient {
  readonly products: Readonly<Partial<Record<Product, AnalysisDriver>>>
  /** Invites customers to hand their statements to the vendor themselves. */
  readonly consents?: ConsentDriver
  /**
   * Deletes for good what the vendor has under these ids of its own, and all it derived from it. An id that the vendor does
   * not know (any more) is no fault. Absent where the vendor documents no deletion.
   */
  erase?(references: readonly string[]): Promise<void>
}

/** How one product of one provider is asked for. All methods may throw `AppError`; nothing else is expected of them. */
export interface AnalysisDriver extends ResultDriver {
  readonly accepts: AcceptedDocuments
  /**
   * Does the next step of a submission. The checkpoint returned is stored before the next step starts, so a successor
   * goes on where a crashed worker was; a step that may have reached the vendor must therefore be announced by the
   * checkpoint before it, and reconciled with the vendor when it is met again.
   */
  submit(job: SubmissionJob, checkpoint: JsonValue): Promise<SubmissionStep>
}

/**
 * How a customer is invited to hand their statements to the vendor. The invitation is a submission whose last step is
 * `action-required` with the address to open (OPEN_URL); `check` says `action-required` until the customer has agreed.
 * From then on it is a STATEMENT_EXTRACTION like any other, but for its documents, which are not ours.
 */
export interface ConsentDriver extends ResultDriver {
  /** As that of an `AnalysisDriver`. Two invitations must never go out for one job. */
  submit(job: ConsentJob, checkpoint: JsonValue): Promise<SubmissionStep>
}

/** How the result of what was submitted is waited for and fetched. */
export interface ResultDriver {
  /** The longest an analysis may take, in milliseconds from its request, or from when somebody's action was done. */
  readonly deadlineMs: number
  /** What our own waiting between two checks should be when the vendor gives no hint. */
  readonly polling: PollingRhythm
  /** The same while somebody has an action to do at the vendor (OPEN_URL); `polling` when absent. */
  readonly waiting?: PollingRhythm & {
    /** How long that may take, in milliseconds, when the action names no end of its own. */
    readonly longestMs: number
  }
  /** Asks the vendor once how far it is. */
  check(checkpoint: JsonValue): Promise<Progress>
  /** One call for many analyses, where the vendor can list. Answers in the order asked. */
  checkMany?(checkpoints: readonly JsonValue[]): Promise<readonly Progress[]>
  /** Fetches and normalises the result, in batches of bounded size. Called only after `check` said ready. */
  collect(job: CollectionJob, checkpoint: JsonValue): AsyncIterable<Findings>
}

/** Checked before anything is sent. */
export interface AcceptedDocuments {
  readonly mediaTypes: readonly string[]
  readonly maxBytes: number
  readonly maxDocuments: number
}

export interface PollingRhythm {
  readonly firstMs: number
  readonly maxMs: number
}

/** A document as a provider gets it: the stored bytes under a name of ours. */
export interface SubmissionDocument {
  readonly document: CaseDocument
  /** `<document id>.<extension of the true type>`; the caller's own name never leaves us. */
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
  /** In clear, for this call only. */
  readonly password: string | null
  readonly bankName: string | null
  /** The bytes from the start; may be opened again. */
  open(): Promise<Readable>
}

export interface SubmissionJob {
  readonly analysisId: string
  readonly applicant: Applicant
  readonly useCase: string | null
  readonly declared: JsonValue
  readonly documents: readonly SubmissionDocument[]
}

export interface ConsentJob {
  readonly analysisId: string
  /** For this call only. */
  readonly customer: { readonly name: string; readonly email: string | null }
  /** Where the vendor sends the customer afterwards: one of the tenant's allowed addresses. */
  readonly redirectUrl: string | null
}

export interface CollectionJob {
  readonly analysisId: string
  readonly documents: readonly CaseDocument[]
}

export type SubmissionStep =
  /** More to do. `references` are vendor ids by which a webhook may name this analysis. */
  | { readonly kind: 'continue'; readonly checkpoint: JsonValue; readonly references?: readonly string[] }
  /** The vendor has everything. */
  | {
      readonly kind: 'submitted'
      readonly checkpoint: JsonValue
      readonly references: readonly string[]
      readonly providerReference: string | null
    }
  | {
      readonly kind: 'action-required'
      readonly checkpoint: JsonValue
      readonly action: ActionRequest
      readonly references?: readonly string[]
      readonly providerReference?: string | null
    }
  /** Nothing reached the vendor. The submission goes on from this checkpoint, when the error allows, or ends with it. */
  | { readonly kind: 'postponed'; readonly checkpoint: JsonValue; readonly error: AppError }

/** An action the vendor waits for. One of type OPEN_URL is done at the vendor, so it is asked whether it was. */
export interface ActionRequest {
  readonly type: RequiredActionType
  readonly documentIds: readonly string[]
  readonly url: string | null
  readonly expiresAt: Date | null
}

export interface DocumentOutcome {
  readonly documentId: string
  readonly status: 'COMPLETED' | 'PARTIAL' | 'FAILED'
  readonly error: AppError | null
}

export type Progress = ProgressKind & {
  /** What was not known before the vendor was asked; kept before anything else is done. */
  readonly learnt?: { readonly checkpoint: JsonValue; readonly references: readonly string[] }
}

type ProgressKind =
  | {
      readonly kind: 'running'
      readonly stage: AnalysisStage
      readonly providerStage: string | null
      /** The vendor's own wish, never shortened by us. */
      readonly retryAfterMs: number | null
    }
  | { readonly kind: 'action-required'; readonly action: ActionRequest; readonly providerStage: string | null }
  | { readonly kind: 'failed'; readonly error: AppError; readonly documents: readonly DocumentOutcome[] }
  | {
      readonly kind: 'ready'
      /** PARTIAL when the vendor says so or a document failed. */
      readonly outcome: 'COMPLETED' | 'PARTIAL'
      readonly providerStage: string | null
      readonly documents: readonly DocumentOutcome[]
    }

/** A bounded batch of normalised results. A statement may come before or after its transactions. */
export interface Findings {
  readonly statements?: readonly StatementFinding[]
  readonly transactions?: readonly TransactionFinding[]
  readonly assessments?: readonly RiskAssessmentFinding[]
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
  readonly statementReference: string
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
  readonly counterparty: Counterparty | null
  readonly channel: string | null
  readonly category: Category | null
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

/** A webhook as it arrived. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

export interface WebhookReceiver {
  /** Whether the raw bytes carry a valid signature. Constant time, never throws. */
  verify(request: WebhookRequest): boolean
  /** @throws AppError BAD_USER_INPUT when the verified body is not what the vendor documents. */
  parse(request: WebhookRequest): WebhookNotice
}

/** What a webhook tells us: only that something may have changed. */
export interface WebhookNotice {
  /** The vendor's id of the event; copies carry the same. */
  readonly eventId: string
  readonly eventType: string
  /** false when it belongs to another account than the configured one; it is then ignored. */
  readonly ours: boolean
  /** Vendor ids that something happened to. Empty for a test event. */
  readonly references: readonly string[]
}

export interface SimulatorOptions {
  /** 0 for any free port. */
  readonly port: number
  /** Divides processing delays, multiplies rate limits. */
  readonly speed: number
  readonly logger: Logger
  /** Where its webhooks go; null sends none. */
  readonly webhookUrl: string | null
}

/** A vendor played on loopback. */
export interface Simulator {
  /** Listens; answers the variables with which the provider reaches it. */
  start(): Promise<Environment>
  stop(): Promise<void>
}
