import pino from 'pino'
import type { SimulatedSession, SimulatedStatement } from '../../src/providers/finbox/simulator/sessions.ts'
import {
  createFinboxSimulator,
  type FinboxControl,
  type FinboxSimulatorOptions,
} from '../../src/providers/finbox/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The vendor of statements in sessions as a server that the test controls. */
export interface SessionVendor {
  readonly control: FinboxControl
  /** The variables with which a node reaches it. */
  readonly variables: Environment
  /** Sends its webhooks to a node, with the token of its variables. */
  announceTo(node: { readonly url: string }): void
  /** The sessions with a document of this digest, and its statements in each. */
  sessionsOf(
    sha256: string,
  ): readonly { readonly session: SimulatedSession; readonly statements: readonly SimulatedStatement[] }[]
  stop(): Promise<void>
}

/** Processing takes 4 to 9 s, divided by the speed. */
export async function startSessionVendor(own: Partial<FinboxSimulatorOptions> = {}): Promise<SessionVendor> {
  const logger = pino({ level: 'silent' })
  const simulator = createFinboxSimulator({ port: 0, speed: 1_000, logger, webhookUrl: null, ...own })
  const variables = await simulator.start()
  const { control } = simulator
  return {
    control,
    variables,
    announceTo(node) {
      control.webhooks.url = `${node.url}/webhooks/finbox/${variables.FINBOX_WEBHOOK_TOKEN}`
    },
    sessionsOf: sha256 =>
      control.sessions().flatMap(session => {
        const statements = session.accounts
          .flatMap(account => account.statements)
          .filter(statement => statement.digest === sha256)
        return statements.length > 0 ? [{ session, statements }] : []
      }),
    stop: () => simulator.stop(),
  }
}
