import { AppError } from '../../src/errors.ts'

/** What something ends with that is to fail. @throws Error when it does not, or with anything else than an AppError */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  const thrown: unknown = await promise.then(
    () => null,
    error => error,
  )
  if (thrown instanceof AppError) return thrown
  throw new Error(`Expected an AppError, got ${String(thrown)}.`)
}
