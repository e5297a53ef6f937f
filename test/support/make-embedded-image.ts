import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/open-database.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/assay')

/**
 * Makes one embedded database before all tests, so that none of them waits for a new one. It is kept for the next run, until
 * the migrations or the engine change.
 */
export default async function setup({ provide }: TestProject): Promise<void> {
  const directory = join(cache, `embedded-${await digestOfSources()}`)
  if (!existsSync(directory)) await make(directory)
  provide('embedded', directory)
}

/** Of all that an empty database depends on. */
async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256')
  const store = join(root, 'src/store')
  const migrations = (await readdir(join(store, 'migrations'))).sort().map(name => join(store, 'migrations', name))
  const engine = join(root, 'node_modules/@electric-sql/pglite/package.json')
  for (const path of [import.meta.filename, engine, join(store, 'migrate.ts'), ...migrations])
    digest.update(path.slice(root.length)).update(await readFile(path))
  return digest.digest('hex').slice(0, 16)
}

async function make(directory: string): Promise<void> {
  // Optimising machine code that runs once takes longer than running it does.
  setFlagsFromString('--no-wasm-tier-up')
  setFlagsFromString('--no-wasm-dynamic-tiering')
  await mkdir(cache, { recursive: true })
  const earlier = (await readdir(cache)).filter(name => name.startsWith('embedded-') && name !== basename(directory))
  const unfinished = await mkdtemp(join(cache, 'unfinished-'))
  const database = await openDatabase(null, unfinished)
  await database.stop()
  const made = await PGlite.create({ dataDir: join(unfinished, 'database') })
  const image = await made.dumpDataDir('none')
  await made.close()
  await writeFile(join(unfinished, 'image.tar'), image.stream())
  // Another run may have made the same one meanwhile.
  if (existsSync(directory)) await rm(unfinished, { recursive: true })
  else await rename(unfinished, directory)
  for (const name of earlier) await rm(join(cache, name), { recursive: true, force: true })
}
