import { AppError } from '../../src/errors.ts'

/** The AppError of a promise that must fail. @throws Error when it succeeds or fails with another error */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const thrown: unknown = await promise.then(
    () => null,
    error => error,
  )
  if (thrown instanceof AppError) return thrown
  throw new Error(`Expected an AppError, got ${String(thrown)}.`)
}
