import pg from 'pg'
import type { Db } from 'pg-boss'
import type { Fragment, TenantQuery } from './sql.ts'

/** Where queries run: a pool, or one transaction of it. */
export interface Queries {
  /** Runs a query of one tenant. The row type is what the query's own columns say. */
  rows<Row extends pg.QueryResultRow>(query: TenantQuery): Promise<Row[]>
  /** Runs a query across tenants: for the log's reader, sweeps and matching of webhooks, never for a caller's request. */
  acrossTenants<Row extends pg.QueryResultRow>(query: Fragment): Promise<Row[]>
  /** The same connection in the shape the job queue takes. */
  readonly jobs: Db
}

/** Queries that become true together, or not at all. */
export interface Transaction extends Queries {
  /** Called once the transaction has been committed; not at all otherwise. */
  afterCommit(callback: () => void): void
}

export interface Database extends Queries {
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** Calls back on every notification on the channel, and after each reconnection, when some may have been missed. */
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>
  readonly engine: 'embedded' | 'postgresql'
  /** What the engine does not do for itself; to be called now and then. */
  maintain(): Promise<void>
  stop(): Promise<void>
}

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, text => text],
  [pg.types.builtins.INT8, text => Number(text)],
])

/** Column types as the domain has them: dates as text, big integers as numbers, decimals as exact text. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format),
}

/** Queries on one connection or on any connection of a pool. */
export function createQueries(connection: Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>): Queries {
  async function run<Row extends pg.QueryResultRow>(query: Fragment): Promise<Row[]> {
    const result = await connection.query<Row>(query.statement.text, query.statement.values)
    return result.rows
  }
  return {
    rows: run,
    acrossTenants: run,
    jobs: {
      executeSql: async (text, values) => {
        const result = await connection.query(text, values)
        // A text of several statements answers an array of results; the queue wants the rows of all.
        return { rows: [result].flat().flatMap(part => part.rows) }
      },
    },
  }
}

/** The database over a pool of either engine. */
export function createDatabase(
  pool: pg.Pool,
  engine: Database['engine'],
  own: Pick<Database, 'listen' | 'maintain' | 'stop'>,
): Database {
  return {
    ...createQueries(pool),
    ...own,
    engine,
    async transaction(work) {
      const client = await pool.connect()
      const committed: (() => void)[] = []
      let broken = false
      try {
        await client.query('begin')
        const result = await work({ ...createQueries(client), afterCommit: callback => committed.push(callback) })
        await client.query('commit')
        for (const callback of committed) callback()
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}
