import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ownPort } from './own-port.ts'

const program = '/usr/sbin/pgbouncer'

/** Whether PgBouncer is installed. */
export const pgbouncerInstalled = await access(program).then(
  () => true,
  () => false,
)

/**
 * Starts PgBouncer in transaction mode: all clients share two server connections. @returns an address of the same database
 */
export async function startPgbouncer(databaseUrl: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const url = new URL(databaseUrl)
  const name = url.pathname.slice(1)
  const port = await ownPort()
  const directory = await mkdtemp(join(tmpdir(), 'pgbouncer-'))
  const file = join(directory, 'pgbouncer.ini')
  await writeFile(
    file,
    `[databases]
${name} = host=${url.hostname} port=${url.port || '5432'} dbname=${name} user=${url.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 2
`,
  )
  // PgBouncer refuses to run as root.
  const child = spawn(program, [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), file], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  for await (const line of createInterface(child.stderr)) if (line.includes('process up')) break
  url.port = port
  return {
    url: url.href,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(directory, { recursive: true })
    },
  }
}
