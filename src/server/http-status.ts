import type { ErrorCode } from '../errors.ts'

const statuses: Readonly<Partial<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  REDIRECT_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  DEADLINE_EXCEEDED: 408,
  CONFLICT: 409,
  INVALID_STATE: 409,
  IDEMPOTENCY_CONFLICT: 409,
  CURSOR_EXPIRED: 410,
  RESULT_EXPIRED: 410,
  CONSENT_EXPIRED: 410,
  DOCUMENT_TOO_LARGE: 413,
  DOCUMENT_TYPE_UNSUPPORTED: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  PROVIDER_RATE_LIMITED: 503,
  PROVIDER_UNAVAILABLE: 503,
  PROVIDER_TIMEOUT: 504,
}

/** The HTTP status for an error code. */
export function toHttpStatus(code: ErrorCode): number {
  return statuses[code] ?? (code.startsWith('PROVIDER_') ? 502 : code.startsWith('DOCUMENT_') ? 422 : 400)
}
