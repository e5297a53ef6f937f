import pg from 'pg'
import type { Database } from './database.ts'
import { emptyDatabase } from './embedded/empty-database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { migrate } from './migrate.ts'
import { openPostgresql, type PostgresqlOptions } from './open-postgresql.ts'
import { publishAgain } from './publish-again.ts'
import { toUnsuitable } from './unsuitable-database.ts'

const permissionDenied = '42501'

/**
 * Opens the PostgreSQL server at `url`, or the embedded database in the directory if `url` is null, and applies missing
 * migrations.
 *
 * @throws UnsuitableDatabase for one that cannot be used as it is
 */
export async function openDatabase(
  url: string | null,
  directory: string,
  options: PostgresqlOptions = {},
): Promise<Database> {
  const database = await connectDatabase(url, directory, options)
  try {
    await migrate(database)
    await publishAgain(database.lane('migration'))
    return database
  } catch (error) {
    await database.stop()
    throw error instanceof pg.DatabaseError && error.code === permissionDenied ? toUnsuitable(error) : error
  }
}

/** The same without migrations, for a command that only reads. */
export function connectDatabase(
  url: string | null,
  directory: string,
  options: PostgresqlOptions = {},
): Promise<Database> {
  return url === null ? openEmbedded(directory, emptyDatabase()) : openPostgresql(url, options)
}
