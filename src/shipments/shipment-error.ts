import type { AnalysisError } from '../domain/analysis.ts'
import { toKeptError } from '../domain/kept-error.ts'
import type { AppError, ErrorCode } from '../errors.ts'

/** What a frontend may show to the person in front of it, where the code alone decides. */
const userMessages: Partial<Record<ErrorCode, string>> = {
  DEADLINE_EXCEEDED: 'It was not confirmed in time.',
  SUBMISSION_OUTCOME_UNKNOWN: 'It is not certain that it was sent. Please decide whether to send it again.',
  PROVIDER_QUOTA_EXCEEDED: 'Nothing more can be sent at the moment.',
  PROVIDER_REJECTED: 'It was refused.',
}

const held = 'It cannot be sent at the moment. It is sent by itself as soon as it can.'
const failing = 'It could not be sent.'

/** An error as it is kept with a shipment. */
export function toShipmentError(error: AppError): AnalysisError {
  return toKeptError(error, userMessages[error.code] ?? failing)
}

/** What keeps a shipment from being sent at the moment. Nobody has to do anything about it. */
export function toShipmentObstacle(error: AppError): AnalysisError {
  return toKeptError(error, held)
}
