import type { AnalysisError } from '../domain/analysis.ts'
import { toKeptError } from '../domain/kept-error.ts'
import type { AppError, ErrorCode } from '../errors.ts'

/** Messages that a frontend may show to its user, by code. */
const userMessages: Partial<Record<ErrorCode, string>> = {
  DEADLINE_EXCEEDED: 'It was not confirmed in time.',
  SUBMISSION_OUTCOME_UNKNOWN: 'It is not certain that it was sent. Please decide whether to send it again.',
  PROVIDER_QUOTA_EXCEEDED: 'Nothing more can be sent at the moment.',
  PROVIDER_REJECTED: 'It was refused.',
}

const held = 'It cannot be sent at the moment. It will be sent automatically.'
const failing = 'It could not be sent.'

/** An error in the form that a shipment stores. */
export function toShipmentError(error: AppError): AnalysisError {
  return toKeptError(error, userMessages[error.code] ?? failing)
}

/** A temporary error that delays a shipment. No action is needed. */
export function toShipmentObstacle(error: AppError): AnalysisError {
  return toKeptError(error, held)
}
