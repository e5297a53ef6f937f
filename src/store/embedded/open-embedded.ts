import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { columnTypes } from '../column-types.ts'
import type { ConnectionBounds } from '../connection-bounds.ts'
import { createConnections } from '../connections.ts'
import { createDatabase, type Database } from '../database.ts'
import { createFairGate } from '../fair-gate.ts'
import { createListeners, toListen } from '../listeners.ts'
import { begin } from '../session-settings.ts'
import { lockDirectory } from './directory-lock.ts'
import { EmbeddedDatabaseUnusable } from './embedded-database-unusable.ts'
import { copyDatabase } from './empty-database.ts'
import { WorkerConnection } from './worker-connection.ts'

/**
 * There is one connection for everything, and no server that could stop a statement. The times are long because a test
 * machine may be slow.
 */
const bounds: ConnectionBounds = {
  max: 1,
  checkoutMs: 60_000,
  statementMs: 0,
  lockMs: 0,
  idleInTransactionMs: 0,
  answerMs: 0,
  pingMs: 60_000,
}
/** After each slow read the connection serves the queries that wait for it. */
const slowReads = { total: 1, perTenant: 1, waiting: 100, patienceMs: 30_000 }

/**
 * PostgreSQL compiled to WebAssembly, in a thread of this process. It has one connection, so the pool has one too; the
 * pool's queue keeps transactions apart.
 *
 * @param directory the directory of its files; null for a database in memory
 * @param image what a new database begins as, instead of being created, which takes some seconds: the folder of a
 *   database, which may be missing, or a tar file of one for a database in memory
 * @throws DirectoryInUse when another process works in the directory
 * @throws EmbeddedDatabaseUnusable when its files cannot be used
 */
export async function openEmbedded(directory: string | null, image: string | null): Promise<Database> {
  const unlock = directory === null ? () => {} : lockDirectory(directory)
  const place = directory === null ? null : join(directory, 'database')
  try {
    if (place !== null) prepare(place, image)
  } catch (cause) {
    unlock()
    throw new EmbeddedDatabaseUnusable(place ?? 'memory', cause)
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory: place, image: place === null ? image : null },
    // The engine writes pages of text about a damaged directory.
    stderr: true,
  })
  const connectionsOpen = new Set<WorkerConnection>()
  let failure: Error | null = null
  // Without this listener, a thread that breaks down would end the process.
  worker.on('error', error => fail(error))
  worker.on('exit', () => fail(new Error('The thread of the embedded database has ended.')))
  function fail(error: unknown): void {
    failure ??= error instanceof Error ? error : new Error(String(error))
    for (const connection of connectionsOpen) connection.destroy(failure)
  }
  try {
    await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => Promise.reject(failure))])
  } catch (cause) {
    await worker.terminate()
    unlock()
    throw new EmbeddedDatabaseUnusable(place ?? 'memory', cause)
  }
  function connect(): WorkerConnection {
    const connection = new WorkerConnection(worker)
    connectionsOpen.add(connection)
    connection.once('close', () => connectionsOpen.delete(connection))
    if (failure !== null) connection.destroy(failure)
    return connection
  }
  const listeners = createListeners(error => process.emitWarning(error instanceof Error ? error : String(error)))
  const connections = createConnections({
    settings: { idleTimeoutMillis: 0, user: 'postgres', database: 'postgres', types: columnTypes, stream: connect },
    bounds,
    // A new session that replaces a broken one has to listen on the same channels.
    async prepare(client) {
      await listeners.listenOn(client)
      return { isShared: false, begin }
    },
  })
  async function run(statement: string): Promise<void> {
    await connections.lend(connection => connection.query(statement))
  }
  return createDatabase({
    lanes: { requests: connections, work: connections, reserve: connections, migration: connections },
    gate: createFairGate(slowReads),
    engine: 'embedded',
    async listen(channel, onNotification) {
      const remove = listeners.add(channel, onNotification)
      await run(toListen(channel))
      return async () => remove()
    },
    // The embedded engine has no autovacuum that would gather the planner's statistics.
    maintain: () => run('analyze'),
    async stop() {
      await connections.stop()
      if (failure === null) {
        const exited = once(worker, 'exit')
        worker.postMessage('stop')
        await exited
      }
      unlock()
    },
  })
}

/** @throws Error when there are files without PG_VERSION, over which the engine would create a new database */
function prepare(place: string, image: string | null): void {
  if (existsSync(place)) {
    const files = statSync(place).isDirectory() ? readdirSync(place) : []
    if (files.length > 0 && !files.includes('PG_VERSION')) throw new Error('PG_VERSION is missing.')
  } else if (image !== null && existsSync(image)) copyDatabase(image, place)
}
