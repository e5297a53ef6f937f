import { expect, test } from 'vitest'
import { wholeTenant } from '../../src/domain/reach.ts'
import { parseTenantId, type TenantId } from '../../src/domain/tenant.ts'
import type { Database } from '../../src/store/database.ts'
import { purgeEvents, readEvents, readLogBounds } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'
import { addChanges } from '../support/add-changes.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { postgresqlReachable } from '../support/postgresql.ts'

const old = new Date('2026-01-01T00:00:00Z')
const young = new Date('2026-03-01T00:00:00Z')
const limit = new Date('2026-02-01T00:00:00Z')

async function append(database: Database, tenant: TenantId, times: readonly Date[]): Promise<void> {
  for (const at of times)
    await addChanges(database, () => at).change(
      { ...wholeTenant(tenant), correlationId: 'test' },
      'REQUEST',
      async change => change.emit({ type: 'CASE_OPENED' }),
    )
}

describeOnOneDatabase('purging events', database => {
  const sequences = async (tenant: TenantId) =>
    (await readEvents(database(), wholeTenant(tenant), {}, { after: 0, limit: 10_000 })).map(event => event.sequence)

  test('P5 leaves no gap: an old event after a newer one is kept', async () => {
    const tenant = parseTenantId('mixed')
    await append(database(), tenant, [old, old, young, old, young])
    expect(await purgeEvents(database(), limit)).toBe(2)
    expect(await sequences(tenant)).toEqual([3, 4, 5])
    expect(await readLogBounds(database(), tenant)).toEqual({ last: 5, purgedThrough: 2 })
    expect(await purgeEvents(database(), limit)).toBe(0)
  })

  test('P5 continues in batches until no old event is left', async () => {
    const tenant = parseTenantId('much')
    await append(database(), tenant, [old])
    await database().rows(sql`
      insert into events (tenant_id, sequence, id, type, occurred_at, via, correlation_id)
      select ${tenant}, number, 'evt_' || number, 'CASE_OPENED', ${old}, 'REQUEST', 'test' from generate_series(2, 2500) as number`)
    await database().rows(sql`update tenants set last_sequence = 2500 where tenant_id = ${tenant}`)
    await append(database(), tenant, [young])
    expect(await purgeEvents(database(), limit)).toBe(2_500)
    expect(await sequences(tenant)).toEqual([2_501])
    expect(await readLogBounds(database(), tenant)).toEqual({ last: 2_501, purgedThrough: 2_500 })
  })

  test.skipIf(!postgresqlReachable)('P32 appending to a log does not wait while old events are deleted', async () => {
    const tenant = parseTenantId('busy')
    await append(database(), tenant, [old, old])
    const release = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const holder = database().transaction(async tx => {
      await tx.rows(sql`select 1 from events where tenant_id = ${tenant} and sequence = 2 for update`)
      held.resolve()
      await release.promise
    })
    await held.promise
    const purged = purgeEvents(database().lane('work'), limit)
    const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(() => database().acrossTenants(waiting)).toHaveLength(1)
    await append(database(), tenant, [young])
    release.resolve()
    await holder
    expect(await purged).toBe(2)
    expect(await readLogBounds(database(), tenant)).toEqual({ last: 3, purgedThrough: 2 })
  })
})
