import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { emptyDatabase } from '../src/store/embedded/empty-database.ts'
import { openDatabase } from '../src/store/open-database.ts'

// Makes the embedded database that a first start copies, unless there is one of this version.

const place = emptyDatabase()
const folder = dirname(place)
if (!existsSync(place)) {
  mkdirSync(folder, { recursive: true })
  const unfinished = mkdtempSync(join(folder, 'unfinished-'))
  const database = await openDatabase(null, unfinished)
  await database.stop()
  // Another process may have made the same one meanwhile.
  if (!existsSync(place)) renameSync(join(unfinished, 'database'), place)
  rmSync(unfinished, { recursive: true })
}
// Those of other versions, but not what another process is making.
for (const name of readdirSync(folder))
  if (name !== basename(place) && !name.startsWith('unfinished-'))
    rmSync(join(folder, name), { recursive: true, force: true })
