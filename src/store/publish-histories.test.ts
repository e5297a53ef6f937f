import fc from 'fast-check'
import { expect, test } from 'vitest'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { readList } from '../../test/support/read-list.ts'
import { foldText } from '../domain/fold-text.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { readCashFlows } from './cash-flow.ts'
import { deleteApplicant, lockErasableRows } from './erasure-rows.ts'
import { countRows, type Page, type PageRequest } from './keyset.ts'
import { sql } from './sql.ts'
import { readStatements, statementList } from './statements.ts'
import type { TransactionPart } from './transaction-columns.ts'
import { transactionList } from './transactions.ts'

const tenant = parseTenantId('histories')

// The true data are two accounts with transactions in three months, some of them equal. A document shows some months of
// one account. Providers read documents, sometimes incompletely, and write numbers and descriptions differently.

const accounts = [
  { number: '0123456789', iban: 'NL91ABNA0123456789', holder: 'A. Example' },
  { number: '9876543210', iban: 'NL05ABNA9876543210', holder: 'A. Example' },
]
const months = ['2026-01', '2026-02', '2026-03'] as const

function transactionsOf(account: number, from: number, to: number): ReadTransaction[] {
  return months.slice(from, to + 1).flatMap((month): ReadTransaction[] => [
    [`${month}-03`, '-3.00', 'Coffee'],
    [`${month}-03`, '-3.00', 'Coffee'],
    [`${month}-15`, `${100 + account}.10`, `Salary ${month}`],
    [`${month}-28`, '-700', `Rent of account ${account}`],
  ])
}

interface Document {
  readonly account: number
  readonly from: number
  readonly to: number
}

/** The last one is the first one scanned again. */
const documents: readonly Document[] = [
  { account: 0, from: 0, to: 1 },
  { account: 0, from: 1, to: 2 },
  { account: 0, from: 2, to: 2 },
  { account: 1, from: 0, to: 0 },
  { account: 1, from: 0, to: 2 },
  { account: 0, from: 0, to: 1 },
]

const readStatement = fc.record({
  document: fc.nat({ max: documents.length - 1 }),
  /** Equal references of one provider and document are one statement that was read again. */
  run: fc.nat({ max: 1 }),
  /** Indexes of transactions that the reading lacks; none in most readings. */
  overlooked: fc.oneof(
    { weight: 2, arbitrary: fc.constant<number[]>([]) },
    fc.uniqueArray(fc.nat({ max: 12 }), { maxLength: 13 }),
  ),
  printed: fc.constantFrom('number', 'iban', 'masked', 'both'),
  shouts: fc.boolean(),
})
const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      provider: fc.constantFrom('one', 'two'),
      outcome: fc.constantFrom('COMPLETED' as const, 'PARTIAL' as const),
      statements: fc.uniqueArray(readStatement, { minLength: 1, maxLength: 2, selector: read => read.document }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const) }) },
)
type ReadStep = Extract<typeof step extends fc.Arbitrary<infer Step> ? Step : never, { kind: 'read' }>

function toAccount(document: Document, printed: string) {
  const account = accounts[document.account]
  const holderName = account?.holder ?? null
  const tail = account?.number.slice(-4)
  if (printed === 'masked') return { holderName, maskedNumber: `******${tail}` }
  if (printed === 'iban') return { holderName, iban: account?.iban ?? null }
  if (printed === 'number') return { holderName, accountNumber: account?.number ?? null }
  return { holderName, accountNumber: account?.number ?? null, iban: account?.iban ?? null }
}

function toReading({ provider, outcome, statements }: ReadStep) {
  return {
    provider,
    outcome,
    vendorIds: provider === 'two',
    statements: statements.map(({ document: index, run, overlooked, printed, shouts }) => {
      const document = documents[index] ?? { account: 0, from: 0, to: 0 }
      return {
        reference: `${index}-${run}`,
        document: `bytes of ${index}`,
        bankName: 'Sample Bank',
        account: toAccount(document, printed),
        from: `${months[document.from]}-01`,
        to: `${months[document.to]}-28`,
        transactions: transactionsOf(document.account, document.from, document.to)
          .filter((_, place) => !overlooked.includes(place))
          .map(([date, amount, text]): ReadTransaction => [date, amount, shouts ? `  ${text.toUpperCase()} ` : text]),
      }
    }),
  }
}

/** The expected result: the most complete reading of each document, and the union of the documents of each account. */
function createModel() {
  interface Known {
    readonly account: number
    readonly rank: readonly number[]
    readonly keys: readonly string[]
  }
  const best = new Map<number, Known>()
  let time = 0
  return {
    read(step: ReadStep) {
      time += 1
      for (const [index, { transactions }] of toReading(step).statements.entries()) {
        const document = step.statements[index]?.document ?? 0
        const account = documents[document]?.account ?? 0
        const keys = transactions.map(([date, amount, text]) => `${date} ${Number(amount)} ${foldText(text)}`)
        const complete = step.outcome === 'COMPLETED' ? 1 : 0
        const rank = [Math.min(keys.length, 1), complete, keys.length, time]
        const known = best.get(document)
        if (!known || isBelow(known.rank, rank)) best.set(document, { account, rank, keys })
      }
    },
    counts(): string[] {
      return accounts.flatMap((_, account) => {
        const most = new Map<string, number>()
        for (const known of [...best.values()].filter(one => one.account === account))
          for (const [key, equal] of Map.groupBy(known.keys, one => one))
            most.set(key, Math.max(most.get(key) ?? 0, equal.length))
        return [...most].flatMap(([key, times]) => Array<string>(times).fill(key))
      })
    },
  }
}

function isBelow(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((value, index) => value !== b[index])
  return differs >= 0 && (a[differs] ?? 0) < (b[differs] ?? 0)
}

describeOnOneDatabase('random sequences of publications', database => {
  const readings = createReadings(database, tenant)
  let applicants = 0

  /** All pages of an applicant's transactions, a few at a time. */
  async function walk(applicantId: string, includeDuplicates: boolean) {
    const args = { filter: { includeDuplicates }, orderBy: 'EFFECTIVE_DATE_DESC' } as const
    const list = transactionList({ kind: 'applicant', keys: [applicantId] }, args)
    const rows: TransactionPart[] = []
    let after: PageRequest['after'] = null
    for (let more = true; more; ) {
      const page: Page<TransactionPart> = await readList(database(), wholeTenant(tenant), list, { limit: 20, after })
      rows.push(...page.items.map(item => item.node))
      after = { key: page.items.at(-1)?.key ?? '', inclusive: false }
      more = page.more
    }
    expect((await countRows(database(), wholeTenant(tenant), list)).get(applicantId)).toBe(rows.length)
    return rows
  }
  const toKey = ({ effectiveDate, amount, description }: TransactionPart) =>
    `${effectiveDate} ${Number(amount?.value)} ${foldText(description ?? '')}`

  async function expectAsModelled(applicantId: string, expected: readonly string[]): Promise<void> {
    const rows = await walk(applicantId, false)
    expect(rows.map(toKey).sort()).toEqual([...expected].sort())
    const range = { from: '2025-01-01', to: '2027-01-01', interval: 'YEAR' } as const
    const flows = (await readCashFlows(database(), wholeTenant(tenant), [applicantId], range)).get(applicantId) ?? []
    expect(flows.reduce((sum, flow) => sum + flow.transactionCount, 0)).toBe(expected.length)
    expect(flows.reduce((sum, flow) => sum + Number(flow.net), 0)).toBeCloseTo(
      expected.reduce((sum, key) => sum + Number(key.split(' ')[1]), 0),
    )
    // Each copy refers to a transaction that counts.
    const counting = new Map(rows.map(row => [row.id, toKey(row)]))
    const all = await walk(applicantId, true)
    expect(new Set(all.map(row => row.id)).size).toBe(all.length)
    const list = statementList({ kind: 'applicant', keys: [applicantId] }, { includeDuplicates: true })
    const { items: statements } = await readList(database(), wholeTenant(tenant), list)
    const copies = new Set(statements.filter(({ node }) => node.duplicateOfId !== null).map(({ node }) => node.id))
    // A copy may have more equal transactions than the reading that counts; the surplus refers to none.
    for (const row of all)
      if (row.duplicateOfId == null) expect(counting.has(row.id) || copies.has(row.statementId ?? '')).toBe(true)
      else expect(counting.get(row.duplicateOfId)).toBe(toKey(row))
    const originals = statements.flatMap(({ node }) => node.duplicateOfId ?? [])
    const found = new Map(
      (await readStatements(database(), wholeTenant(tenant), originals)).map(one => [one.id, one.duplicateOfId]),
    )
    for (const original of originals) expect(found.get(original)).toBeNull()
  }

  test('P28 each transaction counts once in pages, totals and cash flow, in whatever order readings, copies and overlaps come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
        let applicantId = await readings.addApplicant(`h${applicants++}`)
        let model = createModel()
        for (const next of steps) {
          if (next.kind === 'read') {
            await readings.publish(applicantId, toReading(next))
            model.read(next)
            continue
          }
          const erased = applicantId
          const context = { ...wholeTenant(tenant), correlationId: 'c' }
          await database().transaction(async tx =>
            deleteApplicant({ tx, context, at: new Date() }, erased, await lockErasableRows(tx, tenant, erased)),
          )
          for (const table of ['transactions', 'duplicate_transactions', 'staged_transactions', 'statements'])
            expect(
              (await executeSql(database(), `select 1 from ${table} where applicant_id = $1`, [erased])).rows,
            ).toEqual([])
          applicantId = await readings.addApplicant(`h${applicants++}`)
          model = createModel()
        }
        await expectAsModelled(applicantId, model.counts())
        await database().rows(sql`delete from staged_transactions where tenant_id = ${tenant}`)
      }),
      { numRuns: 12 },
    )
  })
})
