import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { createSubmissionDocument } from '../../../test/support/submission-job.ts'
import { whatIsSaid } from '../../../test/support/what-is-said.ts'
import { unreadable } from '../../connector/payload-members.ts'
import type { CaseDocument } from '../../domain/document.ts'
import type { StatementFinding, TransactionFinding } from '../findings.ts'
import { collectText } from './testing/read-report.ts'

type Document = Pick<CaseDocument, 'id' | 'kind' | 'date'>
const statementOf = (id: string, date: string | null = null): Document => ({ id, kind: 'BANK_STATEMENT', date })
const createContext = (documents: readonly Document[] = [statementOf('doc_1')]) => ({
  reportId: 'r-1',
  currency: 'EUR',
  documents: documents.map(document => ({ ...createSubmissionDocument(document.id).document, ...document })),
})

const statement: StatementFinding = {
  reference: 'r-1/1',
  documentId: 'doc_1',
  currency: 'EUR',
}

const transaction: TransactionFinding = {
  status: 'BOOKED',
  amount: '0',
  currency: 'EUR',
}

const firstStatement = { statementReference: 'r-1/1', documentId: 'doc_1' }

describe('a report', () => {
  test('P15 P16 the whole payload becomes statements, assessment, report and transactions: amounts keep every digit, unknown values become null or OTHER', async () => {
    expect((await collectText(readFixture(import.meta.dirname, 'report'), createContext())).map(whatIsSaid)).toEqual([
      {
        statements: [
          {
            ...statement,
            account: { iban: 'FR7699999000010123456789012', bic: 'SIMUFR2XXXX' },
            from: '2025-12-31',
            to: '2026-01-31',
            openingBalance: '166623.16',
            closingBalance: '-0.10',
            totalCredits: '164341.90',
            totalDebits: '-123456789012345.60',
            providerCheck: 'correct',
            pageCount: 9,
          },
          // A number that was given before names nothing, so its place does.
          {
            ...statement,
            reference: 'r-1/#2',
            from: unreadable,
            to: unreadable,
            openingBalance: '12.30',
            closingBalance: unreadable,
            totalDebits: '-7.5',
            pageCount: -3,
          },
        ],
        assessments: [
          {
            kind: 'CREDIT',
            level: 'HIGH',
            score: { value: '0.80' },
            riskClass: 4,
            flag: { color: 'violet', dataSanity: '87.5' },
            signals: [
              {
                code: 'missedSocialSecurity',
                sentiment: 'BAD',
                value: '1',
                quantile: '100',
                explanations: ['Were contributions paid in every month?'],
              },
              { code: 'cashFlow', sentiment: 'GOOD', value: 'steady', quantile: '12.5' },
              { code: 'overdraft', sentiment: 'NEUTRAL', value: 'true' },
              { code: 'OTHER', sentiment: 'OTHER' },
            ],
            providerReference: 'r-1',
            assessedAt: new Date('2026-02-03T08:15:08.250Z'),
            metrics: [
              { name: 'totalDebitAmount', value: '123456789012345.60', basis: 'period' },
              { name: 'totalDebitAmount', value: '1481481468148147.2', basis: 'annualised' },
              { name: 'totalCreditAmount', value: '0.10', basis: 'period' },
              { name: 'totalCreditAmount', value: '0.30', basis: 'quarterly' },
              { name: 'transactionCount', value: '5', basis: 'period' },
              { name: 'averageBalance', value: '1500.00' },
            ],
          },
        ],
        reports: [
          {
            reference: 'r-1',
            name: 'bank-xray-report.pdf',
            mediaType: 'application/pdf',
            createdAt: new Date('2026-02-03T08:15:08.250Z'),
          },
        ],
      },
      {
        transactions: [
          {
            ...transaction,
            ...firstStatement,
            providerTransactionId: 't-1',
            amount: '164341.90',
            direction: 'CREDIT',
            bookingDate: '2026-01-05',
            valueDate: '2026-01-06',
            description: 'VIR RECU ATELIERS BRINDOR',
            counterparty: { name: 'ATELIERS BRINDOR' },
            category: { code: 'OTHER_INCOME', providerCode: 'sales' },
            balanceAfter: '330965.06',
          },
          {
            ...transaction,
            ...firstStatement,
            providerTransactionId: '2',
            amount: '-123456789012345.60',
            direction: 'DEBIT',
            bookingDate: '2026-01-31',
            description: 'PRLV SEPA LES GLYCINES',
            counterparty: { name: 'SCI LES GLYCINES BLEUES', iban: 'FR7699999000010999999999999' },
            category: { code: 'TAX', providerCode: 'socialSecurity' },
          },
          {
            ...transaction,
            amount: '-15',
            direction: 'CREDIT',
            bookingDate: unreadable,
            category: { code: 'OTHER', providerCode: '??' },
          },
          { ...transaction, amount: '0.00', direction: 'DEBIT', description: 'REGULARISATION' },
          { ...transaction, ...firstStatement, amount: '3', bookingDate: '2026-01-02', description: 'REMISE' },
        ],
      },
    ])
  })

  test('P16 a report without its envelope gives the same findings', async () => {
    const { report }: { report: unknown } = JSON.parse(readFixture(import.meta.dirname, 'report').toString())
    const bare = await collectText(JSON.stringify(report), createContext())
    const wrapped = await collectText(JSON.stringify({ report }), createContext())
    expect(bare).toEqual(wrapped)
  })

  test('P16 a report whose transactions come first gives the same findings', async () => {
    const raw = { allTransactions: [{ amount: '1.00', statementId: 1 }], summary: [{ statementId: 1 }] }
    const [, batch] = await collectText(JSON.stringify({ report: { raw } }), createContext())
    expect(whatIsSaid(batch)).toEqual({ transactions: [{ ...transaction, ...firstStatement, amount: '1.00' }] })
  })

  test('a batch has at most 1,000 transactions, and no transaction is lost', async () => {
    const rows = Array.from({ length: 2_345 }, (_, index) => ({ id: `t-${index}`, amount: `${index}` }))
    const text = JSON.stringify({ report: { raw: { summary: [{}], allTransactions: rows } } })
    const batches = await collectText(text, createContext())
    expect(batches.map(batch => batch.transactions?.length ?? 0)).toEqual([0, 1_000, 1_000, 345])
    const ids = batches.flatMap(batch => batch.transactions ?? []).map(row => row.providerTransactionId)
    expect(ids).toEqual(rows.map(row => row.id))
  })

  test('amounts have the configured currency', async () => {
    const text = JSON.stringify({ raw: { summary: [{}], allTransactions: [{ amount: '1' }] } })
    const batches = await collectText(text, { ...createContext(), currency: 'CHF' })
    expect(batches.flatMap(batch => batch.statements ?? []).map(one => one.currency)).toEqual(['CHF'])
    expect(batches.flatMap(batch => batch.transactions ?? []).map(one => one.currency)).toEqual(['CHF'])
  })

  test.each([
    ['an empty object', '{}'],
    ['a report without content', '{"report":{"id":"r-1","raw":{}}}'],
    ['a list', '[]'],
    ['members of other types', '{"report":{"raw":{"summary":"list","riskClass":{}}}}'],
    ['a statement that is null', '{"report":{"raw":{"summary":[null],"riskClass":1}}}'],
    ['a statement that is a number', '{"report":{"raw":{"summary":[7],"riskClass":1}}}'],
    ['JSON that is cut off', '{"report":{"raw":{"summary":[{"statementId":1}'],
    ['an HTML page', '<html><body>Bad gateway</body></html>'],
    ['empty', ''],
  ])('P16 an answer that is %s is a retryable PROVIDER_BAD_RESPONSE', async (_, text) => {
    const error = await failureOf(collectText(text, createContext()))
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', retryable: true })
  })

  test.each(['{}', 'null', '7', '{"amount":null}', '{"amount":"1,234.50"}', '{"amount":{"value":1}}'])(
    'P16 P29 the row %s is kept with an unreadable amount, and the other rows are read',
    async row => {
      const text = `{"report":{"raw":{"riskClass":1,"allTransactions":[{"amount":1},${row},{"amount":2}]}}}`
      const findings = await collectText(text, createContext())
      const amounts = findings.flatMap(({ transactions = [] }) => transactions.map(({ amount }) => amount))
      expect(amounts).toEqual(['1', unreadable, '2'])
    },
  )

  test('P20 the error for an unreadable payload quotes nothing of it', async () => {
    const error = await failureOf(collectText('{"raw":{"summary":["secret"],"riskClass":1}}', createContext()))
    expect(`${error} ${error.cause}`).not.toContain('secret')
  })
})

describe('the risk level', () => {
  test.each([
    ['1', 'LOW', 1],
    ['2', 'LOW', 2],
    ['3', 'MEDIUM', 3],
    ['4', 'HIGH', 4],
    ['5', 'HIGH', 5],
    ['4.0', 'HIGH', 4],
    ['0', 'UNKNOWN', 0],
    ['6', 'UNKNOWN', 6],
    ['2.5', 'UNKNOWN', Number.NaN],
    ['"B"', 'UNKNOWN', Number.NaN],
    ['null', 'UNKNOWN', null],
  ])('of the vendor class %s is %s, and the class is kept: %j', async (written, level, riskClass) => {
    const text = `{"report":{"raw":{"summary":[],"score":0.8,"riskClass":${written}}}}`
    const [findings] = await collectText(text, createContext())
    expect(findings?.assessments).toMatchObject([{ level, riskClass }])
  })
})

describe('the document of a statement', () => {
  const january = { statementId: 1, startDate: '2025-12-31', endDate: '2026-01-31' }
  const february = { statementId: 2, startDate: '2026-01-31', endDate: '2026-02-28' }
  const documentsOf = async (summary: readonly unknown[], documents: readonly Document[]) => {
    const [findings] = await collectText(JSON.stringify({ raw: { summary } }), createContext(documents))
    return findings?.statements?.map(one => one.documentId)
  }

  test('is the only bank statement that was sent, even if other documents were sent too', async () => {
    const documents = [statementOf('doc_1'), { ...statementOf('doc_2'), kind: 'OTHER' as const }]
    expect(await documentsOf([january, february], documents)).toEqual(['doc_1', 'doc_1'])
  })

  test('is the document whose date is the last day of the statement', async () => {
    const documents = [statementOf('doc_1', '2026-02-28'), statementOf('doc_2', '2026-01-31')]
    expect(await documentsOf([january, february], documents)).toEqual(['doc_2', 'doc_1'])
  })

  test.each<[string, readonly unknown[], readonly Document[]]>([
    ['no document has a date', [january], [statementOf('doc_1'), statementOf('doc_2')]],
    [
      'two documents have its date',
      [january],
      [statementOf('doc_1', '2026-01-31'), statementOf('doc_2', '2026-01-31')],
    ],
    [
      'another statement ends on that day',
      [january, january],
      [statementOf('doc_1', '2026-01-31'), statementOf('doc_2')],
    ],
    ['the statement has no last day', [{ statementId: 1 }], [statementOf('doc_1', '2026-01-31'), statementOf('doc_2')]],
  ])('is unknown when %s', async (_, summary, documents) => {
    expect(await documentsOf(summary, documents)).toEqual(summary.map(() => null))
  })
})

describe('the statement of a transaction', () => {
  const summary = [
    { statementId: 1, startDate: '2025-12-31', endDate: '2026-01-31' },
    { statementId: 2, startDate: '2026-01-31', endDate: '2026-02-28' },
    { statementId: 3, startDate: '2026-02-28', endDate: '2026-03-31' },
    { statementId: 3, startDate: '2026-03-31', endDate: '2026-04-30' },
  ]
  test.each([
    ['is found by number', { statementId: 2, date: '2026-01-05' }, 'r-1/2'],
    ['is found by a number written as text', { statementId: '2' }, 'r-1/2'],
    ['is found by date when there is no number', { date: '2026-02-14' }, 'r-1/2'],
    ['is found by date when the number is unknown', { statementId: 99, date: '2026-02-14' }, 'r-1/2'],
    ['is found by value date when there is no date', { valueDate: '2026-02-14' }, 'r-1/2'],
    ['is found by date when two statements have the number', { statementId: 3, date: '2026-04-14' }, 'r-1/#4'],
    ['is unknown when the date belongs to two statements', { date: '2026-01-31' }, null],
    ['is unknown without a date and with an unknown number', { statementId: 99 }, null],
  ])('%s', async (_, row, reference) => {
    const raw = { summary, allTransactions: [{ id: 't-1', amount: '1', ...row }] }
    const documents = [statementOf('doc_1'), statementOf('doc_2')]
    const batches = await collectText(JSON.stringify({ raw }), createContext(documents))
    // The id is unique only within a statement. Without a statement, equal ids of two reports would name one transaction.
    const providerTransactionId = reference === null ? null : 't-1'
    expect(batches.at(-1)?.transactions).toMatchObject([{ statementReference: reference, providerTransactionId }])
  })
})
