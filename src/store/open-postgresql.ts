import pg from 'pg'
import { type ConnectionBounds, type DatabaseBounds, defaultBounds, type Lane } from './connection-bounds.ts'
import { type Connections, createConnections, type Session } from './connections.ts'
import { columnTypes, createDatabase, type Database } from './database.ts'
import { createFairGate } from './fair-gate.ts'
import { createNotifications } from './notifications.ts'
import { begin, sharedSessionStatements, toSessionStatements, toSharedBegin } from './session-settings.ts'

export interface PostgresqlOptions {
  readonly bounds?: DatabaseBounds
  /** Told when the connection that listens is lost or cannot be made again. The rest is told by failing queries. */
  readonly onError?: (error: unknown) => void
}

/** The database cannot be used as it was made. The message says what to do. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase'
}

/** Of eight connections half remain for reads that are quick, whatever the slow ones do. */
const slowReads = { total: 4, perTenant: 2, waiting: 100, patienceMs: 4_000 }
/** Until the operating system asks whether the other end is still there. */
const keepAliveMs = 10_000

/**
 * A PostgreSQL server, shared by any number of processes; a pooler may stand between.
 *
 * @throws UnsuitableDatabase for a database whose encoding is not UTF-8
 */
export async function openPostgresql(url: string, options: PostgresqlOptions = {}): Promise<Database> {
  const { bounds = defaultBounds, onError = () => {} } = options
  const settings: pg.ClientConfig = {
    connectionString: url,
    types: columnTypes,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
  }
  const open = (lane: Lane) => {
    const own = bounds.lanes[lane]
    return createConnections({ settings, bounds: own, prepare: client => prepareSession(client, own) })
  }
  const lanes: Readonly<Record<Lane, Connections>> = {
    requests: open('requests'),
    work: open('work'),
    reserve: open('reserve'),
    migration: open('migration'),
  }
  const notifications = createNotifications({
    settings,
    bounds: bounds.heartbeat,
    prepare: client => prepareSession(client, bounds.lanes.reserve),
    onSilence(askedAt) {
      for (const connections of Object.values(lanes)) connections.dropSilent(askedAt)
    },
    onError,
  })
  async function stop(): Promise<void> {
    await notifications.stop()
    await Promise.all(Object.values(lanes).map(connections => connections.stop()))
  }
  try {
    await checkEncoding(url)
  } catch (error) {
    await stop()
    throw error
  }
  return createDatabase({
    lanes,
    gate: createFairGate(slowReads),
    engine: 'postgresql',
    listen: notifications.listen,
    // The server looks after its own statistics.
    maintain: async () => {},
    stop,
  })
}

/** A pooler names another server process than the one that runs the statement. */
async function prepareSession(client: pg.ClientBase, bounds: ConnectionBounds): Promise<Session> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const isShared = rows[0]?.pid !== ('processID' in client ? client.processID : null)
  await client.query(isShared ? sharedSessionStatements : toSessionStatements(bounds))
  return { isShared, begin: isShared ? toSharedBegin(bounds) : begin }
}

async function checkEncoding(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
    const [{ server_encoding: encoding } = { server_encoding: '' }] = rows
    if (encoding === 'UTF8') return
    throw new UnsuitableDatabase(
      `DATABASE_URL: the database has the encoding ${encoding}, which cannot hold every character. Make one with: create database assay encoding 'UTF8' template template0`,
    )
  } finally {
    client.connection.stream.destroy()
  }
}
