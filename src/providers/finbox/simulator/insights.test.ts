import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createManualClock } from '../../../simulation/testing/manual-clock.ts'
import { accountOf } from '../../../simulation/statements/document-plan.ts'
import { createClient } from './clients.ts'
import { createInsightsBody } from './insights.ts'
import { buckets } from './month-figures.ts'
import { createSessions } from './sessions.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'
import { createPlan, type StatementPlan } from './statement-plan.ts'

/** An amount in whole paise, read from the digits that were sent. */
const money = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .transform(text => Number(text.replace('.', '')))
const entry = z.object({
  transaction_type: z.enum(['credit', 'debit']),
  transaction_note: z.string(),
  amount: money,
  balance: money.nullable(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d 00:00:00$/),
  hash: z.string().regex(/^[0-9a-f]{32}$/),
})
const transaction = entry.extend({
  chq_num: z.string(),
  category: z.string(),
  metadata: z.object({ unclean_merchant: z.string(), transaction_channel: z.string(), description: z.string() }),
})
const flat = entry.extend({ transaction_channel: z.string(), merchant_category: z.string(), description: z.string() })
const byMonth = z.record(z.string().regex(/^[A-Z][a-z]{2}-\d{4}$/), z.unknown())
const group = z.object({ median: money, transactions: z.array(flat) })
const top = z.object({
  type: z.enum(['top_5_debit', 'top_5_credit']),
  data: z.array(
    z.object({
      month: z.string().regex(/^[A-Z][a-z]{2}-\d{2}$/),
      data: z.array(transaction.extend({ date: z.string().regex(/^\d\d-[A-Z][a-z]{2}-\d\d$/) })).max(5),
    }),
  ),
})
const accountData = z.object({
  account_details: z.looseObject({ months: z.array(z.string()), statements: z.array(z.string()) }),
  fraud: z.array(z.looseObject({})),
  fraud_details: z.object({ statement: z.array(z.unknown()), account: z.array(z.unknown()) }),
  transactions: z.array(transaction),
  salary_transactions: z.array(transaction.extend({ salary_month: z.string(), employer_name: z.null() })),
  recurring_transactions: z.object({ debit_transactions: z.array(group), credit_transactions: z.array(group) }),
  lender_transactions: z.array(flat),
  top_credits_debits: z.array(top).length(2),
  statement_stats: z.array(z.looseObject({ transaction_count: z.number() })),
  expense_categories: z.array(z.object({ category: z.string(), percentage: z.int() })),
  self_and_sister_transactions: z.array(flat),
  bounced_or_penal_transactions: z.array(flat),
  monthly_analysis: z.record(z.string(), byMonth),
  predictors: z.record(z.string(), z.unknown()),
  eod_balances: z.looseObject({ Months_order: z.array(z.string()), starting_balance: money }),
  score: money.nullable(),
  xlsx_report_url: z.url(),
})
const insights = z.object({
  session_id: z.string(),
  link_id: z.string(),
  session_date_range: z.object({ from_date: z.iso.date(), to_date: z.iso.date() }),
  accounts: z.array(z.object({ account_id: z.string(), data: accountData })),
  aggregate_monthly_analysis: z.record(z.string(), byMonth),
  aggregate_xlsx_report_url: z.url(),
  aggregate_xml_report_url: z.url(),
})
type Insights = z.infer<typeof insights>

/** Every amount is the text that was sent, so no digit passes through a float. */
function parse(text: string): Insights {
  return insights.parse(JSON.parse(text.replaceAll(/([:[,])(-?\d+\.\d\d)(?=[,}\]])/g, '$1"$2"')))
}

/** The insights of a session with these documents, made without a server. */
function generate(...plans: readonly Partial<StatementPlan>[]): Iterable<string> {
  const clock = createManualClock('2026-03-05T10:00:01Z')
  const nothing = () => undefined
  const sessions = createSessions(clock, 1, { onUploaded: nothing, onExpired: nothing, onProcessed: nothing })
  const range = { from: '2025-09-05', to: '2026-03-05', acceptsAnything: false }
  const { id } = sessions.create({
    client: createClient(),
    linkId: 'case-1',
    ...range,
    expiresAt: new Date('2027-01-01'),
  })
  for (const [index, own] of plans.entries()) {
    const digest = String(index).padStart(64, '0')
    const plan = createPlan(digest, { country: 'IN', from: '2025-12-01', ...own })
    const { from, to } = accountOf(plan)
    sessions.add(id, { digest, from, to, bank: plan.bank ?? 'hdfc', plan, pageCount: 2, password: null })
  }
  const session = sessions.find(id)
  if (!session) throw new Error('The session was not created.')
  sessions.stop()
  return createInsightsBody(session, session.accounts, name => `http://127.0.0.1/files/${name}`)
}

function readOne(...plans: readonly Partial<StatementPlan>[]) {
  const data = parse([...generate(...plans)].join('')).accounts[0]?.data
  if (!data) throw new Error('There is no account.')
  return data
}

const quarterBefore = { from: '2025-09-01' }
const seeds = fc.stringMatching(/^[0-9a-f]{16}$/)

test('P15 balances equal the sums of amounts to the cent across statements, and the monthly analysis agrees with both', () => {
  fc.assert(
    fc.property(seeds, fc.option(fc.integer({ min: 0, max: 300 })), (accountSeed, transactions) => {
      const plan = { accountSeed, ...(transactions !== null && { transactions }) }
      const data = readOne(plan, { accountSeed, ...quarterBefore })
      let balance = data.eod_balances.starting_balance
      const sums = new Map<string, number>()
      for (const one of data.transactions) {
        expect(one.amount).toBeGreaterThanOrEqual(0)
        balance += one.transaction_type === 'credit' ? one.amount : -one.amount
        if (one.balance !== null) expect(one.balance).toBe(balance)
        const key = `${one.date.slice(0, 7)} ${one.transaction_type}`
        sums.set(key, (sums.get(key) ?? 0) + one.amount)
      }
      const { amt_credit = {}, amt_debit = {}, cnt_transactions = {}, closing_balance = {} } = data.monthly_analysis
      const months = ['Sep-2025', 'Oct-2025', 'Nov-2025', 'Dec-2025', 'Jan-2026', 'Feb-2026']
      const numbers = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02']
      expect(Object.keys(amt_credit)).toEqual(months)
      for (const [index, month] of months.entries()) {
        expect(money.parse(amt_credit[month])).toBe(sums.get(`${numbers[index]} credit`) ?? 0)
        expect(money.parse(amt_debit[month])).toBe(sums.get(`${numbers[index]} debit`) ?? 0)
      }
      expect(money.parse(closing_balance['Feb-2026'])).toBe(balance)
      const count = Object.values(cnt_transactions).reduce<number>((sum, one) => sum + z.number().parse(one), 0)
      expect(count).toBe(data.transactions.length)
      expect(data.statement_stats.reduce((sum, one) => sum + one.transaction_count, 0)).toBe(count)
      if (transactions !== null) expect(data.statement_stats[0]?.transaction_count).toBe(transactions)
    }),
    { numRuns: 5 },
  )
})

test('every entry of the other lists has the unique hash of a transaction', () => {
  fc.assert(
    fc.property(seeds, accountSeed => {
      const data = readOne({ accountSeed, transactions: 400 })
      const byHash = new Map(data.transactions.map(one => [one.hash, one]))
      expect(byHash.size).toBe(data.transactions.length)
      const { debit_transactions: out, credit_transactions: into } = data.recurring_transactions
      const lists = [
        data.salary_transactions,
        data.lender_transactions,
        data.self_and_sister_transactions,
        data.bounced_or_penal_transactions,
        ...[...out, ...into].map(({ transactions }) => transactions),
      ]
      for (const one of lists.flat()) {
        const { transaction_note, amount, balance, date } = one
        expect(byHash.get(one.hash)).toMatchObject({ transaction_note, amount, balance, date })
      }
      for (const { data: months } of data.top_credits_debits)
        for (const { data: five } of months)
          for (const { hash, amount } of five) expect(byHash.get(hash)?.amount).toBe(amount)
      expect(data.salary_transactions).toHaveLength(3)
      expect(out.length).toBeGreaterThan(1)
      expect(into).toHaveLength(1)
    }),
    { numRuns: 3 },
  )
})

test('an account has the same hashes, number and figures in every session and statement', () => {
  const once = readOne({ accountSeed: 'account a' })
  const again = readOne({ accountSeed: 'account a' }, { accountSeed: 'account a' })
  expect(again.transactions).toEqual(once.transactions)
  const both = readOne({ accountSeed: 'account a' }, { accountSeed: 'account a', ...quarterBefore })
  expect(both.transactions.slice(-once.transactions.length).map(({ hash }) => hash)).toEqual(
    once.transactions.map(({ hash }) => hash),
  )
  expect(both.account_details.account_number).toBe(once.account_details.account_number)
})

test('the monthly analysis has hundreds of figures, the predictors have more, and none is undefined', () => {
  const text = [...generate({ accountSeed: 'account a' })].join('')
  const { accounts, aggregate_monthly_analysis } = parse(text)
  const data = accounts[0]?.data
  expect(Object.keys(data?.monthly_analysis ?? {}).length).toBeGreaterThan(350)
  expect(Object.keys(data?.predictors ?? {}).length).toBeGreaterThan(700)
  expect(Object.keys(aggregate_monthly_analysis)).toEqual(Object.keys(data?.monthly_analysis ?? {}))
  // JSON leaves out undefined members, so each name must be present.
  for (const name of ['credits', 'obligation', 'balance_on_1st', 'number_of_days_cc_limit_breached', 'employer_name'])
    expect(data?.predictors).toHaveProperty(`${name}_11`, null)
  const stems = Object.keys(data?.predictors ?? {})
    .filter(name => name.endsWith('_11'))
    .map(name => name.slice(0, -3))
  for (const stem of stems) expect(data?.predictors).toHaveProperty(`${stem}_0`)
  for (const bucket of buckets)
    if (bucket !== 'salary') expect(data?.monthly_analysis).toHaveProperty(`avg_amt_${bucket}`)
  expect(Object.keys(readOne({ accountSeed: 'account a', morePredictors: 10_000 }).predictors).length).toBeGreaterThan(
    10_000,
  )
})

test('months of several accounts add up to the cent', () => {
  const { accounts, aggregate_monthly_analysis: all } = parse(
    [...generate({ accountSeed: 'account a' }, { accountSeed: 'account b' }, { accountSeed: 'account c' })].join(''),
  )
  for (const name of ['amt_credit', 'amt_upi_debit', 'closing_balance', 'sum_of_eod_balance'])
    for (const month of ['Dec-2025', 'Jan-2026', 'Feb-2026']) {
      const parts = accounts.map(({ data }) => money.parse(data.monthly_analysis[name]?.[month]))
      expect(money.parse(all[name]?.[month])).toBe(parts.reduce((sum, one) => sum + one, 0))
    }
})

test('end-of-day balances are lists of 31 that end with the closing balance', () => {
  const data = readOne({ accountSeed: 'account a' })
  expect(data.eod_balances).toMatchObject({
    Months_order: ['Dec-25', 'Jan-26', 'Feb-26'],
    start_date: ['01-Dec-25', '01-Jan-26', '01-Feb-26'],
  })
  const february = z.array(money.nullable()).length(31).parse(data.eod_balances['Feb-26'])
  expect(february.slice(28)).toEqual([null, null, null])
  expect(february[27]).toBe(money.parse(data.monthly_analysis.closing_balance?.['Feb-2026']))
})

test('a finding of fraud names the statement or transaction that it is about', () => {
  const frauds = [
    { type: 'author_fraud', category: 'metadata' },
    { type: 'inconsistent_transaction', category: 'transaction' },
  ] as const
  const { fraud, fraud_details, transactions } = readOne({ accountSeed: 'account a', frauds })
  expect(fraud).toMatchObject([
    { fraud_type: 'author_fraud', fraud_category: 'metadata', transaction_hash: null },
    { fraud_type: 'inconsistent_transaction', transaction_hash: transactions[0]?.hash },
  ])
  expect(fraud_details).toEqual({ statement: [fraud[0]], account: [fraud[1]] })
})

test('a fault of an account shows in its transactions: one is missing, or one balance is wrong', () => {
  const whole = readOne({ accountSeed: 'account a' })
  const missing = readOne({ accountSeed: 'account a', accountFault: 'MISSING_TRANSACTIONS' })
  expect(missing.transactions).toHaveLength(whole.transactions.length - 1)
  const misread = readOne({ accountSeed: 'account a', accountFault: 'BALANCE_MISMATCH' })
  const changed = misread.transactions.filter((one, index) => one.balance !== whole.transactions[index]?.balance)
  expect(changed).toHaveLength(1)
})

test('the account of a statement without transactions has none, and no score if a word says so', () => {
  const data = readOne({ accountSeed: 'account a', transactions: 0, hasScore: false })
  expect(data).toMatchObject({ transactions: [], salary_transactions: [], score: null, expense_categories: [] })
  expect(data.account_details.transaction_date_range).toEqual({ from_date: null, to_date: null })
  expect(readOne({ accountSeed: 'account a' }).score).toBeGreaterThan(0)
})

describe('every flaw of extracted statements occurs in some account', () => {
  const text = Array.from({ length: 12 }, (_, index) => [...generate({ accountSeed: `many ${index}` })].join('')).join(
    '',
  )
  test.each([
    ['an amount sent as text', /"amount":"\d+\.\d\d"/],
    ['an unreadable balance', /"balance":null/],
    ['an unknown category', /"category":"misc\."/],
    ['a control character', /\\u0000/],
    ['an amount of zero', /"amount":0\.00/],
    ['a cheque number', /"chq_num":"\d{6}"/],
    ['a bounce', /chq_bounce_insuff_funds/],
  ])('%s', (_, pattern) => expect(text).toMatch(pattern))
})

describe('by HTTP', () => {
  let simulator: TestSimulator
  beforeEach(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => simulator.stop())

  test('the insights name session and period, leave out rejected accounts, and give report addresses that are valid for an hour', async () => {
    const id = await simulator.process(toPdf('account-a'), toPdf('account-b balance-mismatch'))
    const read = async () => parse((await simulator.get(`/session_data/${id}/insights/`)).text)
    const whole = await read()
    expect(whole).toMatchObject({
      session_id: id,
      link_id: 'case-1',
      session_date_range: { from_date: '2025-09-05', to_date: '2026-03-05' },
    })
    expect(whole.accounts).toHaveLength(2)
    simulator.control.client.settings.toRejectAccount = true
    expect((await read()).accounts).toHaveLength(1)
    const sheet = await fetch(whole.aggregate_xlsx_report_url)
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml')
    const bytes = Buffer.from(await sheet.arrayBuffer())
    expect([bytes.subarray(0, 4).toString('latin1'), bytes.includes('xl/workbook.xml')]).toEqual([
      'PK\u0003\u0004',
      true,
    ])
    expect((await fetch(whole.accounts[0]?.data.xlsx_report_url ?? '')).status).toBe(200)
    expect(await (await fetch(whole.aggregate_xml_report_url)).text()).toContain(`<report session="${id}">`)
    simulator.control.expireFiles()
    expect((await fetch(whole.aggregate_xml_report_url)).status).toBe(403)
  })
})
