import { AppError, toAppError } from '../errors.ts'
import { isUnstorableText } from '../store/database-failure.ts'

/** Any thrown value as an AppError. */
export function classifyError(error: unknown): AppError {
  if (isUnstorableText(error))
    return new AppError('BAD_USER_INPUT', 'Text must not contain the character U+0000.', { cause: error })
  return toAppError(error)
}
