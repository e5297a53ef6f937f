import { errors } from 'undici'
import type { ErrorCode } from '../errors.ts'
import { AppError } from '../errors.ts'

const timeouts: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
])
/** Our own mistakes: a header that cannot be sent, a body of another length than announced. */
const ours: ReadonlySet<string> = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'])
const unreadable: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_OVERFLOW', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])

const messages = {
  PROVIDER_TIMEOUT: 'The provider did not answer in time.',
  PROVIDER_UNAVAILABLE: 'The provider could not be reached, or closed the connection.',
  PROVIDER_BAD_RESPONSE: 'The provider did not answer in HTTP.',
  INTERNAL: 'The call to the provider could not be made.',
} as const satisfies Partial<Record<ErrorCode, string>>

/** What the transport threw, as an `AppError`. https://undici.nodejs.org/api/Errors lists undici's codes. */
export function toProviderError(error: unknown, provider: string): AppError {
  if (error instanceof AppError) return error
  const transportCode = codeOf(error)
  const code = error instanceof errors.HTTPParserError ? 'PROVIDER_BAD_RESPONSE' : errorCodeOf(transportCode)
  return new AppError(code, messages[code], { provider, providerCode: transportCode || null, cause: error })
}

function errorCodeOf(transportCode: string): keyof typeof messages {
  if (timeouts.has(transportCode)) return 'PROVIDER_TIMEOUT'
  if (ours.has(transportCode)) return 'INTERNAL'
  if (unreadable.has(transportCode)) return 'PROVIDER_BAD_RESPONSE'
  return 'PROVIDER_UNAVAILABLE'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
