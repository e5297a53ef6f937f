import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

/** Runs a script that has a `logger`, in a process of its own. */
function run(script: string): ChildProcessByStdio<null, Readable, Readable> {
  const module = JSON.stringify(new URL('create-logger.ts', import.meta.url).href)
  const source = `import { createLogger } from ${module}; const logger = createLogger('info'); ${script}`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', source],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

test('lines are written in their order, also those before an exit', async () => {
  const child = run(
    `logger.info('a'); setTimeout(() => { logger.info('b'); logger.info('c'.repeat(100_000)); process.exit(3) }, 5)`,
  )
  const [lines, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  const messages = lines
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).msg)
  expect({ messages, code }).toEqual({ messages: ['a', 'b', 'c'.repeat(100_000)], code: 3 })
})

test('a server goes on when nobody reads its log any more', async () => {
  const child = run(
    `let turns = 0; const next = () => { logger.info('a'); turns += 1; turns < 500 ? setImmediate(next) : console.error('done') }; setTimeout(next, 50)`,
  )
  child.stdout.destroy()
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect({ said, code }).toEqual({ said: 'done\n', code: 0 })
})
