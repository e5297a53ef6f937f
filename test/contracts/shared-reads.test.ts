import { beforeEach, describe, expect, test } from 'vitest'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { type Fragment, type ReachQuery, sql, verbatim } from '../../src/store/sql.ts'
import { within } from '../../src/store/within.ts'
import { executeSql } from '../support/execute-sql.ts'
import { postgresqlReachable } from '../support/postgresql.ts'
import { setUpBreakablePostgresql } from '../support/set-up-breakable-postgresql.ts'

const unavailable = { code: 'INTERNAL', retryable: true, retryAfterSeconds: expect.any(Number) }
const tenant = parseTenantId('acme')

describe.skipIf(!postgresqlReachable)('P25 shared connections for reads', () => {
  const opened = setUpBreakablePostgresql()
  beforeEach(async () => {
    // Before they are open, reads use the connections of requests.
    await expect.poll(() => read(sql`current_setting('plan_cache_mode')`)).toBe('force_generic_plan')
  })

  const toQuery = (value: Fragment): ReachQuery =>
    sql`select ${value} as value from (values (${tenant}::text)) as item(tenant_id) where ${within(wholeTenant(tenant))}`
  async function read(value: Fragment): Promise<unknown> {
    const [row] = await opened.database.reads.rows<{ value: unknown }>(toQuery(value))
    return row?.value
  }
  const pid = sql`pg_backend_pid()`
  const terminate = (of: unknown) => opened.witness.acrossTenants(sql`select pg_terminate_backend(${of}::int, 5000)`)

  test('many parallel reads use two connections, and each gets its own answer', async () => {
    const numbers = Array.from({ length: 12 }, (_, number) => number)
    expect(await Promise.all(numbers.map(number => read(sql`${number}::int`)))).toEqual(numbers)
    const used = async () => new Set(await Promise.all(numbers.map(() => read(pid)))).size
    // The second one may still be opening.
    await expect.poll(used).toBe(2)
    expect(await used()).toBe(2)
  })

  test('a repeated statement is not planned again', async () => {
    const planned = sql`(select generic_plans::int from pg_prepared_statements where statement like '%generic_plans%')`
    for (let time = 0; time < 6; time++) await read(planned)
    await expect.poll(() => read(planned)).toBeGreaterThan(1)
  })

  test('a failed read does not affect others', async () => {
    const reads = [1, 0, 2].map(number => read(sql`6 / ${number}::int`))
    const settled = await Promise.allSettled(reads)
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  test('no read waits behind a slow one', async () => {
    const order: string[] = []
    const slow = [1, 2].map(() => read(sql`pg_sleep(1.5)::text`).then(() => order.push('slow')))
    const sleeping = sql`select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()
      and clock_timestamp() - query_start > interval '30 ms'`
    await expect.poll(() => opened.witness.acrossTenants(sleeping)).toHaveLength(2)
    await read(sql`'quick'`).then(value => order.push(String(value)))
    await Promise.all(slow)
    expect(order).toEqual(['quick', 'slow', 'slow'])
  })

  test('if the server ends one, its running reads fail and it is replaced', async () => {
    const lost = await read(pid)
    const slow = [1, 2].map(() => read(sql`pg_sleep(20)::text`))
    const settled = Promise.allSettled(slow)
    await terminate(lost)
    const failed = (await settled).find(({ status }) => status === 'rejected')
    expect(failed).toMatchObject({ reason: unavailable })
    const used = async () => new Set(await Promise.all([1, 2, 3, 4].map(() => read(pid))))
    await expect.poll(async () => (await used()).size).toBe(2)
    expect([...(await used())]).not.toContain(lost)
  })

  test('if all stop answering, the running reads fail in time and the next read succeeds', async () => {
    opened.proxy.silence()
    await Promise.all([1, 2].map(() => expect(read(pid)).rejects.toMatchObject(unavailable)))
    await expect.poll(() => read(sql`'answered'`).catch(() => null)).toBe('answered')
  })

  test('a read whose plan no longer fits the table succeeds', async () => {
    await executeSql(opened.witness, 'create table changing (one text)')
    await executeSql(opened.witness, `insert into changing values ('1')`)
    const whole = sql`select changing.* from changing, (values (${tenant}::text)) as item(tenant_id)
      where ${within(wholeTenant(tenant))}`
    for (let time = 0; time < 3; time++) expect(await opened.database.reads.rows(whole)).toEqual([{ one: '1' }])
    await executeSql(opened.witness, `alter table changing add column two text default '2'`)
    expect(await opened.database.reads.rows(whole)).toEqual([{ one: '1', two: '2' }])
  })

  test('the number of plans that the server keeps is bounded', async () => {
    const kept = sql`(select count(*)::int from pg_prepared_statements)`
    const counts: unknown[] = []
    for (let number = 0; number < 400; number++) {
      const different = verbatim(String(number))
      for (let time = 0; time < 2; time++) expect(await read(different)).toBe(number)
      if (number % 50 === 0) counts.push(await read(kept))
    }
    expect(Math.max(...counts.map(Number))).toBeLessThanOrEqual(301)
  })
})
