import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { reservePort } from '../src/reserve-port.ts'
import { connectTo } from './bench-client.ts'
import { type BenchServer, endProcess, untilListening } from './bench-server.ts'
import { apiKey } from './settings.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * Starts Hive Gateway in front of a subgraph, as a team with its own graph would. Mesh over the REST routes is not
 * measured, because its JSON Schema handler is not part of the gateway.
 */
export async function startBenchGateway(subgraph: BenchServer, connections: number): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  const supergraph = join(folder, 'supergraph.graphql')
  const compose = ['docs/federation/compose.mjs', `assay=${subgraph.url}/graphql`]
  const composing = { cwd: root, env: { ...process.env, API_KEY: apiKey } }
  const { stdout } = await promisify(execFile)(process.execPath, compose, composing)
  await writeFile(supergraph, stdout)
  const port = await reservePort('127.0.0.1')
  const start = ['node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph', supergraph, '--port', `${port}`]
  const more = ['--host', '127.0.0.1', '--fork', '1', '--config-path', 'docs/federation/hive-gateway.config.mjs']
  const child = spawn(process.execPath, [...start, ...more], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  await untilListening(child, port)
  const url = `http://127.0.0.1:${port}`
  const client = connectTo({ name: 'Hive Gateway', url, protocol: 'graphql', connections })
  return {
    ...client,
    // It starts processes of its own, so its processor time is not known.
    cpuMs: async () => null,
    rssBytes: async () => Number.NaN,
    async stop() {
      await client.stop()
      await endProcess(child)
      await rm(folder, { recursive: true })
    },
  }
}
