import { afterAll, beforeAll } from 'vitest'
import type { JsonValue } from '../../src/domain/json.ts'
import { type Respond, startLoopbackServer } from '../../src/http/testing/loopback-server.ts'
import type { SubmissionStep } from '../../src/providers/analysis-driver.ts'
import type { Environment, Provider, Simulator } from '../../src/providers/provider.ts'
import { stored } from './connect-client.ts'
import { type ConnectedProvider, connectProvider, logger, reachedAt } from './connect-provider.ts'

/** Starts the simulator of a provider before the tests, and stops everything after them. */
export function setUpProvider(provider: Provider) {
  const opened: { stop(): Promise<void> }[] = []
  let simulator: Simulator
  let variables: Environment = {}

  beforeAll(async () => {
    simulator = provider.createSimulator({ port: 0, speed: 1_000_000, logger, webhookUrl: null })
    variables = await simulator.start()
  })
  afterAll(async () => {
    await Promise.all(opened.map(each => each.stop()))
    await simulator.stop()
  })

  function connect(own: Environment = variables, reached = provider): ConnectedProvider {
    const connected = connectProvider(reached, own)
    opened.push(connected)
    return connected
  }
  const connectTo = (url: string) => connect(variables, reachedAt(provider, url))
  async function startServer(respond: Respond) {
    const server = await startLoopbackServer(respond)
    opened.push({ stop: server.close })
    return server
  }

  return {
    /** Those that reach the simulator. */
    variables: () => variables,
    /** Connects to the simulator, by default with its variables. */
    connect: (own?: Environment) => connect(own),
    connectTo,
    startServer,
  }
}

/** Answers of a server that is not the vendor. */
export const surprises: Readonly<Record<string, Respond>> = {
  'an HTML page': response => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello</html>'),
  'a number': response => response.writeHead(200, { 'content-type': 'application/json' }).end('1e999'),
  'a reset': (_response, { message }) => message.socket.resetAndDestroy(),
}

/** Submits from a checkpoint to the end. @returns every step */
export async function takeSteps(
  step: (checkpoint: JsonValue) => Promise<SubmissionStep> | undefined,
  from: JsonValue = null,
): Promise<SubmissionStep[]> {
  const steps: SubmissionStep[] = []
  for (let count = 0; count < 200; count++) {
    const taken = await step(stored(steps.at(-1)?.checkpoint ?? from))
    if (!taken) throw new Error('The provider takes nothing.')
    if (taken.kind === 'postponed') throw taken.error
    steps.push(taken)
    if (taken.kind !== 'continue') return steps
  }
  throw new Error('The submission does not come to an end.')
}
