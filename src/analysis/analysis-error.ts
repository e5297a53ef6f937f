import type { AnalysisError } from '../domain/analysis.ts'
import { toKeptError } from '../domain/kept-error.ts'
import type { AppError, ErrorCode } from '../errors.ts'

/** Messages that a frontend may show to its user, by error code. */
const userMessages: Partial<Record<ErrorCode, string>> = {
  DOCUMENT_PASSWORD_INCORRECT: 'The document is protected by a password. Please upload it without the protection.',
  DOCUMENT_IS_IMAGE: 'The document is a scan or a photo. Please use the file as your bank provides it.',
  DOCUMENT_EMPTY: 'The document is empty. Please choose another file.',
  DOCUMENT_INVALID: 'The document is damaged or cannot be read. Please choose another file.',
  DOCUMENT_TOO_LARGE: 'The document is too large.',
  DOCUMENT_TYPE_UNSUPPORTED: 'This type of file cannot be used.',
  STATEMENT_UNSUPPORTED_FORMAT: 'Statements of this bank in this format cannot be read.',
  STATEMENT_DUPLICATE: 'This statement was uploaded before.',
  STATEMENT_OUT_OF_RANGE: 'The statement is not from the requested period.',
  BANK_UNDETECTED: 'The bank could not be recognised.',
  BANK_MISMATCH: 'The statement is from another bank than the one that was named.',
  RESULT_EXPIRED: 'The result is no longer available. Please start again.',
  DEADLINE_EXCEEDED: 'The analysis took too long. Please start it again.',
  SUBMISSION_OUTCOME_UNKNOWN: 'It is not certain that the request arrived. Please decide whether to send it again.',
  CONSENT_EXPIRED: 'The invitation has expired.',
  PROVIDER_QUOTA_EXCEEDED: 'No more analyses are possible at the moment.',
  PROVIDER_REJECTED: 'The documents were refused.',
}

const passing = 'The analysis is not possible at the moment. Please try again later.'
const failing = 'The analysis was not possible.'

/** An error as it is stored with an analysis. */
export function toAnalysisError(error: AppError): AnalysisError {
  return toKeptError(error, userMessages[error.code] ?? (error.retryable ? passing : failing))
}

const held = 'The analysis cannot continue at the moment. It continues by itself as soon as possible.'

/** An obstacle that passes by itself. */
export function toObstacle(error: AppError): AnalysisError {
  return { ...toAnalysisError(error), userMessage: held }
}

/** Whether two obstacles are the same, except for their expected duration. */
export function isSameObstacle(known: AnalysisError | null, other: AnalysisError): boolean {
  return known !== null && (['code', 'message', 'providerCode'] as const).every(name => known[name] === other[name])
}

const outages: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['PROVIDER_UNAVAILABLE', 'PROVIDER_TIMEOUT'])

/** Whether an error means that the provider does not answer. */
export function isOutage(code: ErrorCode): boolean {
  return outages.has(code)
}

/** When a current obstacle began. Consecutive failures without an answer are one outage. */
export function sinceWhen(
  known: { readonly obstacle: AnalysisError | null; readonly obstacleSince: Date | null },
  { code }: AnalysisError,
  at: Date,
): Date {
  const goesOn = known.obstacle !== null && isOutage(known.obstacle.code) && isOutage(code)
  return (goesOn ? known.obstacleSince : null) ?? at
}
