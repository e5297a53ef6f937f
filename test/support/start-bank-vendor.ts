import pino from 'pino'
import { createFinoosSimulator, type FinoosControl } from '../../src/providers/finoos/simulator.ts'
import type { Environment } from '../../src/providers/provider.ts'

/** The provider of bank data as a server that the test controls. */
export interface BankVendor {
  readonly control: FinoosControl
  /** The variables with which a node reaches it. */
  readonly variables: Environment
  stop(): Promise<void>
}

export async function startBankVendor(): Promise<BankVendor> {
  const simulator = createFinoosSimulator({
    port: 0,
    speed: 1_000,
    logger: pino({ level: 'silent' }),
    webhookUrl: null,
  })
  const variables = await simulator.start()
  return { control: simulator.control, variables, stop: () => simulator.stop() }
}
