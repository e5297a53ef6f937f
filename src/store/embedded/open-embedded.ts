import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { columnTypes, createDatabase, type Database } from '../database.ts'
import { lockDirectory } from './directory-lock.ts'
import { WorkerConnection } from './worker-connection.ts'

/**
 * PostgreSQL compiled to WebAssembly, in a thread of this process. It has one connection, so the pool has one too: its
 * queue is what keeps transactions apart.
 *
 * @param directory where it keeps its files; null for one in memory
 * @param image a tar file of a whole database directory with which a new one begins; null for an empty database. Making
 *   an empty one takes some seconds, reading an image a fraction of it.
 */
export async function openEmbedded(directory: string | null, image: string | null = null): Promise<Database> {
  const unlock = directory === null ? () => {} : lockDirectory(directory)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { directory: directory === null ? null : join(directory, 'database'), image },
  })
  try {
    await once(worker, 'message')
  } catch (cause) {
    unlock()
    throw new Error('The embedded database could not be started.', { cause })
  }
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    types: columnTypes,
    stream: () => new WorkerConnection(worker),
  })
  // The pool opens a new session after a failed query; every one of them has to listen to all that is listened to.
  const listeners = new Map<string, (payload: string) => void>()
  pool.on('connect', client => {
    client.on('notification', message => listeners.get(message.channel)?.(message.payload ?? ''))
    for (const channel of listeners.keys()) void client.query(`listen ${pg.escapeIdentifier(channel)}`)
  })
  async function listen(channel: string, onNotification: (payload: string) => void): Promise<() => Promise<void>> {
    listeners.set(channel, onNotification)
    await pool.query(`listen ${pg.escapeIdentifier(channel)}`)
    return async () => {
      listeners.delete(channel)
    }
  }
  return createDatabase(pool, 'embedded', {
    listen,
    // Nobody else gathers the statistics that queries are planned by.
    async maintain() {
      await pool.query('analyze')
    },
    async stop() {
      await pool.end()
      const exited = once(worker, 'exit')
      worker.postMessage('stop')
      await exited
      unlock()
    },
  })
}
