import { createHash } from 'node:crypto'
import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const migrations = join(root, 'src/store/migrations')
const engine = join(root, 'node_modules/@electric-sql/pglite/package.json')

/**
 * The folder of a database with empty tables, to be copied at a first start, which is several times faster than creating
 * one. Each version of the engine and of the migrations has its own. It does not exist before `npm run build:database`.
 */
export function emptyDatabase(): string {
  const digest = createHash('sha256')
  const sources = [
    engine,
    ...readdirSync(migrations)
      .toSorted()
      .map(name => join(migrations, name)),
  ]
  for (const path of sources) digest.update(path.slice(root.length)).update(readFileSync(path))
  return join(root, 'dist/embedded', digest.digest('hex').slice(0, 16))
}

/**
 * Copies the folder of a database that is not open. There is no incomplete copy at `to` at any time, and what an
 * interrupted call has left beside it is replaced.
 */
export function copyDatabase(from: string, to: string): void {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  // The asynchronous function takes four times the processor time for these thousand files.
  cpSync(from, unfinished, { recursive: true })
  chmodSync(unfinished, 0o700)
  renameSync(unfinished, to)
}
