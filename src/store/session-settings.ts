import type { ConnectionBounds } from './connection-bounds.ts'

type Setting = readonly [name: string, value: string]

/**
 * Settings on which queries and answers depend, because a server, a database or a user may have other defaults. A
 * pooler in transaction mode (PgBouncer) keeps these for each client, because the server reports them.
 *
 * @see https://www.pgbouncer.org/config.html#track_extra_parameters
 */
const reported: readonly Setting[] = [
  ['client_encoding', 'UTF8'],
  ['datestyle', 'ISO, MDY'],
  ['timezone', 'UTC'],
  ['standard_conforming_strings', 'on'],
]

function unreported(bounds: ConnectionBounds): readonly Setting[] {
  return [
    ['intervalstyle', 'postgres'],
    ['bytea_output', 'hex'],
    ['extra_float_digits', '1'],
    ['statement_timeout', String(bounds.statementMs)],
    ['lock_timeout', String(bounds.lockMs)],
    ['idle_in_transaction_session_timeout', String(bounds.idleInTransactionMs)],
    // Compiling a statement would take longer than running any of ours.
    ['jit', 'off'],
  ]
}

const isolation = 'isolation level read committed read write'

/** Statements for a connection that has a server process of its own. */
export function toSessionStatements(bounds: ConnectionBounds): string {
  return [
    ...[...reported, ...unreported(bounds)].map(([name, value]) => `set ${name} = '${value}'`),
    `set session characteristics as transaction ${isolation}`,
  ].join('; ')
}

/** Statements for a connection to a pooler, which gives each transaction any server process. */
export const sharedSessionStatements: string = reported.map(([name, value]) => `set ${name} = '${value}'`).join('; ')

/** Begins a transaction on a connection that has a server process of its own. */
export const begin = 'begin'

/** Begins a transaction on a connection to a pooler. */
export function toSharedBegin(bounds: ConnectionBounds): string {
  return [
    `begin ${isolation}`,
    ...[...reported, ...unreported(bounds)].map(([name, value]) => `set local ${name} = '${value}'`),
  ].join('; ')
}
