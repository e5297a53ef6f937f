import pino from 'pino'
import { createFinovoxSimulator, type FinovoxControl } from '../../src/providers/finovox/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The vendor of decisions about documents as a server of the test's own, with the test's hand on everything it does. */
export interface FraudVendor {
  readonly control: FinovoxControl
  /** With which a node reaches it. */
  readonly variables: Environment
  /** How many folders with a document of this digest it was sent, and how many of them it took. */
  foldersOf(sha256: string): { readonly sent: number; readonly taken: number }
  stop(): Promise<void>
}

/** A folder takes it 8 to 20 s divided by the speed. */
export async function startFraudVendor(speed = 1_000): Promise<FraudVendor> {
  const logger = pino({ level: 'silent' })
  const simulator = createFinovoxSimulator({ port: 0, speed, logger, webhookUrl: null })
  const variables = await simulator.start()
  const { control } = simulator
  return {
    control,
    variables,
    foldersOf(sha256) {
      const has = (folder: { documents: readonly { digest: string }[] } | null) =>
        folder?.documents.some(({ digest }) => digest === sha256) ?? false
      return {
        sent: control.journal.filter(({ folder }) => has(folder)).length,
        taken: control.cases().filter(({ folder }) => has(folder)).length,
      }
    },
    stop: () => simulator.stop(),
  }
}
