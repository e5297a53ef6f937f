import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '../..')

/** Builds the console, unless it is newer than its sources. */
export async function ensureConsole(): Promise<void> {
  const builtAt = changedAt(join(root, 'dist/console/index.html'))
  const sources = ['console', 'client'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(path => join(root, folder, path)),
  )
  if (sources.every(path => changedAt(path) < builtAt)) return
  // Libraries are bundled for NODE_ENV, which would be that of tests.
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)('npm', ['run', 'build:console'], { cwd: root, env })
}

/** The time of the last change in milliseconds since 1970; 0 for a missing file. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
