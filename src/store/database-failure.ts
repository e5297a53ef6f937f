import pg from 'pg'
import { AppError } from '../errors.ts'

// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html

/**
 * The connection is of no use any more: it was ended, or it leads to a server that takes no writes since another one was
 * promoted.
 */
const connectionCodes = /^(08...|57P0[1235]|25006|25P0[34]|53300)$/
/** Of two transactions that got into each other's way, the server ended this one. Nothing of it was done. */
const conflictCodes: ReadonlySet<string | undefined> = new Set(['40001', '40P01'])

const retryAfterSeconds = 2

/** Whether a failed query leaves its connection unusable, or says nothing about the state that the connection is in. */
export function losesConnection(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return connectionCodes.test(error.code ?? '')
  // A value that cannot be sent is a fault of the query. Everything else comes from the network or from a time limit.
  return !(error instanceof TypeError || error instanceof RangeError)
}

/** Whether the same transaction may succeed when it is done again at once. */
export function isConflict(error: unknown): boolean {
  const origin = error instanceof AppError ? error.cause : error
  return origin instanceof pg.DatabaseError && conflictCodes.has(origin.code)
}

/** What a caller is told of a failed query: a retryable AppError where the cause passes by itself, else the error itself. */
export function toDatabaseFailure(error: unknown): unknown {
  const message = describe(error)
  return message === null
    ? error
    : new AppError('INTERNAL', message, { retryable: true, retryAfterSeconds, cause: error })
}

/** For what a caller may wait for when no connection can be had. */
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
