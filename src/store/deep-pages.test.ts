import { beforeAll, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { explainRead } from '../../test/support/explain-read.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertAnalysedApplicant } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { Queries } from './database.ts'
import type { TransactionFilter } from './transaction-filter.ts'
import { type TransactionOrder, transactionList } from './transactions.ts'

const tenant = parseTenantId('deep')
const count = 6_000
const limit = 20

// On both, because the server's version decides where the scan of an index starts.
describeOnEveryDatabase('a deep page of transactions', database => {
  beforeAll(async () => {
    await insertAnalysedApplicant(database(), tenant, 'a')
    await executeSql(
      database(),
      `insert into transactions (tenant_id, owner_id, id, provider_id, applicant_id, statement_id, position, status, amount, currency,
         direction, effective_date, category, tags, codes, fingerprint, search_text)
       select $1, 'col_a', 'txn_' || n, 'reader', 'app_a', 'stm_a0', n, 'BOOKED', n * 7919 % 100003 - 120000, 'EUR', 'DEBIT',
         date '2020-01-01' + n / 3, 'OTHER', '[]', '[]', '', '' from generate_series(0, $2::integer - 1) as n`,
      [tenant, count],
    )
    await executeSql(database(), 'analyze transactions')
  })

  const days: TransactionFilter = { effectiveDate: { from: '2020-01-01', to: '2030-01-01' } }
  const amounts: TransactionFilter = { amount: { min: '-200000', max: '-1' } }
  test.each<[TransactionOrder, TransactionFilter]>([
    ['EFFECTIVE_DATE_DESC', days],
    ['EFFECTIVE_DATE_ASC', days],
    ['AMOUNT_DESC', amounts],
    ['AMOUNT_ASC', amounts],
    ['AMOUNT_DESC', { direction: 'DEBIT' }],
  ])('%s of %j reads no more of the index than the first page', async (orderBy, filter) => {
    const list = transactionList({ kind: 'applicant', keys: ['app_a'] }, { filter, orderBy })
    const page = (after: string | null, size: number) => (queries: Queries) => {
      const request = { limit: size, after: after === null ? null : { key: after, inclusive: false } }
      return readList(queries, wholeTenant(tenant), list, request)
    }
    const first = await explainRead(database(), page(null, limit))
    const most = await page(null, count - limit)(database())
    const last = await explainRead(database(), page(most.items.at(-1)?.key ?? '', limit))
    expect(last.result.items).toHaveLength(limit)
    expect(last.pages).toBeLessThanOrEqual(first.pages + 6)
  })
})
