import { AppError } from '../errors.ts'

/** The cause of an `AppError` when nothing of the call had left us. */
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
 * Whether a failed call certainly did not reach the provider, so that it may be sent again whatever it does there: no
 * connection came about, our own budget or circuit breaker held it back, or its time was up before that. False means
 * that the outcome is unknown, but for PROVIDER_RATE_LIMITED, which is a refusal in any case.
 */
export function wasNotSent(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof NotSentError
}
