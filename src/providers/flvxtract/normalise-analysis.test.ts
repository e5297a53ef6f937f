import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { whatIsSaid } from '../../../test/support/what-is-said.ts'
import { unreadable } from '../../connector/payload-members.ts'
import { streamJson } from '../../http/stream-json.ts'
import type { Findings, StatementFinding, TransactionFinding } from '../findings.ts'
import { normaliseAnalysis } from './collection.ts'
import { type AnalysisPart, analysisPaths, toAnalysisPart } from './payloads.ts'

const context = { statementId: 'st-1', documentId: 'doc_1', bankName: 'GTBank' }

async function* readParts(text: string | Buffer): AsyncGenerator<AnalysisPart> {
  for await (const part of streamJson(Readable.from([Buffer.from(text)]), analysisPaths)) yield toAnalysisPart(part)
}

async function normalise(text: string | Buffer): Promise<Findings[]> {
  const batches: Findings[] = []
  for await (const findings of normaliseAnalysis(readParts(text), context)) batches.push(findings)
  return batches
}

const unknownStatement: StatementFinding = {
  reference: 'st-1',
  documentId: 'doc_1',
  bankName: 'GTBank',
  currency: 'XXX',
}

const transaction: TransactionFinding = {
  statementReference: 'st-1',
  documentId: 'doc_1',
  status: 'BOOKED',
  amount: '0',
  currency: 'NGN',
}

describe('an analysis', () => {
  test('P15 P16 the whole payload becomes statement, transactions and assessment: amounts keep every digit, unknown values become null or OTHER', async () => {
    expect((await normalise(readFixture(import.meta.dirname, 'analysis'))).map(whatIsSaid)).toEqual([
      {
        transactions: [
          {
            ...transaction,
            providerTransactionId: 't-1',
            amount: '123456789012345678.90',
            direction: 'CREDIT',
            bookingDate: '2024-01-02',
            valueDate: '2024-01-03',
            description: 'SALARY PALMGROVE LOGISTICS',
            category: { code: 'SALARY', providerCode: 'Salary' },
            reference: 'FT240020001',
            balanceAfter: '123456789012347178.90',
          },
          {
            ...transaction,
            providerTransactionId: '2',
            amount: '-2700.0',
            direction: 'DEBIT',
            bookingDate: '2024-01-05',
            description: 'RENT PAYMENT FLAT 3',
            category: { code: 'HOUSING', providerCode: 'rent' },
          },
          {
            ...transaction,
            amount: '-1.55',
            direction: 'DEBIT',
            bookingDate: unreadable,
            description: 'SMS ALERT CHARGE',
            category: { code: 'OTHER', providerCode: 'Unclassified (AI)' },
          },
          {
            ...transaction,
            providerTransactionId: 't-4',
            amount: '1200',
            bookingDate: '2024-01-31',
            description: 'REVERSAL',
          },
          { ...transaction, providerTransactionId: 't-5', amount: '0.00', direction: 'DEBIT', bookingDate: unreadable },
        ],
      },
      {
        statements: [
          {
            ...unknownStatement,
            bankName: 'Savanna Trust Bank',
            account: {
              holderName: 'TESTINE MUSTERWOMAN',
              accountNumber: '0012345678',
            },
            from: '2024-01-01',
            to: '2024-01-31',
            currency: 'NGN',
            openingBalance: '1500.00',
            closingBalance: '123456789012345677.35',
            totalCredits: '123456789012346878.90',
            totalDebits: '-2701.55',
            transactionCount: 5,
            confidence: { overall: '0.95', ocr: '0.97' },
          },
        ],
        assessments: [
          {
            kind: 'AFFORDABILITY',
            providerReference: 'st-1',
            metrics: [
              { name: 'salaryRegularityScore', value: '0.90' },
              { name: 'debtToIncomeRatio', value: '0.315' },
              { name: 'cashFlowSufficiencyScore', value: '72' },
            ],
          },
        ],
      },
    ])
  })

  test('P16 without header, metrics and confidence still becomes a statement, with the currency XXX', async () => {
    expect((await normalise('{"transactions":[{"amount":1}]}')).map(whatIsSaid)).toEqual([
      { transactions: [{ ...transaction, currency: 'XXX', amount: '1' }] },
      { statements: [unknownStatement] },
    ])
  })

  test('P16 with null for every member of its header, metrics and confidence has null for them', async () => {
    const text = '{"header":null,"lendingMetrics":null,"confidence":null,"transactions":[{"amount":1}]}'
    expect((await normalise(text)).map(whatIsSaid)).toEqual([
      { transactions: [{ ...transaction, currency: 'XXX', amount: '1' }] },
      { statements: [unknownStatement] },
    ])
  })

  test('whose transactions come first gives them the currency of the later header', async () => {
    const [findings] = await normalise('{"transactions":[{"amount":1}],"header":{"currency":"GHS"}}')
    expect(whatIsSaid(findings)).toEqual({ transactions: [{ ...transaction, currency: 'GHS', amount: '1' }] })
  })

  test.each(['first', 'last'])(
    'gives batches of at most 1,000 transactions and loses none, with the header %s',
    async place => {
      const rows = JSON.stringify(Array.from({ length: 2_345 }, (_, index) => ({ id: `t-${index}`, amount: index })))
      const header = '"header":{"currency":"NGN"}'
      const text = place === 'first' ? `{${header},"transactions":${rows}}` : `{"transactions":${rows},${header}}`
      const batches = await normalise(text)
      expect(batches.map(batch => batch.transactions?.length ?? 0)).toEqual([1_000, 1_000, 345, 0])
      expect(batches.flatMap(batch => batch.transactions ?? []).map(row => row.providerTransactionId)).toEqual(
        Array.from({ length: 2_345 }, (_, index) => `t-${index}`),
      )
    },
  )

  test.each([
    ['an empty list', '[]'],
    ['null', 'null'],
  ])('of a statement without transactions, %s, is accepted', async (_, list) => {
    const batches = await normalise(`{"header":{"currency":"NGN","totalTransactions":0},"transactions":${list}}`)
    expect(batches.map(whatIsSaid)).toEqual([
      { statements: [{ ...unknownStatement, currency: 'NGN', transactionCount: 0 }] },
    ])
  })

  test.each([
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['a bare text', '"soon"'],
    ['members of other types', '{"header":{"bankName":6,"totalTransactions":{}},"transactions":"list"}'],
    ['transactions announced and absent', '{"header":{"totalTransactions":45},"transactions":[]}'],
    ['JSON that is cut off', '{"header":{"currency":"NGN"},"transactions":[{"amount":1}'],
    ['an HTML page', '<html><body>Bad gateway</body></html>'],
    ['empty', ''],
  ])('P16 that is %s is a retryable PROVIDER_BAD_RESPONSE', async (_, text) => {
    expect(await failureOf(normalise(text))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', retryable: true })
  })

  test.each([
    '{}',
    'null',
    '7',
    '{"amount":null}',
    '{"amount":"1,234.50"}',
    '{"amount":{"value":1}}',
    '{"amount":true}',
  ])('P16 P29 keeps the row %s with an unreadable amount, and reads the other rows', async row => {
    const text = `{"header":{"currency":"NGN"},"transactions":[{"amount":1},${row},{"amount":2}]}`
    const amounts = (await normalise(text)).flatMap(({ transactions = [] }) => transactions.map(({ amount }) => amount))
    expect(amounts).toEqual(['1', unreadable, '2'])
  })

  test.each([
    ['{"header":{"openingBalance":"n/a"}}', { openingBalance: unreadable }],
    ['{"header":{"openingBalance":""}}', { openingBalance: null }],
    ['{"header":{"periodStart":"2025-02-30","periodEnd":20250131}}', { from: unreadable, to: unreadable }],
    ['{"header":{"totalTransactions":-0.5}}', { transactionCount: Number.NaN }],
  ])('P29 an unreadable value in %s is marked, a blank one counts as absent', async (text, expected) => {
    const whole = JSON.parse(text)
    const findings = await normalise(JSON.stringify({ ...whole, transactions: [{ amount: 1 }] }))
    expect(findings.at(-1)?.statements).toMatchObject([expected])
  })

  test('P20 the error for an unreadable payload quotes nothing of it', async () => {
    const error = await failureOf(normalise('{"transactions":[{"amount":"secret","description":"secret"'))
    expect(`${error} ${error.cause}`).not.toContain('secret')
  })
})
