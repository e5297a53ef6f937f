import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { type ConnectionBounds, type DatabaseBounds, defaultBounds, type Lane } from './connection-bounds.ts'
import { type Connections, createConnections, type Session } from './connections.ts'
import { createDatabase, type Database } from './database.ts'
import { createFairGate } from './fair-gate.ts'
import { createNotifications } from './notifications.ts'
import { begin, sharedSessionStatements, toSessionStatements, toSharedBegin } from './session-settings.ts'
import { createSharedReads } from './shared-reads.ts'
import { toUnsuitable, UnsuitableDatabase } from './unsuitable-database.ts'
import { createWireSocket } from './wire-socket.ts'

export interface PostgresqlOptions {
  readonly bounds?: DatabaseBounds
  /** Called when the connection for notifications is lost or cannot be replaced. On other connections the queries fail. */
  readonly onError?: (error: unknown) => void
}

/** Slow reads get at most half of the lane's eight connections, so quick ones are never blocked. */
const slowReads = { total: 4, perTenant: 2, waiting: 100, patienceMs: 4_000 }
/** Idle time after which the operating system probes a TCP connection. */
const keepAliveMs = 10_000

/**
 * A PostgreSQL server, shared by any number of processes, directly or through a pooler.
 *
 * @throws UnsuitableDatabase for a server that cannot be used, and for a database whose encoding is not UTF-8
 */
export async function openPostgresql(url: string, options: PostgresqlOptions = {}): Promise<Database> {
  const { bounds = defaultBounds, onError = () => {} } = options
  const settings: pg.ClientConfig = {
    connectionString: url,
    types: columnTypes,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    stream: createWireSocket,
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
  const { requests } = bounds.lanes
  const shared = createSharedReads(
    { settings, bounds: requests, prepare: client => prepareSession(client, requests) },
    lanes.requests,
  )
  const all = [shared, ...Object.values(lanes)]
  const notifications = createNotifications({
    settings,
    bounds: bounds.heartbeat,
    prepare: client => prepareSession(client, bounds.lanes.reserve),
    onSilence(askedAt) {
      for (const connections of all) connections.dropSilent(askedAt)
    },
    onError,
  })
  async function stop(): Promise<void> {
    await notifications.stop()
    await Promise.all(all.map(connections => connections.stop()))
  }
  try {
    await checkEncoding(url)
  } catch (error) {
    await stop()
    throw error
  }
  return createDatabase({
    lanes,
    shared,
    gate: createFairGate(slowReads),
    engine: 'postgresql',
    listen: notifications.listen,
    // The server's autovacuum gathers the statistics.
    maintain: async () => {},
    stop,
  })
}

/** There is a pooler if the process id from the handshake is not that of the server process that runs the statement. */
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
    await client.connect().catch(error => {
      throw toUnsuitable(error)
    })
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
    const [{ server_encoding: encoding } = { server_encoding: '' }] = rows
    if (encoding === 'UTF8') return
    throw new UnsuitableDatabase(
      `DATABASE_URL: the database has the encoding ${encoding}, which cannot store every character. Create one with: create database assay encoding 'UTF8' template template0`,
    )
  } finally {
    client.connection.stream.destroy()
  }
}
