import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import type { TenantId } from '../domain/tenant.ts'
import { type Lane, rowsPerStatement } from './connection-bounds.ts'
import type { Connection, Connections } from './connections.ts'
import { isConflict } from './database-failure.ts'
import type { FairGate } from './fair-gate.ts'
import type { Fragment, ReachQuery, TenantQuery } from './sql.ts'
import { type TakeRow, untilFailure } from './wire-rows.ts'

export interface WireReading<Reader> {
  /** Whether it runs as a slow read; see `slowRows`. */
  readonly isSlow: boolean
  /** Creates the reader: a new one for every attempt. */
  readonly create: () => Reader
}

/** Runs queries of one kind. The caller names the row type, which must match the columns of the query. */
interface QueriesOf<Query extends Fragment> {
  rows<Row extends pg.QueryResultRow>(query: Query): Promise<Row[]>
  /** The same for a query that may read many rows to return few. Only a few of these run at a time, for one tenant and in total. */
  slowRows<Row extends pg.QueryResultRow>(tenant: TenantId, query: Query): Promise<Row[]>
  /** Gives each row to a reader as the bytes that the server sent. */
  wireRows<Reader extends { readonly take: TakeRow }>(
    tenant: TenantId,
    query: Query,
    reading: WireReading<Reader>,
  ): Promise<Reader>
}

/** Runs queries that are limited to a reach. Code that reads for callers has nothing else. */
export interface ReachQueries extends QueriesOf<ReachQuery> {}

/** Runs queries of one tenant: on the connections of a lane, or in one transaction. */
export interface Queries extends QueriesOf<TenantQuery> {
  /** Runs a query across tenants: for the reader of the event log, sweeps and webhooks, never for a caller's request. */
  acrossTenants<Row extends pg.QueryResultRow>(query: Fragment): Promise<Row[]>
}

/** Queries that are committed together or not at all. */
export interface Transaction extends Queries {
  /** The most rows that one statement of a publication writes. */
  readonly rowsPerStatement: number
  /** Registers a function that is called after the commit, and not at all if there is none. */
  afterCommit(callback: () => void): void
}

export interface Database extends Queries {
  /** For reading on behalf of callers, outside of transactions. Reads that are not slow share a few connections. */
  readonly reads: ReachQueries
  /**
   * Does `work` in one transaction. After a deadlock or a serialization failure it is repeated, so `work` must have no
   * effect except through `tx` and `afterCommit`.
   */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>
  /** The same database on the connections of another lane. */
  lane(lane: Lane): Database
  /** Calls `onNotification` with the payload of every notification on the channel, and with '' when some may have been missed. */
  listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>>
  readonly engine: 'embedded' | 'postgresql'
  /** Maintenance that the engine does not do by itself. To be called regularly. */
  maintain(): Promise<void>
  stop(): Promise<void>
}

export interface DatabaseParts extends Pick<Database, 'engine' | 'listen' | 'maintain' | 'stop'> {
  readonly lanes: Readonly<Record<Lane, Connections>>
  /** Connections for the quick reads of requests. By default those of the lane `requests`. */
  readonly shared?: Connections
  readonly gate: FairGate
}

/** The database on the connections of either engine. Its default lane is `requests`. */
export function createDatabase(parts: DatabaseParts): Database {
  const { lanes, shared = lanes.requests, gate, ...own } = parts
  const useOf =
    (connections: Connections): UseConnection =>
    work =>
      repeatOnConflict(() =>
        connections.lend(connection => (connection.isShared ? inTransaction(connection, work) : work(connection))),
      )
  const quick = createQueries(useOf(shared))
  const reads: ReachQueries = {
    rows: quick.rows,
    slowRows: (tenant, query) => databases.requests.slowRows(tenant, query),
    wireRows: (tenant, query, reading) =>
      (reading.isSlow ? databases.requests : quick).wireRows(tenant, query, reading),
  }
  const open = (lane: Lane): Database => {
    const connections = lanes[lane]
    const queries = createQueries(useOf(connections))
    return {
      ...queries,
      slowRows: (tenant, query) => gate.pass(tenant, () => queries.rows(query)),
      wireRows(tenant, query, reading) {
        const read = () => queries.wireRows(tenant, query, reading)
        return reading.isSlow ? gate.pass(tenant, read) : read()
      },
      reads,
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
  return {
    rows: run,
    slowRows: (_tenant, query) => run(query),
    wireRows: (_tenant, { statement: { text, values } }, { create }) =>
      use(async connection => {
        const reader = create()
        const { take, failure } = untilFailure(reader.take)
        await connection.wireRows(text, values, take)
        if (failure() !== null) throw failure()
        return reader
      }),
    acrossTenants: run,
  }
}

async function transact<Result>(connection: Connection, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const committed: (() => void)[] = []
  const queries = createQueries(use => use(connection))
  const result = await inTransaction(connection, () =>
    work({ ...queries, rowsPerStatement, afterCommit: callback => committed.push(callback) }),
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

/** The pauses grow and are random, so that transactions that were in conflict do not meet again. */
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
