import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/store/open-database.ts'

/** Makes one embedded database before all tests, so that none of them waits for a new one. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'embedded-'))
  const database = await openDatabase(null, directory)
  await database.stop()
  const made = await PGlite.create({ dataDir: join(directory, 'database') })
  const image = await made.dumpDataDir('none')
  await made.close()
  await writeFile(join(directory, 'image.tar'), image.stream())
  provide('embedded', directory)
  return () => rm(directory, { recursive: true })
}
