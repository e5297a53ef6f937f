import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { embeddedImage } from './embedded-image.ts'
import { executeSql } from './execute-sql.ts'

const postgresqlUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'

interface OpenDatabase {
  readonly database: Database
  close(): Promise<void>
}

/**
 * Runs a suite on the embedded database, and on a PostgreSQL server where one answers: the one of TEST_DATABASE_URL, else the
 * local one. Each run has a database of its own, empty but for the tables. `database()` may be called within tests and hooks.
 */
export function describeOnEveryDatabase(name: string, define: (database: () => Database) => void): void {
  suite(`${name} on the embedded database`, openEmbeddedDatabase, define)
  if (postgresqlReachable) suite(`${name} on PostgreSQL`, openPostgresqlDatabase, define)
  else describe.skip(`${name} on PostgreSQL (none at TEST_DATABASE_URL or on port 5432)`, () => define(notOpen))
}

/**
 * Runs a suite once: for rules that hold on any database because the parts that meet it are held to both. On PostgreSQL where
 * one answers, since that takes less processor time, else on the embedded database.
 */
export function describeOnOneDatabase(name: string, define: (database: () => Database) => void): void {
  suite(name, postgresqlReachable ? openPostgresqlDatabase : openEmbeddedDatabase, define)
}

/** An embedded database for the tests of one file. */
export function useEmbeddedDatabase(): () => Database {
  return useDatabase(openEmbeddedDatabase)
}

function suite(name: string, open: () => Promise<OpenDatabase>, define: (database: () => Database) => void): void {
  describe(name, () => define(useDatabase(open)))
}

function useDatabase(open: () => Promise<OpenDatabase>): () => Database {
  let opened: OpenDatabase | undefined
  beforeAll(async () => {
    opened = await open()
    await migrate(opened.database)
  })
  afterAll(() => opened?.close())
  return () => opened?.database ?? notOpen()
}

function notOpen(): never {
  throw new Error('The database is open within tests and hooks only.')
}

/** The one that the last file of this process has left: emptying it takes less time than opening another. */
let spare: Database | undefined

async function openEmbeddedDatabase(): Promise<OpenDatabase> {
  const database = spare ?? (await openEmbedded(null, embeddedImage()))
  spare = undefined
  return {
    database,
    async close() {
      await empty(database)
      spare = database
    },
  }
}

/** Leaves the tables, and nothing in them. */
async function empty(database: Database): Promise<void> {
  const { rows } = await executeSql(
    database,
    `select format('truncate %s restart identity cascade', string_agg(format('%I', tablename), ', ')) as statement
     from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations'`,
    [],
  )
  await executeSql(database, rows[0]?.statement, [])
}

async function openPostgresqlDatabase(): Promise<OpenDatabase> {
  const { url, drop } = await createPostgresqlDatabase()
  const database = await openPostgresql(url)
  return {
    database,
    async close() {
      await database.stop()
      await drop()
    },
  }
}

/**
 * A new database on the PostgreSQL server, without tables. May be asked for while `postgresqlReachable`.
 *
 * @param properties what `create database` takes after the name
 * @param settings what every session of it begins with
 */
export async function createPostgresqlDatabase(
  properties = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `assay_test_${randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} ${properties}`)
  for (const [setting, value] of Object.entries(settings))
    await administer(`alter database ${name} set ${setting} = ${value}`)
  // What a crash of the server would lose is not what tests are about, and waiting for its disk is most of their time.
  await administer(`alter database ${name} set synchronous_commit = off`)
  const url = new URL(postgresqlUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresqlUrl, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Whether a PostgreSQL server answers. */
export const postgresqlReachable = await administer('select 1').then(
  () => true,
  () => false,
)
