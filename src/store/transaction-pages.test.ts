import { beforeAll, describe, expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { explainRead } from '../../test/support/explain-read.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertAnalysedApplicant } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type CashFlowArgs, readCashFlows } from './cash-flow.ts'
import type { Queries } from './database.ts'
import type { PageRequest, Parents } from './keyset.ts'
import type { TransactionFilter } from './transaction-filter.ts'
import { type TransactionOrder, toStatementKey, transactionList } from './transactions.ts'

const tenant = parseTenantId('acme')
const count = 3_000
const limit = 20

interface List {
  readonly parents: Parents
  readonly orderBy: TransactionOrder
  readonly filter: TransactionFilter
}

// Both databases plan with the same code; that the pages are right is tested on both elsewhere.
describeOnOneDatabase('pages of transactions', database => {
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

  function reader({ parents, orderBy, filter }: List) {
    const list = transactionList(parents, { filter, orderBy })
    return async (queries: Queries, request: Partial<PageRequest>) =>
      (await readList(queries, wholeTenant(tenant), list, request)).items
  }

  /** Each list is read whole once, for the keys of its pages. */
  const readLists = new Map<string, ReturnType<ReturnType<typeof reader>>>()

  /** Reads pages at these depths and expects that no index returned more rows than the page shows, plus one. */
  async function expectNoMoreThanShown(plans: 'custom' | 'generic', list: List, depths: readonly number[]) {
    const readPage = reader(list)
    const { orderBy, filter } = list
    const name = JSON.stringify(list)
    const reading = readLists.get(name) ?? readPage(database(), { limit: count * 2 })
    readLists.set(name, reading)
    const whole = await reading
    for (const depth of depths)
      for (const backward of [false, true]) {
        const far = depth === 0 ? undefined : whole.at(backward ? -depth : depth - 1)
        const bound = far ? { key: far.key, inclusive: false } : null
        const request = { limit, backward, after: backward ? null : bound, before: backward ? bound : null }
        const { result: shown, rowsRead } = await explainRead(database(), queries => readPage(queries, request), plans)
        expect(shown).toHaveLength(limit)
        const place = `${orderBy} ${JSON.stringify(filter)} after ${depth}${backward ? ' from the end' : ''}`
        expect([place, rowsRead.filter(rows => rows > limit + 1)]).toEqual([place, []])
      }
  }

  /** A page from the end in one order is a page from the beginning in the other, so these are read in one. */
  const byDate: readonly TransactionOrder[] = ['EFFECTIVE_DATE_DESC']
  const byAmount: readonly TransactionOrder[] = ['AMOUNT_DESC']
  const descending = [...byDate, ...byAmount]
  const filters: readonly [string, TransactionFilter, readonly TransactionOrder[], number][] = [
    ['without a filter', {}, descending, count],
    ['of a range of days', { effectiveDate: { from: '2020-02-01', to: '2022-02-01' } }, byDate, 2_196],
    ['of a range of amounts', { amount: { min: '-2500', max: '-100' } }, byAmount, 2_000],
    ['of a direction', { direction: 'CREDIT' }, descending, 428],
    ['of a category', { categories: ['SALARY'] }, descending, 150],
    ['of two categories', { categories: ['SALARY', 'FEES'] }, descending, 300],
    ['of one bank account', { accountIds: ['bac_a1'] }, descending, count / 2],
    ['with copies', { includeDuplicates: true }, descending, count],
    ['of a category with copies', { categories: ['OTHER'], includeDuplicates: true }, byDate, 2_700],
  ]
  const analyse = async () => void (await executeSql(database(), 'analyze', []))
  describe.each([
    ['before the database has statistics', 'custom', async () => {}],
    ['with statistics', 'custom', analyse],
    ['with statistics and generic plans,', 'generic', analyse],
  ] as const)('%s', (_title, plans, prepare) => {
    beforeAll(prepare)

    test.each(filters)(
      'a page %s reads at most one row more than it shows, at any depth',
      async (_, filter, some, length) => {
        for (const orderBy of some)
          await expectNoMoreThanShown(plans, { parents: applicant, orderBy, filter }, [0, length - 2 * limit])
      },
    )

    test.each([
      ['statement', statement],
      ['bank account', account],
    ])('so does a page of a %s', async (_, parents) => {
      for (const orderBy of descending) await expectNoMoreThanShown(plans, { parents, orderBy, filter: {} }, [0, 1_400])
    })

    test('a cash flow reads only transactions of its days and its applicant', async () => {
      const range: CashFlowArgs = { from: '2020-01-01', to: '2020-04-09', interval: 'MONTH' }
      const { result, rowsRead } = await explainRead(database(), queries =>
        readCashFlows(queries, wholeTenant(tenant), ['app_a'], range),
      )
      expect(result.get('app_a')?.map(({ transactionCount }) => transactionCount)).toEqual([93, 87, 93, 27])
      expect(rowsRead).toEqual([300])
    })
  })
})
