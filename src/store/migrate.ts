import { readdir, readFile } from 'node:fs/promises'
import type { Database, Queries } from './database.ts'
import { sql, verbatim } from './sql.ts'
import { UnsuitableDatabase } from './unsuitable-database.ts'

const directory = new URL('./migrations/', import.meta.url)

/** Any number that is the same for all servers. */
const lockKey = 4_155_459

/**
 * Applies the missing migration files in the order of their names, all in one transaction, under a lock for which other
 * servers wait.
 *
 * @returns the names of the files applied
 * @throws UnsuitableDatabase for a database of a newer program
 */
export async function migrate(database: Database): Promise<string[]> {
  const files = await listMigrations()
  return database.lane('migration').transaction(async tx => {
    await tx.acrossTenants(sql`select pg_advisory_xact_lock(${lockKey})`)
    await tx.acrossTenants(
      sql`create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())`,
    )
    const applied = await tx.acrossTenants<{ name: string }>(sql`select name from schema_migrations`)
    const known = new Set(applied.map(row => row.name))
    const unknown = [...known].filter(name => !files.includes(name))
    if (unknown.length > 0)
      throw new UnsuitableDatabase(
        `The database is newer than this program: it has ${unknown.join(', ')}. Start a newer version.`,
      )
    const missing = files.filter(name => !known.has(name))
    for (const name of missing) {
      const text = await readFile(new URL(name, directory), 'utf8')
      await tx.acrossTenants(verbatim(text))
      await tx.acrossTenants(sql`insert into schema_migrations (name) values (${name})`)
    }
    return missing
  })
}

async function listMigrations(): Promise<string[]> {
  return (await readdir(directory)).filter(name => name.endsWith('.sql')).sort()
}

/** The names of the files that `migrate` would apply. */
export async function findMissingMigrations(queries: Queries): Promise<string[]> {
  const files = await listMigrations()
  const [table] = await queries.acrossTenants<{ isThere: boolean }>(
    sql`select to_regclass('schema_migrations') is not null as "isThere"`,
  )
  if (!table?.isThere) return files
  const applied = await queries.acrossTenants<{ name: string }>(sql`select name from schema_migrations`)
  return files.filter(file => !applied.some(({ name }) => name === file))
}
