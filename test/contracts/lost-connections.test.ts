import { describe, expect, test } from 'vitest'
import type { Queries } from '../../src/store/database.ts'
import { sql } from '../../src/store/sql.ts'
import { postgresqlReachable } from '../support/postgresql.ts'
import { setUpBreakablePostgresql } from '../support/set-up-breakable-postgresql.ts'

const unavailable = { code: 'INTERNAL', retryable: true, retryAfterSeconds: expect.any(Number) }
const unreachable = { ...unavailable, message: 'The database does not answer. Try again.' }
const one = sql`select 1 as one`

describe.skipIf(!postgresqlReachable)('P25 connections to PostgreSQL', () => {
  const opened = setUpBreakablePostgresql()

  async function pidOf(queries: Queries): Promise<number> {
    const [row] = await queries.acrossTenants<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    return row?.pid ?? 0
  }
  const terminate = (pid: number) => opened.witness.acrossTenants(sql`select pg_terminate_backend(${pid}, 5000)`)
  const works = () => expect(opened.database.acrossTenants(one)).resolves.toEqual([{ one: 1 }])

  test('if the server ends one during a transaction, only that transaction fails, with a retryable error', async () => {
    const failed = opened.database.transaction(async tx => {
      await terminate(await pidOf(tx))
      return tx.acrossTenants(one)
    })
    await expect(failed).rejects.toMatchObject(unreachable)
    await works()
  })

  test('if the server ends an idle one, it is replaced without an error', async () => {
    await terminate(await pidOf(opened.database))
    await expect.poll(() => opened.database.acrossTenants(one).catch(() => null)).toEqual([{ one: 1 }])
  })

  test('if all break at once, the running statements fail and later ones succeed', async () => {
    const slow = Array.from({ length: 3 }, () => opened.database.acrossTenants(sql`select pg_sleep(20)`))
    const failures = Promise.all(slow.map(query => expect(query).rejects.toMatchObject(unreachable)))
    // The first one was for the check of the encoding.
    await expect.poll(() => opened.proxy.connections).toBeGreaterThan(3)
    opened.proxy.tear()
    await failures
    await works()
  })

  test('if one stops answering during a statement, it is dropped after its time limit and another one is used', async () => {
    await works()
    opened.proxy.silence()
    await expect(opened.database.acrossTenants(one)).rejects.toMatchObject(unavailable)
    await works()
  })

  test('a server that accepts connections and never answers makes every lane fail in time, and works again when it answers', async () => {
    const lanes = (['requests', 'work', 'reserve'] as const).map(lane => opened.database.lane(lane))
    for (const lane of lanes) await lane.acrossTenants(one)
    opened.proxy.isMute = true
    opened.proxy.silence()
    const failures = lanes.flatMap(lane =>
      Array.from({ length: 8 }, () => expect(lane.acrossTenants(one)).rejects.toMatchObject(unavailable)),
    )
    await Promise.all(failures)
    opened.proxy.isMute = false
    for (const lane of lanes) expect(await lane.acrossTenants(one)).toEqual([{ one: 1 }])
  })

  test('a server that refuses connections makes queries fail at once', async () => {
    opened.proxy.target = null
    await expect(opened.database.acrossTenants(one)).rejects.toMatchObject(unavailable)
  })

  test('a listener works again after its connection ended or stopped answering, and is told that it may have missed something', async () => {
    const heard: string[] = []
    const stop = await opened.database.listen('news', payload => heard.push(payload))
    const say = (word: string) => opened.witness.acrossTenants(sql`select pg_notify('news', ${word})`)
    await say('first')
    await expect.poll(() => heard).toEqual(['first'])
    for (const [lose, word] of [
      [() => opened.proxy.tear(), 'second'],
      [() => opened.proxy.silence(), 'third'],
    ] as const) {
      heard.length = 0
      lose()
      await say('missed')
      await expect.poll(() => heard).toContain('')
      await say(word)
      await expect.poll(() => heard.at(-1)).toBe(word)
    }
    await stop()
  })

  test('a listener that throws continues to get notifications', async () => {
    const heard: string[] = []
    await opened.database.listen('news', payload => {
      heard.push(payload)
      throw new Error('not understood')
    })
    for (const word of ['first', 'second']) await opened.witness.acrossTenants(sql`select pg_notify('news', ${word})`)
    await expect.poll(() => heard).toEqual(['first', 'second'])
  })

  test('an unanswered heartbeat makes waiting calls on older connections fail at once', async () => {
    const waiting = opened.database.lane('migration').transaction(async tx => {
      await tx.acrossTenants(one)
      // The first heartbeat follows, so it is later than the answer.
      await opened.database.listen('news', () => {})
      opened.proxy.silence()
      // Without a time limit of its own.
      await tx.acrossTenants(one)
    })
    await expect(waiting).rejects.toMatchObject(unavailable)
    await works()
  })

  test('P32 the server stops a statement that takes too long, and the connection stays usable; it stops waiting for a lock, and ends an idle transaction', async () => {
    async function takeTooLong() {
      const pid = await pidOf(opened.database)
      await expect(opened.database.acrossTenants(sql`select pg_sleep(20)`)).rejects.toMatchObject({
        ...unavailable,
        message: 'The database took too long. Ask for less at once, or try again.',
      })
      expect(await pidOf(opened.database)).toBe(pid)
    }
    // On connections of another lane, so that all wait at the same time.
    const work = opened.database.lane('work')
    async function waitForLock() {
      await opened.witness.acrossTenants(sql`create table if not exists held (id int primary key)`)
      await opened.witness.transaction(async holder => {
        await holder.acrossTenants(sql`lock table held`)
        await expect(work.acrossTenants(sql`select * from held`)).rejects.toMatchObject({
          ...unavailable,
          message: 'Another change is being made to the same data. Try again.',
        })
      })
    }
    async function idle() {
      const waiting = work.transaction(async tx => {
        const pid = await pidOf(tx)
        const gone = sql`select 1 from pg_stat_activity where pid = ${pid}`
        await expect.poll(() => opened.witness.acrossTenants(gone)).toEqual([])
        await tx.acrossTenants(one)
      })
      await expect(waiting).rejects.toMatchObject(unavailable)
    }
    await Promise.all([takeTooLong(), waitForLock(), idle()])
    await works()
  })

  test('P32 a call that gets no connection in time throws a retryable error', async () => {
    const release = Promise.withResolvers<void>()
    const holders = Array.from({ length: 3 }, () => opened.database.transaction(() => release.promise))
    await expect(opened.database.acrossTenants(one)).rejects.toMatchObject(unavailable)
    // The event log and background work have their own lanes.
    expect(await opened.database.lane('reserve').acrossTenants(one)).toEqual([{ one: 1 }])
    expect(await opened.database.lane('work').acrossTenants(one)).toEqual([{ one: 1 }])
    release.resolve()
    await Promise.allSettled(holders)
  })
})
