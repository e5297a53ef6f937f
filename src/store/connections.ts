import pg from 'pg'
import type { ConnectionBounds } from './connection-bounds.ts'
import { losesConnection, toDatabaseFailure, toUnreachable } from './database-failure.ts'
import { begin } from './session-settings.ts'
import { openWireRows, type TakeRow, type WireRows } from './wire-rows.ts'

/** A connection that a caller has borrowed. */
export interface Connection extends Pick<Session, 'begin' | 'isShared'> {
  /** @throws AppError INTERNAL, retryable, for a transient failure; pg.DatabaseError for any other */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<{ readonly rows: Row[] }>
  /** The same, but `take` receives each row as the bytes that the server sent. */
  wireRows(text: string, values: readonly unknown[], take: TakeRow): Promise<void>
  /** Whether the pool will close it instead of lending it again. */
  readonly isBroken: boolean
  giveUp(): void
}

/** What was found out about a new connection. */
export interface Session {
  /** Whether a pooler is in between, so that a statement outside a transaction may run without our settings. */
  readonly isShared: boolean
  /** The statements that begin a transaction. */
  readonly begin: string
}

/** The connections of one lane. */
export interface Connections {
  /** Lends one while `work` runs. @throws AppError INTERNAL, retryable, when none is free in time */
  lend<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  /**
   * Closes all connections without an answer since a moment (of `performance.now()`), including borrowed ones: queries
   * that wait on them fail.
   */
  dropSilent(since: number): void
  /** Waits until all borrowed connections are returned. */
  stop(): Promise<void>
}

export interface ConnectionsOptions {
  readonly settings: pg.PoolConfig
  readonly bounds: ConnectionBounds
  /** Prepares a new connection. */
  readonly prepare: (client: pg.ClientBase) => Promise<Session>
}

/** A connection that was idle for longer is pinged before use, because it may be dead. In milliseconds. */
const pingAfterMs = 2_000
const ownSession: Session = { isShared: false, begin }

export function createConnections({ settings, bounds, prepare }: ConnectionsOptions): Connections {
  const sessions = new WeakMap<pg.ClientBase, Session>()
  /** When each last answered, by `performance.now()`. */
  const heardAt = new WeakMap<pg.ClientBase, number>()
  const open = new Map<pg.PoolClient, WireRows>()
  const pool = new pg.Pool({
    ...settings,
    max: bounds.max,
    connectionTimeoutMillis: bounds.checkoutMs,
    query_timeout: bounds.answerMs,
    onConnect: async client => {
      // Without a listener for errors, a connection that breaks while it is borrowed would end the process.
      client.on('error', () => {})
      sessions.set(client, await prepare(client))
      heardAt.set(client, performance.now())
    },
  })
  pool.on('error', () => {})
  pool.on('connect', client => {
    open.set(client, openWireRows(client))
    client.once('end', () => open.delete(client))
  })

  function discard(client: pg.PoolClient): void {
    client.release(true)
    // The orderly shutdown that `release` begins would wait for ever for a server that does not answer.
    client.connection.stream.destroy()
  }

  async function isAlive(client: pg.PoolClient): Promise<boolean> {
    if (performance.now() - (heardAt.get(client) ?? 0) < pingAfterMs) return true
    const timeout = Promise.withResolvers<boolean>()
    const timer = setTimeout(timeout.resolve, bounds.pingMs, false)
    const answered = client.query('select 1').then(
      () => true,
      () => false,
    )
    const alive = await Promise.race([answered, timeout.promise])
    clearTimeout(timer)
    return alive
  }

  async function checkOut(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await pool.connect().catch(error => {
        throw toUnreachable(error)
      })
      if (await isAlive(client)) return client
      discard(client)
    }
  }

  return {
    async lend(work) {
      const client = await checkOut()
      async function ask<Answer>(asking: Promise<Answer> | undefined): Promise<Answer> {
        try {
          if (!asking) throw new Error('The connection was closed.')
          const answer = await asking
          heardAt.set(client, performance.now())
          return answer
        } catch (error) {
          connection.isBroken ||= losesConnection(error)
          throw toDatabaseFailure(error)
        }
      }
      const connection = {
        ...(sessions.get(client) ?? ownSession),
        isBroken: false,
        giveUp() {
          connection.isBroken = true
        },
        query: <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
          ask(client.query<Row>(text, values.length === 0 ? undefined : [...values])),
        wireRows: (text: string, values: readonly unknown[], take: TakeRow) =>
          ask(open.get(client)?.query({ text, values: [...values] }, take)),
      }
      try {
        return await work(connection)
      } finally {
        if (connection.isBroken) discard(client)
        else client.release()
      }
    },
    dropSilent(since) {
      for (const client of open.keys()) if ((heardAt.get(client) ?? 0) < since) client.connection.stream.destroy()
    },
    stop: () => pool.end(),
  }
}
