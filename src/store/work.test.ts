import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { sql } from './sql.ts'
import { isItsTurn, lockTurns, wakeNextWaiter } from './turns.ts'
import {
  beginOrHintWork,
  type ClaimedWork,
  changeWork,
  claimWork,
  type HeldClaim,
  releaseClaim,
  renewClaims,
} from './work.ts'

const now = new Date('2026-03-01T12:00:00Z')
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
const limits = { perProvider: 10, perAccount: 8, perTenant: 4 }

describeOnEveryDatabase('work', database => {
  const clear = () => executeSql(database(), 'delete from work')

  /** Adds `count` subjects of a tenant, due for `seconds`, by default at a vendor account of the tenant's own. */
  async function add(name: string, count: number, seconds: number, at: { provider?: string; account?: string } = {}) {
    const tenant = parseTenantId(name)
    const prefix = at.provider === undefined ? 'prb_' : `${at.provider}_`
    await database().rows(sql`
      insert into work (tenant_id, kind, id, provider_id, account_key, due_at, via, correlation_id)
      select ${tenant}, 'probe', ${prefix} || lpad(number::text, 6, '0'), ${at.provider ?? 'vendor'}, ${at.account ?? name},
        ${before(seconds)}, 'POLL', 'c' from generate_series(1, ${count}) as number`)
  }
  const claim = (held: readonly HeldClaim[] = [], given = limits) =>
    claimWork(database(), { now, seconds: 10, held }, given)
  const countOf = (claimed: readonly ClaimedWork[], key: 'tenant' | 'providerId' | 'accountKey') =>
    Object.fromEntries(
      Map.groupBy(claimed, work => work[key])
        .entries()
        .map(([name, { length }]) => [name, length]),
    )

  test('P26 a tenant with 10,000 due subjects does not delay other tenants at the same provider', async () => {
    await clear()
    await add('huge', 10_000, 3_600)
    await add('small', 2, 1)
    await add('other', 3, 2)
    const claimed = await claim()
    expect(countOf(claimed, 'tenant')).toEqual({ huge: 4, small: 2, other: 3 })
    expect(await claim(claimed)).toEqual([])
    // At a provider with room for few, each tenant gets one before any gets two.
    await clear()
    await add('huge', 50, 3_600)
    await add('small', 2, 1)
    await add('other', 3, 2)
    expect(countOf(await claim([], { ...limits, perProvider: 4 }), 'tenant')).toEqual({ huge: 2, small: 1, other: 1 })
  })

  test('P26 a provider whose looks all hang uses up only its own share', async () => {
    await clear()
    for (const name of ['a', 'b', 'c', 'd']) await add(name, 20, 3_600, { provider: 'hanging' })
    const hanging = await claim()
    expect(countOf(hanging, 'providerId')).toEqual({ hanging: 10 })
    await add('a', 3, 1, { provider: 'sound' })
    expect(countOf(await claim(hanging), 'providerId')).toEqual({ sound: 3 })
  })

  test('P26 one vendor account leaves room for others at its provider', async () => {
    await clear()
    for (const name of ['a', 'b', 'c']) await add(name, 5, 3_600, { account: 'shared' })
    await add('z', 5, 1, { account: 'own' })
    expect(countOf(await claim([], { ...limits, perAccount: 6 }), 'accountKey')).toEqual({ shared: 6, own: 4 })
  })

  test('P8 only one of any number of workers claims a subject, and nobody claims one that is not due', async () => {
    await clear()
    await add('a', 4, 1)
    await add('b', 1, -60)
    const claimed = await Promise.all(Array.from({ length: 6 }, () => claim()))
    expect(
      claimed
        .flat()
        .map(work => work.id)
        .sort(),
    ).toEqual(['prb_000001', 'prb_000002', 'prb_000003', 'prb_000004'])
  })

  test('P1 a claim that is not renewed expires, by the clock of the database', async () => {
    await clear()
    await add('a', 2, 1)
    const [lost, kept] = await claim()
    if (!lost || !kept) throw new Error('Nothing was claimed.')
    await executeSql(database(), `update work set claimed_until = clock_timestamp() - interval '1 ms' where id = $1`, [
      lost.id,
    ])
    const [again] = await claim()
    expect(again).toMatchObject({ id: lost.id })
    expect(again?.owner).not.toBe(lost.owner)
    expect(await renewClaims(database(), [lost, kept], 10)).toEqual({
      kept: new Set([kept.owner]),
      lost: new Set([lost.owner]),
    })
    expect(await releaseClaim(database(), lost, { at: now, idleLooks: 0, failures: 0 }, now)).toBeNull()
  })

  test('a claim whose row is locked by another transaction is not lost and does not prevent the renewal of others', async ({
    skip,
  }) => {
    skip(database().engine === 'embedded', 'It has one connection, so there are no concurrent transactions.')
    await clear()
    await add('a', 2, 1)
    const [locked, free] = await claim()
    if (!locked || !free) throw new Error('Nothing was claimed.')
    const renew = () => renewClaims(database().lane('reserve'), [locked, free], 10)
    await database().transaction(async tx => {
      await tx.acrossTenants(sql`select 1 from work where id = ${locked.id} for update`)
      expect(await renew()).toEqual({ kept: new Set([free.owner]), lost: new Set() })
    })
    expect(await renew()).toEqual({ kept: new Set([locked.owner, free.owner]), lost: new Set() })
  })

  test('P2 work that is scheduled, or whose turn comes, during a look is due again when the look ends, whatever the look found', async () => {
    await clear()
    await add('a', 2, 1)
    await executeSql(database(), `update work set turn = 'WAITING', turn_since = now() where id = 'prb_000001'`)
    const [first, second] = (await claim()).toSorted((one, other) => one.id.localeCompare(other.id))
    if (!first || !second) throw new Error('Nothing was claimed.')
    await database().transaction(async tx => {
      await wakeNextWaiter(tx, { providerId: 'vendor', accountKey: 'a' }, now)
      await changeWork(tx, second.tenant, second, { dueAt: now, via: 'REQUEST', unasked: true })
    })
    expect(await claim([first, second])).toEqual([])
    const later = { at: before(-600), idleLooks: 1, failures: 0 }
    expect(await releaseClaim(database(), first, later, now)).toEqual(before(-2))
    expect(await releaseClaim(database(), second, later, now)).toEqual(now)
    // What the releases have planned is no longer a hint.
    expect((await executeSql(database(), 'select id from work where hinted_at is not null')).rows).toEqual([])
    expect(await claim()).toMatchObject([{ id: second.id, via: 'REQUEST' }])
  })

  test('P26 tenants of a shared account take turns; within a tenant, the subject that has waited longest comes first', async () => {
    await clear()
    const account = { providerId: 'vendor', accountKey: 'shared' }
    await add('a', 4, 3_600, { account: 'shared' })
    await add('b', 2, 60, { account: 'shared' })
    await executeSql(
      database(),
      `update work set turn = 'WAITING', turn_since = due_at + right(id, 1)::int * interval '1 second'`,
    )
    const order: string[] = []
    const taken = { a: 0, b: 0 }
    for (let given = 0; given < 6; given++) {
      await database().transaction(async tx => {
        await lockTurns(tx, account)
        await wakeNextWaiter(tx, account, before(100_000))
      })
      const { rows } = await executeSql(
        database(),
        `select tenant_id, id from work where due_at = $1 and turn = 'WAITING'`,
        [before(100_000)],
      )
      const [next] = rows
      const tenant = parseTenantId(next?.tenant_id)
      // Only the subject that was woken gets the turn.
      const may = await database().transaction(tx =>
        Promise.all(
          [parseTenantId('a'), parseTenantId('b')].map(one =>
            isItsTurn(tx, one, { kind: 'probe', id: next?.id }, { ...account, limit: given + 1, at: now }),
          ),
        ),
      )
      expect(may[tenant === 'a' ? 0 : 1]).toBe(true)
      await executeSql(database(), `update work set turn = 'TAKEN' where tenant_id = $1 and id = $2`, [
        tenant,
        next?.id,
      ])
      order.push(tenant)
      taken[tenant === 'a' ? 'a' : 'b'] += 1
    }
    expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'a'])
    expect(
      await database().transaction(tx =>
        isItsTurn(tx, parseTenantId('c'), { kind: 'probe', id: 'new' }, { ...account, limit: 6, at: now }),
      ),
    ).toBe(false)
  })

  test('P8 when many requests at once ask for a look at a subject, the first inserts its work and the others become hints', async () => {
    await clear()
    const tenant = parseTenantId('a')
    const work = { kind: 'probe', id: 'prb_1', providerId: 'vendor', accountKey: 'a' }
    const look = (at: Date) =>
      database().transaction(tx => beginOrHintWork(tx, { tenant, correlationId: 'c' }, work, { at, via: 'REQUEST' }))
    await Promise.all(Array.from({ length: 5 }, () => look(now)))
    const [claimed, ...others] = await claim()
    expect(claimed).toMatchObject({ ...work, tenant, via: 'REQUEST' })
    expect(others).toEqual([])
    // The running look is not disturbed, and one more look follows.
    await look(now)
    expect(await claim(claimed && [claimed])).toEqual([])
    if (claimed) await releaseClaim(database(), claimed, { at: before(-3_600), idleLooks: 0, failures: 0 }, now)
    const [row] = (await executeSql(database(), 'select due_at from work')).rows
    expect(row?.due_at).toEqual(before(-2))
  })
})
