import closeWithGrace from 'close-with-grace'
import { createApp } from './app.ts'
import { loadConfig } from './config.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { providers } from './providers/index.ts'
import { createLogger } from './server/create-logger.ts'
import { startTelemetry } from './telemetry.ts'

// The one place besides the tests that starts a server for good.

const longestStopMs = 9_500

try {
  const config = loadConfig(process.env, providers)
  const logger = createLogger(config.logLevel)
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
  logger.info({ url, anonymous: config.anonymous, simulated: config.simulate, explorer: config.explorer }, 'ready')
} catch (error) {
  // Whatever still keeps the process alive is of no use to anybody.
  process.stderr.write(`${describeStartFailure(error)}\n`, () => process.exit(1))
}
