import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { administer, tableColumns } from './administer-postgresql.ts'
import { emptyTables } from './empty-tables.ts'
import { executeSql } from './execute-sql.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The template database of this run with empty tables; null when no PostgreSQL server answers. */
    readonly postgresqlTemplate: string | null
    /** The result of `tableColumns` in that database. */
    readonly postgresqlColumns: string
  }
}

interface PostgresqlPlace {
  readonly url: string
  drop(): Promise<void>
}

export interface OpenDatabase {
  readonly database: Database
  close(): Promise<void>
}

/** Whether a PostgreSQL server answers. */
export const postgresqlReachable = inject('postgresqlTemplate') !== null

/** Emptied databases that tests of this process no longer use, with the connections of those that are open. */
const spare: { readonly place: PostgresqlPlace; readonly database: Database | null }[] = []

/**
 * A database on the PostgreSQL server with empty tables. Requires `postgresqlReachable`.
 * A test leaves its database to the next one, because dropping it takes seconds: the server first writes all databases
 * to the disk.
 */
export async function createPostgresqlDatabase(): Promise<PostgresqlPlace> {
  const { place, database } = await takeSpare()
  await database?.stop()
  return {
    url: place.url,
    async drop() {
      if (await makeEmpty(place.url)) spare.push({ place, database: null })
      else await place.drop()
    },
  }
}

/** The same, opened. The connections too are left to the next test, because new ones read the catalogue again. */
export async function openPostgresqlDatabase(): Promise<OpenDatabase> {
  const { place, database: opened } = await takeSpare()
  const database = opened ?? (await openPostgresql(place.url))
  return {
    database,
    async close() {
      if (await emptyIfUsable(text => executeSql(database, text))) {
        spare.push({ place, database })
        return
      }
      await database.stop()
      await place.drop()
    },
  }
}

async function takeSpare() {
  return spare.pop() ?? { place: await create(`template ${inject('postgresqlTemplate')}`), database: null }
}

/**
 * Creates a database without tables. Requires `postgresqlReachable`.
 *
 * @param properties the rest of `create database` after the name
 * @param settings the initial settings of every session
 */
export async function createBarePostgresqlDatabase(
  properties = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresqlPlace> {
  return create(properties, settings)
}

async function create(properties: string, settings: Readonly<Record<string, string>> = {}): Promise<PostgresqlPlace> {
  const name = `${inject('postgresqlTemplate')}_${randomUUID().slice(0, 8)}`
  // Tests do not depend on durability, and waiting for the disk would take most of their time.
  const all = { ...settings, synchronous_commit: 'off' }
  const url = await administer([
    `create database ${name} ${properties}`,
    ...Object.entries(all).map(([setting, value]) => `alter database ${name} set ${setting} = ${value}`),
  ])
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await administer([`drop database ${name} with (force)`])
    },
  }
}

/** Empties a database that has no connections. @returns false, without changes, if it cannot be used again */
async function makeEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
         and pid <> pg_backend_pid()`,
    )
    return rows.length === 0 && (await emptyIfUsable(text => client.query(text)))
  } finally {
    await client.end()
  }
}

/** @returns false, without changes, if tables were changed, a transaction is open, or the user is no superuser */
async function emptyIfUsable(
  query: (text: string) => Promise<{ readonly rows: pg.QueryResultRow[] }>,
): Promise<boolean> {
  const { rows } = await query(`select (${tableColumns}) as columns,
    (select rolsuper from pg_roles where rolname = current_user) and not exists (
      select from pg_stat_activity where datname = current_database() and xact_start is not null
        and pid <> pg_backend_pid()) as usable`)
  if (!rows[0]?.usable || rows[0].columns !== inject('postgresqlColumns')) return false
  await query(emptyTables)
  return true
}
