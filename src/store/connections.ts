import pg from 'pg'
import type { ConnectionBounds } from './connection-bounds.ts'
import { losesConnection, toDatabaseFailure, toUnreachable } from './database-failure.ts'
import { begin } from './session-settings.ts'

/** A connection on loan. */
export interface Connection extends Pick<Session, 'begin' | 'isShared'> {
  /** @throws AppError INTERNAL, retryable, for what passes by itself; pg.DatabaseError for the rest */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<pg.QueryResult<Row>>
  /** It is replaced when it comes back. */
  readonly isBroken: boolean
  giveUp(): void
}

/** What a new connection is found to be. */
export interface Session {
  /** Whether a pooler stands between, so that a statement outside a transaction has no settings of ours. */
  readonly isShared: boolean
  /** The statements that begin a transaction. */
  readonly begin: string
}

/** The connections of one lane. */
export interface Connections {
  /** Lends one while `work` runs; it is replaced when it breaks. @throws AppError INTERNAL, retryable, when none can be had in time */
  lend<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>
  /**
   * Closes all that gave no answer since a moment (of `performance.now()`), those on loan too: whoever waits for an answer
   * of one gets an error.
   */
  dropSilent(since: number): void
  /** Waits until those on loan are back. */
  stop(): Promise<void>
}

export interface ConnectionsOptions {
  readonly settings: pg.PoolConfig
  readonly bounds: ConnectionBounds
  /** Prepares a new connection. */
  readonly prepare?: (client: pg.ClientBase) => Promise<Session>
}

/** A connection that was idle for longer may be dead without anybody knowing, in milliseconds. */
const pingAfterMs = 2_000
const ownSession: Session = { isShared: false, begin }

export function createConnections({ settings, bounds, prepare }: ConnectionsOptions): Connections {
  const sessions = new WeakMap<pg.ClientBase, Session>()
  /** When each last answered, by `performance.now()`. */
  const heardAt = new WeakMap<pg.ClientBase, number>()
  const open = new Set<pg.PoolClient>()
  const pool = new pg.Pool({
    ...settings,
    max: bounds.max,
    connectionTimeoutMillis: bounds.checkoutMs,
    query_timeout: bounds.answerMs,
    onConnect: async client => {
      // A client without a listener for errors would end the process when its connection breaks while it is on loan.
      client.on('error', () => {})
      if (prepare) sessions.set(client, await prepare(client))
      heardAt.set(client, performance.now())
    },
  })
  pool.on('error', () => {})
  pool.on('connect', client => {
    open.add(client)
    client.once('end', () => open.delete(client))
  })

  function discard(client: pg.PoolClient): void {
    client.release(true)
    // Whoever says goodbye to a server that does not answer waits for ever.
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
      const connection = {
        ...(sessions.get(client) ?? ownSession),
        isBroken: false,
        giveUp() {
          connection.isBroken = true
        },
        async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
          try {
            const result = await client.query<Row>(text, values.length === 0 ? undefined : [...values])
            heardAt.set(client, performance.now())
            return result
          } catch (error) {
            connection.isBroken ||= losesConnection(error)
            throw toDatabaseFailure(error)
          }
        },
      }
      try {
        return await work(connection)
      } finally {
        if (connection.isBroken) discard(client)
        else client.release()
      }
    },
    dropSilent(since) {
      for (const client of open) if ((heardAt.get(client) ?? 0) < since) client.connection.stream.destroy()
    },
    stop: () => pool.end(),
  }
}
