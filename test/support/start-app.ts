import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { createGraphqlClient } from './graphql-client.ts'
import { ownPort } from './own-port.ts'
import { createPostgresqlDatabase, postgresqlReachable } from './postgresql.ts'
import { startVendor, type Vendor } from './start-vendor.ts'

export const secretKey = 'a-secret-of-the-tests-with-32-characters'
/** Keys of two tenants. */
export const keys = { acme: 'acme-0123456789-abcdefghij', other: 'other-0123456789-abcdefghi' } as const
/** Variables with authentication and short waits. */
export const nodeVariables: Environment = {
  API_KEYS: `acme:${keys.acme},other:${keys.other}`,
  SECRET_KEY: secretKey,
  POLL_SPEEDUP: '50',
}

/** A whole node in the test's process, with a vendor. */
export interface TestApp {
  readonly url: string
  readonly vendor: Vendor
  readonly database: Database
  /** A client of the tenant `acme`. */
  readonly client: ReturnType<typeof createGraphqlClient>
  readonly other: ReturnType<typeof createGraphqlClient>
  /** The log so far, from level debug. */
  log(): string
  stop(): Promise<void>
}

/**
 * Starts a node on a free port of loopback with a new database: on PostgreSQL if a server answers, because that is
 * faster, else embedded. The vendor's limits of calls are removed, because tests call more often than allowed.
 */
export async function startApp(variablesFor: (vendor: Vendor) => Environment = () => ({})): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
  const place = postgresqlReachable ? await createPostgresqlDatabase() : null
  const database = await openDatabase(place?.url ?? null, dataDir)
  const vendor = await startVendor()
  const lines: string[] = []
  const unlimited = providers.map(provider => ({
    ...provider,
    budgets: Object.fromEntries(Object.keys(provider.budgets).map(name => [name, { limit: 1_000_000, perMs: 60_000 }])),
  }))
  const variables = {
    PORT: await ownPort(),
    DATA_DIR: dataDir,
    ...vendor.variables,
    ...nodeVariables,
    ...variablesFor(vendor),
  }
  const config = loadConfig(variables, unlimited)
  const logger = createLogger('debug', { write: line => void lines.push(line) })
  const app = await createApp(config, unlimited, { logger, database })
  const { url } = await app.start()
  vendor.announceTo({ url })
  return {
    url,
    vendor,
    database,
    client: createGraphqlClient({ url }, keys.acme),
    other: createGraphqlClient({ url }, keys.other),
    log: () => lines.join(''),
    async stop() {
      await app.stop()
      await vendor.stop()
      await database.stop()
      await place?.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}
