import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process works in the data directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
}

/**
 * Locks a data directory for this process: two processes on one embedded database would corrupt it silently. SQLite
 * holds the lock on a file by means of the operating system, so it is released whenever and however the process ends.
 *
 * @returns a function that releases the lock
 * @throws DirectoryInUse when another process holds it
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const holder = new DatabaseSync(join(directory, 'lock.sqlite'))
  try {
    holder.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch {
    holder.close()
    throw new DirectoryInUse(
      `DATA_DIR ${resolve(directory)} is in use by another process. Stop that one, choose another DATA_DIR, or set DATABASE_URL to share one PostgreSQL.`,
    )
  }
  return () => holder.close()
}
