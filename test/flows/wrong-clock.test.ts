import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchClock } from '../../src/app/watch-clock.ts'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { housekeeping } from '../../src/housekeeping.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { sql } from '../../src/store/sql.ts'
import { addChanges } from '../support/add-changes.ts'
import { describeOnOneDatabase } from '../support/databases.ts'
import { announceDocument, createApplicant, openCase, readLog, uniquePdf } from '../support/journey.ts'
import { noBlobs } from '../support/no-blobs.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const acme = parseTenantId('acme')
const month = 31 * 24 * 3_600_000
const off = (ms: number) => () => new Date(Date.now() + ms)

describeOnOneDatabase('nodes whose clocks differ', database => {
  let right: AppOnDatabase
  let ahead: AppOnDatabase
  let behind: AppOnDatabase

  beforeAll(async () => {
    right = await startAppOn(database(), [])
    ahead = await startAppOn(database(), [], {}, { machineNow: off(month) })
    behind = await startAppOn(database(), [], {}, { machineNow: off(-month) })
  })
  afterAll(() => Promise.all([right, ahead, behind].map(app => app.stop())))

  const ready = async ({ url }: AppOnDatabase) => {
    const response = await fetch(`${url}/readyz`)
    return { status: response.status, body: await response.json() }
  }

  test('one that differs by more than 30 s works and reports it in `/readyz`, the metrics and its log', async () => {
    expect(await ready(right)).toEqual({
      status: 200,
      body: { status: 'ready', checks: { database: 'ok', clock: 'ok' } },
    })
    const told = `${month / 1_000} s ahead of the database's, which is used instead`
    expect(await ready(ahead)).toMatchObject({ status: 200, body: { checks: { clock: told } } })
    expect(await ready(behind)).toMatchObject({
      status: 200,
      body: { checks: { clock: told.replace('ahead of', 'behind') } },
    })
    expect(ahead.log()).toContain(`the clock of this machine is ${told}`)
    expect(right.log()).not.toContain('the clock of this machine')
    const seconds = async ({ url }: AppOnDatabase) =>
      Number(/^assay_clock_ahead_seconds (\S+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1])
    expect(await seconds(ahead)).toBeCloseTo(month / 1_000, -1)
    expect(await seconds(behind)).toBeCloseTo(-month / 1_000, -1)
    expect(await seconds(right)).toBeCloseTo(0, -1)
  })

  test('rows have the database’s time', async () => {
    for (const app of [ahead, behind, right]) await createApplicant(app.client(tenantKeys.acme))
    const rows = await database().rows<{ off: number }>(sql`
      select abs(extract(epoch from (occurred_at - clock_timestamp())))::float8 as off from events where tenant_id = ${acme}`)
    expect(rows).toHaveLength(3)
    for (const row of rows) expect(row.off).toBeLessThan(30)
  })

  test('an upload that was created at one node may be sent to another', async () => {
    for (const [first, second] of [
      [ahead, right],
      [right, ahead],
      [behind, ahead],
    ] as const) {
      const client = first.client(tenantKeys.acme)
      const caseId = await openCase(client, await createApplicant(client))
      const { upload } = await announceDocument(client, { caseId, fileName: 'statement.pdf' })
      const address = new URL(upload?.url ?? '')
      address.port = String(second.port)
      const stored = await fetch(address, { method: 'PUT', body: new Uint8Array(uniquePdf()) })
      expect(await stored.json()).toMatchObject({ status: 'STORED' })
    }
  })

  test('P5 one that is a month ahead deletes no event, upload, webhook or idempotency key too early', async () => {
    const logger = createLogger('silent')
    const clock = watchClock({ database: database(), machineNow: off(month), metrics: createMetrics(), logger })
    await clock.start()
    await database().acrossTenants(sql`
      insert into webhook_notices (provider_id, event_id, event_type, vendor_references, account_keys, received_at, correlation_id)
      values ('vendor', 'notice', 'done', '{}', '{}', clock_timestamp(), 'test')`)
    await database().rows(sql`
      insert into idempotency_keys (tenant_id, key, operation, input_digest, object_id, created_at)
      values (${acme}, 'key', 'openCase', '', '', clock_timestamp())`)
    await database().rows(sql`
      insert into unowned_blobs (tenant_id, blob_key, since) values (${acme}, 'blob', clock_timestamp())`)
    const before = await readLog(right.client(tenantKeys.acme))
    const tasks = housekeeping({
      database: addChanges(database(), clock.now),
      blobs: noBlobs,
      logger,
      readTime: clock.read,
      eventRetentionDays: 30,
    })
    for (const { work } of tasks) await work()
    clock.stop()
    expect(await readLog(right.client(tenantKeys.acme))).toEqual(before)
    const kept = await database().acrossTenants(sql`
      select (select count(*) from webhook_notices) as notices, (select count(*) from idempotency_keys) as keys,
        (select count(*) from unowned_blobs where not doomed) as blobs`)
    expect(kept).toEqual([{ notices: 1, keys: 1, blobs: 1 }])
  })
})
