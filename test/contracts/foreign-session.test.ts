import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { sql } from '../../src/store/sql.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/databases.ts'
import { createMemoryProvider } from '../support/memory-provider.ts'
import { pgbouncerInstalled, startPgbouncer } from '../support/start-pgbouncer.ts'
import { startAppOn, tenantKeys } from '../support/start-app-on.ts'

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

/** Everything that depends on a session's settings, over a database that has others. */
function defineSessionContract(database: () => Database): void {
  test('P25 dates, times, numbers and texts mean the same whatever the settings of the database', async () => {
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
    // More at once than there are connections, outside of transactions and within.
    const all = await Promise.all([
      ...Array.from({ length: 20 }, () => database().rows(query)),
      ...Array.from({ length: 20 }, () => database().transaction(tx => tx.rows(query))),
    ])
    expect(all).toEqual(Array(40).fill([expected]))
  })

  test('P25 statements are bounded whatever the settings of the database', async () => {
    const [row] = await database().acrossTenants(sql`
      select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('transaction_isolation') as isolation`)
    expect(row).toEqual({ statement: '4s', lock: '3s', idle: '10s', isolation: 'read committed' })
  })

  test('P25 transactions that write the same row at once all succeed', async () => {
    const other = parseTenantId('concurrent')
    await Promise.all(
      Array.from({ length: 60 }, () =>
        database().transaction(async tx => {
          await tx.rows(sql`select last_sequence from tenants where tenant_id = ${other}`)
          await tx.rows(sql`
            insert into tenants (tenant_id, last_sequence) values (${other}, 1)
            on conflict (tenant_id) do update set last_sequence = tenants.last_sequence + 1`)
        }),
      ),
    )
    const rows = await database().rows(sql`select last_sequence as n from tenants where tenant_id = ${other}`)
    expect(rows).toEqual([{ n: 60 }])
  })

  test('P25 requests and subscriptions work whatever the settings of the database', async () => {
    const app = await startAppOn(database(), [createMemoryProvider('vendor').provider])
    const client = app.client(tenantKeys.globex)
    const inputs = Array.from({ length: 60 }, (_, index) => ({ reference: `person-${index}`, kind: 'PERSON' }))
    const answers = await Promise.all(inputs.map(input => client.answer(increment, { input })))
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([])
    const page = await client.answer(
      '{ applicants(first: 30) { totalCount edges { cursor node { createdAt reference } } pageInfo { endCursor } } }',
    )
    expect(page).toMatchObject({ data: { applicants: { totalCount: 60 } } })
    await app.stop()
  })
}

describe.skipIf(!postgresqlReachable)('a PostgreSQL database with settings of its own', () => {
  let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
  let database: Database
  beforeAll(async () => {
    place = await createPostgresqlDatabase('', foreign)
    database = await openDatabase(place.url, '')
  })
  afterAll(async () => {
    await database.stop()
    await place.drop()
  })
  defineSessionContract(() => database)
})

describe.skipIf(!postgresqlReachable || !pgbouncerInstalled)(
  'a PostgreSQL database with settings of its own behind PgBouncer in transaction mode (skipped where /usr/sbin/pgbouncer is not installed)',
  () => {
    let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
    let pooler: Awaited<ReturnType<typeof startPgbouncer>>
    let database: Database
    beforeAll(async () => {
      place = await createPostgresqlDatabase('', foreign)
      pooler = await startPgbouncer(place.url)
      database = await openDatabase(pooler.url, '')
    })
    afterAll(async () => {
      await database.stop()
      await pooler.stop()
      await place.drop()
    })
    defineSessionContract(() => database)

    test('who listens is told to look now and then, since notifications do not come through', async () => {
      const told = Promise.withResolvers<string>()
      await database.listen('news', told.resolve)
      expect(await told.promise).toBe('')
    })
  },
)

describe.skipIf(!postgresqlReachable)('transactions that get into each other’s way', () => {
  let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
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

  test('P25 a deadlock is ended by the server, and the transaction that it ended is done again', async () => {
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
    expect(attempts.first + attempts.second).toBe(3)
    expect(told.toSorted()).toEqual(['first', 'second'])
  })

  test('P25 a transaction that always conflicts ends with an error that says to try again', async () => {
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
  test('P25 is refused at the start with one sentence that says what to do', async () => {
    for (const [encoding, told] of [
      ['LATIN1', /^DATABASE_URL: the database has the encoding LATIN1.*encoding 'UTF8' template template0$/],
      ['SQL_ASCII', /has the encoding SQL_ASCII/],
    ] as const) {
      const place = await createPostgresqlDatabase(
        `encoding '${encoding}' template template0 lc_collate 'C' lc_ctype 'C'`,
      )
      await expect(openDatabase(place.url, '')).rejects.toThrow(told)
      await place.drop()
    }
  })
})
