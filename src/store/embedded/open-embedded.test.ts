import { mkdir, mkdtemp, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedImage, prepareDataDir } from '../../../test/support/embedded-image.ts'
import { describeStartFailure } from '../../describe-start-failure.ts'
import { sql } from '../sql.ts'
import { openEmbedded } from './open-embedded.ts'

let directory = ''

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-embedded-'))
})

afterAll(() => rm(directory, { recursive: true }))

test('a second opening of a data directory is refused with a message that says what to do, and keeps what was written', async () => {
  const first = await openEmbedded(directory)
  await first.acrossTenants(sql`create table kept (value text)`)
  await first.acrossTenants(sql`insert into kept values ('here')`)
  await expect(openEmbedded(directory)).rejects.toThrow(/is in use by another process.*DATABASE_URL/)
  await first.stop()
  const second = await openEmbedded(directory)
  expect(await second.acrossTenants(sql`select value from kept`)).toEqual([{ value: 'here' }])
  await second.stop()
})

test('a heavy query does not keep timers of this thread waiting', async () => {
  const database = await openEmbedded(null, embeddedImage())
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  await database.acrossTenants(sql`select count(*) from generate_series(1, 2000000)`)
  clearInterval(timer)
  // On one thread not a single tick would fit between sending the query and its answer.
  expect(ticks).toBeGreaterThan(5)
  await database.stop()
})

test('P25 a thread of the embedded database that breaks down fails queries, and not the process', async () => {
  const started = Promise.withResolvers<Worker>()
  process.once('worker', started.resolve)
  const database = await openEmbedded(null, embeddedImage())
  const worker = await started.promise
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
  // The engine would begin a new database in its place.
  { name: 'PG_VERSION is gone', damage: database => unlink(join(database, 'PG_VERSION')) },
]

test.each(damages)('an embedded database of which $name is told in one plain line', async ({ damage }) => {
  const damaged = join(directory, 'damaged')
  const database = join(damaged, 'database')
  await mkdir(damaged)
  await prepareDataDir(damaged)
  await damage(database)
  const failure = await openEmbedded(damaged).then(
    () => null,
    (error: unknown) => error,
  )
  expect(describeStartFailure(failure)).toBe(
    `DATA_DIR: the embedded database in ${database} cannot be opened: its files are damaged, or of another version. Restore the directory from a backup, or move it away to begin with an empty database.`,
  )
  // The directory is free again.
  await rm(damaged, { recursive: true })
})
