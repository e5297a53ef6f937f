import pg from 'pg'
import { AppError } from '../errors.ts'

// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html

/**
 * The connection is unusable: it was closed, or its server has become read-only because another one was promoted.
 */
const connectionCodes = /^(08...|57P0[1235]|25006|25P0[34]|53300)$/
/** Serialization failure or deadlock: the server rolled this transaction back. */
const conflictCodes: ReadonlySet<string | undefined> = new Set(['40001', '40P01'])

const retryAfterSeconds = 2

/** Whether the connection is unusable, or in an unknown state, after this error of a query. */
export function losesConnection(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return connectionCodes.test(error.code ?? '')
  // TypeError and RangeError: a value could not be encoded. Everything else comes from the network or a time limit.
  return !(error instanceof TypeError || error instanceof RangeError)
}

/** Whether the transaction may succeed when it is repeated at once. */
export function isConflict(error: unknown): boolean {
  const origin = error instanceof AppError ? error.cause : error
  return origin instanceof pg.DatabaseError && conflictCodes.has(origin.code)
}

/** The error to throw for a failed query: a retryable AppError when the cause is transient, else the error itself. */
export function toDatabaseFailure(error: unknown): unknown {
  const message = describe(error)
  return message === null
    ? error
    : new AppError('INTERNAL', message, { retryable: true, retryAfterSeconds, cause: error })
}

/** The error to throw when no connection is available in time. */
export function toUnreachable(cause: unknown): AppError {
  return new AppError('INTERNAL', unreachable, { retryable: true, retryAfterSeconds, cause })
}

const unreachable = 'The database does not answer. Try again.'

function describe(error: unknown): string | null {
  if (losesConnection(error)) return unreachable
  if (!(error instanceof pg.DatabaseError)) return null
  const { code = '' } = error
  if (code === '57014') return 'The database took too long. Ask for less at once, or try again.'
  if (code === '55P03' || conflictCodes.has(code)) return 'Another change is being made to the same data. Try again.'
  // Disk full, out of memory.
  return code.startsWith('53') ? 'The database has no resources left for this. Try again.' : null
}

/**
 * Whether the server refused a text with U+0000, which PostgreSQL stores neither in text nor in JSON. Only a caller's
 * input can have it.
 */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '22021' || error.code === '22P05')
}
