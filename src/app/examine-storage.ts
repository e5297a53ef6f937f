import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Config } from '../config.ts'
import { openBlobStore } from '../documents/open-blob-store.ts'
import type { Database } from '../store/database.ts'
import { DirectoryInUse } from '../store/embedded/directory-lock.ts'
import { findMissingMigrations } from '../store/migrate.ts'
import { connectDatabase } from '../store/open-database.ts'
import type { Finding } from './finding.ts'

/**
 * Examines the database without changing it. @param use is called with the open database, if there is one
 */
export async function examineDatabase(
  { databaseUrl, dataDir }: Config,
  use: (database: Database) => Promise<void>,
): Promise<Finding> {
  const about = databaseUrl === null ? `embedded database in ${dataDir}` : 'PostgreSQL at DATABASE_URL'
  if (databaseUrl === null && !existsSync(join(dataDir, 'database')))
    return { about, isGood: true, says: 'does not exist yet; the first start creates it' }
  try {
    const database = await connectDatabase(databaseUrl, dataDir)
    try {
      const missing = await findMissingMigrations(database)
      if (missing.length === 0) await use(database)
      const says =
        missing.length === 0 ? 'up to date' : `${missing.length} migrations are missing; the next start applies them`
      return { about, isGood: true, says }
    } finally {
      await database.stop()
    }
  } catch (error) {
    if (error instanceof DirectoryInUse)
      return { about, isGood: true, says: 'in use by a running server, so it is not examined' }
    return { about, isGood: false, says: messageOf(error) }
  }
}

/** Writes, reads and deletes a test blob. */
export async function examineBlobStore({ blobs, awsCredentials, dataDir }: Config): Promise<Finding> {
  const about = blobs === null ? `documents in ${dataDir}` : 'documents at BLOB_URL'
  const key = `doctor/${randomUUID()}`
  const bytes = Buffer.from(key)
  try {
    const store = await openBlobStore(blobs, awsCredentials, dataDir)
    try {
      await store.write(key, Readable.from([bytes]))
      const read = await buffer(await store.open(key))
      await store.delete(key)
      if (!read.equals(bytes)) return { about, isGood: false, says: 'the read bytes differ from the written ones' }
      return { about, isGood: true, says: 'can be written, read and deleted' }
    } finally {
      store.stop()
    }
  } catch (error) {
    const advice = 'Check the address, the credentials and their permissions: put, get and delete'
    return { about, isGood: false, says: `${messageOf(error)}. ${advice}` }
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}
