import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeStartFailure } from '../../src/describe-start-failure.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { sql } from '../../src/store/sql.ts'
import { administer } from '../support/administer-postgresql.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { createBarePostgresqlDatabase, createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { startAppOn, tenantKeys } from '../support/start-app-on.ts'
import { pgbouncerInstalled, startPgbouncer } from '../support/start-pgbouncer.ts'

const tenant = parseTenantId('acme')
const foreign: Readonly<Record<string, string>> = {
  datestyle: "'German, DMY'",
  timezone: "'Asia/Kathmandu'",
  intervalstyle: "'iso_8601'",
  extra_float_digits: '-15',
  bytea_output: "'escape'",
  standard_conforming_strings: 'off',
  default_transaction_isolation: "'serializable'",
  default_transaction_read_only: 'on',
  statement_timeout: '0',
}
const increment = `mutation ($input: CreateApplicantInput!) { createApplicant(input: $input) { applicant { id } userErrors { code } } }`

/** The rules that depend on session settings, for a database with other settings. @param other a tenant of its own */
function defineSessionContract(database: () => Database, other: 'globex' | 'initech'): void {
  test('P25 dates, times, numbers and texts are read alike with any settings of the database', async () => {
    const query = sql`
      select ${tenant}::text as tenant, '2025-03-30'::date as day, '2025-03-30'::date::text as text,
        timestamptz '2025-03-30T01:02:03.456Z' as instant, ${new Date('2025-03-30T01:02:03.456Z')}::timestamptz as given,
        timestamptz '2025-03-30T01:02:03Z'::date as today, 0.1::float8 + 0.2::float8 as sum, 'a\\b' as backslash,
        interval '1 day 2 hours'::text as span, ${'Zoë 🏦'}::text as word`
    const expected = {
      tenant: 'acme',
      day: '2025-03-30',
      text: '2025-03-30',
      instant: new Date('2025-03-30T01:02:03.456Z'),
      given: new Date('2025-03-30T01:02:03.456Z'),
      today: '2025-03-30',
      sum: 0.1 + 0.2,
      backslash: 'a\\b',
      span: '1 day 02:00:00',
      word: 'Zoë 🏦',
    }
    // More parallel reads than connections, inside and outside of transactions.
    const all = await Promise.all([
      ...Array.from({ length: 20 }, () => database().rows(query)),
      ...Array.from({ length: 20 }, () => database().transaction(tx => tx.rows(query))),
    ])
    expect(all).toEqual(Array(40).fill([expected]))
  })

  test('P25 statements have time limits with any settings of the database', async () => {
    const [row] = await database().acrossTenants(sql`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('transaction_isolation') as isolation`)
    expect(row).toEqual({ statement: '4s', lock: '3s', idle: '10s', isolation: 'read committed' })
  })

  test('P25 parallel transactions on the same row all succeed', async () => {
    const counted = parseTenantId(`${other}-counted`)
    await Promise.all(
      Array.from({ length: 30 }, () =>
        database().transaction(async tx => {
          await tx.rows(sql`select last_sequence from tenants where tenant_id = ${counted}`)
          await tx.rows(sql`
            insert into tenants (tenant_id, last_sequence) values (${counted}, 1)
            on conflict (tenant_id) do update set last_sequence = tenants.last_sequence + 1`)
        }),
      ),
    )
    const rows = await database().rows(sql`select last_sequence as n from tenants where tenant_id = ${counted}`)
    expect(rows).toEqual([{ n: 30 }])
  })

  test('P25 requests and subscriptions work with any settings of the database', async () => {
    const app = await startAppOn(database(), [createMemoryProvider('vendor').provider])
    const client = app.client(tenantKeys[other])
    const inputs = Array.from({ length: 30 }, (_, index) => ({ reference: `person-${index}`, kind: 'PERSON' }))
    const answers = await Promise.all(inputs.map(input => client.answer(increment, { input })))
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([])
    const page = await client.answer(
      '{ applicants(first: 20) { totalCount edges { cursor node { createdAt reference } } pageInfo { endCursor } } }',
    )
    expect(page).toMatchObject({ data: { applicants: { totalCount: 30 } } })
    await app.stop()
  })
}

describe.skipIf(!postgresqlReachable)('a PostgreSQL database with settings of its own', () => {
  let place: Awaited<ReturnType<typeof createBarePostgresqlDatabase>>
  beforeAll(async () => {
    place = await createBarePostgresqlDatabase('', foreign)
  })
  afterAll(() => place.drop())

  describe('without a pooler', () => {
    let database: Database
    beforeAll(async () => {
      database = await openDatabase(place.url, '')
    })
    afterAll(() => database.stop())
    defineSessionContract(() => database, 'globex')
  })

  describe.skipIf(!pgbouncerInstalled)(
    'behind PgBouncer in transaction mode (skipped where /usr/sbin/pgbouncer is not installed)',
    () => {
      let pooler: Awaited<ReturnType<typeof startPgbouncer>>
      let database: Database
      beforeAll(async () => {
        pooler = await startPgbouncer(place.url)
        database = await openDatabase(pooler.url, '')
      })
      afterAll(async () => {
        await database.stop()
        await pooler.stop()
      })
      defineSessionContract(() => database, 'initech')

      test('a listener is woken from time to time, because PgBouncer passes no notifications on', async () => {
        const told = Promise.withResolvers<string>()
        await database.listen('news', told.resolve)
        expect(await told.promise).toBe('')
      })
    },
  )
})

describe.skipIf(!postgresqlReachable)('conflicting transactions', () => {
  let place: Awaited<ReturnType<typeof createBarePostgresqlDatabase>>
  let database: Database
  beforeAll(async () => {
    place = await createPostgresqlDatabase()
    database = await openDatabase(place.url, '')
    await database.acrossTenants(sql`create table counters (id int primary key, value int not null)`)
    await database.acrossTenants(sql`insert into counters values (1, 0), (2, 0)`)
  })
  afterAll(async () => {
    await database.stop()
    await place.drop()
  })

  test('P25 the server ends a deadlock, and the aborted transaction is repeated', async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const attempts = { first: 0, second: 0 }
    const told: string[] = []
    async function change(
      name: 'first' | 'second',
      ids: readonly [number, number],
      mine: () => void,
      other: Promise<void>,
    ) {
      await database.transaction(async tx => {
        attempts[name] += 1
        tx.afterCommit(() => told.push(name))
        await tx.acrossTenants(sql`update counters set value = value + 1 where id = ${ids[0]}`)
        mine()
        await other
        await tx.acrossTenants(sql`update counters set value = value + 1 where id = ${ids[1]}`)
      })
    }
    await Promise.all([
      change('first', [1, 2], first.resolve, second.promise),
      change('second', [2, 1], second.resolve, first.promise),
    ])
    expect(await database.acrossTenants(sql`select value from counters`)).toEqual([{ value: 2 }, { value: 2 }])
    // A repeated transaction may get its row before the other one wakes up, and meet it again.
    expect(attempts.first + attempts.second).toBeGreaterThan(2)
    expect(told.toSorted()).toEqual(['first', 'second'])
  })

  test('P25 a transaction that always conflicts ends with a retryable error', async () => {
    let attempts = 0
    const conflict = sql`do $$ begin raise exception 'conflict' using errcode = '40001'; end $$`
    const failed = database.transaction(async tx => {
      attempts += 1
      await tx.acrossTenants(conflict)
    })
    await expect(failed).rejects.toMatchObject({
      code: 'INTERNAL',
      retryable: true,
      retryAfterSeconds: expect.any(Number),
    })
    expect(attempts).toBe(6)
  })
})

describe.skipIf(!postgresqlReachable)('a PostgreSQL database of another encoding', () => {
  test('P25 is refused at the start with a sentence that says what to do', async () => {
    const place = await createBarePostgresqlDatabase("encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'")
    await expect(openDatabase(place.url, '')).rejects.toThrow(
      /^DATABASE_URL: the database has the encoding LATIN1.*encoding 'UTF8' template template0$/,
    )
    await place.drop()
  })
})

describe.skipIf(!postgresqlReachable)(
  'P25 a PostgreSQL server that cannot be used is refused at the start, with what to do',
  () => {
    test.each([
      ['no server', { port: '1' }, /^DATABASE_URL: .*ECONNREFUSED.*\. Is the server running/],
      ['no database', { pathname: '/nowhere' }, /^DATABASE_URL: database "nowhere" does not exist\. Create it/],
      ['an unknown user', { username: 'nobody' }, /^DATABASE_URL: .*"nobody".*\. Check the user, its password/],
      ['no TLS', { search: '?sslmode=verify-full' }, /^DATABASE_URL: .*(SSL|certificate).*\. Check sslmode/i],
    ])('%s', async (_, parts, told) => {
      const place = await createPostgresqlDatabase()
      const url = Object.assign(new URL(place.url), parts)
      const failure = await openDatabase(url.href, '').catch(error => error)
      await place.drop()
      expect(describeStartFailure(failure)).toMatch(told)
    })

    test('a user who may not create tables', async context => {
      const place = await createBarePostgresqlDatabase()
      const role = `stranger_${randomUUID().replaceAll('-', '')}`
      // The user of the tests may be one who may not create others.
      const created = await administer([`create role ${role} login password 'stranger'`]).catch(() => null)
      if (created === null) return context.skip()
      const url = new URL(place.url)
      url.username = role
      url.password = 'stranger'
      const failure = await openDatabase(url.href, '').catch(error => error)
      await place.drop()
      await administer([`drop role ${role}`])
      expect(describeStartFailure(failure)).toMatch(
        /^DATABASE_URL: permission denied for schema public\. Make the user of the address the owner/,
      )
    })
  },
)
