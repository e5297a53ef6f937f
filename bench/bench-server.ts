import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { reservePort } from '../src/reserve-port.ts'
import { type BenchClient, connectTo } from './bench-client.ts'
import type { DatabaseAddress } from './bench-database.ts'
import { apiKey, secretKey, tenant } from './settings.ts'

/** A server in a process of its own. */
export interface BenchServer extends BenchClient {
  /** Processor time that its process has used so far, in milliseconds; null where the system does not tell (not Linux). */
  cpuMs(): Promise<number | null>
  /** Memory that its process has at this moment; NaN where the system does not tell. */
  rssBytes(): Promise<number>
  /** Ends it. */
  stop(): Promise<void>
}

/** One that this benchmark has started. */
export interface BenchProcess extends BenchServer {
  /** Ends it with SIGKILL, in the middle of whatever it does. */
  kill(): Promise<void>
}

export interface BenchServerOptions {
  readonly name: string
  /** Relative to this folder. */
  readonly entry: string
  readonly protocol: 'graphql' | 'rest'
  readonly database: DatabaseAddress
  readonly connections: number
  /** Any free one unless given. */
  readonly port?: number
  /** For Node itself. */
  readonly flags?: readonly string[]
  /** Beside the usual ones, or in their place. */
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
        // All load comes from one tenant, and what is measured is what the server can do.
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
      await end(child)
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

/** User and system time of all threads, in hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
async function readCpuMs(pid: number | undefined): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // The second field is a name in parentheses, which may hold anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
async function readRssBytes(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? Number.NaN) * 1_024
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    await answer?.body?.cancel()
    if (answer) return
    await delay(100)
  }
  throw new Error(`A server did not start within ${patienceMs / 1_000} s.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(timer)
}
