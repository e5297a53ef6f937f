import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { administer, tableColumns } from './administer-postgresql.ts'

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

/** Whether a PostgreSQL server answers. */
export const postgresqlReachable = inject('postgresqlTemplate') !== null

/** Emptied databases that tests of this process no longer use. */
const spare: PostgresqlPlace[] = []

/**
 * A database on the PostgreSQL server with empty tables. Requires `postgresqlReachable`.
 * A test leaves its database to the next one, because dropping it takes seconds: the server first writes all databases
 * to the disk.
 */
export async function createPostgresqlDatabase(): Promise<PostgresqlPlace> {
  const place = spare.pop() ?? (await create(`template ${inject('postgresqlTemplate')}`))
  return {
    url: place.url,
    async drop() {
      if (await makeEmpty(place.url)) spare.push(place)
      else await place.drop()
    },
  }
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

/** A larger database would be slow to read even when it is empty. */
const mostBytes = 32 * 1024 * 1024

/**
 * Empties a database.
 *
 * @returns false, without changes, if there are connections, changed tables or many pages, or the user is no superuser
 */
async function makeEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ usable: boolean }>(
      `select pg_database_size(current_database()) <= ${mostBytes} and (${tableColumns}) = $1
         and (select rolsuper from pg_roles where rolname = current_user)
         and not exists (
           select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
             and pid <> pg_backend_pid()) as usable`,
      [inject('postgresqlColumns')],
    )
    if (!rows[0]?.usable) return false
    // Truncated tables are as small, and as unknown to the planner, as new ones.
    await client.query(`do $$ declare named text; used text[]; begin
      for named in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations' loop
        execute format('select case when exists (select from %I) then $1 || $2 else $1 end', named) into used using used, named;
      end loop;
      if used is not null then
        execute format('truncate %s cascade', (select string_agg(format('%I', one), ', ') from unnest(used) one));
      end if;
      for named in select sequencename from pg_sequences where schemaname = 'public' loop
        execute format('alter sequence %I restart', named);
      end loop;
    end $$`)
    return true
  } finally {
    await client.end()
  }
}
