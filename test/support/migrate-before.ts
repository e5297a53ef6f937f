import { readdir, readFile } from 'node:fs/promises'
import type { Database } from '../../src/store/database.ts'
import { executeSql } from './execute-sql.ts'

const directory = new URL('../../src/store/migrations/', import.meta.url)

/** Creates the empty tables from before a migration. */
export async function migrateBefore(database: Database, migration: string): Promise<void> {
  const files = (await readdir(directory)).filter(name => name.endsWith('.sql') && name < migration).sort()
  await executeSql(database, 'drop schema public cascade')
  await executeSql(database, 'create schema public')
  await executeSql(
    database,
    'create table schema_migrations (name text primary key, applied_at timestamptz default now())',
  )
  for (const name of files) {
    await executeSql(database, await readFile(new URL(name, directory), 'utf8'))
    await executeSql(database, 'insert into schema_migrations (name) values ($1)', [name])
  }
}
