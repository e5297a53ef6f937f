import type { Answer } from '../../../simulation/answer.ts'
import { Refusal } from '../../../simulation/refusal.ts'

/** A refusal of the store, in its own words: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class StoreError extends Refusal {
  readonly code: string

  constructor(status: 400 | 403 | 404 | 405 | 411 | 500 | 501, code: string, message: string) {
    super(status, message)
    this.code = code
  }
}

export function toStoreErrorAnswer(error: unknown): Answer {
  const known =
    error instanceof StoreError ? error : new StoreError(500, 'InternalError', 'We encountered an internal error.')
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${known.code}</Code><Message>${known.message}</Message></Error>`
  return { status: known.status, headers: { 'content-type': 'application/xml' }, parts: [text] }
}
