import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { openOneDatabase } from './databases.ts'
import { ownPort } from './own-port.ts'

/**
 * A node in the test's process, by default without settings: simulated providers, no authentication. Its database is
 * on PostgreSQL if a server answers, because that is faster, else embedded.
 */
export async function startSandboxNode(
  variables: Environment = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-node-'))
  const opened = variables.DATABASE_URL ? null : await openOneDatabase()
  const config = loadConfig({ PORT: await ownPort(), DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...variables }, providers)
  const logger = createLogger(config.logLevel)
  const app = await createApp(config, providers, { logger, ...(opened && { database: opened.database }) })
  const { url } = await app.start()
  return {
    url,
    async stop() {
      await app.stop()
      await opened?.close()
      await rm(dataDir, { recursive: true })
    },
  }
}
