import { once } from 'node:events'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { ApolloServer } from '@apollo/server'
import { MemPubSub } from '@graphql-hive/pubsub'
import { z } from 'zod'
import { ownPort } from './own-port.ts'

/** Not a literal, because the package's types would declare the globals of browsers for the whole project. */
const runtimePackage: string = '@graphql-hive/gateway-runtime'
const folder = resolve(import.meta.dirname, '../../docs/federation')

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

/** Runs a script of docs/federation in this process, because a process of its own loads the gateway's packages again. */
export async function runScript(name: string, ...args: readonly string[]): Promise<unknown> {
  const { argv } = process
  process.argv = [process.execPath, name, ...args]
  try {
    return await import(join(folder, name))
  } finally {
    process.argv = argv
  }
}

/** Starts Hive Gateway with the settings in docs/federation, whose transport for events is replaced by another. */
export async function startHiveGateway(
  supergraph: string,
  kind: Exclude<GatewayKind, 'apollo'>,
  port?: string,
): Promise<Gateway> {
  const { createGatewayRuntime } = await import(runtimePackage)
  const { gatewayConfig } = await import(join(folder, 'hive-gateway.config.mjs'))
  const free = port ?? (await ownPort())
  const url = `http://127.0.0.1:${free}`
  const headers = [['x-api-key', "{context.headers['x-api-key']}"]]
  const callback = { public_url: `${url}/callback`, path: '/callback', heartbeat_interval: 5_000 }
  const subscriptions = {
    socket: gatewayConfig.transportEntries['*.http'].options.subscriptions,
    // Without `method` it uses GET, which Assay refuses.
    stream: { kind: 'http', headers, options: { method: 'POST' } },
    callback: { kind: 'http-callback', headers, options: callback },
  }
  const runtime = createGatewayRuntime({
    ...gatewayConfig,
    supergraph,
    transportEntries: { '*.http': { options: { subscriptions: subscriptions[kind] } } },
    pubsub: new MemPubSub(),
    webhooks: true,
    logging: false,
  })
  const server = createServer(runtime)
  await once(server.listen(Number(free), '127.0.0.1'), 'listening')
  return {
    kind,
    url,
    async stop() {
      server.closeAllConnections()
      server.close()
      await runtime[Symbol.asyncDispose]()
    },
  }
}

/** Starts Apollo Gateway as docs/federation does. @param supergraph a file */
export async function startApolloGateway(supergraph: string): Promise<Gateway> {
  const port = await ownPort()
  const shape = z.object({ server: z.instanceof(ApolloServer) })
  const { server } = shape.parse(await runScript('apollo-gateway.mjs', supergraph, port))
  return { kind: 'apollo', url: `http://127.0.0.1:${port}`, stop: () => server.stop() }
}
