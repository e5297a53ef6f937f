import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../app.ts'
import { ConfigError } from '../config/config-error.ts'
import { loadConfig } from '../config.ts'
import { providers } from '../providers/index.ts'
import type { Environment } from '../providers/provider.ts'
import { createLogger } from '../server/create-logger.ts'
import { DemoFailure } from './demo-failure.ts'

export interface Sandbox {
  readonly url: string
  stop(): Promise<void>
}

/** Fast enough not to bore, slow enough for the stages to be seen. */
const simulatorSpeed = '4'
const pollSpeedup = '6'

/**
 * The whole product on this machine: an embedded database in a temporary folder, every provider simulated, nobody has to
 * show who they are. Of the environment only the port is heeded, so that no real database or account is ever touched.
 *
 * @param port any free one when absent
 * @throws DemoFailure when the port cannot be had
 */
export async function startSandbox(port = '0'): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-demo-'))
  // However the process ends.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  const environment = {
    PORT: port,
    DATA_DIR: folder,
    SIMULATE: 'all',
    SIMULATOR_SPEED: simulatorSpeed,
    POLL_SPEEDUP: pollSpeedup,
  }
  for (let attempts = 1; ; attempts++)
    try {
      return await start(environment)
    } catch (error) {
      if (error instanceof ConfigError) throw new DemoFailure(error.message)
      // A port that was free a moment ago may be somebody else's by now; then another one is.
      if (isInUse(error) && port === '0' && attempts < 5) continue
      if (isInUse(error))
        throw new DemoFailure(`Port ${port} is in use. Name another one (PORT=4001 npm run demo), or none.`)
      throw error
    }
}

async function start(environment: Environment): Promise<Sandbox> {
  const config = loadConfig(environment, providers)
  const app = await createApp(config, providers, { logger: createLogger('error', process.stderr) })
  try {
    const { url } = await app.start()
    return { url, stop: () => app.stop() }
  } catch (error) {
    await app.stop()
    throw error
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
