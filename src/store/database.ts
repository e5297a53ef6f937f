import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { TenantId } from '../domain/tenant.ts'
import type { Lane } from './connection-bounds.ts'
import type { Connection, Connections } from './connections.ts'
import { isConflict } from './database-failure.ts'
import type { FairGate } from './fair-gate.ts'
import type { Fragment, TenantQuery } from './sql.ts'

/** Where queries run: the connections of a lane, or one transaction. */
export interface Queries {
  /** Runs a query of one tenant. The row type is what the query's own columns say. */
  rows<Row extends pg.QueryResultRow>(query: TenantQuery): Promise<Row[]>
  /** The same for a query that may read many rows to answer few. Few of these run at a time, of one tenant and of all. */
  slowRows<Row extends pg.QueryResultRow>(tenant: TenantId, query: TenantQuery): Promise<Row[]>
  /** Runs a query across tenants: for the log's reader, sweeps and matching of webhooks, never for a caller's request. */
  acrossTenants<Row extends pg.QueryResultRow>(query: Fragment): Promise<Row[]>
}

/** Queries that become true together, or not at all. */
export interface Transaction extends Queries {
  /** Called once the transaction has been committed; not at all otherwise. */
  afterCommit(callback: () => void): void
}

export interface Database extends Queries {
  /**
   * Does `work` in one transaction. When the server ends the transaction because of another one (a deadlock, a failed
   * serialization) it is done again, so `work` must have no effect but through `tx` and `afterCommit`.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** The same database by the connections of another lane. */
  lane(lane: Lane): Database
  /** Calls back on every notification on the channel, and with '' when some may have been missed. */
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

export interface DatabaseParts extends Pick<Database, 'engine' | 'listen' | 'maintain' | 'stop'> {
  readonly lanes: Readonly<Record<Lane, Connections>>
  readonly gate: FairGate
}

/** The database over the connections of either engine. A caller's requests are the lane that is meant unless told. */
export function createDatabase(parts: DatabaseParts): Database {
  const { lanes, gate, ...own } = parts
  const open = (lane: Lane): Database => {
    const connections = lanes[lane]
    const queries = createQueries(work =>
      repeatOnConflict(() =>
        connections.lend(connection => (connection.isShared ? inTransaction(connection, work) : work(connection))),
      ),
    )
    return {
      ...queries,
      slowRows: (tenant, query) => gate.pass(tenant, () => queries.rows(query)),
      ...own,
      lane: other => databases[other],
      transaction: work => repeatOnConflict(() => connections.lend(connection => transact(connection, work))),
    }
  }
  const databases: Readonly<Record<Lane, Database>> = {
    requests: open('requests'),
    work: open('work'),
    reserve: open('reserve'),
    migration: open('migration'),
  }
  return databases.requests
}

type UseConnection = <Result>(work: (connection: Connection) => Promise<Result>) => Promise<Result>

function createQueries(use: UseConnection): Queries {
  async function run<Row extends pg.QueryResultRow>({ statement }: Fragment): Promise<Row[]> {
    return (await use(connection => connection.query<Row>(statement.text, statement.values))).rows
  }
  return { rows: run, slowRows: (_tenant, query) => run(query), acrossTenants: run }
}

async function transact<Result>(connection: Connection, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const committed: (() => void)[] = []
  const queries = createQueries(use => use(connection))
  const result = await inTransaction(connection, () =>
    work({ ...queries, afterCommit: callback => committed.push(callback) }),
  )
  for (const callback of committed) callback()
  return result
}

async function inTransaction<Result>(
  connection: Connection,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  try {
    await connection.query(connection.begin)
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    if (!connection.isBroken) await connection.query('rollback').catch(connection.giveUp)
    throw error
  }
}

const attempts = 6
const firstPauseMs = 10

/** The pauses grow and differ, so that those that got into each other's way do not meet again. */
async function repeatOnConflict<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error
      await setTimeout(firstPauseMs * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}
