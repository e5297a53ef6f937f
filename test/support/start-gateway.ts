import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { composeServices, type ServiceDefinition } from '@theguild/federation-composition'
import { reservePort } from '../../src/reserve-port.ts'

const root = resolve(import.meta.dirname, '../..')
const command = join(root, 'node_modules/@graphql-hive/gateway/dist/bin.js')

/** How the gateway hears of our events: over sockets that it opens, or by calls that we make. */
export type EventTransport = 'socket' | 'callback'

export interface Gateway {
  readonly url: string
  readonly transport: EventTransport
  stop(): Promise<void>
}

/** The supergraph. @throws Error with every reason why the subgraphs do not compose */
export function compose(services: ServiceDefinition[]): string {
  const { supergraphSdl, errors } = composeServices(services)
  if (errors !== undefined || supergraphSdl === undefined)
    throw new Error((errors ?? []).map(error => error.message).join('\n'))
  return supergraphSdl
}

/** Hive Gateway as an operator runs it, with `gateway.config.js`, on a port of loopback. */
export async function startGateway(
  services: ServiceDefinition[],
  transport: EventTransport,
  port?: number,
): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const supergraph = join(folder, 'supergraph.graphql')
  await writeFile(supergraph, compose(services))
  const free = port ?? (await reservePort('127.0.0.1'))
  const url = `http://127.0.0.1:${free}`
  const options = ['--host', '127.0.0.1', '--port', String(free), '--fork', '1']
  const config = ['--config-path', join(import.meta.dirname, 'gateway.config.js')]
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    [command, 'supergraph', supergraph, ...options, ...config],
    {
      cwd: root,
      env: { PUBLIC_URL: url, SUBSCRIPTIONS: transport, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const exit = once(child, 'exit')
  const failed = exit.then(async () => {
    throw new Error(`The gateway ended: ${(await said).join('\n')}`)
  })
  await Promise.race([isUp(url, () => child.exitCode === null), failed])
  failed.catch(() => {})
  return {
    url,
    transport,
    async stop() {
      child.kill('SIGKILL')
      await exit
      await rm(folder, { recursive: true })
    },
  }
}

/** There is nothing else to wait for: it announces itself in its log only, in words that change. */
async function isUp(url: string, isRunning: () => boolean): Promise<void> {
  while (isRunning()) {
    const answer = await fetch(`${url}/healthcheck`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
