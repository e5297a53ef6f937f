import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { defaultBounds } from '../../src/store/connection-bounds.ts'
import type { Database } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openPostgresql } from '../../src/store/open-postgresql.ts'
import { sql } from '../../src/store/sql.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { createFollower } from '../support/follower.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { announceDocument, createApplicant, openCase, readLog, uniquePdf } from '../support/journey.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { shortBounds } from '../support/short-bounds.ts'
import { type AppOnDatabase, startAppOn, tenantKeys } from '../support/start-app-on.ts'

const create = 'mutation ($input: CreateApplicantInput!) { createApplicant(input: $input) { applicant { id } } }'

const unreachable = 'The database does not answer. Try again.'

/** Ways to lose every connection to the database and to make it reachable again. */
const losses: readonly { readonly name: string; lose(proxy: BreakingProxy): void }[] = [
  {
    name: 'refuses connections and resets the existing ones',
    lose(proxy) {
      proxy.target = null
      proxy.tear()
    },
  },
  {
    name: 'stops answering without closing a connection, and accepts new ones without an answer',
    lose(proxy) {
      proxy.isMute = true
      proxy.silence()
    },
  },
]

describe.skipIf(!postgresqlReachable)('P25 a node whose PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof createPostgresqlDatabase>>
  let proxy: BreakingProxy
  let database: Database
  let witness: Database
  let app: AppOnDatabase
  let client: GraphqlClient

  beforeAll(async () => {
    place = await createPostgresqlDatabase()
    proxy = await startBreakingProxy({ url: place.url })
    const url = new URL(place.url)
    url.port = new URL(proxy.url).port
    witness = await openPostgresql(place.url)
    await migrate(witness)
    database = await openPostgresql(url.href, { bounds: shortBounds })
    app = await startAppOn(database, [])
    client = app.client(tenantKeys.acme)
  })
  afterAll(async () => {
    await app.stop()
    await database.stop()
    await witness.stop()
    await proxy.stop()
    await place.drop()
  })

  const statusOf = async (path: string) => (await fetch(`${app.url}${path}`)).status
  const createOne = (reference: string) =>
    client.answer(create, { input: { reference, kind: 'PERSON', idempotencyKey: reference } })

  test.each(losses)(
    '$name keeps running, reports it, answers with retryable errors, and continues when the database is back, without loss or repetition',
    async ({ name, lose }) => {
      const caseId = await openCase(client, await createApplicant(client))
      const { upload } = await announceDocument(client, { caseId, fileName: 'statement.pdf' })
      const uploadUrl = upload?.url ?? ''
      const before = await readLog(client)
      const follower = createFollower(before.at(-1)?.cursor ?? '')
      follower.connect(client)
      await createOne(`${name} 0`)
      await follower.until(seen => seen.length === 1)

      const inFlight = Array.from({ length: 6 }, (_, index) => createOne(`${name} ${index + 1}`))
      lose(proxy)
      await Promise.all(inFlight)
      for (const { errors = [] } of await Promise.all(Array.from({ length: 6 }, () => createOne(`${name} 1`))))
        expect(errors).toMatchObject([
          {
            message: unreachable,
            extensions: { code: 'INTERNAL', retryable: true, retryAfterSeconds: expect.any(Number) },
          },
        ])
      expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503])
      const refused = await fetch(uploadUrl, { method: 'PUT', body: new Uint8Array(uniquePdf()) })
      expect(refused.status).toBe(503)
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
      expect(await refused.json()).toMatchObject({ error: { code: 'INTERNAL', message: unreachable } })

      proxy.isMute = false
      proxy.target = { url: place.url }
      await expect.poll(() => statusOf('/readyz')).toBe(200)
      for (let index = 1; index <= 6; index += 1)
        await expect.poll(async () => (await createOne(`${name} ${index}`)).errors).toBeUndefined()
      const log = await readLog(client)
      await follower.until(seen => seen.length >= log.length - before.length)
      expect(follower.seen).toEqual(log.slice(before.length))
      expect(follower.seen).toHaveLength(7)
      // The address can be used for another attempt.
      const stored = await fetch(uploadUrl, { method: 'PUT', body: new Uint8Array(uniquePdf()) })
      expect(await stored.json()).toMatchObject({ status: 'STORED' })
    },
  )

  test('an event of another node arrives at once again after the listening connection was lost', async () => {
    const other = await startAppOn(witness, [])
    const log = await readLog(client)
    const follower = createFollower(log.at(-1)?.cursor ?? '')
    follower.connect(client)
    await createApplicant(other.client(tenantKeys.acme))
    await follower.until(seen => seen.length === 1)
    proxy.silence()
    await createApplicant(other.client(tenantKeys.acme))
    await follower.until(seen => seen.length === 2)
    await other.stop()
  })

  test('with the time limits a request ends within 10 s, and `/readyz` is right within 5 s', () => {
    const { requests, reserve } = defaultBounds.lanes
    const { everyMs, answerMs } = defaultBounds.heartbeat
    expect(requests.checkoutMs + requests.answerMs).toBeLessThan(10_000)
    expect(requests.statementMs).toBeLessThan(requests.answerMs)
    expect(everyMs + answerMs).toBeLessThan(5_000)
    expect(reserve.checkoutMs).toBeLessThan(5_000)
  })
})

describe.skipIf(!postgresqlReachable)('P32 a tenant with slow searches', () => {
  test('does not use up the connections of others', async () => {
    const place = await createPostgresqlDatabase()
    const database = await openPostgresql(place.url)
    await migrate(database)
    const app = await startAppOn(database, [])
    const acme = parseTenantId('acme')
    const release = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const holder = database.lane('work').transaction(async tx => {
      await tx.acrossTenants(sql`lock table decisions`)
      held.resolve()
      await release.promise
    })
    await held.promise
    // Each of them waits for the table for the longest time of a lock.
    const query = sql`select 1 from decisions where tenant_id = ${acme}`
    const slow = Array.from({ length: 24 }, () => database.slowRows(acme, query).catch(() => []))
    const answer = await app.client(tenantKeys.globex).answer('{ applicants(first: 1) { totalCount } }')
    expect(answer).toMatchObject({ data: { applicants: { totalCount: 0 } } })
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
    release.resolve()
    await Promise.all([holder, ...slow])
    await app.stop()
    await database.stop()
    await place.drop()
  })
})
