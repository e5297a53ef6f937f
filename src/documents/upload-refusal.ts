import type { ErrorCode } from '../errors.ts'

/**
 * Why bytes were refused. `empty`, `too-large` and `wrong-type` are final for the document; after `broken`, `not-raw`
 * and `too-slow` they may be sent again to the same address.
 */
export const refusalCodes = {
  unknown: 'NOT_FOUND',
  expired: 'INVALID_STATE',
  consumed: 'CONFLICT',
  empty: 'DOCUMENT_EMPTY',
  'too-large': 'DOCUMENT_TOO_LARGE',
  'wrong-type': 'DOCUMENT_TYPE_UNSUPPORTED',
  broken: 'BAD_USER_INPUT',
  'not-raw': 'BAD_USER_INPUT',
  'too-slow': 'DEADLINE_EXCEEDED',
} as const satisfies Record<string, ErrorCode>

export type RefusalReason = keyof typeof refusalCodes

/** A refusal of bytes. The message is for the sender. */
export class UploadRefusal extends Error {
  override readonly name = 'UploadRefusal'
  readonly reason: RefusalReason
  readonly code: ErrorCode

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
    this.code = refusalCodes[reason]
  }
}

/** Whether the refusal is about the document itself, so that sending the same bytes again cannot succeed. */
export function isFinalRefusal({ reason }: UploadRefusal): boolean {
  return reason === 'empty' || reason === 'too-large' || reason === 'wrong-type'
}
