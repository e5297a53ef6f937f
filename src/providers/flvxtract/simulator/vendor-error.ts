import { randomBytes } from 'node:crypto'

export type FieldErrors = Readonly<Record<string, readonly string[]>>

/** A refusal as the vendor words it. Source: "Error Handling", https://flvxtract.com/docs */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  readonly status: 400 | 401 | 402 | 403 | 404 | 429 | 500
  readonly errors: FieldErrors | null
  readonly details: Readonly<Record<string, unknown>> | null

  constructor(
    status: VendorError['status'],
    message: string,
    parts: { readonly errors?: FieldErrors; readonly details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message)
    this.status = status
    this.errors = parts.errors ?? null
    this.details = parts.details ?? null
  }
}

/** 400 with the fields at fault. */
export function validationError(errors: FieldErrors): VendorError {
  return new VendorError(400, 'Validation failed', { errors })
}

/** The body of a refusal. The page's sample of 402 has no `traceId`, so neither has ours. */
export function toEnvelope(
  refusal: Pick<VendorError, 'message' | 'errors' | 'details'> & { readonly status: number },
): Readonly<Record<string, unknown>> {
  const { status, message, errors, details } = refusal
  return { message, errors, details, ...(status === 402 ? {} : { traceId: createTraceId() }) }
}

function createTraceId(): string {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`
}
