import pino from 'pino'
import {
  type BankXrayControl,
  type BankXraySimulatorOptions,
  createBankXraySimulator,
} from '../../src/providers/bank-xray/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The vendor of companies' risk as a server that the test controls. */
export interface RiskVendor {
  readonly control: BankXrayControl
  /** The variables with which a node reaches it. */
  readonly variables: Environment
  /** Sends its webhooks to a node. @param token the last part of the address */
  announceTo(node: { readonly url: string }, token?: string): void
  /** The number of stored and of online media with this digest, and of their requests. */
  mediaOf(sha256: string): { readonly stored: number; readonly online: number; readonly requests: number }
  stop(): Promise<void>
}

/** A document takes 8 to 20 s, divided by the speed. */
export async function startRiskVendor(own: Partial<BankXraySimulatorOptions> = {}): Promise<RiskVendor> {
  const logger = pino({ level: 'silent' })
  const simulator = createBankXraySimulator({ port: 0, speed: 1_000, logger, webhookUrl: null, ...own })
  const variables = await simulator.start()
  const { control } = simulator
  return {
    control,
    variables,
    announceTo(node, token) {
      control.webhooks.url = [node.url, 'webhooks', 'bank-xray', ...(token ? [token] : [])].join('/')
    },
    mediaOf(sha256) {
      const stored = control.media().filter(({ file }) => file?.digest === sha256)
      const online = stored.filter(({ status }) => status !== 'draft')
      return {
        stored: stored.length,
        online: online.length,
        requests: new Set(online.map(({ requestId }) => requestId)).size,
      }
    },
    stop: () => simulator.stop(),
  }
}
