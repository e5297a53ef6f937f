import { beforeAll, expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { insertAnalysedApplicant, insertRows } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { type CashFlowArgs, readCashFlows } from './cash-flow.ts'

const tenant = parseTenantId('acme')

describeOnEveryDatabase('cash flow', database => {
  beforeAll(async () => {
    await insertAnalysedApplicant(database(), tenant, 'flow')
    const owner = { applicant_id: 'app_flow', collection_id: 'col_flow', analysis_id: 'ana_flow' }
    await insertRows(database(), tenant, 'statements', [{ ...owner, id: 'stm_flow' }])
    const rows = [
      { effective_date: '2025-07-31', amount: '1000' },
      { effective_date: '2025-08-01', amount: '0.1' },
      { effective_date: '2025-08-31', amount: '0.20' },
      { effective_date: '2025-08-31', amount: '-123456789012345678.123' },
      { effective_date: '2025-08-15', amount: '0.00' },
      { effective_date: '2025-10-06', amount: '-5', currency: 'USD' },
      { effective_date: '2025-08-02', amount: '77', status: 'PENDING' },
    ]
    const movement = { applicant_id: 'app_flow', collection_id: 'col_flow', statement_id: 'stm_flow' }
    await insertRows(
      database(),
      tenant,
      'transactions',
      rows.map((row, index) => ({ ...movement, id: `txn_${index}`, ...row })),
    )
    const copy = { ...movement, id: 'txn_copy', duplicate_of_id: 'txn_1' }
    await insertRows(database(), tenant, 'duplicate_transactions', [
      { ...copy, effective_date: '2025-08-02', amount: '99' },
    ])
    await insertAnalysedApplicant(database(), tenant, 'flow_other')
    const other = { applicant_id: 'app_flow_other', collection_id: 'col_flow_other', id: 'txn_other' }
    await insertRows(database(), tenant, 'transactions', [{ ...other, effective_date: '2025-08-02', amount: '3' }])
  })

  const read = async (args: CashFlowArgs) =>
    (await readCashFlows(database(), wholeTenant(tenant), ['app_flow', 'app_flow_other'], args)).get('app_flow')

  const nothing = { moneyIn: '0', moneyOut: '0', net: '0', transactionCount: 0 }
  const august = {
    currency: 'EUR',
    moneyIn: '0.30',
    moneyOut: '-123456789012345678.123',
    net: '-123456789012345677.823',
    transactionCount: 4,
  }

  test('P15 sums are exact, count booked transactions only and no duplicates, and have every period and currency of the range', async () => {
    expect(await read({ from: '2025-08-01', to: '2025-10-10', interval: 'MONTH' })).toEqual([
      { from: '2025-08-01', to: '2025-08-31', ...august },
      { from: '2025-08-01', to: '2025-08-31', currency: 'USD', ...nothing },
      { from: '2025-09-01', to: '2025-09-30', currency: 'EUR', ...nothing },
      { from: '2025-09-01', to: '2025-09-30', currency: 'USD', ...nothing },
      { from: '2025-10-01', to: '2025-10-10', currency: 'EUR', ...nothing },
      {
        from: '2025-10-01',
        to: '2025-10-10',
        currency: 'USD',
        ...nothing,
        moneyOut: '-5',
        net: '-5',
        transactionCount: 1,
      },
    ])
  })

  test('a range that begins and ends within a period counts its own days only', async () => {
    expect(await read({ from: '2025-08-02', to: '2025-08-30', interval: 'YEAR' })).toEqual([
      {
        from: '2025-08-02',
        to: '2025-08-30',
        currency: 'EUR',
        moneyIn: '0',
        moneyOut: '0',
        net: '0.00',
        transactionCount: 1,
      },
    ])
  })

  test('weeks are those of ISO 8601', async () => {
    // 31 August 2025 is a Sunday, 6 October 2025 a Monday.
    const weeks = await read({ from: '2025-08-31', to: '2025-10-06', interval: 'WEEK' })
    const counted = weeks?.filter(week => week.transactionCount > 0)
    expect(counted?.map(({ from, to, currency }) => [from, to, currency])).toEqual([
      ['2025-08-31', '2025-08-31', 'EUR'],
      ['2025-10-06', '2025-10-06', 'USD'],
    ])
    expect(weeks).toHaveLength(2 * 7)
  })

  test('a range without transactions has no periods', async () => {
    expect(await read({ from: '2020-01-01', to: '2020-12-31', interval: 'MONTH' })).toBeUndefined()
  })

  test('several applicants have a cash flow each', async () => {
    const flows = await readCashFlows(database(), wholeTenant(tenant), ['app_flow', 'app_flow_other'], {
      from: '2025-08-01',
      to: '2025-08-31',
      interval: 'QUARTER',
    })
    const ofAugust = { from: '2025-08-01', to: '2025-08-31' }
    expect(flows).toEqual(
      new Map([
        ['app_flow', [{ ...ofAugust, ...august }]],
        [
          'app_flow_other',
          [{ ...ofAugust, currency: 'EUR', moneyIn: '3', moneyOut: '0', net: '3', transactionCount: 1 }],
        ],
      ]),
    )
  })
})
