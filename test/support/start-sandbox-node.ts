import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { prepareDataDir } from './embedded-image.ts'

/** A node as it starts without any setting: embedded database, everything simulated, nobody has to say who they are. */
export async function startSandboxNode(
  variables: Environment = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sandbox-node-'))
  await prepareDataDir(dataDir)
  const config = loadConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...variables }, providers)
  const app = await createApp(config, providers, { logger: createLogger(config.logLevel) })
  const { url } = await app.start()
  return {
    url,
    async stop() {
      await app.stop()
      await rm(dataDir, { recursive: true })
    },
  }
}
