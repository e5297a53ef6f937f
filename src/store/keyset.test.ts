import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertAnalysedApplicant, insertRows } from '../../test/support/rows.ts'
import type { Applicant } from '../domain/applicant.ts'
import { compareDecimals } from '../domain/decimal.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { applicantList } from './applicants.ts'
import { countRows, type Page, type PageRequest, readPages, type SortKey } from './keyset.ts'
import type { TransactionPart } from './transaction-columns.ts'
import { type TransactionOrder, transactionList } from './transactions.ts'

const tenant = parseTenantId('acme')

interface Movement {
  readonly id: string
  readonly effective_date: string
  readonly amount: string
  readonly position: number
}

/**
 * Few different dates, amounts and positions, so that many are equal. All ids have one length, because the order of
 * longer ones depends on the server.
 */
const movements = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^txn_[a-z0-9]{4}$/),
    effective_date: fc.constantFrom('2025-08-01', '2025-08-02', '2025-08-31'),
    amount: fc.constantFrom('-100.5', '-0.01', '0.00', '7', '99999999999999999.99', '99999999999999999.98'),
    position: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: movement => movement.id, maxLength: 25 },
)
const orders: readonly TransactionOrder[] = ['EFFECTIVE_DATE_DESC', 'EFFECTIVE_DATE_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC']

function compareMovements(orderBy: TransactionOrder) {
  const sign = orderBy.endsWith('DESC') ? -1 : 1
  return (a: Movement, b: Movement) => {
    const first = orderBy.startsWith('AMOUNT')
      ? compareDecimals(a.amount, b.amount)
      : Number(a.effective_date > b.effective_date) - Number(a.effective_date < b.effective_date)
    return sign * (first || a.position - b.position || Number(a.id > b.id) - Number(a.id < b.id))
  }
}

describeOnEveryDatabase('keyset pages', database => {
  let applicants = 0

  async function insertMovements(rows: readonly Movement[]): Promise<string> {
    const name = `walk${applicants++}`
    await insertAnalysedApplicant(database(), tenant, name)
    const owner = { applicant_id: `app_${name}`, collection_id: `col_${name}` }
    await insertRows(
      database(),
      tenant,
      'transactions',
      rows.map(row => ({ ...owner, ...row, id: `${row.id}_${name}` })),
    )
    return name
  }

  async function readPage(name: string, orderBy: TransactionOrder, request: Partial<PageRequest>) {
    const parents = { kind: 'applicant', keys: [`app_${name}`] } as const
    const args = { filter: {}, orderBy }
    return readList(database(), wholeTenant(tenant), transactionList(parents, args), request)
  }

  async function walk(
    name: string,
    orderBy: TransactionOrder,
    limit: number,
    backward: boolean,
  ): Promise<TransactionPart[]> {
    const found: TransactionPart[] = []
    let bound: SortKey | null = null
    for (;;) {
      const place: Partial<PageRequest> = bound
        ? { [backward ? 'before' : 'after']: { key: bound, inclusive: false } }
        : {}
      const page = await readPage(name, orderBy, { limit, backward, ...place })
      const nodes = page.items.map(item => item.node)
      if (backward) found.unshift(...nodes)
      else found.push(...nodes)
      bound = (backward ? page.items[0] : page.items.at(-1))?.key ?? null
      if (!page.more || bound === null) return found
    }
  }

  test('reading a list page by page, forward or backward, gives every row once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        movements,
        fc.constantFrom(...orders),
        fc.integer({ min: 1, max: 6 }),
        async (rows, orderBy, limit) => {
          const name = await insertMovements(rows)
          const expected = rows.toSorted(compareMovements(orderBy)).map(row => `${row.id}_${name}`)
          for (const backward of [false, true])
            expect((await walk(name, orderBy, limit, backward)).map(found => found.id)).toEqual(expected)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('a page between two cursors has exactly the rows between them, from either end', async () => {
    await fc.assert(
      fc.asyncProperty(movements, fc.nat(25), fc.nat(25), fc.integer({ min: 0, max: 6 }), async (rows, i, j, limit) => {
        const orderBy = 'AMOUNT_DESC'
        const name = await insertMovements(rows)
        const all = (await readPage(name, orderBy, {})).items
        const [from, to] = i < j ? [i, j] : [j, i]
        const after = all[from] ? { key: all[from].key, inclusive: false } : null
        const before = all[to] ? { key: all[to].key, inclusive: false } : null
        const between = all.slice(after ? from + 1 : 0, before ? to : undefined).map(item => item.node.id)
        const forward = await readPage(name, orderBy, { after, before, limit })
        expect(forward.items.map(item => item.node.id)).toEqual(between.slice(0, limit))
        expect(forward.more).toBe(between.length > limit)
        const backward = await readPage(name, orderBy, { after, before, limit, backward: true })
        expect(backward.items.map(item => item.node.id)).toEqual(between.slice(Math.max(0, between.length - limit)))
        expect(backward.more).toBe(between.length > limit)
      }),
      { numRuns: 12 },
    )
  })

  test('P15 a sort key with many digits is exact', async () => {
    const amounts = ['12345678901234567890.0001', '12345678901234567890.0002', '12345678901234567890.0003']
    const rows = amounts.map((amount, index) => ({
      id: `txn_${index}`,
      amount,
      effective_date: '2025-08-01',
      position: 0,
    }))
    const name = await insertMovements(rows)
    const found = await walk(name, 'AMOUNT_ASC', 1, false)
    expect(found.map(transaction => transaction.amount?.value)).toEqual(amounts)
  })

  test('one query reads a page of each parent’s list, in its order', async () => {
    const rows = ['txn_c', 'txn_a', 'txn_b'].map(id => ({ id, amount: '1', effective_date: '2025-08-01', position: 0 }))
    const names = [await insertMovements(rows), await insertMovements(rows.slice(0, 1)), await insertMovements([])]
    const args = { filter: {}, orderBy: 'EFFECTIVE_DATE_ASC' } as const
    const list = transactionList({ kind: 'applicant', keys: names.map(name => `app_${name}`) }, args)
    const request = { limit: 2, backward: false, after: null, before: null }
    const pages = await readPages(database(), wholeTenant(tenant), list, request)
    const [first, second, third] = names
    expect([...pages].map(([key, page]) => [key, page.items.map(item => item.node.id), page.more]).sort()).toEqual([
      [`app_${first}`, [`txn_a_${first}`, `txn_b_${first}`], true],
      [`app_${second}`, [`txn_c_${second}`], false],
    ])
    expect(await countRows(database(), wholeTenant(tenant), list)).toEqual(
      new Map([
        [`app_${first}`, 3],
        [`app_${second}`, 1],
        [`app_${third}`, 0],
      ]),
    )
  })

  test('rows of the same millisecond keep their order to the microsecond', async () => {
    const other = parseTenantId('microseconds')
    const rows = ['300', '100', '200'].map(digits => ({
      id: `app_${digits}`,
      created_at: `2025-09-01T08:00:00.000${digits}Z`,
    }))
    await insertRows(database(), other, 'applicants', rows)
    const list = applicantList({ kind: 'tenant', keys: [other] }, {})
    const seen: string[] = []
    let after: PageRequest['after'] = null
    for (let step = 0; step < 4; step++) {
      const page: Page<Applicant> = await readList(database(), wholeTenant(other), list, { limit: 1, after })
      const [item] = page.items
      if (!item) break
      seen.push(item.node.id)
      after = { key: item.key, inclusive: false }
    }
    expect(seen).toEqual(['app_300', 'app_200', 'app_100'])
  })
})
