import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { copyDatabase, emptyDatabase } from '../../src/store/embedded/empty-database.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/assay')

/**
 * Makes the embedded database that nodes copy at their first start, and a tar file of it for databases in memory, so that
 * no test waits for a new one. Both are kept until the migrations or the engine change.
 */
export default async function setup({ provide }: TestProject): Promise<void> {
  const database = emptyDatabase()
  if (!existsSync(database)) await promisify(execFile)('npm', ['run', 'build:database'], { cwd: root })
  const image = join(cache, `${basename(database)}.tar`)
  if (!existsSync(image)) await pack(database, image)
  provide('embeddedImage', image)
}

async function pack(database: string, image: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'unfinished-'))
  // Opening a database changes its files.
  const copy = join(folder, 'database')
  copyDatabase(database, copy)
  const opened = await PGlite.create({ dataDir: copy })
  const packed = await opened.dumpDataDir('none')
  await opened.close()
  const unfinished = join(folder, 'image.tar')
  await writeFile(unfinished, packed.stream())
  await rename(unfinished, image)
  await rm(folder, { recursive: true })
}
