import { AppError } from '../errors.ts'

/** The error of a call that its caller aborted. `cause` is the signal's reason. */
export function toGivenUp(signal: AbortSignal, provider: string): AppError {
  return new AppError('PROVIDER_TIMEOUT', 'The call was given up before the provider had answered.', {
    provider,
    cause: signal.reason,
  })
}

/**
 * The result of `run`, unless the signal is aborted first. The work of `run` then continues and its result is dropped.
 * @throws AppError PROVIDER_TIMEOUT, at once, when the signal is aborted
 */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  provider: string,
  run: () => Promise<T>,
): Promise<T> {
  if (!signal) return run()
  if (signal.aborted) throw toGivenUp(signal, provider)
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(toGivenUp(signal, provider))
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([run(), aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
