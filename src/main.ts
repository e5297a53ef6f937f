import closeWithGrace from 'close-with-grace'
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { describeReady } from './describe-ready.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { providers } from './providers/index.ts'
import { createLogger } from './server/create-logger.ts'
import { startTelemetry } from './telemetry.ts'

const longestStopMs = 9_500

try {
  const config = loadConfig(process.env, providers)
  // A terminal gets one readable line, a pipe gets only JSON.
  const { isTTY: isTerminal } = process.stdout
  const logger = createLogger(isTerminal && !process.env.LOG_LEVEL?.trim() ? 'warn' : config.logLevel)
  const stopTelemetry = config.otlpEndpoint === null ? async () => {} : await startTelemetry()
  const app = await createApp(config, providers, { logger })
  closeWithGrace({ delay: longestStopMs, logger: false }, async ({ err, signal }) => {
    if (err) logger.fatal({ err }, 'stopping after an error that nobody caught')
    else logger.info({ signal }, 'stopping')
    await app.stop()
    await stopTelemetry()
    logger.info('stopped')
  })
  const { url } = await app.start()
  if (isTerminal) process.stdout.write(`${describeReady(url, config)}\n`)
  logger.info({ url, anonymous: config.anonymous, simulated: config.simulate, explorer: config.explorer }, 'ready')
} catch (error) {
  // Exit even if something keeps the event loop alive.
  process.stderr.write(`${describeStartFailure(error)}\n`, () => process.exit(1))
}
