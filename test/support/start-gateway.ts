import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { composeServices, type ServiceDefinition } from '@theguild/federation-composition'
import { ownPort } from './own-port.ts'
import { compileCache } from './start-process.ts'

const root = resolve(import.meta.dirname, '../..')

/**
 * Hive Gateway by its transport for events: sockets, event streams, or HTTP callbacks from us. Apollo Gateway has no
 * subscriptions.
 */
export type GatewayKind = 'socket' | 'stream' | 'callback' | 'apollo'

export interface Gateway {
  readonly kind: GatewayKind
  readonly url: string
  stop(): Promise<void>
}

/** Composes the supergraph. @throws Error with every composition error */
export function compose(services: ServiceDefinition[]): string {
  const { supergraphSdl, errors } = composeServices(services)
  if (errors !== undefined || supergraphSdl === undefined)
    throw new Error((errors ?? []).map(error => error.message).join('\n'))
  return supergraphSdl
}

const hive = (config: string) => (supergraph: string, port: string) => [
  'node_modules/@graphql-hive/gateway/dist/bin.js',
  ...['supergraph', supergraph, '--host', '127.0.0.1', '--port', port, '--fork', '1', '--config-path', config],
]

/** The commands that start them, as an operator does. */
const commands: Readonly<Record<GatewayKind, (supergraph: string, port: string) => readonly string[]>> = {
  socket: hive('docs/federation/hive-gateway.config.mjs'),
  stream: hive('test/support/gateway.config.js'),
  callback: hive('test/support/gateway.config.js'),
  apollo: (supergraph, port) => ['docs/federation/apollo-gateway.mjs', supergraph, port],
}

/** Starts a gateway in its own process on a port of loopback. */
export async function startGateway(services: ServiceDefinition[], kind: GatewayKind, port?: string): Promise<Gateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const supergraph = join(folder, 'supergraph.graphql')
  await writeFile(supergraph, compose(services))
  const free = port ?? (await ownPort())
  const url = `http://127.0.0.1:${free}`
  const child = spawn(join(root, 'node_modules/.bin/node'), commands[kind](supergraph, free), {
    cwd: root,
    env: { ...compileCache, PUBLIC_URL: url, SUBSCRIPTIONS: kind, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const exit = once(child, 'exit')
  const failed = exit.then(async () => {
    throw new Error(`The gateway ended: ${(await said).join('\n')}`)
  })
  await Promise.race([isUp(url, () => child.exitCode === null), failed])
  failed.catch(() => {})
  return {
    kind,
    url,
    async stop() {
      child.kill('SIGKILL')
      await exit
      await rm(folder, { recursive: true })
    },
  }
}

/** Polls the port, because gateways report readiness only in their logs, with changing texts. */
async function isUp(url: string, isRunning: () => boolean): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  while (isRunning()) {
    // A request that comes too early may never be answered.
    const signal = AbortSignal.timeout(5_000)
    const request = { method: 'POST', headers, body: '{"query":"{ __typename }"}', signal }
    const answer = await fetch(`${url}/graphql`, request).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
