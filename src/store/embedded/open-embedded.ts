import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import type { ConnectionBounds } from '../connection-bounds.ts'
import { createConnections } from '../connections.ts'
import { columnTypes, createDatabase, type Database } from '../database.ts'
import { createFairGate } from '../fair-gate.ts'
import { begin } from '../session-settings.ts'
import { lockDirectory } from './directory-lock.ts'
import { EmbeddedDatabaseUnusable } from './embedded-database-unusable.ts'
import { WorkerConnection } from './worker-connection.ts'

/** There is one connection for everything, and nobody who could stop a statement. A test machine may be slow. */
const bounds: ConnectionBounds = {
  max: 1,
  checkoutMs: 60_000,
  statementMs: 0,
  lockMs: 0,
  idleInTransactionMs: 0,
  answerMs: 0,
  pingMs: 60_000,
}
/** Between two slow reads the connection is free for whoever waits for it. */
const slowReads = { total: 1, perTenant: 1, waiting: 100, patienceMs: 30_000 }

/**
 * PostgreSQL compiled to WebAssembly, in a thread of this process. It has one connection, so the pool has one too: its
 * queue is what keeps transactions apart.
 *
 * @param directory where it keeps its files; null for one in memory
 * @param image a tar file of a whole database directory with which a new one begins; null for an empty database. Making
 *   an empty one takes some seconds, reading an image a fraction of it.
 * @throws DirectoryInUse when another process works in the directory
 * @throws EmbeddedDatabaseUnusable when its files cannot be used
 */
export async function openEmbedded(directory: string | null, image: string | null = null): Promise<Database> {
  const unlock = directory === null ? () => {} : lockDirectory(directory)
  const place = directory === null ? null : join(directory, 'database')
  if (place !== null && isWithoutVersion(place)) {
    unlock()
    throw new EmbeddedDatabaseUnusable(place, null)
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory: place, image },
    // The engine's own words about a damaged directory fill pages.
    stderr: true,
  })
  const connectionsOpen = new Set<WorkerConnection>()
  let failure: Error | null = null
  // A thread that breaks down must not take the process along.
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
  const listeners = new Map<string, (payload: string) => void>()
  const connections = createConnections({
    settings: { idleTimeoutMillis: 0, user: 'postgres', database: 'postgres', types: columnTypes, stream: connect },
    bounds,
    // A new session, after one that broke, has to listen to all that is listened to.
    async prepare(client) {
      client.on('notification', message => listeners.get(message.channel)?.(message.payload ?? ''))
      for (const channel of listeners.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
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
      listeners.set(channel, onNotification)
      await run(`listen ${pg.escapeIdentifier(channel)}`)
      return async () => {
        listeners.delete(channel)
      }
    },
    // Nobody else gathers the statistics that queries are planned by.
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

/** The engine would begin a new database over files that say not which version they are of. */
function isWithoutVersion(place: string): boolean {
  const files = existsSync(place) && statSync(place).isDirectory() ? readdirSync(place) : []
  return files.length > 0 && !files.includes('PG_VERSION')
}
