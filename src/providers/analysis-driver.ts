import type { Readable } from 'node:stream'
import type { AnalysisOptions, AnalysisStage, RequiredActionType } from '../domain/analysis.ts'
import type { Applicant } from '../domain/applicant.ts'
import type { CaseDocument } from '../domain/document.ts'
import type { JsonValue } from '../domain/json.ts'
import type { AppError } from '../errors.ts'
import type { Findings } from './findings.ts'

/** One product of one provider. All methods may throw `AppError` and no other error. */
export interface AnalysisDriver extends ResultDriver {
  readonly accepts: AcceptedDocuments
  /** The options that it accepts. A request with another option is refused. None when absent. */
  readonly options?: readonly DriverOption[]
  /** Checks a request without any call, before an analysis is accepted. @returns what is missing or wrong */
  refuse?(request: AnalysisRequest): AppError | null
  /**
   * Does the next step of a submission. The returned checkpoint is stored before the next step starts, so that another worker
   * can continue after a crash. A step that may reach the vendor must be announced in the checkpoint before it. If the step is
   * done again, it must first be reconciled with the vendor.
   */
  submit(job: SubmissionJob, checkpoint: JsonValue): Promise<SubmissionStep>
}

/**
 * Invites a customer to give statements to the vendor. The last step of the submission is `action-required` with the address to
 * open (OPEN_URL). `check` says `action-required` until the customer has agreed. From then on it is a STATEMENT_EXTRACTION
 * whose documents are not ours.
 */
export interface ConsentDriver extends ResultDriver {
  /** As `submit` of an `AnalysisDriver`. It must never send two invitations for one job. */
  submit(job: ConsentJob, checkpoint: JsonValue): Promise<SubmissionStep>
}

/** Waits for the result of a submission and fetches it. */
export interface ResultDriver {
  /** The longest time that an analysis may take, in milliseconds from its request or from the end of a required action. */
  readonly deadlineMs: number
  /** How many analyses the vendor takes from one account at a time. Further ones wait here. No limit when absent. */
  readonly maxParallel?: number
  /** The pause between two checks when the vendor gives no hint. */
  readonly polling: PollingRhythm
  /** The same while an action at the vendor (OPEN_URL) is required. `polling` when absent. */
  readonly waiting?: PollingRhythm & {
    /** How long the action may take, in milliseconds, if the action itself has no end. */
    readonly longestMs: number
  }
  /** Asks the vendor once how far the analysis is. */
  check(checkpoint: JsonValue, job: Job): Promise<Progress>
  /** One call for many analyses, where the vendor can list. Answers in the order asked. */
  checkMany?(checkpoints: readonly JsonValue[], job: Job): Promise<readonly Progress[]>
  /**
   * Fetches and normalises the result in batches of bounded size. Called only after `check` said ready, with the checkpoint of
   * that check, which may already hold the result.
   */
  collect(job: CollectionJob, checkpoint: JsonValue): AsyncIterable<Findings>
  /**
   * Fetches a report that `collect` found, by its reference, at any later time.
   * @throws AppError RESULT_EXPIRED when the vendor no longer has it
   */
  openReport?(reference: string, signal: AbortSignal): Promise<ReportBody>
}

/** The request for an analysis. `field` of an error is a path in the input of `startAnalysis`. */
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

/** A file of the vendor while it arrives. The body must be read or destroyed. */
export interface ReportBody {
  readonly mediaType: string
  /** null when it is not known beforehand. */
  readonly byteSize: number | null
  readonly body: Readable
}

/** A document as a provider gets it: the stored bytes with a file name of ours. */
export interface SubmissionDocument {
  readonly document: CaseDocument
  /** `<document id>.<extension of the true type>`. The caller's file name is not sent. */
  readonly fileName: string
  readonly mediaType: string
  readonly byteSize: number
  /** In plain text, for this call only. null unless the driver accepts the option `password`. */
  readonly password: string | null
  readonly bankName: string | null
  /** The bytes from the start; may be opened again. */
  open(): Promise<Readable>
}

/** What every job for a driver has. */
export interface Job {
  /**
   * Aborted when the outcome is no longer needed. Every wait then ends at once, the connections of the job's calls are
   * closed, and the method fails with an `AppError`. A call that was under way may still have reached the vendor.
   */
  readonly signal: AbortSignal
}

export interface SubmissionJob extends Job {
  readonly analysisId: string
  readonly applicant: Applicant
  readonly useCase: string | null
  readonly declared: JsonValue
  readonly documents: readonly SubmissionDocument[]
  /** The options that the driver accepts, for this call only. */
  readonly options: AnalysisOptions
}

export interface ConsentJob extends Job {
  readonly analysisId: string
  /** For this call only. */
  readonly customer: { readonly name: string; readonly email: string | null }
  /** Where the vendor sends the customer afterwards: one of the tenant's allowed addresses. */
  readonly redirectUrl: string | null
}

export interface CollectionJob extends Job {
  readonly analysisId: string
  readonly documents: readonly CaseDocument[]
}

export type SubmissionStep = StepKind & {
  readonly checkpoint: JsonValue
  /** Vendor ids by which a webhook may name this analysis. */
  readonly references?: readonly string[]
}

type StepKind =
  /** Another step follows. */
  | { readonly kind: 'continue' }
  /** The vendor has everything. */
  | {
      readonly kind: 'submitted'
      readonly references: readonly string[]
      readonly providerReference: string | null
      /** The checkpoint holds the result already, so `check` is called at once. */
      readonly ready?: boolean
    }
  | {
      readonly kind: 'action-required'
      readonly action: ActionRequest
      readonly documents?: readonly DocumentOutcome[]
      readonly providerReference?: string | null
    }
  /**
   * The vendor took nothing. The submission continues from this checkpoint later if the error is retryable; otherwise
   * it fails.
   */
  | { readonly kind: 'postponed'; readonly error: AppError }
  /** The vendor refused the documents, each for a reason of its own. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly documents: readonly DocumentOutcome[] }

/** An action that the vendor waits for. OPEN_URL is done at the vendor, so the vendor is asked whether it was done. */
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
  /** What the check learnt. It is stored before anything else is done. */
  readonly learnt?: { readonly checkpoint: JsonValue; readonly references: readonly string[] }
}

type ProgressKind =
  | {
      readonly kind: 'running'
      readonly stage: AnalysisStage
      readonly providerStage: string | null
      /** The pause that the vendor asked for. It is never shortened. */
      readonly retryAfterMs: number | null
    }
  | {
      readonly kind: 'action-required'
      readonly action: ActionRequest
      readonly providerStage: string | null
      /** What is known of documents so far. Those that the action is about are FAILED with the reason. */
      readonly documents?: readonly DocumentOutcome[]
    }
  | { readonly kind: 'failed'; readonly error: AppError; readonly documents: readonly DocumentOutcome[] }
  | {
      readonly kind: 'ready'
      /** PARTIAL when the vendor says so or a document failed. */
      readonly outcome: 'COMPLETED' | 'PARTIAL'
      readonly providerStage: string | null
      readonly documents: readonly DocumentOutcome[]
    }
