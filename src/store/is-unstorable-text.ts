import pg from 'pg'

/**
 * Whether the database refused a text because of U+0000, which it can hold neither in text nor in JSON. Only a caller's own
 * input can have it.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '22021' || error.code === '22P05')
}
