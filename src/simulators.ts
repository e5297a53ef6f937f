import { pino } from 'pino'
import { z } from 'zod'
import { ConfigError, describeFaults } from './config/config-error.ts'
import { baseUrl, decimalNumber, oneOf, wholeNumber } from './config/variable-schemas.ts'
import { providers } from './providers/index.ts'
import type { Provider } from './providers/provider.ts'

/** Runs every provider's simulator in this process, on neighbouring ports in the order of the registration. */

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()))
const variables = z
  .object({
    SIMULATORS_PORT: wholeNumber({ min: 1, max: 65_000 }).default(4100),
    SIMULATOR_SPEED: decimalNumber({ min: 0.01, max: 1_000_000 }).default(1),
    WEBHOOK_BASE_URL: baseUrl.optional(),
    PUBLIC_URL: baseUrl.optional(),
    LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .safeParse(given)

if (!variables.success) {
  process.stderr.write(`${new ConfigError(describeFaults(variables.error, given)).message}\n`)
  process.exit(1)
}

const settings = variables.data
const webhookBase = settings.WEBHOOK_BASE_URL ?? settings.PUBLIC_URL ?? 'http://127.0.0.1:4000'
const logger = pino({ level: settings.LOG_LEVEL }, pino.destination(2))

const simulators = providers.map((provider, index) =>
  provider.createSimulator({
    port: settings.SIMULATORS_PORT + index,
    speed: settings.SIMULATOR_SPEED,
    logger: logger.child({ provider: provider.id }),
    webhookUrl: toWebhookUrl(provider),
  }),
)

process.stdout.write(
  `# Webhooks go to ${webhookBase}/webhooks. To use these simulators, start a node with:\nSIMULATE=\n`,
)
for (const simulator of simulators) {
  for (const [name, value] of Object.entries(await simulator.start())) process.stdout.write(`${name}=${value ?? ''}\n`)
}
process.stdout.write('# They run until Ctrl-C.\n')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all(simulators.map(simulator => simulator.stop()))
  })
}

/** The address ends with a token if the provider has one: the first of `<ID>_WEBHOOK_TOKEN`. */
function toWebhookUrl({ id, variables }: Provider): string {
  const name = `${id.toUpperCase().replaceAll('-', '_')}_WEBHOOK_TOKEN`
  const token = name in variables ? process.env[name]?.split(',')[0]?.trim() : undefined
  return [webhookBase, 'webhooks', id, ...(token ? [token] : [])].join('/')
}
