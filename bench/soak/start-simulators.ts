import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** All simulators in one process, as with `npm run simulators`. */
export interface SimulatorProcess {
  /** The variables with which a node uses them. */
  readonly variables: Readonly<Record<string, string>>
  stop(): Promise<void>
}

export async function startSimulators(variables: Readonly<Record<string, string>>): Promise<SimulatorProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/simulators.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      // Several consecutive ports below the ephemeral range.
      SIMULATORS_PORT: String(randomInt(20_000, 30_000)),
      ...variables,
    },
  })
  const told: Record<string, string> = {}
  let isComplete = false
  for await (const line of createInterface(child.stdout)) {
    const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    if (name !== '') told[name] = value
    isComplete = line === '# They run until Ctrl-C.'
    if (isComplete) break
  }
  if (!isComplete) throw new Error('The simulators did not start.')
  return {
    variables: told,
    async stop() {
      const exited = once(child, 'exit')
      if (child.kill()) await exited
    },
  }
}
