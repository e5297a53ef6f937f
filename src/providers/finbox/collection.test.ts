import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { streamJson } from '../../http/stream-json.ts'
import type { Findings } from '../findings.ts'
import { parseCheckpoint, type UploadedStatement } from './checkpoint.ts'
import { collectFindings } from './collection.ts'
import { sessionStatusPayload } from './payloads.ts'

const upload: UploadedStatement = {
  documentId: 'doc_1',
  statementId: 'st-1',
  openingBalance: '100.50',
  closingBalance: null,
  from: '2025-08-01',
  to: '2025-09-30',
  fraudType: 'author_fraud',
}
const second: UploadedStatement = {
  documentId: 'doc_2',
  statementId: 'st-2',
  openingBalance: null,
  closingBalance: null,
  from: null,
  to: null,
  fraudType: null,
}

/** A vendor in memory that answers with these texts; successive calls for the insights get successive texts. */
function vendorWith(
  insights: string | readonly string[],
  status: unknown = { insights_available: true, accounts: [] },
) {
  const texts = typeof insights === 'string' ? [insights, insights] : [...insights]
  return {
    sessionStatus: async () => sessionStatusPayload.parse(status),
    insights: (_sessionId: string, paths: readonly string[]) =>
      streamJson(Readable.from([Buffer.from(texts.shift() ?? '')], { objectMode: false }), paths, {
        provider: 'finbox',
      }),
  }
}

const collect = (
  vendor: ReturnType<typeof vendorWith>,
  statements: readonly UploadedStatement[] = [upload, second],
): Promise<Findings[]> =>
  Array.fromAsync(collectFindings(vendor, { ...parseCheckpoint(null), sessionId: 's-1', statements: [...statements] }))

const transaction = {
  transaction_type: 'debit',
  transaction_note: 'UPI/P2A/1/TESTINE MUSTER',
  chq_num: '',
  amount: '@1370.10@',
  balance: '@123456789012345678.90@',
  date: '2025-08-11 00:00:00',
  hash: 'h-1',
  category: 'Self Transfer',
  metadata: { unclean_merchant: 'TESTINE MUSTER', transaction_channel: 'upi', description: 'self_transfer' },
}
const loan = {
  ...transaction,
  transaction_type: 'credit',
  transaction_note: 'MUSTER FINANCE',
  chq_num: '000123',
  amount: '@0.30@',
  date: '2025-10-02 00:00:00',
  hash: 'h-2',
  category: 'Loan Disbursed',
  metadata: null,
}
const outside = {
  ...loan,
  date: '2026-01-01 00:00:00',
  hash: 'h-3',
  category: 'Transfer from MR MUSTER',
  amount: '@5@',
}
const { hash: _, metadata: __, ...loanWithoutHash } = loan

const account = {
  account_id: 'acc-1',
  data: {
    account_details: {
      name: 'Testine Muster',
      account_category: 'individual',
      account_number: '9240100001234',
      bank: 'axis',
      credit_limit: '@0.0@',
      ifsc: 'UTIB0000009',
      micr: '560211002',
      missing_data: [
        { from_date: '2000-01-01', to_date: '2025-07-31' },
        { from_date: '2025-10-01', to_date: '2025-10-01' },
      ],
      od_limit: '@25000.00@',
      salary_confidence: '@99.5@',
      statements: ['st-1', 'st-2'],
      months: ['2025-08', '2025-09', '2025-10'],
      country_code: 'IN',
      currency_code: 'INR',
      account_date_range: { from_date: '2025-08-01', to_date: '2025-10-31' },
    },
    fraud: [
      { statement_id: 'st-1', fraud_type: 'author_fraud', fraud_category: 'metadata', transaction_hash: null },
      { statement_id: 'st-1', fraud_type: 'odd_sum', fraud_category: 'transaction', transaction_hash: 'h-1' },
      { fraud_type: 'more_cash', fraud_category: 'behavioural' },
    ],
    fraud_details: {
      statement: [
        { statement_id: 'st-1', fraud_type: 'author_fraud', fraud_category: 'metadata', transaction_hash: null },
      ],
      account: [],
    },
    transactions: [transaction, loan, outside],
    salary_transactions: [],
    recurring_transactions: {
      debit_transactions: [{ median: '@1@', transactions: [transaction] }],
      credit_transactions: [],
    },
    lender_transactions: [loanWithoutHash],
    self_and_sister_transactions: [transaction],
    bounced_or_penal_transactions: [{ ...transaction, hash: 'nobody' }],
    statement_stats: [
      {
        statement_id: 'st-1',
        bank: 'axis',
        page_count: '@3@',
        transaction_count: '@1@',
        from_date: '2025-08-01 00:00:00',
        to_date: '2025-09-30 00:00:00',
      },
      {
        statement_id: 'st-2',
        bank: 'axis',
        page_count: null,
        transaction_count: '@1@',
        from_date: '01-Oct-25',
        to_date: '31-Oct-25',
      },
    ],
    expense_categories: [{ category: 'Cash', percentage: '@31@' }],
    monthly_analysis: { avg_bal: { 'Aug-2025': '@513.760@', 'Sep-2025': null }, cnt_credit: { 'Aug-2025': '@8@' } },
    predictors: {
      min_eod_balance: '@0.10@',
      cnt_eod_bal_lt_500_4: null,
      employer: 'MUSTER',
      // The vendor's sample has the full number among the figures.
      accountnumber: '45678090383737',
    },
    eod_balances: {
      Months_order: ['Aug-25'],
      start_date: ['11-Aug-25'],
      'Aug-25': [null, '@5.0@'],
      starting_balance: '@7@',
    },
    score: '@496.0@',
    xlsx_report_url: 'https://files.example.com/a.xlsx?secret=1',
  },
}
const insights = {
  session_id: 's-1',
  accounts: [account],
  aggregate_monthly_analysis: { amt_debit: { 'Aug-2025': '@36016.0@' } },
  aggregate_xlsx_report_url: 'https://files.example.com/s.xlsx',
  aggregate_xml_report_url: '',
}
const status = {
  insights_available: true,
  accounts: [
    {
      account_id: 'acc-1',
      account_number: 'XXXXXXXXX1234',
      full_bank_name: 'Axis Bank',
      account_status: 'completed',
      error_code: null,
      statements: [
        { statement_id: 'st-1', statement_status: 'completed', error_code: null },
        { statement_id: 'st-2', statement_status: 'completed', error_code: null },
      ],
    },
  ],
}

/** JSON whose numbers have the digits that the test wrote. */
const toText = (value: unknown): string => JSON.stringify(value).replace(/"@([^@]*)@"/g, '$1')

/** The same JSON with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)])
      .toReversed(),
  )
}

const wholeAccount = {
  holderName: 'Testine Muster',
  accountNumber: '9240100001234',
  maskedNumber: null,
  ifsc: 'UTIB0000009',
  micr: '560211002',
  category: 'individual',
  creditLimit: { value: '0.0', currency: 'INR' },
  overdraftLimit: { value: '25000.00', currency: 'INR' },
  countryCode: 'IN',
}

test('P15 insights become statements, signals, an assessment and reports, then transactions with the lists that name them as tags', async () => {
  const found = await collect(vendorWith(toText(insights), status))
  expect(found[0]).toEqual({
    statements: [
      {
        reference: 'st-1',
        documentId: 'doc_1',
        bankName: 'Axis Bank',
        account: wholeAccount,
        from: '2025-08-01',
        to: '2025-09-30',
        currency: 'INR',
        openingBalance: '100.50',
        closingBalance: null,
        transactionCount: 1,
        providerCheck: 'completed',
        pageCount: 3,
        fraudSignals: [
          { code: 'author_fraud', sentiment: 'BAD', value: 'metadata', explanations: [] },
          {
            code: 'odd_sum',
            sentiment: 'BAD',
            value: 'transaction',
            explanations: ["The transaction with the vendor's id h-1"],
          },
        ],
      },
      {
        reference: 'st-2',
        documentId: 'doc_2',
        bankName: 'Axis Bank',
        account: wholeAccount,
        from: '2025-10-01',
        to: '2025-10-31',
        currency: 'INR',
        openingBalance: null,
        closingBalance: null,
        transactionCount: 1,
        providerCheck: 'completed',
        pageCount: null,
        fraudSignals: [],
      },
    ],
    assessments: [
      {
        kind: 'AFFORDABILITY',
        score: { value: '496.0' },
        providerReference: 'acc-1',
        signals: [
          { code: 'more_cash', sentiment: 'BAD', value: 'behavioural', explanations: [] },
          { code: 'months', sentiment: 'NEUTRAL', value: '3', explanations: ['2025-08, 2025-09, 2025-10'] },
          { code: 'missing_data', sentiment: 'BAD', value: '1', explanations: ['2025-10-01/2025-10-01'] },
        ],
        metrics: [
          { name: 'salary_confidence', value: '99.5', unit: null, basis: null },
          { name: 'expense_categories', value: '31', unit: '%', basis: 'Cash' },
          { name: 'avg_bal', value: '513.760', unit: null, basis: '2025-08' },
          { name: 'cnt_credit', value: '8', unit: null, basis: '2025-08' },
          { name: 'min_eod_balance', value: '0.10', unit: null, basis: null },
          { name: 'eod_balances', value: '5.0', unit: null, basis: '2025-08-02' },
          { name: 'starting_balance', value: '7', unit: null, basis: null },
        ],
      },
    ],
    reports: [
      {
        reference: 's-1/account-1.xlsx',
        name: 'finbox-account-1.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    ],
  })
  expect(found[1]).toEqual({
    assessments: [
      {
        kind: 'AFFORDABILITY',
        score: null,
        providerReference: 's-1',
        signals: [],
        metrics: [{ name: 'amt_debit', value: '36016.0', unit: null, basis: '2025-08' }],
      },
    ],
    reports: [
      {
        reference: 's-1/session.xlsx',
        name: 'finbox-session.xlsx',
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    ],
  })
  const common = { status: 'BOOKED', currency: 'INR', balanceAfter: '123456789012345678.90' }
  expect(found[2]).toEqual({
    transactions: [
      {
        ...common,
        statementReference: 'st-1',
        documentId: 'doc_1',
        providerTransactionId: 'h-1',
        amount: '-1370.10',
        direction: 'DEBIT',
        bookingDate: '2025-08-11',
        description: 'UPI/P2A/1/TESTINE MUSTER',
        counterparty: { name: 'TESTINE MUSTER' },
        channel: 'upi',
        category: { code: 'TRANSFER_OUT', providerCode: 'Self Transfer' },
        tags: [
          { name: 'recurring', source: null },
          { name: 'self_and_sister', source: null },
        ],
        codes: [{ type: 'description', value: 'self_transfer' }],
        reference: null,
      },
      {
        ...common,
        statementReference: 'st-2',
        documentId: 'doc_2',
        providerTransactionId: 'h-2',
        amount: '0.30',
        direction: 'CREDIT',
        bookingDate: '2025-10-02',
        description: 'MUSTER FINANCE',
        counterparty: null,
        channel: null,
        category: { code: 'LOAN_DISBURSEMENT', providerCode: 'Loan Disbursed' },
        tags: [{ name: 'lender', source: null }],
        codes: [],
        reference: '000123',
      },
      {
        ...common,
        statementReference: null,
        documentId: null,
        providerTransactionId: 'h-3',
        amount: '5',
        direction: 'CREDIT',
        bookingDate: '2026-01-01',
        description: 'MUSTER FINANCE',
        counterparty: null,
        channel: null,
        category: { code: 'TRANSFER_IN', providerCode: 'Transfer from MR MUSTER' },
        tags: [],
        codes: [],
        reference: '000123',
      },
    ],
  })
  expect(found).toHaveLength(3)
})

test('members may come in any order, and data of one account never gets into another', async () => {
  const other = {
    account_id: 'acc-2',
    data: {
      ...account.data,
      account_details: { ...account.data.account_details, statements: ['st-9'], currency_code: 'USD' },
      statement_stats: [],
      lender_transactions: [],
      self_and_sister_transactions: [],
    },
  }
  const two = { ...insights, accounts: [account, other] }
  const straight = await collect(vendorWith(toText(two), status))
  const backward = await collect(vendorWith(toText(reversed(two)), status))
  const content = (found: readonly Findings[]) => ({
    transactions: found.flatMap(({ transactions = [] }) => transactions),
    statements: found.flatMap(({ statements = [] }) => statements),
    assessments: found
      .flatMap(({ assessments = [] }) =>
        assessments.map(({ metrics = [], ...rest }) => ({
          ...rest,
          names: metrics.map(({ name }) => name).toSorted(),
        })),
      )
      .toSorted((one, another) => `${one.providerReference}`.localeCompare(`${another.providerReference}`)),
  })
  expect(content(backward)).toEqual(content(straight))
  const { transactions } = content(straight)
  expect(transactions.map(({ currency }) => currency)).toEqual(['INR', 'INR', 'INR', 'USD', 'USD', 'USD'])
  expect(transactions[3]?.tags).toEqual([{ name: 'recurring', source: null }])
})

test('an account without transactions is a statement without transactions', async () => {
  const empty = { account_id: 'acc-1', data: { account_details: { statements: ['st-1'] }, transactions: [] } }
  const found = await collect(vendorWith(toText({ accounts: [empty] })), [upload])
  expect(found.flatMap(({ statements = [] }) => statements)).toMatchObject([{ reference: 'st-1', currency: 'XXX' }])
  expect(found.flatMap(({ transactions = [] }) => transactions)).toEqual([])
})

test('P16 members of a wrong type are dropped alone, and a row without an amount is kept with an unreadable one', async () => {
  const odd = {
    account_id: 7,
    data: {
      account_details: [],
      statement_stats: [3, { statement_id: 'st-1' }],
      fraud: [7, 'author_fraud', {}],
      fraud_details: 'none',
      transactions: [{ amount: {}, date: '31/02/2025', hash: 7, metadata: 'x' }, 'x', null],
      recurring_transactions: [],
      predictors: { a: [], b: {}, c: '@1e3@' },
      monthly_analysis: { d: { 'Aug-2025': {} }, e: '@4@' },
      eod_balances: { 'Aug-25': 'x' },
      score: [],
      xlsx_report_url: {},
    },
  }
  const found = await collect(vendorWith(toText({ accounts: [odd] })), [])
  expect(found[0]).toMatchObject({
    statements: [{ reference: 'st-1', from: null, to: null }],
    assessments: [
      {
        score: null,
        metrics: [
          { name: 'c', value: '1000' },
          { name: 'e', value: '4' },
        ],
      },
    ],
    reports: [],
  })
  expect(found[2]?.transactions).toMatchObject([
    { amount: 'unreadable', bookingDate: 'unreadable', providerTransactionId: null, statementReference: 'st-1' },
    { amount: 'unreadable', bookingDate: null },
    { amount: 'unreadable', bookingDate: null },
  ])
})

test.each([
  ['no account', toText({ ...insights, accounts: [] }), 'hold no account'],
  ['an empty object', '{}', 'hold no account'],
  ['half of them', toText(insights).slice(0, 2_000), 'breaks off'],
  ['a page', '<html></html>', 'not JSON'],
])('P16 insights with %s are PROVIDER_BAD_RESPONSE', async (_what, text, message) => {
  await expect(collect(vendorWith(text, status))).rejects.toMatchObject({
    code: 'PROVIDER_BAD_RESPONSE',
    message: expect.stringContaining(message),
  })
})

test('insights that name other accounts the second time are PROVIDER_BAD_RESPONSE', async () => {
  const changed = toText({ accounts: [{ ...account, account_id: 'acc-2' }] })
  await expect(collect(vendorWith([toText(insights), changed], status))).rejects.toMatchObject({
    code: 'PROVIDER_BAD_RESPONSE',
  })
})

test('10,000 figures of an account are kept; more than 50,000 are refused', async () => {
  const wide = (count: number) => {
    const predictors = Object.fromEntries(Array.from({ length: count }, (_value, index) => [`p_${index}`, '@1@']))
    return toText({ accounts: [{ account_id: 'acc-1', data: { predictors } }] })
  }
  const found = await collect(vendorWith(wide(10_000)), [])
  expect(found[0]?.assessments?.[0]?.metrics).toHaveLength(10_000)
  await expect(collect(vendorWith(wide(50_001)), [])).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})
