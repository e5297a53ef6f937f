import type { ErrorCode } from '../errors.ts'
import type { AnalysisProduct } from './analysis.ts'
import type { ApplicantKind, CompanyRegistration } from './applicant.ts'
import type { CalendarDate } from './calendar-date.ts'
import type { DocumentKind, DocumentPeriod } from './document.ts'
import type { JsonValue } from './json.ts'
import type { RequestContext } from './request-context.ts'

// The commands of callers. Each returns the id of what it created or changed. Errors of the input are thrown as an
// AppError, whose `field` is the path below the input.

export interface Intake {
  createApplicant(context: RequestContext, input: CreateApplicant): Promise<string>
  updateApplicant(context: RequestContext, input: UpdateApplicant): Promise<string>
  openCase(context: RequestContext, input: OpenCase): Promise<string>
}

export interface AccessTokenCommands {
  create(context: RequestContext, input: CreateAccessToken): Promise<AccessToken>
}

export interface CreateAccessToken {
  readonly applicantId: string
  readonly scopes: readonly string[]
  readonly expiresInSeconds: number
  /** The caller's scopes. A token can have no others. */
  readonly ownScopes: ReadonlySet<string>
}

/** A token for one applicant. It is shown only once. */
export interface AccessToken {
  readonly token: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
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
  /** May be repeated: what could not be erased before is tried again. */
  erase(context: RequestContext, input: { readonly applicantId: string }): Promise<Erasure>
}

/** The outcome of an erasure: here at once, at providers as far as possible. */
export interface Erasure {
  /** Whether nothing remains. */
  readonly complete: boolean
  readonly remaining: readonly ErasureRemainder[]
}

/** Data of an erased applicant that still exist. */
export interface ErasureRemainder {
  /** The provider that has the data; null when they are still here. */
  readonly providerId: string | null
  readonly reason: ErrorCode
  readonly message: string
  /** The provider's ids of the data. */
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

/** Like `AnalysisOptions`, but every member is optional. */
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
  /** New documents or passwords; null for the same as before. */
  readonly documents?: readonly AnalysisDocumentInput[] | null
  /** New options; null for the same as before. */
  readonly options?: AnalysisOptionsInput | null
  readonly idempotencyKey?: string | null
}
