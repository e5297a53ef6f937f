import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedImage } from '../../../test/support/embedded-image.ts'
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
