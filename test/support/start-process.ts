import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Environment } from '../../src/providers/provider.ts'

const root = resolve(import.meta.dirname, '../..')
/** It is short-lived, so optimising the embedded database's machine code is not worth the time. */
const nodeArgs = ['--disable-warning=ExperimentalWarning', '--liftoff-only']
/** A compile cache, because many processes compile the same sources. */
export const compileCache: Environment = { NODE_COMPILE_CACHE: join(tmpdir(), 'assay-compile-cache') }

const lineSchema = z.looseObject({ msg: z.string() })

/** How a process ended: by an exit code or a signal. */
interface ProcessEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

type Child = ReturnType<typeof launch>

const running = new Set<Child>()

/** Kills processes that tests left running. */
export async function killProcesses(): Promise<void> {
  await Promise.all([...running].map(child => end(child, 'SIGKILL')))
}

/** Starts a script of the project with only these variables. */
export function launch(script: string, variables: Environment) {
  const child = spawn(join(root, 'node_modules/.bin/node'), [...nodeArgs, script], {
    cwd: root,
    env: { ...compileCache, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Runs a script that is expected to end by itself. */
export async function runProcess(script: string, variables: Environment) {
  const child = launch(script, variables)
  const [ended, stdout, stderr] = await Promise.all([endOf(child), text(child.stdout), text(child.stderr)])
  return { ...ended, stdout, stderr }
}

/** Starts a node as an operator runs it, and waits until it is ready. @throws Error when it ends instead */
export async function startProcess(variables: Environment & { readonly PORT: string }) {
  const child = launch('src/main.ts', variables)
  const errors = text(child.stderr)
  const log: z.infer<typeof lineSchema>[] = []
  const ready = new Promise<void>(resolve => {
    createInterface(child.stdout).on('line', line => {
      const parsed = parseLine(line)
      log.push(parsed)
      if (parsed.msg === 'ready') resolve()
    })
  })
  const failed = endOf(child).then(async ({ code }) => {
    throw new Error(`The node ended with ${code}: ${await errors}`)
  })
  await Promise.race([ready, failed])
  return {
    url: `http://127.0.0.1:${variables.PORT}`,
    /** The log so far. */
    log,
    /** Sends a signal and waits for the end. */
    kill: (signal: NodeJS.Signals) => end(child, signal),
  }
}

async function end(child: Child, signal: NodeJS.Signals): Promise<ProcessEnd> {
  const ended = endOf(child)
  child.kill(signal)
  return ended
}

async function endOf(child: Child): Promise<ProcessEnd> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode }
}

function parseLine(line: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return { msg: line }
  }
}
