import type { Database } from './database.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { migrate } from './migrate.ts'
import { openPostgresql, type PostgresqlOptions } from './open-postgresql.ts'
import { publishAgain } from './publish-again.ts'

/** The PostgreSQL server of that address, or without one the embedded database in the directory; up to date either way. */
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
    throw error
  }
}

/** The same database as it is: for a command that looks at it and changes nothing. */
export function connectDatabase(
  url: string | null,
  directory: string,
  options: PostgresqlOptions = {},
): Promise<Database> {
  return url === null ? openEmbedded(directory) : openPostgresql(url, options)
}
