import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { explainRead } from '../../test/support/explain-read.ts'
import { insertAnalysedApplicant } from '../../test/support/rows.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type PageRequest, readPages } from './keyset.ts'
import type { Parents } from './list.ts'
import type { TransactionFilter } from './transaction-filter.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { toStatementKey, transactionList, type TransactionOrder } from './transactions.ts'

const tenant = parseTenantId('acme')
const count = 3_000
const limit = 20

describeOnEveryDatabase('pages of transactions', database => {
  const orders: TransactionOrder[] = ['EFFECTIVE_DATE_DESC', 'EFFECTIVE_DATE_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC']
  const applicant: Parents = { kind: 'applicant', keys: ['app_a'] }
  const statement: Parents = { kind: 'statement', keys: [toStatementKey({ applicantId: 'app_a', id: 'stm_a0' })] }
  const account: Parents = { kind: 'account', keys: ['bac_a0'] }

  beforeAll(async () => {
    for (const name of ['a', 'b']) await insertAnalysedApplicant(database(), tenant, name)
    const columns = `tenant_id, owner_id, id, provider_id, applicant_id, statement_id, account_id, position, status, amount, currency,
      direction, effective_date, category, tags, codes, fingerprint, search_text`
    const row = (prefix: string, applicantId: string) => `
      '${tenant}', 'col_a', '${prefix}' || n, 'reader', '${applicantId}', 'stm_' || right('${applicantId}', 1) || n % 2, 'bac_' || right('${applicantId}', 1) || n % 2,
      n, 'BOOKED', case when n % 7 = 0 then n else -n end, 'EUR', case when n % 7 = 0 then 'CREDIT' else 'DEBIT' end,
      date '2020-01-01' + n / 3, case n % 20 when 0 then 'SALARY' when 1 then 'FEES' else 'OTHER' end, '[]', '[]', '', ''`
    const fill = (text: string) => executeSql(database(), text, [])
    for (const applicantId of ['app_a', 'app_b'])
      await fill(`insert into transactions (${columns})
        select ${row(`txn_${applicantId}_`, applicantId)} from generate_series(0, ${count - 1}) as n`)
    await fill(`insert into duplicate_transactions (${columns}, duplicate_of_id, shown)
      select ${row('txn_copy_', 'app_a')}, 'txn_a_' || n, n % 2 = 0 from generate_series(0, ${count - 1}, 3) as n`)
  })

  async function rowsRead(
    parents: Parents,
    orderBy: TransactionOrder,
    filter: TransactionFilter,
    request: PageRequest,
  ) {
    const args = { filter, orderBy }
    const query = transactionList.toQuery(tenant, parents, args)
    const order = transactionList.toOrder(args)
    const { result, rowsRead: read } = await explainRead(database(), queries =>
      readPages(queries, tenant, { query, order, toItem: transactionList.toItem }, request),
    )
    return { shown: result.get(parents.keys[0] ?? '')?.items ?? [], read }
  }

  /** The first page, one in the middle and one near the end; what each index gave, beside what the page shows. */
  async function expectNoMoreThanShown(
    parents: Parents,
    orderBy: TransactionOrder,
    filter: TransactionFilter,
    depths: readonly number[],
  ) {
    for (const depth of depths)
      for (const backward of [false, true]) {
        const whole = { limit: depth, backward, after: null, before: null }
        const far =
          depth === 0 ? undefined : (await rowsRead(parents, orderBy, filter, whole)).shown.at(backward ? 0 : -1)
        const bound = far ? { key: far.key, inclusive: false } : null
        const request = { limit, backward, after: backward ? null : bound, before: backward ? bound : null }
        const { shown, read } = await rowsRead(parents, orderBy, filter, request)
        expect(shown).toHaveLength(limit)
        const place = `${orderBy} ${JSON.stringify(filter)} after ${depth}${backward ? ' from the end' : ''}`
        expect([place, read.filter(rows => rows > limit + 1)]).toEqual([place, []])
      }
  }

  const filters: readonly [string, TransactionFilter, readonly TransactionOrder[], number][] = [
    ['without a filter', {}, orders, count],
    ['of some days', { effectiveDate: { from: '2020-02-01', to: '2022-02-01' } }, orders.slice(0, 2), 2_196],
    ['of some amounts', { amount: { min: '-2500', max: '-100' } }, orders.slice(2), 2_000],
    ['of a direction', { direction: 'CREDIT' }, orders, 428],
    ['of a category', { categories: ['SALARY'] }, orders, 150],
    ['of two categories', { categories: ['SALARY', 'FEES'] }, orders, 300],
    ['of one bank account', { accountIds: ['bac_a1'] }, orders, count / 2],
    ['with copies', { includeDuplicates: true }, orders, count],
    ['of a category with copies', { categories: ['OTHER'], includeDuplicates: true }, orders.slice(0, 2), 2_700],
  ]
  describe.each([
    ['before the database has statistics', async () => {}],
    ['with statistics', async () => void (await executeSql(database(), 'analyze', []))],
  ])('%s', (_title, prepare) => {
    beforeAll(prepare)

    test.each(filters)(
      'a page %s reads no more rows than it shows and one, at any depth',
      async (_, filter, some, length) => {
        for (const orderBy of some)
          await expectNoMoreThanShown(applicant, orderBy, filter, [0, length / 2, length - 2 * limit])
      },
    )

    test.each([
      ['statement', statement],
      ['bank account', account],
    ])('so does a page of a %s, in each order', async (_, parents) => {
      for (const orderBy of orders) await expectNoMoreThanShown(parents, orderBy, {}, [0, 700, 1_400])
    })
  })
})
