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

/** Where what is analysed comes from: documents of the case, or the customer, who hands it to the provider. */
export const analysisOrigins = ['DOCUMENTS', 'CONSENT'] as const
export type AnalysisOrigin = (typeof analysisOrigins)[number]

export const analysisActions = ['CANCEL', 'RETRY', 'RESUME'] as const
export type AnalysisAction = (typeof analysisActions)[number]

export const requiredActionTypes = ['PROVIDE_PASSWORD', 'OPEN_URL', 'REUPLOAD'] as const
export type RequiredActionType = (typeof requiredActionTypes)[number]

/** What a caller may wish for beyond the product itself. null: as the provider does it anyway. */
export interface AnalysisOptions {
  /** Whether the provider is asked why it decided so. */
  readonly explanation: boolean | null
  /** An address at the provider under which the result can be looked at. Only when asked for: whoever has it sees all. */
  readonly shareLink: ShareLinkOptions | null
}

export interface ShareLinkOptions {
  /** Who may open it, in the provider's word. */
  readonly access: string | null
  readonly password: string | null
}

export const noOptions: AnalysisOptions = { explanation: null, shareLink: null }

/** What somebody has to do before the analysis can go on. */
export interface RequiredAction {
  readonly type: RequiredActionType
  readonly documentIds: readonly string[]
  readonly url: string | null
  readonly expiresAt: Date | null
}

/** A failure as a frontend may show it. */
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

/** How one document of an analysis fared. */
export interface DocumentResult {
  readonly documentId: string
  readonly status: DocumentResultStatus
  readonly error: AnalysisError | null
}

/** One provider tried for an analysis. */
export interface AnalysisRun {
  readonly analysisId: string
  readonly providerId: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** The final status this provider's attempt came to; null while it goes on. */
  readonly outcome: AnalysisStatus | null
  readonly error: AnalysisError | null
  readonly providerReference: string | null
  /** Id of the provider before, if this one was asked because that one's run failed; the error of that run says why. */
  readonly fellBackFrom: string | null
}

/** One question put to one provider about the documents of a case, from request to result. */
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
  /** What keeps it from going on at the moment. */
  readonly obstacle: AnalysisError | null
  /** Looks at it in a row that failed. */
  readonly attempts: number
  readonly retryOfId: string | null
  readonly requestedAt: Date
  readonly updatedAt: Date
  readonly completedAt: Date | null
  readonly nextCheckAt: Date | null
  readonly deadline: Date
  readonly providerReference: string | null
}

/** The state machine: where each status may go. A final one goes nowhere; a retry is a new analysis. */
const transitions: Readonly<Record<AnalysisStatus, readonly AnalysisStatus[]>> = {
  QUEUED: ['SUBMITTING', 'FAILED', 'CANCELLED'],
  // Back to QUEUED when another provider is asked in place of the present one.
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
 * What a caller may do with an analysis in this status. RESUME and RETRY are both asked for by `retryAnalysis`. What came
 * from a customer cannot be tried again without them, and whom to invite is forgotten: that takes a new invitation.
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
 * Whether an analysis waits for something that is done at the provider, so that only the provider can tell when it was.
 * What else it may wait for is done here, and the caller says so.
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
