import { registerWebhooks } from './app/register-webhooks.ts'
import { loadConfig } from './config.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { providers } from './providers/index.ts'
import { createLogger } from './server/create-logger.ts'

// `npm run webhooks:register`: registers our webhook address with vendors. A node never does that itself.

try {
  const config = loadConfig(process.env, providers)
  const write = (line: string) => process.stdout.write(`${line}\n`)
  const isComplete = await registerWebhooks({ config, providers, logger: createLogger('silent'), write })
  process.exitCode = isComplete ? 0 : 1
} catch (error) {
  process.stderr.write(`${describeStartFailure(error)}\n`)
  process.exitCode = 1
}
