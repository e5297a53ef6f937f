import type { ErrorCode, ProblemFragment } from './__generated__/operations.ts'
import { isObject } from './is-object.ts'

/** The details of an entry of `errors[]`. `code` is one of `ErrorCode`. */
export interface ErrorDetails {
  readonly code: ErrorCode | (string & {})
  /** The id of the provider, if the error is about one. */
  readonly provider: string | null
  /** Whether the same request may succeed later. */
  readonly retryable: boolean
  /** The seconds after which to try again; null when the server does not say. */
  readonly retryAfterSeconds: number | null
  /** The id by which an operator finds the request; null when there was no answer. */
  readonly correlationId: string | null
  /** The path of the field that failed; null for the whole operation. */
  readonly path: readonly (string | number)[] | null
}

/** The server answered with an error. */
export class AssayError extends Error implements ErrorDetails {
  override readonly name: string = 'AssayError'
  readonly code: ErrorDetails['code']
  readonly provider: string | null
  readonly retryable: boolean
  readonly retryAfterSeconds: number | null
  readonly correlationId: string | null
  readonly path: ErrorDetails['path']

  constructor(message: string, details: Partial<ErrorDetails> & Pick<ErrorDetails, 'code'>, options?: ErrorOptions) {
    super(message, options)
    this.code = details.code
    this.provider = details.provider ?? null
    this.retryable = details.retryable ?? false
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.correlationId = details.correlationId ?? null
    this.path = details.path ?? null
  }
}

/** Events after the cursor were purged. Reload the data, and follow from a new `eventCursor`. */
export class CursorExpiredError extends AssayError {
  override readonly name = 'CursorExpiredError'
}

/** The `userErrors` of a mutation. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly userErrors: readonly ProblemFragment[]

  constructor(userErrors: readonly ProblemFragment[]) {
    super(userErrors.map(({ message }) => message).join(' ') || 'The server refused it.')
    this.userErrors = userErrors
  }
}

/** The connection failed, so it is unknown whether the server carried out the request. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}

/** The first entry of `errors[]`; null when the value is not such a list. */
export function parseErrors(errors: unknown): AssayError | null {
  if (!Array.isArray(errors)) return null
  const first: unknown = errors[0]
  return isObject(first) ? parseError(first) : null
}

/** One entry of `errors[]`, or the `error` of a refused upload, which has its details beside the message. */
export function parseError(entry: Readonly<Record<string, unknown>>): AssayError {
  const { message, path, extensions } = entry
  const details = isObject(extensions) ? extensions : entry
  const { code, provider, retryable, retryAfterSeconds, correlationId } = details
  const Class = code === 'CURSOR_EXPIRED' ? CursorExpiredError : AssayError
  return new Class(typeof message === 'string' ? message : 'The server answered with an error.', {
    code: typeof code === 'string' ? code : 'INTERNAL',
    provider: typeof provider === 'string' ? provider : null,
    retryable: retryable === true,
    retryAfterSeconds: typeof retryAfterSeconds === 'number' ? retryAfterSeconds : null,
    correlationId: typeof correlationId === 'string' ? correlationId : null,
    path: Array.isArray(path) ? path : null,
  })
}

/** The error of an answer that is not a success. */
export async function readRefusal(response: Response): Promise<AssayError> {
  return parseRefusal(response.status, await response.text().catch(() => ''), response.headers.get('retry-after'))
}

/** The same from its parts: the JSON in either shape, else the status. */
export function parseRefusal(status: number, text: string, retryAfter: string | null): AssayError {
  const answer = parseJson(text)
  if (isObject(answer)) {
    const error = parseErrors(answer.errors) ?? (isObject(answer.error) ? parseError(answer.error) : null)
    if (error) return error
  }
  const seconds = Number(retryAfter ?? Number.NaN)
  return new AssayError(`The server answered HTTP ${status}.`, {
    code: codeOf(status),
    retryable: status === 408 || status === 429 || status >= 500,
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The code for an answer of a proxy, which has no code of ours. */
function codeOf(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 403) return 'FORBIDDEN'
  if (status === 404 || status === 410) return 'NOT_FOUND'
  if (status === 409) return 'CONFLICT'
  if (status === 413) return 'DOCUMENT_TOO_LARGE'
  if (status === 429) return 'RATE_LIMITED'
  return status >= 500 ? 'INTERNAL' : 'BAD_USER_INPUT'
}
