import type { ErrorCode } from '../errors.ts'
import type { AnalysisProduct } from './analysis.ts'
import type { ApplicantKind, CompanyRegistration } from './applicant.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { DocumentKind, DocumentPeriod } from './document.ts'
import type { JsonValue } from './json.ts'
import type { RequestContext } from './request-context.ts'

// What callers can ask for. Each command answers the id of what it made or changed; what a caller did wrong is thrown as
// an AppError, whose `field` is the path below the input.

export interface Intake {
  createApplicant(context: RequestContext, input: CreateApplicant): Promise<string>
  updateApplicant(context: RequestContext, input: UpdateApplicant): Promise<string>
  openCase(context: RequestContext, input: OpenCase): Promise<string>
}

export interface CreateApplicant {
  readonly kind: ApplicantKind
  readonly reference?: string | null
  readonly displayName?: string | null
  readonly registration?: CompanyRegistration | null
  readonly idempotencyKey?: string | null
}

/** Absent members stay as they are; null clears. */
export interface UpdateApplicant {
  readonly applicantId: string
  readonly displayName?: string | null
  readonly registration?: CompanyRegistration | null
}

export interface OpenCase {
  readonly applicantId: string
  readonly reference?: string | null
  readonly useCase?: string | null
  readonly declared?: JsonValue
  readonly idempotencyKey?: string | null
}

export interface Erasures {
  /** May be repeated: what was left the first time is tried again. */
  erase(context: RequestContext, input: { readonly applicantId: string }): Promise<Erasure>
}

/** How far an applicant is erased: with us at once, elsewhere as far as it can be done. */
export interface Erasure {
  /** Nothing remains. */
  readonly complete: boolean
  readonly remaining: readonly ErasureRemainder[]
}

/** Something of an erased applicant that is still there. */
export interface ErasureRemainder {
  /** Who has it; null: we do, for now. */
  readonly providerId: string | null
  readonly reason: ErrorCode
  readonly message: string
  /** The provider's ids of it. */
  readonly references: readonly string[]
}

export interface DocumentUploads {
  createUpload(context: RequestContext, input: CreateDocumentUpload): Promise<DocumentUpload>
}

export interface CreateDocumentUpload {
  readonly caseId: string
  readonly fileName: string
  readonly byteSize?: number | null
  readonly mediaType?: string | null
  readonly kind?: DocumentKind | null
  readonly period?: DocumentPeriod | null
  readonly date?: CalendarDate | null
  readonly idempotencyKey?: string | null
}

/** How the bytes of a document are to be sent. */
export interface DocumentUpload {
  readonly documentId: string
  readonly url: string
  readonly method: 'PUT'
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly expiresAt: Date
}

export interface AnalysisCommands {
  start(context: RequestContext, input: StartAnalysis): Promise<string>
  cancel(context: RequestContext, input: { readonly analysisId: string }): Promise<string>
  retry(context: RequestContext, input: RetryAnalysis): Promise<string>
}

export interface ConsentCommands {
  request(context: RequestContext, input: RequestConsent): Promise<string>
}

export interface RequestConsent {
  readonly caseId: string
  readonly provider?: string | null
  readonly customerName: string
  readonly customerEmail?: string | null
  readonly redirectUrl?: string | null
  readonly idempotencyKey?: string | null
}

/** As `AnalysisOptions`, but everything may be left out. */
export interface AnalysisOptionsInput {
  readonly explanation?: boolean | null
  readonly shareLink?: { readonly access?: string | null; readonly password?: string | null } | null
}

export interface AnalysisDocumentInput {
  readonly documentId: string
  readonly password?: string | null
  readonly bankName?: string | null
}

export interface StartAnalysis {
  readonly caseId: string
  readonly product: AnalysisProduct
  readonly provider?: string | null
  readonly documents: readonly AnalysisDocumentInput[]
  readonly options?: AnalysisOptionsInput | null
  readonly idempotencyKey?: string | null
}

export interface RetryAnalysis {
  readonly analysisId: string
  /** Other documents or passwords than the first time; null: the same. */
  readonly documents?: readonly AnalysisDocumentInput[] | null
  /** Others than the first time; null: the same. */
  readonly options?: AnalysisOptionsInput | null
  readonly idempotencyKey?: string | null
}
