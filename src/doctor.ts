import { parseArgs } from 'node:util'
import { examine } from './app/examine.ts'
import { loadConfig } from './config.ts'
import { describeStartFailure } from './describe-start-failure.ts'
import { providers } from './providers/index.ts'
import { createLogger } from './server/create-logger.ts'

// `npm run doctor`: reports faults of a deployment and what to do. `-- --delete-user <provider>/<id>` deletes a user at a vendor
// that no applicant has; it may be given several times.

try {
  const { values } = parseArgs({ options: { 'delete-user': { type: 'string', multiple: true } } })
  const config = loadConfig(process.env, providers)
  const write = (line: string) => process.stdout.write(`${line}\n`)
  const deletions = values['delete-user'] ?? []
  const isGood = await examine({ config, providers, logger: createLogger('silent'), deletions, write })
  process.exitCode = isGood ? 0 : 1
} catch (error) {
  process.stderr.write(`${describeStartFailure(error)}\n`)
  process.exitCode = 1
}
