import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../src/store/database.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { executeSql } from '../test/support/execute-sql.ts'
import { readCpuMs } from './read-cpu.ts'

/** The database settings of a server. */
export interface DatabaseAddress {
  readonly url: string | null
  readonly directory: string
}

/** A database that exists for one run. */
export interface BenchDatabase {
  /** The engine and its version. */
  readonly engine: string
  fill<Result>(work: (database: Database) => Promise<Result>): Promise<Result>
  /** Call it after filling. The embedded engine belongs to one process, so each server gets a copy. */
  addressFor(server: string): Promise<DatabaseAddress>
  /**
   * The processor time of the server's processes for this database so far, in milliseconds by process. Empty for the
   * embedded engine or a database on another machine.
   */
  cpuMs(): Promise<ReadonlyMap<number, number>>
  drop(): Promise<void>
}

/** Creates a database on the PostgreSQL server at the address, or an embedded one when there is no address or no answer. */
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
    async cpuMs() {
      const rows = await administer(serverUrl, `select pid from pg_stat_activity where datname = '${name}'`)
      const times = await Promise.all(
        rows.map(async row => [Number(row.pid), await readCpuMs(Number(row.pid))] as const),
      )
      return new Map(times.flatMap(([pid, ms]) => (ms === null ? [] : [[pid, ms] as const])))
    },
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
    cpuMs: async () => new Map(),
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
    // Takes longer than a request may.
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
