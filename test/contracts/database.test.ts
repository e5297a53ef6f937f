import { expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { migrate } from '../../src/store/migrate.ts'
import { sql } from '../../src/store/sql.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'

const tenant = parseTenantId('acme')

describeOnEveryDatabase('database', database => {
  test('P15 amounts of any length, dates and counts are read unchanged', async () => {
    const [row] = await database().rows(sql`
      select ${tenant}::text as tenant, '123456789012345678901234.500'::numeric as long, ${'0.10'}::numeric as short,
        '0.1'::numeric + '0.2'::numeric as sum, '2025-03-30'::date as day, 9007199254740991::bigint as count,
        timestamptz '2025-03-30T01:02:03.456Z' as instant, '{"a":[1,null]}'::jsonb as json`)
    expect(row).toEqual({
      tenant: 'acme',
      long: '123456789012345678901234.500',
      short: '0.10',
      sum: '0.3',
      day: '2025-03-30',
      count: 9007199254740991,
      instant: new Date('2025-03-30T01:02:03.456Z'),
      json: { a: [1, null] },
    })
  })

  test('a transaction that throws leaves nothing and sends no notification', async () => {
    const told: string[] = []
    await expect(
      database().transaction(async tx => {
        tx.afterCommit(() => told.push('failed'))
        await tx.rows(sql`insert into tenants (tenant_id) values (${tenant})`)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await database().rows(sql`select 1 from tenants where tenant_id = ${tenant}`)).toEqual([])
    await database().transaction(async tx => tx.afterCommit(() => told.push('committed')))
    expect(told).toEqual(['committed'])
  })

  test('a failed query in a transaction does not affect the connection or the next transaction', async () => {
    await expect(database().transaction(tx => tx.acrossTenants(sql`select nonsense`))).rejects.toThrow(/nonsense/)
    await expect(database().acrossTenants(sql`select nonsense`)).rejects.toThrow(/nonsense/)
    expect(await database().acrossTenants(sql`select 1 as one`)).toEqual([{ one: 1 }])
  })

  test('parallel transactions do not see each other before they commit', async () => {
    const other = parseTenantId('concurrent')
    await Promise.all(
      Array.from({ length: 5 }, () =>
        database().transaction(async tx => {
          await tx.rows(sql`
            insert into tenants (tenant_id, last_sequence) values (${other}, 1)
            on conflict (tenant_id) do update set last_sequence = tenants.last_sequence + 1`)
        }),
      ),
    )
    expect(await database().rows(sql`select last_sequence as n from tenants where tenant_id = ${other}`)).toEqual([
      { n: 5 },
    ])
  })

  test('migrating an up-to-date database changes nothing, also in parallel', async () => {
    expect(await Promise.all([migrate(database()), migrate(database()), migrate(database())])).toEqual([[], [], []])
  })

  test('a database that is newer than the program is refused', async () => {
    await database().acrossTenants(sql`insert into schema_migrations (name) values ('9999-future.sql')`)
    await expect(migrate(database())).rejects.toThrow(/newer than this program.*9999-future/)
    await database().acrossTenants(sql`delete from schema_migrations where name = '9999-future.sql'`)
  })

  test('every listener of a channel gets a notification after its transaction commits', async () => {
    const heard = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
    const stops = []
    for (const one of heard) stops.push(await database().listen('test_channel', one.resolve))
    await database().transaction(async tx => {
      await tx.acrossTenants(sql`select pg_notify('test_channel', 'hello')`)
    })
    expect(await Promise.all(heard.map(({ promise }) => promise))).toEqual(['hello', 'hello'])
    await Promise.all(stops.map(stop => stop()))
  })
})
