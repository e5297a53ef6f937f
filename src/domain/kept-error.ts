import type { AppError } from '../errors.ts'
import type { AnalysisError } from './analysis.ts'
import { cutText, textBounds } from './text-bounds.ts'
import { toVendorWord } from './storable-text.ts'

/** An error as it is stored with a subject. A frontend may show `userMessage` to its user. */
export function toKeptError(error: AppError, userMessage: string): AnalysisError {
  return {
    code: error.code,
    message: cutText(error.message, textBounds.message),
    userMessage,
    retryable: error.retryable,
    retryAfterSeconds: error.retryAfterSeconds,
    providerCode: toVendorWord(error.providerCode),
  }
}
