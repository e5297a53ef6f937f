import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { reservePort } from '../src/reserve-port.ts'
import { type BenchClient, connectTo, type Protocol } from './bench-client.ts'
import type { DatabaseAddress } from './bench-database.ts'
import { readCpuMs } from './read-cpu.ts'
import { apiKey, secretKey, tenant } from './settings.ts'

/** A server in its own process. */
export interface BenchServer extends BenchClient {
  /** The processor time of its process so far, in milliseconds; null on systems other than Linux. */
  cpuMs(): Promise<number | null>
  /** The present memory of its process; NaN on systems other than Linux. */
  rssBytes(): Promise<number>
  /** Ends it. */
  stop(): Promise<void>
}

/** A server that this benchmark started. */
export interface BenchProcess extends BenchServer {
  /** Ends it with SIGKILL. */
  kill(): Promise<void>
}

export interface BenchServerOptions {
  readonly name: string
  /** Relative to this folder. */
  readonly entry: string
  readonly protocol: Protocol
  readonly database: DatabaseAddress
  readonly connections: number
  /** Default: a free port. */
  readonly port?: number
  /** Arguments for Node. */
  readonly flags?: readonly string[]
  /** Added to the default variables, or replacing them. */
  readonly variables?: Readonly<Record<string, string>>
}

const patienceMs = 60_000

export async function startBenchServer(options: BenchServerOptions): Promise<BenchProcess> {
  const port = options.port ?? (await reservePort('127.0.0.1'))
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(options.flags ?? []),
      fileURLToPath(new URL(options.entry, import.meta.url)),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: options.database.directory,
        ...(options.database.url === null ? {} : { DATABASE_URL: options.database.url }),
        API_KEYS: `${tenant}:${apiKey}`,
        SECRET_KEY: secretKey,
        // All load comes from one tenant, and its limits must not affect the measurement.
        CALLER_LIMITS: 'requests=1000000/1,sockets=100000,operations=10000,queued=100000,cost=1000000000',
        ...options.variables,
      },
    },
  )
  const { name, protocol, connections } = options
  const client = connectTo({ name, url: `http://127.0.0.1:${port}`, protocol, connections })
  const server: BenchProcess = {
    ...client,
    cpuMs: () => readCpuMs(child.pid),
    rssBytes: () => readRssBytes(child.pid),
    async stop() {
      await client.stop()
      await endProcess(child)
    },
    async kill() {
      await client.stop()
      const exited = once(child, 'exit')
      if (child.kill('SIGKILL')) await exited
    },
  }
  try {
    await untilListening(child, port)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function readRssBytes(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? Number.NaN) * 1_024
}

export async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    await answer?.body?.cancel()
    if (answer) return
    await delay(100)
  }
  throw new Error(`A server did not start within ${patienceMs / 1_000} s.`)
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(timer)
}
