import pino from 'pino'
import {
  createFlvxtractSimulator,
  type FlvxtractControl,
  type FlvxtractSimulatorOptions,
} from '../../src/providers/flvxtract/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The vendor of statements as a server that the test controls. */
export interface Vendor {
  readonly control: FlvxtractControl
  /** The variables with which a node reaches it. The node itself simulates nothing. */
  readonly variables: Environment
  /** Sends its webhooks to a node. */
  announceTo(node: { readonly url: string }): void
  /** The number of tried and of accepted uploads of documents with this digest. */
  uploadsOf(sha256: string): { readonly tried: number; readonly taken: number }
  /** The number of calls for the result of a document. */
  resultsAsked(sha256: string): number
  stop(): Promise<void>
}

/** Processing takes 4 to 9 s, divided by the speed. It answers strictly as documented. */
export async function startVendor(own: Partial<FlvxtractSimulatorOptions> = {}): Promise<Vendor> {
  const logger = pino({ level: 'silent' })
  const simulator = createFlvxtractSimulator({ port: 0, speed: 1_000, logger, webhookUrl: null, ...own })
  const variables = await simulator.start()
  const { control } = simulator
  const statementsOf = (sha256: string) => control.statements().filter(statement => statement.digest === sha256)
  return {
    control,
    variables: { ...variables, SIMULATE: '' },
    announceTo(node) {
      control.webhooks.url = `${node.url}/webhooks/flvxtract`
    },
    uploadsOf: sha256 => ({
      tried: control.journal.filter(({ upload }) => upload?.digest === sha256).length,
      taken: statementsOf(sha256).length,
    }),
    resultsAsked(sha256) {
      const paths = statementsOf(sha256).map(({ id }) => `/api/statements/${id}/analysis`)
      return control.journal.filter(({ path }) => paths.includes(path)).length
    },
    stop: () => simulator.stop(),
  }
}
