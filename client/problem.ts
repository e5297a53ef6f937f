import { AssayError, ConnectionError, InputError, parseErrors, parseRefusal } from './assay-error.ts'
import type { FailureFragment, ProblemFragment } from './documents.ts'
import { isObject } from './is-object.ts'

/** One fault of an input. */
export interface InputFault {
  readonly message: string
  /** The path of the input; null when it is about several. */
  readonly field: readonly string[] | null
}

/**
 * A problem by what a page can do about it:
 * - `INPUT`: show each message beside its field
 * - `TRY_AGAIN`: offer another attempt, after `retryAfterSeconds` if known
 * - `SIGN_IN`: the credential is missing or has expired
 * - `NOT_ALLOWED`: the credential lacks a scope
 * - `RELOAD`: events were purged, so reload the page's data
 * - `OFFLINE`: there was no answer
 * - `FAILED`: show the message; another attempt does not help
 */
export type Problem = {
  /** One of `ErrorCode`; `OFFLINE` when there was no answer. */
  readonly code: string
  /** The message to show. */
  readonly message: string
  /** The reference for an operator; null when there was no answer. */
  readonly correlationId: string | null
} & (
  | { readonly kind: 'INPUT'; readonly fields: readonly InputFault[] }
  | { readonly kind: 'TRY_AGAIN'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'SIGN_IN' | 'NOT_ALLOWED' | 'RELOAD' | 'OFFLINE' | 'FAILED' }
)

/**
 * Converts any error to a problem: a mutation's `userErrors`, `Analysis.error`, an error of this package, of Apollo
 * Client or of urql, or an answer with `errors[]`.
 *
 * @returns null when there is no error, or when the request was aborted
 */
export function toProblem(cause: unknown): Problem | null {
  if (!isObject(cause) || cause.name === 'AbortError') return null
  if (isUserErrors(cause)) return toInputProblem(cause)
  if (cause instanceof InputError) return toInputProblem(cause.userErrors)
  if (isFailure(cause)) return toKind(new AssayError(cause.userMessage, cause))
  const error = findError(cause)
  if (error) return toKind(error)
  // urql stores the original error there.
  if (isObject(cause.networkError)) return toProblem(cause.networkError)
  const isOffline = cause instanceof ConnectionError || cause instanceof TypeError
  const message = isOffline ? 'The server cannot be reached.' : 'Something went wrong.'
  return {
    kind: isOffline ? 'OFFLINE' : 'FAILED',
    code: isOffline ? 'OFFLINE' : 'INTERNAL',
    message,
    correlationId: null,
  }
}

/** The message to show; empty when there is no problem. */
export function messageOf(cause: unknown): string {
  return toProblem(cause)?.message ?? ''
}

/** Whether this is a list of `InputProblem`, which may be empty. */
function isUserErrors(cause: unknown): cause is readonly ProblemFragment[] {
  return Array.isArray(cause) && cause.every(entry => isObject(entry) && 'code' in entry && !('extensions' in entry))
}

function isFailure(cause: object): cause is FailureFragment {
  return 'userMessage' in cause && 'code' in cause && 'retryable' in cause
}

function toInputProblem(fields: readonly ProblemFragment[]): Problem | null {
  const [first] = fields
  if (!first) return null
  const message = fields.map(field => field.message).join(' ')
  return { kind: 'INPUT', code: first.code, message, correlationId: null, fields }
}

/** The server's error, wherever a library stores it. */
function findError(cause: Readonly<Record<string, unknown>>): AssayError | null {
  if (cause instanceof AssayError) return cause
  // Apollo Client has `errors`, or the text of an answer that is not a success; urql has `graphQLErrors`.
  const error = parseErrors(cause) ?? parseErrors(cause.errors) ?? parseErrors(cause.graphQLErrors)
  if (error || typeof cause.bodyText !== 'string' || typeof cause.statusCode !== 'number') return error
  return parseRefusal(cause.statusCode, cause.bodyText, null)
}

const kinds: Readonly<Record<string, 'SIGN_IN' | 'NOT_ALLOWED' | 'RELOAD'>> = {
  UNAUTHENTICATED: 'SIGN_IN',
  FORBIDDEN: 'NOT_ALLOWED',
  CURSOR_EXPIRED: 'RELOAD',
}

function toKind({ code, message, correlationId, retryable, retryAfterSeconds, path }: AssayError): Problem {
  const details = { code, message, correlationId }
  const kind = kinds[code]
  if (kind) return { ...details, kind }
  if (retryable) return { ...details, kind: 'TRY_AGAIN', retryAfterSeconds }
  if (code !== 'BAD_USER_INPUT') return { ...details, kind: 'FAILED' }
  return { ...details, kind: 'INPUT', fields: [{ message, field: path?.map(String) ?? null }] }
}
