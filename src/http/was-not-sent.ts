import { AppError } from '../errors.ts'

/** The cause of an `AppError` when nothing of the call was sent. */
class NotSentError extends Error {
  override readonly name = 'NotSentError'
}

/** The same error, marked as one of a call that certainly did not reach the provider. */
export function toNotSent(error: AppError): AppError {
  const { code, message, retryable, retryAfterSeconds, provider, providerCode } = error
  const cause = new NotSentError('Nothing of the call was sent.', { cause: error.cause })
  return new AppError(code, message, { retryable, retryAfterSeconds, provider, providerCode, cause })
}

/**
 * Whether a failed call certainly did not reach the provider, so that any call may be sent again: there was no
 * connection, our budget or circuit breaker refused it, or its time ended before. False means that the outcome is
 * unknown, except for PROVIDER_RATE_LIMITED, which is always a refusal.
 */
export function wasNotSent(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof NotSentError
}
