import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { ownPort } from './own-port.ts'
import { createPostgresqlDatabase, postgresqlReachable } from './postgresql.ts'

/**
 * A node in the test's process, by default without settings: simulated providers, no authentication. Its database is
 * on PostgreSQL if a server answers, because that is faster, else embedded.
 */
export async function startSandboxNode(
  variables: Environment = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-node-'))
  const place = postgresqlReachable && !variables.DATABASE_URL ? await createPostgresqlDatabase() : null
  const database = place ? { DATABASE_URL: place.url } : {}
  const config = loadConfig(
    { PORT: await ownPort(), DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...database, ...variables },
    providers,
  )
  const app = await createApp(config, providers, { logger: createLogger(config.logLevel) })
  const { url } = await app.start()
  return {
    url,
    async stop() {
      await app.stop()
      await place?.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}
