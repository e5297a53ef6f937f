import type { Answer } from './answer.ts'
import { Refusal } from './refusal.ts'

/** A refusal of an object store at which a vendor keeps its files: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class StoreError extends Refusal {
  readonly code: string

  constructor(status: 400 | 403 | 404 | 405 | 411 | 500 | 501, code: string, message: string) {
    super(status, message)
    this.code = code
  }
}

/** Any thrown value in the store's format. An unforeseen error is a 500. */
export function toStoreErrorAnswer(error: unknown): Answer {
  const { status, code, message } =
    error instanceof StoreError ? error : new StoreError(500, 'InternalError', 'We encountered an internal error.')
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, parts: [text] }
}
