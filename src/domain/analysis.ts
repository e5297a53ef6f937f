import type { ErrorCode } from '../errors.ts'

export const products = ['DOCUMENT_FRAUD', 'STATEMENT_EXTRACTION', 'BANK_RISK'] as const
export type AnalysisProduct = (typeof products)[number]

export const analysisStatuses = [
  'QUEUED',
  'SUBMITTING',
  'PROCESSING',
  'ACTION_REQUIRED',
  'COMPLETED',
  'PARTIAL',
  'FAILED',
  'CANCELLED',
] as const
export type AnalysisStatus = (typeof analysisStatuses)[number]

export const analysisStages = [
  'WAITING',
  'UPLOADING',
  'EXTRACTING',
  'MANUAL_EXTRACTION_LIKELY',
  'COLLECTING',
  'DONE',
] as const
export type AnalysisStage = (typeof analysisStages)[number]

/** The origin of the analysed data: documents of the case, or the customer, who gives it to the provider. */
export const analysisOrigins = ['DOCUMENTS', 'CONSENT'] as const
export type AnalysisOrigin = (typeof analysisOrigins)[number]

export const analysisActions = ['CANCEL', 'RETRY', 'RESUME'] as const
export type AnalysisAction = (typeof analysisActions)[number]

export const requiredActionTypes = ['PROVIDE_PASSWORD', 'OPEN_URL', 'REUPLOAD'] as const
export type RequiredActionType = (typeof requiredActionTypes)[number]

/** Options of a caller. Null means the provider's default. */
export interface AnalysisOptions {
  /** Whether to ask the provider for the reasons of its decision. */
  readonly explanation: boolean | null
  /** A link at the provider that shows the result to anyone who has it. Only made on request. */
  readonly shareLink: ShareLinkOptions | null
}

export interface ShareLinkOptions {
  /** Who may open it, as the provider calls it. */
  readonly access: string | null
  readonly password: string | null
}

export const noOptions: AnalysisOptions = { explanation: null, shareLink: null }

/** What has to be done before the analysis can continue. */
export interface RequiredAction {
  readonly type: RequiredActionType
  readonly documentIds: readonly string[]
  readonly url: string | null
  readonly expiresAt: Date | null
}

/** An error that a frontend may show. */
export interface AnalysisError {
  readonly code: ErrorCode
  readonly message: string
  readonly userMessage: string
  readonly retryable: boolean
  readonly retryAfterSeconds: number | null
  readonly providerCode: string | null
}

export const documentResultStatuses = ['PENDING', 'COMPLETED', 'PARTIAL', 'FAILED'] as const
export type DocumentResultStatus = (typeof documentResultStatuses)[number]

/** The result of one document of an analysis. */
export interface DocumentResult {
  readonly documentId: string
  readonly status: DocumentResultStatus
  readonly error: AnalysisError | null
}

/** One provider's attempt at an analysis. */
export interface AnalysisRun {
  readonly analysisId: string
  readonly providerId: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** The final status of this run; null while it is open. */
  readonly outcome: AnalysisStatus | null
  readonly error: AnalysisError | null
  readonly providerReference: string | null
  /** The id of the previous provider, if this run is a fallback. The error of the previous run says why. */
  readonly fellBackFrom: string | null
}

/** A request to a provider about the documents of a case, from the request to the result. */
export interface Analysis {
  readonly id: string
  readonly caseId: string
  readonly applicantId: string
  readonly origin: AnalysisOrigin
  readonly product: AnalysisProduct
  readonly providerId: string
  readonly status: AnalysisStatus
  readonly stage: AnalysisStage
  readonly providerStage: string | null
  readonly version: number
  readonly action: RequiredAction | null
  readonly error: AnalysisError | null
  /** The current obstacle. */
  readonly obstacle: AnalysisError | null
  /** Consecutive looks that failed. */
  readonly attempts: number
  readonly retryOfId: string | null
  readonly requestedAt: Date
  readonly updatedAt: Date
  readonly completedAt: Date | null
  readonly nextCheckAt: Date | null
  readonly deadline: Date
  readonly providerReference: string | null
}

/** The state machine: the next statuses of each status. A final one has none; a retry is a new analysis. */
const transitions: Readonly<Record<AnalysisStatus, readonly AnalysisStatus[]>> = {
  QUEUED: ['SUBMITTING', 'FAILED', 'CANCELLED'],
  // Back to QUEUED when the next provider is asked.
  SUBMITTING: ['QUEUED', 'PROCESSING', 'ACTION_REQUIRED', 'FAILED', 'CANCELLED'],
  PROCESSING: ['QUEUED', 'ACTION_REQUIRED', 'COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'],
  ACTION_REQUIRED: ['QUEUED', 'PROCESSING', 'FAILED', 'CANCELLED'],
  COMPLETED: [],
  PARTIAL: [],
  FAILED: [],
  CANCELLED: [],
}

export function canMove(from: AnalysisStatus, to: AnalysisStatus): boolean {
  return transitions[from].includes(to)
}

export function isFinal(status: AnalysisStatus): boolean {
  return transitions[status].length === 0
}

/**
 * What a caller may do with an analysis in this status. `retryAnalysis` does both RESUME and RETRY. An analysis with a
 * customer's consent cannot be retried, because the data for the invitation are deleted: it needs a new consent
 * request.
 */
export function allowedActions(
  status: AnalysisStatus,
  origin: AnalysisOrigin = 'DOCUMENTS',
): readonly AnalysisAction[] {
  if (status === 'ACTION_REQUIRED') return ['RESUME', 'CANCEL']
  if (status === 'COMPLETED') return []
  if (!isFinal(status)) return ['CANCEL']
  return origin === 'CONSENT' ? [] : ['RETRY']
}

/**
 * Whether an analysis waits for an action at the provider, which only the provider can confirm. Other actions are done
 * here, and the caller resumes the analysis.
 */
export function waitsForProvider({
  status,
  action,
}: {
  readonly status: AnalysisStatus
  readonly action: Pick<RequiredAction, 'type'> | null
}): boolean {
  return status === 'ACTION_REQUIRED' && action?.type === 'OPEN_URL'
}
