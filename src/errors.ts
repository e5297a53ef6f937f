/** All error codes, for `errors[].extensions.code`, `InputProblem.code` and `Analysis.error.code`. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'INVALID_STATE',
  'IDEMPOTENCY_CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_COMPLEX',
  'CURSOR_EXPIRED',
  'REDIRECT_NOT_ALLOWED',
  'DOCUMENT_NOT_READY',
  'DOCUMENT_PASSWORD_INCORRECT',
  'DOCUMENT_IS_IMAGE',
  'DOCUMENT_EMPTY',
  'DOCUMENT_INVALID',
  'DOCUMENT_TOO_LARGE',
  'DOCUMENT_TYPE_UNSUPPORTED',
  'STATEMENT_UNSUPPORTED_FORMAT',
  'STATEMENT_DUPLICATE',
  'STATEMENT_OUT_OF_RANGE',
  'BANK_UNDETECTED',
  'BANK_MISMATCH',
  'RESULT_EXPIRED',
  'DEADLINE_EXCEEDED',
  'SUBMISSION_OUTCOME_UNKNOWN',
  'CONSENT_EXPIRED',
  'PROVIDER_NOT_CONFIGURED',
  'CAPABILITY_UNSUPPORTED',
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_FORBIDDEN',
  'PROVIDER_QUOTA_EXCEEDED',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_TIMEOUT',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_BAD_RESPONSE',
  'PROVIDER_REJECTED',
  'PROVIDER_SESSION_EXPIRED',
  'INTERNAL',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** Codes after which another attempt may succeed. */
const retryableCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'RATE_LIMITED',
  'DOCUMENT_NOT_READY',
  'DEADLINE_EXCEEDED',
  'SUBMISSION_OUTCOME_UNKNOWN',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_TIMEOUT',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_BAD_RESPONSE',
  'PROVIDER_SESSION_EXPIRED',
  'INTERNAL',
])

/** One of several faults of an input. */
export interface InputFault {
  readonly message: string
  /** The path of the input at fault, below the mutation's `input`; null when there are several. */
  readonly field: readonly string[] | null
}

export interface AppErrorOptions {
  /** Whether the same request may succeed later. Default: as for the code. */
  readonly retryable?: boolean
  readonly retryAfterSeconds?: number | null
  /** Name of the caller's limit that was reached. */
  readonly limit?: string | null
  /** Id of the provider concerned. */
  readonly provider?: string | null
  /** The vendor's own code or HTTP status. */
  readonly providerCode?: string | null
  /** The path of the input at fault, below the mutation's `input`. */
  readonly field?: readonly string[] | null
  /** All faults, if there are several. All have the error's code. */
  readonly faults?: readonly InputFault[]
  readonly cause?: unknown
}

/** Any expected failure. `message` is for integrators and never contains vendor bodies, secrets or personal data. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly retryable: boolean
  readonly retryAfterSeconds: number | null
  readonly limit: string | null
  readonly provider: string | null
  readonly providerCode: string | null
  readonly field: readonly string[] | null
  /** All faults of the input, at least one. */
  readonly faults: readonly InputFault[]

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryable = options.retryable ?? isRetryable(code)
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
    this.limit = options.limit ?? null
    this.provider = options.provider ?? null
    this.providerCode = options.providerCode ?? null
    this.field = options.field ?? null
    this.faults = options.faults ?? [{ message, field: this.field }]
  }
}

/** Whether the same request may succeed later, by code. */
export function isRetryable(code: ErrorCode): boolean {
  return retryableCodes.has(code)
}

/** Narrows a stored or received word to an `ErrorCode`. */
export function isErrorCode(value: string): value is ErrorCode {
  return errorCodes.some(code => code === value)
}

/** Any thrown value as an `AppError`. An unforeseen one becomes INTERNAL with the original as `cause`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('INTERNAL', 'Something went wrong on our side.', { cause: error })
}
