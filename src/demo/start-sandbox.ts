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

/** Fast enough for a demo, slow enough to show the stages. */
const simulatorSpeed = '4'
const pollSpeedup = '6'

/**
 * The whole product on this machine: an embedded database in a temporary folder, simulated providers, no authentication. The
 * environment is not read, so that no real database or account is used.
 *
 * @param port a free one when absent @throws DemoFailure when the port is in use
 */
export async function startSandbox(port = '0'): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-demo-'))
  // Also runs when the process ends without `close`.
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
      // Another process may have taken the free port meanwhile; then another port is tried.
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
