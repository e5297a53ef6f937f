import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { reservePort } from '../src/reserve-port.ts'
import type { DatabaseAddress } from './bench-database.ts'
import type { Operation } from './operations.ts'
import { apiKey, secretKey, tenant } from './settings.ts'

/** A server in a process of its own. */
export interface BenchServer {
  readonly name: string
  readonly url: string
  /** Asks for an operation. @throws Error for any status but 200 */
  ask(operation: Operation, applicantId: string): Promise<void>
  /** The same, with the answer's text. */
  read(operation: Operation, applicantId: string): Promise<string>
  /** Processor time that its process has used so far, in milliseconds; null where the system does not tell (not Linux). */
  cpuMs(): Promise<number | null>
  stop(): Promise<void>
}

export interface BenchServerOptions {
  readonly name: string
  /** Relative to this folder. */
  readonly entry: string
  readonly protocol: 'graphql' | 'rest'
  readonly database: DatabaseAddress
  readonly connections: number
}

const patienceMs = 60_000

export async function startBenchServer(options: BenchServerOptions): Promise<BenchServer> {
  const port = await reservePort('127.0.0.1')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(new URL(options.entry, import.meta.url))],
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
      },
    },
  )
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: options.connections, pipelining: 1 })
  const headers = { 'content-type': 'application/json', 'x-api-key': apiKey }

  async function request(operation: Operation, applicantId: string) {
    const answer =
      options.protocol === 'rest'
        ? await pool.request({ method: 'GET', path: `${operation.path}?id=${applicantId}` })
        : await pool.request({
            method: 'POST',
            path: '/graphql',
            headers,
            body: JSON.stringify({ query: operation.query, variables: { id: applicantId } }),
          })
    if (answer.statusCode !== 200)
      throw new Error(`${options.name} answered ${answer.statusCode}: ${await answer.body.text()}`)
    return answer.body
  }

  const server: BenchServer = {
    name: options.name,
    url: `http://127.0.0.1:${port}`,
    ask: async (operation, applicantId) =>
      (await request(operation, applicantId)).dump({ limit: Number.MAX_SAFE_INTEGER }),
    read: async (operation, applicantId) => (await request(operation, applicantId)).text(),
    cpuMs: () => readCpuMs(child.pid),
    async stop() {
      await pool.destroy()
      await end(child)
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
