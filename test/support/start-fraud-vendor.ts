import pino from 'pino'
import { createFinovoxSimulator, type FinovoxControl } from '../../src/providers/finovox/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The vendor of decisions about documents as a server that the test controls. */
export interface FraudVendor {
  readonly control: FinovoxControl
  /** The variables with which a node reaches it. */
  readonly variables: Environment
  /** The number of sent and of accepted folders with a document of this digest. */
  foldersOf(sha256: string): { readonly sent: number; readonly taken: number }
  stop(): Promise<void>
}

/** A folder takes 8 to 20 s, divided by the speed. */
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
