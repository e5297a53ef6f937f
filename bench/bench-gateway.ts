import { parse } from 'graphql'
import { request } from 'undici'
import { z } from 'zod'
import { startGateway } from '../test/support/start-gateway.ts'
import { connectTo } from './bench-client.ts'
import type { BenchServer } from './bench-server.ts'
import { apiKey } from './settings.ts'

const sdlSchema = z.object({ data: z.object({ _service: z.object({ sdl: z.string() }) }) })

/**
 * Starts Hive Gateway in front of a subgraph, as a team with its own graph would. Mesh over the REST routes is not
 * measured, because its JSON Schema handler is not part of the gateway.
 */
export async function startBenchGateway(subgraph: BenchServer, connections: number): Promise<BenchServer> {
  const url = `${subgraph.url}/graphql`
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
    body: JSON.stringify({ query: '{ _service { sdl } }' }),
  })
  const { data } = sdlSchema.parse(await answer.body.json())
  const gateway = await startGateway([{ name: 'assay', typeDefs: parse(data._service.sdl), url }], 'socket')
  const client = connectTo({ name: 'Hive Gateway', url: gateway.url, protocol: 'graphql', connections })
  return {
    ...client,
    // It starts processes of its own, so its processor time is not known.
    cpuMs: async () => null,
    rssBytes: async () => Number.NaN,
    async stop() {
      await client.stop()
      await gateway.stop()
    },
  }
}
