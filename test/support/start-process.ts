import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Environment } from '../../src/providers/provider.ts'
import { ownPort } from './own-port.ts'

const root = resolve(import.meta.dirname, '../..')

/**
 * The arguments of every test process. It is short-lived, so optimising the embedded database's machine code is not
 * worth the time.
 */
export const nodeArgs: readonly string[] = ['--disable-warning=ExperimentalWarning', '--liftoff-only']
/** A compile cache, because many processes compile the same sources. */
export const compileCache: Environment = { NODE_COMPILE_CACHE: join(tmpdir(), 'assay-compile-cache') }

const lineSchema = z.looseObject({ msg: z.string() })

/** A line of a node's log. */
export type LogLine = z.infer<typeof lineSchema>

/** How a process ended: by an exit code or a signal. */
export interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A node as an operator runs it. */
export interface NodeProcess {
  readonly url: string
  /** The log so far. */
  readonly log: readonly LogLine[]
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<ProcessEnd>
  readonly ended: Promise<ProcessEnd>
}

const running = new Set<ChildProcess>()

/** Kills processes that tests left running. */
export async function killProcesses(): Promise<void> {
  await Promise.all([...running].map(child => end(child, 'SIGKILL')))
}

/**
 * Starts a node with only these variables, by default on a free port, and waits until it is ready.
 * @throws Error when it ends instead
 */
export async function startProcess(variables: Environment): Promise<NodeProcess> {
  const port = variables.PORT ?? (await ownPort())
  const child = launch({ ...variables, PORT: port })
  const { stdout, stderr } = pipesOf(child)
  const errors = text(stderr)
  const log: LogLine[] = []
  const ready = new Promise<void>(resolve => {
    createInterface(stdout).on('line', line => {
      const parsed = parseLine(line)
      log.push(parsed)
      if (parsed.msg === 'ready') resolve()
    })
  })
  const ended = endOf(child)
  await Promise.race([
    ready,
    ended.then(async ({ code }) => {
      throw new Error(`The node ended with ${code}: ${await errors}`)
    }),
  ])
  return { url: `http://127.0.0.1:${port}`, log, ended, kill: signal => end(child, signal) }
}

/** Runs a node that is expected to end by itself. */
export async function runProcess(variables: Environment): Promise<ProcessEnd & Record<'stdout' | 'stderr', string>> {
  const child = launch({ PORT: '0', ...variables })
  const pipes = pipesOf(child)
  const [end, stdout, stderr] = await Promise.all([endOf(child), text(pipes.stdout), text(pipes.stderr)])
  return { ...end, stdout, stderr }
}

function launch(variables: Environment): ChildProcess {
  const env = { ...compileCache, ...variables }
  const child = spawn(join(root, 'node_modules/.bin/node'), [...nodeArgs, 'src/main.ts'], { cwd: root, env })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

function pipesOf({ stdout, stderr }: ChildProcess) {
  if (!stdout || !stderr) throw new Error('The process has no output.')
  return { stdout, stderr }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<ProcessEnd> {
  const ended = endOf(child)
  child.kill(signal)
  return ended
}

async function endOf(child: ChildProcess): Promise<ProcessEnd> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode }
}

function parseLine(line: string): LogLine {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return { msg: line }
  }
}
