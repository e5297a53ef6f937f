import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The simulators as `npm run simulators` runs them: all in one process. */
export interface SimulatorProcess {
  /** What a node needs to use them. */
  readonly variables: Readonly<Record<string, string>>
  stop(): Promise<void>
}

export async function startSimulators(variables: Readonly<Record<string, string>>): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/simulators.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      // Several in a row, below those that the system gives out by itself.
      SIMULATORS_PORT: String(randomInt(20_000, 30_000)),
      ...variables,
    },
  })
  const told: Record<string, string> = {}
  // The last of them is named last.
  for await (const line of createInterface(child.stdout)) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    if (name !== '') told[name] = value
    if (name === 'BANK_XRAY_WEBHOOK_KEY') break
  }
  if (!told.BANK_XRAY_WEBHOOK_KEY) throw new Error('The simulators did not start.')
  return {
    variables: told,
    async stop() {
      const exited = once(child, 'exit')
      if (child.kill()) await exited
    },
  }
}
