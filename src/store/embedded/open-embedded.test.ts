import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedImage } from '../../../test/support/embedded-image.ts'
import { describeStartFailure } from '../../describe-start-failure.ts'
import { openDatabase } from '../open-database.ts'
import { sql } from '../sql.ts'
import { copyDatabase, emptyDatabase } from './empty-database.ts'
import { openEmbedded } from './open-embedded.ts'

let directory = ''

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-embedded-'))
})

afterAll(() => rm(directory, { recursive: true }))

test('a data directory cannot be opened twice: the message says what to do, and the data stays', async () => {
  const first = await openEmbedded(directory, emptyDatabase())
  await first.acrossTenants(sql`create table kept (value text)`)
  await first.acrossTenants(sql`insert into kept values ('here')`)
  await expect(openEmbedded(directory, null)).rejects.toThrow(/is in use by another process.*DATABASE_URL/)
  await first.stop()
  const second = await openEmbedded(directory, null)
  expect(await second.acrossTenants(sql`select value from kept`)).toEqual([{ value: 'here' }])
  await second.stop()
})

test('a first start copies the database of the installation, even after an interrupted copy', async () => {
  const interrupted = join(directory, 'interrupted')
  await mkdir(join(interrupted, 'database.unfinished'), { recursive: true })
  await writeFile(join(interrupted, 'database.unfinished/PG_VERSION'), '12\n')
  const database = await openDatabase(null, interrupted)
  const rows = await database.acrossTenants(sql`select system_identifier::text as id from pg_control_system()`)
  await database.stop()
  // The engine gives each database that it creates another identifier, with which this file begins.
  const control = await readFile(join(emptyDatabase(), 'global/pg_control'))
  expect(rows).toEqual([{ id: String(control.readBigUInt64LE()) }])
  expect(await readdir(interrupted)).toEqual(['database', 'lock.sqlite'])
  expect((await stat(join(interrupted, 'database'))).mode & 0o077).toBe(0)
})

test('P25 a heavy query does not delay the timers of this thread, and when its own breaks down, queries fail and the process goes on', async () => {
  const started = Promise.withResolvers<Worker>()
  process.once('worker', started.resolve)
  const database = await openEmbedded(null, embeddedImage())
  const worker = await started.promise
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  await database.acrossTenants(sql`select count(*) from generate_series(1, 400000)`)
  clearInterval(timer)
  // If the query ran on this thread, there would be no tick before its answer.
  expect(ticks).toBeGreaterThan(5)

  const unavailable = { code: 'INTERNAL', retryable: true, retryAfterSeconds: expect.any(Number) }
  const waiting = expect(database.acrossTenants(sql`select pg_sleep(0)`)).rejects.toMatchObject(unavailable)
  worker.emit('error', new Error('out of memory'))
  await worker.terminate()
  await waiting
  await expect(database.acrossTenants(sql`select 1`)).rejects.toMatchObject(unavailable)
  await database.stop()
})

const damages: readonly { readonly name: string; damage(database: string): Promise<unknown> }[] = [
  { name: 'pg_control is cut off', damage: database => truncate(join(database, 'global/pg_control'), 100) },
  { name: 'the version is another one', damage: database => writeFile(join(database, 'PG_VERSION'), '12\n') },
  // The engine would create a new database in its place.
  { name: 'PG_VERSION is gone', damage: database => unlink(join(database, 'PG_VERSION')) },
]

test.each(damages)(
  'an embedded database of which $name is refused with one line that says what to do',
  async ({ damage }) => {
    const damaged = join(directory, 'damaged')
    const database = join(damaged, 'database')
    await mkdir(damaged)
    copyDatabase(emptyDatabase(), database)
    await damage(database)
    const failure = await openEmbedded(damaged, emptyDatabase()).then(
      () => null,
      (error: unknown) => error,
    )
    expect(describeStartFailure(failure)).toBe(
      `DATA_DIR: the embedded database in ${database} cannot be opened: its files are damaged, or of another version. Restore the directory from a backup, or move it away to begin with an empty database.`,
    )
    // The directory is unlocked again.
    await rm(damaged, { recursive: true })
  },
)
