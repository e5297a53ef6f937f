import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Lane } from '../../src/store/connection-bounds.ts'
import type { Database, Queries } from '../../src/store/database.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { sql } from '../../src/store/sql.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/databases.ts'
import { shortBounds } from '../support/short-bounds.ts'

const unavailable = { code: 'INTERNAL', retryable: true, retryAfterSeconds: expect.any(Number) }
const one = sql`select 1 as one`

describe.skipIf(!postgresqlReachable)('P25 connections to PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
  let proxy: BreakingProxy
  let database: Database
  let witness: Database

  beforeAll(async () => {
    place = await createPostgresqlDatabase()
    witness = await openPostgresql(place.url)
  })
  afterAll(async () => {
    await witness.stop()
    await place.drop()
  })
  beforeEach(async () => {
    proxy = await startBreakingProxy({ url: place.url })
    const url = new URL(place.url)
    url.port = new URL(proxy.url).port
    database = await openPostgresql(url.href, { bounds: shortBounds })
  })
  afterEach(async () => {
    await database.stop()
    await proxy.stop()
  })

  async function pidOf(queries: Queries): Promise<number> {
    const [row] = await queries.acrossTenants<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    return row?.pid ?? 0
  }
  const terminate = (pid: number) => witness.acrossTenants(sql`select pg_terminate_backend(${pid}, 5000)`)
  const works = () => expect(database.acrossTenants(one)).resolves.toEqual([{ one: 1 }])

  test('one that the server ends during a transaction fails that transaction alone, with an error that says to try again', async () => {
    const failed = database.transaction(async tx => {
      await terminate(await pidOf(tx))
      return tx.acrossTenants(one)
    })
    await expect(failed).rejects.toMatchObject({ ...unavailable, message: 'The database does not answer. Try again.' })
    await works()
  })

  test('one that the server ends while nobody asks it anything is replaced without an error', async () => {
    await terminate(await pidOf(database))
    await expect.poll(() => database.acrossTenants(one).catch(() => null)).toEqual([{ one: 1 }])
  })

  test('all that are torn off at once fail what is under way and nothing after it', async () => {
    const slow = Array.from({ length: 3 }, () => database.acrossTenants(sql`select pg_sleep(0.4)`))
    const failures = Promise.all(slow.map(query => expect(query).rejects.toMatchObject(unavailable)))
    // The first was for a look at the encoding.
    await expect.poll(() => proxy.connections).toBe(4)
    proxy.tear()
    await failures
    await works()
  })

  test('one that falls silent during a statement is given up after its bound, and another one is used', async () => {
    await works()
    proxy.silence()
    await expect(database.acrossTenants(one)).rejects.toMatchObject(unavailable)
    await works()
  })

  test.each<Lane>(['requests', 'work', 'reserve'])(
    'a server that takes connections and never answers fails the lane "%s" in time, and is used again when it answers',
    async lane => {
      const own = database.lane(lane)
      await own.acrossTenants(one)
      proxy.isMute = true
      proxy.silence()
      const failures = Array.from({ length: 8 }, () =>
        expect(own.acrossTenants(one)).rejects.toMatchObject(unavailable),
      )
      await Promise.all(failures)
      proxy.isMute = false
      expect(await own.acrossTenants(one)).toEqual([{ one: 1 }])
    },
  )

  test('a server that refuses connections fails queries at once', async () => {
    proxy.target = null
    await expect(database.acrossTenants(one)).rejects.toMatchObject(unavailable)
  })

  test('who listens hears again after the connection was ended or fell silent, and is told that something may have been missed', async () => {
    const heard: string[] = []
    const stop = await database.listen('news', payload => heard.push(payload))
    const say = (word: string) => witness.acrossTenants(sql`select pg_notify('news', ${word})`)
    await say('first')
    await expect.poll(() => heard).toEqual(['first'])
    for (const [lose, word] of [
      [() => proxy.tear(), 'second'],
      [() => proxy.silence(), 'third'],
    ] as const) {
      heard.length = 0
      lose()
      await say('missed')
      await expect.poll(() => heard).toContain('')
      await say(word)
      await expect.poll(() => heard).toEqual(['', word])
    }
    await stop()
  })

  test('a listener that throws ends nothing, and goes on hearing', async () => {
    const heard: string[] = []
    await database.listen('news', payload => {
      heard.push(payload)
      throw new Error('not understood')
    })
    for (const word of ['first', 'second']) await witness.acrossTenants(sql`select pg_notify('news', ${word})`)
    await expect.poll(() => heard).toEqual(['first', 'second'])
  })

  test('a heartbeat without an answer frees at once those that wait on connections opened before', async () => {
    await database.listen('news', () => {})
    const waiting = database.lane('migration').transaction(async tx => {
      await tx.acrossTenants(one)
      proxy.silence()
      // No bound of its own.
      await tx.acrossTenants(one)
    })
    await expect(waiting).rejects.toMatchObject(unavailable)
    await works()
  })

  test('P32 the server stops a statement that takes too long, and the connection is used again', async () => {
    const pid = await pidOf(database)
    await expect(database.acrossTenants(sql`select pg_sleep(20)`)).rejects.toMatchObject({
      ...unavailable,
      message: 'The database took too long. Ask for less at once, or try again.',
    })
    expect(await pidOf(database)).toBe(pid)
  })

  test('P32 the server stops waiting for a lock, and ends a transaction that does nothing', async () => {
    await witness.acrossTenants(sql`create table if not exists held (id int primary key)`)
    await witness.transaction(async holder => {
      await holder.acrossTenants(sql`lock table held`)
      await expect(database.acrossTenants(sql`select * from held`)).rejects.toMatchObject({
        ...unavailable,
        message: 'Another change is being made to the same data. Try again.',
      })
    })
    const idle = database.transaction(async tx => {
      const pid = await pidOf(tx)
      const gone = sql`select 1 from pg_stat_activity where pid = ${pid}`
      await expect.poll(() => witness.acrossTenants(gone)).toEqual([])
      await tx.acrossTenants(one)
    })
    await expect(idle).rejects.toMatchObject(unavailable)
    await works()
  })

  test('P32 who gets no connection in time is told to try again', async () => {
    const release = Promise.withResolvers<void>()
    const holders = Array.from({ length: 3 }, () => database.transaction(() => release.promise))
    await expect(database.acrossTenants(one)).rejects.toMatchObject(unavailable)
    // The lanes of the event log and of the work in the background are their own.
    expect(await database.lane('reserve').acrossTenants(one)).toEqual([{ one: 1 }])
    expect(await database.lane('work').acrossTenants(one)).toEqual([{ one: 1 }])
    release.resolve()
    await Promise.allSettled(holders)
  })
})
