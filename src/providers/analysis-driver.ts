import type { Readable } from 'node:stream'
import type { AnalysisOptions, AnalysisStage, RequiredActionType } from '../domain/analysis.ts'
import type { Applicant } from '../domain/applicant.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { JsonValue } from '../domain/json.ts'
import type { AppError } from '../errors.ts'
import type { Findings } from './findings.ts'

/** How one product of one provider is asked for. All methods may throw `AppError`; nothing else is expected of them. */
export interface AnalysisDriver extends ResultDriver {
  readonly accepts: AcceptedDocuments
  /** The options it takes; a caller who asks for any other is refused. None when absent. */
  readonly options?: readonly DriverOption[]
  /** What is missing or wrong, where no call is needed to know; asked before an analysis is accepted. */
  refuse?(request: AnalysisRequest): AppError | null
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
  /** How many analyses the vendor takes from one account at a time; more of them wait with us. No limit when absent. */
  readonly maxParallel?: number
  /** What our own waiting between two checks should be when the vendor gives no hint. */
  readonly polling: PollingRhythm
  /** The same while somebody has an action to do at the vendor (OPEN_URL); `polling` when absent. */
  readonly waiting?: PollingRhythm & {
    /** How long that may take, in milliseconds, when the action names no end of its own. */
    readonly longestMs: number
  }
  /** Asks the vendor once how far it is. */
  check(checkpoint: JsonValue, job?: CheckJob): Promise<Progress>
  /** One call for many analyses, where the vendor can list. Answers in the order asked. */
  checkMany?(checkpoints: readonly JsonValue[], job?: CheckJob): Promise<readonly Progress[]>
  /**
   * Fetches and normalises the result, in batches of bounded size. Called only after `check` said ready, with the
   * checkpoint that it left: a result that came with its answer can be read from there.
   */
  collect(job: CollectionJob, checkpoint: JsonValue): AsyncIterable<Findings>
  /**
   * Fetches a report that `collect` found, by its reference. May be called at any later time.
   * @throws AppError RESULT_EXPIRED when the vendor no longer has it
   */
  openReport?(reference: string, signal: AbortSignal): Promise<ReportBody>
}

/** What an analysis is about, before there is one. `field` of an error is a path below the input of `startAnalysis`. */
export interface AnalysisRequest {
  readonly applicant: Applicant
  readonly documents: readonly CaseDocument[]
  /** Ids of the documents that a password was given for. */
  readonly protectedIds: readonly string[]
  readonly options: AnalysisOptions
}

/** An option of the analysis, or `password`: the passwords of its documents. */
export type DriverOption = keyof AnalysisOptions | 'password'

/** Checked before anything is sent. */
export interface AcceptedDocuments {
  readonly mediaTypes: readonly string[]
  readonly maxBytes: number
  readonly maxDocuments: number
}

export interface PollingRhythm {
  readonly firstMs: number
  readonly maxMs: number
  /** For how long the first pause is kept before pauses become longer; not at all when absent. */
  readonly steadyMs?: number
}

/** A file of the vendor's, as it arrives. The body must be read or destroyed. */
export interface ReportBody {
  readonly mediaType: string
  /** null when it is not known beforehand. */
  readonly byteSize: number | null
  readonly body: Readable
}

/** A document as a provider gets it: the stored bytes under a name of ours. */
export interface SubmissionDocument {
  readonly document: CaseDocument
  /** `<document id>.<extension of the true type>`; the caller's own name never leaves us. */
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
  /** In clear, for this call only. null unless the driver takes the option `password`. */
  readonly password: string | null
  readonly bankName: string | null
  /** The bytes from the start; may be opened again. */
  open(): Promise<Readable>
}

/** What every job for a driver has. */
export interface Job {
  /**
   * Aborted when nobody waits for the outcome any more. Every wait then ends at once, the connections of the job's calls are
   * closed, and the method fails with an `AppError`. A call that was under way may have reached the vendor all the same.
   */
  readonly signal?: AbortSignal
}

export interface SubmissionJob extends Job {
  readonly analysisId: string
  readonly applicant: Applicant
  readonly useCase: string | null
  readonly declared: JsonValue
  readonly documents: readonly SubmissionDocument[]
  /** Only such as the driver heeds; for this call only. */
  readonly options: AnalysisOptions
}

export interface ConsentJob extends Job {
  readonly analysisId: string
  /** For this call only. */
  readonly customer: { readonly name: string; readonly email: string | null }
  /** Where the vendor sends the customer afterwards: one of the tenant's allowed addresses. */
  readonly redirectUrl: string | null
}

/** What `check` and `checkMany` are told beside the checkpoints. */
export type CheckJob = Job

export interface CollectionJob extends Job {
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
      /** The result came with the answer and is in the checkpoint: `check` is called at once. */
      readonly ready?: boolean
    }
  | {
      readonly kind: 'action-required'
      readonly checkpoint: JsonValue
      readonly action: ActionRequest
      readonly references?: readonly string[]
      readonly providerReference?: string | null
    }
  /** Nothing more can be done now. The submission goes on from this checkpoint, when the error allows, or ends with it. */
  | {
      readonly kind: 'postponed'
      readonly checkpoint: JsonValue
      readonly error: AppError
      readonly references?: readonly string[]
    }

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
