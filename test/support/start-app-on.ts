import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type AppOverrides, createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import type { Environment, Provider } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import type { Database } from '../../src/store/database.ts'
import { executeSql } from './execute-sql.ts'
import { createGraphqlClient } from './graphql-client.ts'
import { ownPort } from './own-port.ts'

/** Keys of three tenants; each has all scopes. */
export const tenantKeys = {
  acme: 'acme-0123456789-abcdefghij',
  globex: 'globex-0123456789-abcdefgh',
  initech: 'initech-0123456789-abcdefg',
} as const

export const secretKey = 'a-secret-of-the-tests-with-32-characters'

/** Variables with authentication. */
export const nodeVariables: Environment = {
  API_KEYS: Object.entries(tenantKeys)
    .map(entry => entry.join(':'))
    .join(),
  SECRET_KEY: secretKey,
}

export type AppOnDatabase = Awaited<ReturnType<typeof startAppOn>>

/** A whole node in the test's process, with a given database and providers. */
export async function startAppOn(
  database: Database,
  providers: readonly Provider[],
  variables: Environment = {},
  overrides: Omit<AppOverrides, 'database' | 'logger'> = {},
) {
  const dataDir = await mkdtemp(join(tmpdir(), 'app-'))
  const lines: string[] = []
  const usual = { PORT: await ownPort(), DATA_DIR: dataDir, ...nodeVariables, SIMULATE: ',', POLL_SPEEDUP: '1000' }
  const logger = createLogger('debug', { write: line => void lines.push(line) })
  const app = await createApp(loadConfig({ ...usual, ...variables }, providers), providers, {
    ...overrides,
    database,
    logger,
  })
  const { url } = await app.start()
  return {
    url,
    port: Number(new URL(url).port),
    client: (key: string) => createGraphqlClient({ url }, key),
    /** The log so far, from level debug. */
    log: () => lines.join(''),
    /** Resolves when no work is running or due. */
    async settled(): Promise<void> {
      const busy = `select count(*) as count from work
        where claim_owner is not null or hinted_at is not null or due_at <= now() + interval '1 minute'`
      while ((await executeSql(database, busy)).rows[0]?.count > 0) await setTimeout(5)
    },
    /** The bytes of every file in the data directory, by path. */
    async files(): Promise<Map<string, Buffer>> {
      const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
      const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
      return new Map(await Promise.all(paths.map(async path => [path, await readFile(path)] as const)))
    },
    async stop() {
      await app.stop()
      await rm(dataDir, { recursive: true })
    },
  }
}
