import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { toExactNumber } from '../../../simulation/exact-number.ts'
import { createPersonAccount } from '../../../simulation/statements/person-account.ts'
import { createPersonMovements } from '../../../simulation/statements/person-movements.ts'
import { createAnalysisBody, createStatementContent } from './statement-content.ts'
import { type AnalysisOverride, createPlan, type StatementPlan } from './statement-plan.ts'

const digests = fc.stringMatching(/^[0-9a-f]{64}$/)
const money = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .transform(text => BigInt(text.replace('.', '')))
const date = z.iso.date()
const analysis = z.object({
  header: z.object({
    currency: z.enum(['NGN', 'EUR', 'GBP']),
    periodStart: date,
    periodEnd: date,
    openingBalance: money,
    closingBalance: money.nullable(),
    totalCredits: money,
    totalDebits: money,
    totalTransactions: z.number(),
  }),
  transactions: z.array(
    z.object({
      id: z.string().optional(),
      date,
      valueDate: date.nullish(),
      description: z.string(),
      amount: money,
      type: z.enum(['credit', 'debit']),
      balance: money.optional(),
      category: z.string(),
      reference: z.string().nullish(),
    }),
  ),
})

function toText(digest: string, plan: Partial<StatementPlan> = {}): string {
  const whole = { ...createPlan(digest), ...plan }
  return [
    ...createAnalysisBody(createStatementContent(digest, whole).analysis, whole.analysis, whole.memberOrder),
  ].join('')
}

/** The analysis with every amount as the text it was sent as, so that no digit passes through a float. */
function read(digest: string, plan: Partial<StatementPlan> = {}): z.infer<typeof analysis> {
  return analysis.parse(JSON.parse(toText(digest, plan).replaceAll(/:(-?\d+\.\d\d)(?=[,}])/g, ':"$1"')))
}

test('the same digest gives the same analysis to the letter, another digest another', () => {
  fc.assert(
    fc.property(digests, digests, (one, other) => {
      expect(toText(one)).toBe(toText(one))
      if (one !== other) expect(toText(one)).not.toBe(toText(other))
    }),
    { numRuns: 20 },
  )
})

test('P15 opening balance, rows, running balances, totals and closing balance add up to the cent', () => {
  fc.assert(
    fc.property(digests, fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }), (digest, count) => {
      const { reconciles } = createPlan(digest)
      const { header, transactions } = read(digest, count === undefined ? {} : { transactions: count })
      let balance = header.openingBalance
      let credits = 0n
      let debits = 0n
      for (const row of transactions) {
        if (row.type === 'credit') credits += row.amount
        else debits += row.amount
        balance += row.type === 'credit' ? row.amount : -row.amount
        if (row.balance !== undefined) expect(row.balance).toBe(balance)
      }
      expect([credits, debits]).toEqual([header.totalCredits, header.totalDebits])
      expect(header.closingBalance === balance).toBe(reconciles)
      expect(transactions).toHaveLength(header.totalTransactions)
      if (count !== undefined) expect(transactions).toHaveLength(count)
    }),
  )
})

test('a statement has 60 to 140 rows in order of date within three whole months', () => {
  fc.assert(
    fc.property(digests, digest => {
      const { header, transactions } = read(digest)
      expect(transactions.length).toBeGreaterThanOrEqual(60)
      expect(transactions.length).toBeLessThanOrEqual(140)
      const dates = transactions.map(row => row.date)
      expect(dates).toEqual(dates.toSorted())
      expect([header.periodStart, ...dates, header.periodEnd].toSorted().at(0)).toBe(header.periodStart)
      expect([...dates, header.periodEnd].toSorted().at(-1)).toBe(header.periodEnd)
      expect(header.periodStart).toMatch(/-01$/)
    }),
  )
})

// Counted before printing, as a scanner may misread the category of any row.
test('each of the three months has its salary and its rent, once', () => {
  fc.assert(
    fc.property(digests, digest => {
      const { transactions } = createPlan(digest)
      const movements = [...createPersonMovements(createPersonAccount(digest, transactions), digest, transactions)]
      for (const kind of ['salary', 'rent']) {
        const months = movements.filter(one => one.kind === kind).map(one => one.date.slice(0, 7))
        expect(new Set(months).size).toBe(3)
        expect(months).toHaveLength(3)
      }
    }),
    { numRuns: 500 },
  )
})

describe('over many statements every flaw of real ones occurs', () => {
  const many = Array.from({ length: 60 }, (_, index) => index.toString(16).padStart(64, '0'))
  const texts = many.map(digest => toText(digest))
  const rows = many.flatMap(digest => read(digest).transactions)

  test.each<[string, boolean]>([
    ['a row without id', rows.some(row => row.id === undefined)],
    ['a missing value date', rows.some(row => row.valueDate === undefined)],
    ['a value date of null', rows.some(row => row.valueDate === null)],
    ['a missing balance', rows.some(row => row.balance === undefined)],
    ['an unheard-of category', rows.some(row => row.category === 'LEVY/3')],
    ['an amount of zero', rows.some(row => row.amount === 0n)],
    ['two rows alike', rows.some((row, index) => row.id === undefined && sameRow(row, rows[index + 1]))],
    ['a hard space', rows.some(row => row.description.includes('\u00a0'))],
    ['a control character', rows.some(row => row.description.includes('\u0000'))],
    ['an amount sent as text', texts.some(text => /"amount":"\d+\.\d\d"/.test(text))],
    ['a total that does not reconcile', many.some(digest => !createPlan(digest).reconciles)],
    ['every currency', new Set(many.map(digest => read(digest).header.currency)).size === 3],
  ])('%s', (_flaw, occurs) => {
    expect(occurs).toBe(true)
  })
})

function sameRow(one: unknown, other: unknown): boolean {
  const toKey = (row: unknown) =>
    JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))
  return toKey(one) === toKey(other)
}

const digest = 'ab'.repeat(32)

test('amounts are number literals with two decimals', () => {
  const text = toText(digest)
  expect(text).toMatch(/"openingBalance":-?\d+\.\d\d,"closingBalance":-?\d+\.\d\d,/)
  expect(text).toMatch(/"amount":\d+\.\d0,/)
})

test('a partial result is of low confidence and lacks account number and closing balance', () => {
  const parsed: unknown = JSON.parse(toText(digest, { outcome: 'partial' }))
  expect(parsed).toMatchObject({ header: { accountNumber: null, closingBalance: null } })
  expect(z.object({ confidence: z.object({ overall: z.number().lt(0.7) }) }).safeParse(parsed).success).toBe(true)
})

test('without transactions there is no debt-to-income ratio, and the balances are one', () => {
  const { header } = read(digest, { transactions: 0, reconciles: true })
  expect(header.closingBalance).toBe(header.openingBalance)
  expect(JSON.parse(toText(digest, { transactions: 0 }))).toMatchObject({
    transactions: [],
    lendingMetrics: { debtToIncomeRatio: null },
  })
})

test('an override is merged into the header, replaces other members, and leaves out what is undefined', () => {
  const override: AnalysisOverride = {
    header: { openingBalance: toExactNumber('123456789012345.67'), currency: undefined },
    transactions: [{ amount: toExactNumber('0.10') }],
    lendingMetrics: null,
    confidence: undefined,
    warnings: ['page 3'],
  }
  const text = toText(digest, { analysis: override, memberOrder: ['transactions', 'header'] })
  expect(text).toMatch(/^\{"transactions":\[\{"amount":0\.10\}\],"header":\{/)
  expect(text).toContain('"openingBalance":123456789012345.67,')
  expect(text).toMatch(/\},"lendingMetrics":null,"warnings":\["page 3"\]\}$/)
  expect(text).not.toContain('currency')
})

test('a large analysis is made in small pieces', () => {
  const plan = { ...createPlan(digest), transactions: 20_000 }
  const { analysis: generated } = createStatementContent(digest, plan)
  const pieces = createAnalysisBody(generated, {}, plan.memberOrder)
  let longest = 0
  let count = 0
  for (const piece of pieces) {
    longest = Math.max(longest, piece.length)
    count += 1
  }
  expect(count).toBeGreaterThan(100)
  expect(longest).toBeLessThan(20_000)
})
