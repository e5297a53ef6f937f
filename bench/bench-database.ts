import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../src/store/database.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { executeSql } from '../test/support/execute-sql.ts'

/** Where a server finds its data. */
export interface DatabaseAddress {
  readonly url: string | null
  readonly directory: string
}

/** A database that exists for one run. */
export interface BenchDatabase {
  /** The engine and its version. */
  readonly engine: string
  fill<Result>(work: (database: Database) => Promise<Result>): Promise<Result>
  /** To be called after filling: the embedded engine belongs to one process, so each server gets a copy of its own. */
  addressFor(server: string): Promise<DatabaseAddress>
  drop(): Promise<void>
}

/** A fresh database on the PostgreSQL server of that address, or the embedded one when there is none or no server answers. */
export async function createBenchDatabase(serverUrl: string | null): Promise<BenchDatabase> {
  const root = await mkdtemp(join(tmpdir(), 'assay-bench-'))
  const version = serverUrl === null ? null : await readVersion(serverUrl)
  if (serverUrl === null || version === null) return createEmbedded(root)
  const name = `assay_bench_${randomUUID().replaceAll('-', '')}`
  await administer(serverUrl, `create database ${name}`)
  const address = new URL(serverUrl)
  address.pathname = `/${name}`
  const { href: url } = address
  return {
    engine: `PostgreSQL ${version}`,
    fill: work => fill({ url, directory: root }, work),
    addressFor: async server => ({ url, directory: join(root, server) }),
    async drop() {
      await administer(serverUrl, `drop database ${name} with (force)`)
      await rm(root, { recursive: true, force: true })
    },
  }
}

function createEmbedded(root: string): BenchDatabase {
  const filled = { url: null, directory: join(root, 'filled') }
  return {
    engine: 'embedded (PGlite)',
    fill: work => fill(filled, work),
    async addressFor(server) {
      const directory = join(root, server)
      await cp(filled.directory, directory, { recursive: true })
      return { url: null, directory }
    },
    drop: () => rm(root, { recursive: true, force: true }),
  }
}

async function fill<Result>(
  { url, directory }: DatabaseAddress,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(url, directory)
  try {
    const result = await work(database)
    // Longer than a request may take.
    await executeSql(database.lane('migration'), 'vacuum analyze', [])
    return result
  } finally {
    await database.stop()
  }
}

async function readVersion(url: string): Promise<string | null> {
  return administer(url, 'show server_version').then(
    ([row]) => String(row?.server_version),
    () => null,
  )
}

async function administer(url: string, statement: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
