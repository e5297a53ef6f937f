import { afterAll, beforeAll, describe } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'
import { embeddedImage } from './embedded-image.ts'
import { emptyTables } from './empty-tables.ts'
import { executeSql } from './execute-sql.ts'
import { type OpenDatabase, openPostgresqlDatabase, postgresqlReachable } from './postgresql.ts'

/**
 * Runs a suite on the embedded database and, if a server answers, on PostgreSQL: that of TEST_DATABASE_URL, else the
 * local one. Each run has its own database with empty tables. `database()` may be called within tests and hooks.
 */
export function describeOnEveryDatabase(name: string, define: (database: () => Database) => void): void {
  suite(`${name} on the embedded database`, openEmbeddedDatabase, define)
  if (postgresqlReachable) suite(`${name} on PostgreSQL`, openPostgresqlDatabase, define)
  else describe.skip(`${name} on PostgreSQL (none at TEST_DATABASE_URL or on port 5432)`, () => define(notOpen))
}

/**
 * Runs a suite once, for rules whose database code is tested on both databases elsewhere: on PostgreSQL if a server
 * answers, because it needs less processor time, else on the embedded database.
 */
export function describeOnOneDatabase(name: string, define: (database: () => Database) => void): void {
  suite(name, openOneDatabase, define)
}

/** The database of `describeOnOneDatabase` for the tests of one file or suite. */
export function useOneDatabase(): () => Database {
  return useDatabase(openOneDatabase)
}

function suite(name: string, open: () => Promise<OpenDatabase>, define: (database: () => Database) => void): void {
  describe(name, () => define(useDatabase(open)))
}

function useDatabase(open: () => Promise<OpenDatabase>): () => Database {
  let opened: OpenDatabase | undefined
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.close())
  return () => opened?.database ?? notOpen()
}

function notOpen(): never {
  throw new Error('The database is open within tests and hooks only.')
}

/** The database of the previous test file in this process. Emptying it is faster than opening a new one. */
let spare: Database | undefined

async function openEmbeddedDatabase(): Promise<OpenDatabase> {
  const database = spare ?? (await openEmbedded(null, embeddedImage()))
  spare = undefined
  return {
    database,
    async close() {
      await executeSql(database, emptyTables)
      spare = database
    },
  }
}

const openOneDatabase = () => (postgresqlReachable ? openPostgresqlDatabase() : openEmbeddedDatabase())
