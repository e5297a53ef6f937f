import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { AppError, type ErrorCode, isErrorCode, isRetryable, toAppError } from '../errors.ts'
import { isUnstorableText } from '../store/database-failure.ts'

/** The code after which clients of automatic persisted queries send the text. */
const unknownHash = 'PERSISTED_QUERY_NOT_FOUND'

/** The extensions of every entry of `errors[]`. */
export interface ErrorExtensions {
  readonly code: ErrorCode | typeof unknownHash
  readonly provider: string | null
  readonly retryable: boolean
  readonly retryAfterSeconds: number | null
  /** Only for RATE_LIMITED: the limit that was reached. */
  readonly limit?: string
  readonly correlationId: string
}

/** Any thrown value as an AppError. */
export function classifyError(error: unknown): AppError {
  if (isUnstorableText(error))
    return new AppError('BAD_USER_INPUT', 'Text must not contain the character U+0000.', { cause: error })
  return toAppError(error)
}

/** An error as a caller may see it, with a code of the list and without details of an unexpected one. */
export function formatError(error: unknown, correlationId: string): GraphQLFormattedError {
  const found = toShownError(error)
  const isUnknownHash = error instanceof GraphQLError && error.extensions.code === unknownHash
  const extensions = { ...toErrorExtensions(found, correlationId), ...(isUnknownHash && { code: unknownHash }) }
  const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {}
  return {
    message: found.message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions,
  }
}

export function toErrorExtensions(
  { code, provider, retryable, retryAfterSeconds, limit }: AppError,
  correlationId: string,
): Readonly<ErrorExtensions> {
  return { code, provider, retryable, retryAfterSeconds, ...(limit !== null && { limit }), correlationId }
}

function toShownError(error: unknown): AppError {
  if (!(error instanceof GraphQLError)) return hidden(classifyError(error))
  const origin = originOf(error)
  if (!(origin instanceof GraphQLError)) return hidden(classifyError(origin))
  const code = codeOf(error) ?? codeOf(origin)
  if (code !== null) return hidden(new AppError(code, error.message, { retryable: isRetryable(code) }))
  // Errors before any field is resolved (syntax, validation, variables) have no path.
  const isOfRequest = error.path === undefined && error.extensions.code !== 'INTERNAL_SERVER_ERROR'
  return isOfRequest ? new AppError('BAD_USER_INPUT', error.message) : hidden(classifyError(null))
}

/** The original error inside those that GraphQL wraps around it. */
function originOf(error: GraphQLError): Error {
  const { originalError } = error
  if (originalError instanceof GraphQLError) return originOf(originalError)
  return originalError ?? error
}

function codeOf({ extensions: { code } }: GraphQLError): ErrorCode | null {
  return typeof code === 'string' && isErrorCode(code) ? code : null
}

/** Hides unexpected errors. One that says when to retry is expected. */
function hidden(error: AppError): AppError {
  if (error.code !== 'INTERNAL' || error.retryAfterSeconds !== null) return error
  const { code, message } = classifyError(null)
  return new AppError(code, message, { retryable: error.retryable, retryAfterSeconds: error.retryAfterSeconds })
}
