import { expect, test } from 'vitest'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import {
  createReadings,
  type Reading,
  type ReadStatement,
  type ReadTransaction,
} from '../../test/support/publish-reading.ts'
import { readList } from '../../test/support/read-list.ts'
import { insertRows } from '../../test/support/rows.ts'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { finishCollection } from './collections.ts'
import { countRows } from './keyset.ts'
import { publishCollection } from './publish-collection.ts'
import { readStatements, statementList } from './statements.ts'
import { readTransactions, transactionList } from './transactions.ts'

const tenant = parseTenantId('publish')
const holder = { holderName: 'A. Example' }
const account = { ...holder, accountNumber: '0123456789' }
const masked = { ...holder, maskedNumber: '******6789' }
const bankName = 'Sample Bank'

/** `count` transactions of one month, one a day. */
function month(name: string, count: number, more: (day: number) => string = day => `Entry ${day}`): ReadTransaction[] {
  return Array.from({ length: count }, (_, index) => [
    `2026-${name}-${String(index + 1).padStart(2, '0')}`,
    `${index + 1}.00`,
    more(index + 1),
  ])
}

const january = { from: '2026-01-01', to: '2026-01-31' }
const februaryOnly = { from: '2026-02-01', to: '2026-02-28' }

describeOnEveryDatabase('publishing', database => {
  const readings = createReadings(database, tenant)
  let applicants = 0

  /** Publishes the readings of a new applicant one after the other. @returns what counts in the end */
  async function publish(...all: readonly Reading[]) {
    const applicantId = await readings.addApplicant(`p${applicants++}`)
    const published = []
    for (const reading of all) published.push(await readings.publish(applicantId, reading))
    const names = new Map(
      published.flatMap((one, index) => one.statementIds.map((id, place) => [id, `${index + 1}.${place + 1}`])),
    )
    const found = await readStatements(database(), wholeTenant(tenant), [...names.keys()])
    const byName = <Value>(value: (statement: (typeof found)[number]) => Value) =>
      Object.fromEntries(found.map(statement => [names.get(statement.id), value(statement)] as const).sort())
    return {
      applicantId,
      published,
      count: await count(applicantId),
      duplicateOf: byName(({ duplicateOfId }) => (duplicateOfId === null ? null : names.get(duplicateOfId))),
      overlaps: byName(({ overlapIds }) => overlapIds.map(id => names.get(id))),
    }
  }
  const transactionsOf = (applicantId: string, includeDuplicates: boolean) =>
    transactionList(
      { kind: 'applicant', keys: [applicantId] },
      { filter: { includeDuplicates }, orderBy: 'EFFECTIVE_DATE_ASC' },
    )
  const count = async (applicantId: string) =>
    (await countRows(database(), wholeTenant(tenant), transactionsOf(applicantId, false))).get(applicantId)
  async function list(applicantId: string, includeDuplicates = false) {
    const page = await readList(database(), wholeTenant(tenant), transactionsOf(applicantId, includeDuplicates))
    return page.items.map(item => item.node)
  }
  async function statementsOf(kind: 'applicant' | 'case', key: string, includeDuplicates = false) {
    const found = statementList({ kind, keys: [key] }, { includeDuplicates })
    return (await readList(database(), wholeTenant(tenant), found)).items.map(item => item.node.id)
  }
  /** Publishes two readings in both orders and expects the same result. */
  async function publishEitherWay(one: Reading, other: Reading) {
    return [await publish(one, other), await publish(other, one)] as const
  }

  const whole = (more: Partial<ReadStatement> = {}): ReadStatement => ({
    reference: 'v-1',
    document: 'jan.pdf',
    account,
    bankName,
    ...january,
    transactions: month('01', 20),
    ...more,
  })

  test('P28 a complete reading counts before an incomplete one, whichever came first', async () => {
    const partial: Reading = {
      outcome: 'PARTIAL',
      statements: [whole({ reference: 'v-0', transactions: month('01', 1) })],
    }
    const [forth, back] = await publishEitherWay(partial, { statements: [whole()] })
    expect([forth.count, back.count]).toEqual([20, 20])
    expect(forth.duplicateOf).toEqual({ '1.1': '2.1', '2.1': null })
    expect(back.duplicateOf).toEqual({ '1.1': null, '2.1': '1.1' })
  })

  test('P28 an empty reading hides no other, even if the vendor says that it is complete', async () => {
    const empty: Reading = {
      provider: 'other',
      statements: [whole({ account: {}, bankName: null, from: null, to: null, transactions: [] })],
    }
    for (const outcome of ['COMPLETED', 'PARTIAL'] as const) {
      const [forth, back] = await publishEitherWay(empty, { outcome, statements: [whole()] })
      expect([forth.count, back.count]).toEqual([20, 20])
      expect(forth.duplicateOf).toEqual({ '1.1': '2.1', '2.1': null })
    }
  })

  test('P28 a reading without one of the document’s accounts does not hide that account', async () => {
    const first = whole({ account: {}, bankName: null })
    const second = whole({
      reference: 'v-2',
      account: { accountNumber: '9876543210' },
      transactions: month('01', 5, day => `Savings ${day}`).map(([date, amount, text]) => [date, `-${amount}`, text]),
    })
    const both: Reading = { provider: 'other', statements: [whole(), second] }
    const [forth, back] = await publishEitherWay({ statements: [first] }, both)
    expect([forth.count, back.count]).toEqual([25, 25])
    expect(forth.duplicateOf).toEqual({ '1.1': '2.1', '2.1': null, '2.2': null })
    expect(back.duplicateOf).toEqual({ '1.1': '2.1', '1.2': null, '2.1': null })
  })

  test('P28 two months with equal undated transactions are two statements', async () => {
    const fee: ReadTransaction[] = [[null, '-5.00', 'Fee']]
    const undated = (reference: string, period: object) => ({
      statements: [whole({ reference, document: reference, ...period, transactions: fee })],
    })
    expect((await publish(undated('v-1', january), undated('v-2', februaryOnly))).count).toBe(2)
    const unknown = { from: null, to: null }
    expect((await publish(undated('v-1', unknown), undated('v-2', unknown))).count).toBe(2)
    // The same month read again is a copy.
    expect((await publish(undated('v-1', january), undated('v-2', january))).count).toBe(1)
  })

  test('P28 readings of one document by two providers count once, however the providers write numbers and descriptions', async () => {
    const mine: Reading = { statements: [whole({ transactions: month('01', 20, day => `Card payment ${day}`) })] }
    const theirs: Reading = {
      provider: 'other',
      vendorIds: true,
      statements: [
        whole({ account: { iban: 'NL91ABNA0123456789' }, bankName: null, transactions: month('01', 21, () => 'CARD') }),
      ],
    }
    const [forth, back] = await publishEitherWay(mine, theirs)
    expect([forth.count, back.count]).toEqual([21, 21])
    expect(forth.duplicateOf).toEqual({ '1.1': '2.1', '2.1': null })
    expect(back.duplicateOf).toEqual({ '1.1': null, '2.1': '1.1' })
    // Each copied transaction refers to the one that counts.
    const rows = await list(forth.applicantId, true)
    const counted = new Map(rows.filter(row => row.duplicateOfId === null).map(row => [row.id, row.effectiveDate]))
    const copies = rows.filter(row => row.duplicateOfId !== null)
    expect(copies).toHaveLength(20)
    for (const copy of copies) expect(counted.get(copy.duplicateOfId ?? '')).toBe(copy.effectiveDate)
  })

  test('P28 the newer of two equal readings counts', async () => {
    const { count: counted, duplicateOf } = await publish(
      { statements: [whole()] },
      { provider: 'other', statements: [whole()] },
      { statements: [whole({ reference: 'v-3' })] },
    )
    expect(counted).toBe(20)
    expect(duplicateOf).toEqual({ '1.1': '3.1', '2.1': '3.1', '3.1': null })
  })

  test('P28 a month in two statements of one account counts once, and each statement names the other as overlapping', async () => {
    const two = whole({ ...january, to: '2026-02-28', transactions: [...month('01', 20), ...month('02', 10)] })
    const next = whole({
      reference: 'v-2',
      document: 'feb.pdf',
      from: '2026-02-01',
      to: '2026-03-31',
      transactions: [...month('02', 10, day => `  ENTRY   ${day}`), ...month('03', 7)],
    })
    const [forth, back] = await publishEitherWay({ statements: [two] }, { statements: [next] })
    expect([forth.count, back.count]).toEqual([37, 37])
    expect(forth.overlaps).toEqual({ '1.1': ['2.1'], '2.1': ['1.1'] })
    expect(forth.duplicateOf).toEqual({ '1.1': null, '2.1': null })
    const copies = (await list(forth.applicantId, true)).filter(row => row.duplicateOfId !== null)
    expect(copies.map(row => row.statementId)).toEqual(Array(10).fill(forth.published[1]?.statementIds[0]))
    const one = await publish({ statements: [two, next] })
    expect([one.count, one.overlaps]).toEqual([37, { '1.1': ['1.2'], '1.2': ['1.1'] }])
  })

  test('P28 transactions in only one of two overlapping statements count, and equal transactions of one day stay separate', async () => {
    const coffee: ReadTransaction = ['2026-01-05', '-3.00', 'Coffee']
    const first = whole({ transactions: [coffee, coffee, ['2026-01-06', '-1', 'Only here']] })
    const second = whole({
      reference: 'v-2',
      document: 'b.pdf',
      to: '2026-02-28',
      transactions: [coffee, coffee, coffee],
    })
    const [forth, back] = await publishEitherWay({ statements: [first] }, { statements: [second] })
    expect([forth.count, back.count]).toEqual([4, 4])
  })

  test('P28 a statement scanned again with a masked number is a copy; a statement of another account is not', async () => {
    const again = (of: ReadStatement['account']): Reading => ({
      statements: [whole({ reference: 'v-2', document: 'scan.pdf', account: of })],
    })
    const [forth, back] = await publishEitherWay({ statements: [whole()] }, again(masked))
    expect([forth.count, back.count]).toEqual([20, 20])
    expect(back.duplicateOf).toEqual({ '1.1': '2.1', '2.1': null })
    // Which accounts are others is tested with toAccountIdentity.
    for (const other of [{}, { ...account, accountNumber: '5550006789' }])
      expect((await publish({ statements: [whole()] }, again(other))).count).toBe(40)
  })

  test('a masked number that matches two accounts identifies neither', async () => {
    const twin = { ...account, accountNumber: '9990006789' }
    const overlapping = { ...january, to: '2026-02-28', transactions: [...month('01', 20), ...month('02', 3)] }
    const first = { statements: [whole()] }
    const second = { statements: [whole({ reference: 'v-2', document: 'b.pdf', account: twin })] }
    const third = { statements: [whole({ reference: 'v-3', document: 'c.pdf', account: masked, ...overlapping })] }
    expect((await publish(first, third)).count).toBe(23)
    // The statements are separated again when the second account becomes known.
    expect((await publish(first, third, second)).count).toBe(63)
    expect((await publish(first, second, third)).count).toBe(63)
  })

  test('a statement read again under its reference replaces its earlier reading, unless the new one is less complete', async () => {
    const better: Reading = { statements: [whole({ transactions: month('01', 22) })] }
    const worse: Reading = { outcome: 'PARTIAL', statements: [whole({ transactions: month('01', 2) })] }
    for (const [first, second] of [
      [better, worse],
      [worse, better],
    ] as const) {
      const { applicantId, count: counted, published } = await publish(first, second)
      expect(counted).toBe(22)
      expect(await list(applicantId, true)).toHaveLength(22)
      expect(await statementsOf('case', applicantId.replace('app_', 'case_'), true)).toEqual(published[0]?.statementIds)
    }
  })

  test('after a reading is replaced, transactions that were copies of its own count again', async () => {
    const two = { ...january, to: '2026-02-28' }
    const first: Reading = { statements: [whole({ ...two, transactions: [...month('01', 20), ...month('02', 10)] })] }
    const next: Reading = {
      statements: [whole({ reference: 'v-2', document: 'feb.pdf', ...februaryOnly, transactions: month('02', 10) })],
    }
    // Read again, the first one ends in January.
    const again: Reading = { statements: [whole({ transactions: month('01', 31) })] }
    const { count: counted, overlaps } = await publish(first, next, again)
    expect([counted, overlaps]).toEqual([41, { '2.1': [], '3.1': [] }])
  })

  test('a statement of another case is a copy in the applicant’s list and is shown in its own case', async () => {
    const applicantId = await readings.addApplicant('cases')
    await insertRows(database(), tenant, 'cases', [{ id: 'case_second', applicant_id: applicantId }])
    const first = await readings.publish(applicantId, { statements: [whole()] })
    const second = await readings.publish(applicantId, {
      caseId: 'case_second',
      provider: 'other',
      statements: [whole()],
    })
    expect(await statementsOf('applicant', applicantId)).toEqual(second.statementIds)
    expect(await statementsOf('case', 'case_cases')).toEqual(first.statementIds)
    expect(await statementsOf('case', 'case_second')).toEqual(second.statementIds)
    // Read again in the second case under the same reference, it stays in the first.
    await readings.publish(applicantId, { caseId: 'case_second', statements: [whole()] })
    expect(await statementsOf('case', 'case_cases')).toEqual(first.statementIds)
    expect(await statementsOf('case', 'case_second', true)).toHaveLength(2)
    expect(await statementsOf('case', 'case_second')).toEqual(first.statementIds)
  })

  test('transactions without a statement count once, in their newest reading', async () => {
    const loose: Reading = {
      statements: [],
      loose: [
        ['2026-01-05', '1', 'Loose'],
        ['2026-01-06', '2', 'Gone'],
      ],
    }
    const { applicantId, published } = await publish(loose, { statements: [], loose: [['2026-01-05', '1', 'Loose']] })
    expect((await list(applicantId)).map(row => row.ownerId)).toEqual([
      published[1]?.collectionId,
      published[0]?.collectionId,
    ])
  })

  test('P29 a transaction of a statement that the vendor does not deliver counts without a statement', async () => {
    const { applicantId, published } = await publish({ statements: [], loose: [['2026-01-05', '1', 'Loose']] })
    await insertRows(database(), tenant, 'staged_transactions', [
      {
        applicant_id: applicantId,
        collection_id: published[0]?.collectionId,
        id: 'txn_lost',
        position: 7,
        statement_id: 'stm_nowhere',
      },
    ])
    await finishCollection(database(), tenant, published[0]?.collectionId ?? '')
    const collection = { id: published[0]?.collectionId ?? '', applicantId, outcome: 'COMPLETED' } as const
    await database().transaction(tx => publishCollection(tx, tenant, collection, new Date('2026-04-01')))
    expect((await list(applicantId)).map(row => row.statementId)).toEqual([null, null])
  })

  test('a document read again by its provider gets the same ids, and each is counted and found once', async () => {
    const { applicantId } = await publish(
      { statements: [whole()] },
      { statements: [whole({ reference: 'v-2' })] },
      { provider: 'other', statements: [whole({ transactions: month('01', 25) })] },
    )
    const all = await list(applicantId, true)
    expect(new Set(all.map(row => row.id)).size).toBe(all.length)
    expect(all).toHaveLength(45)
    const byId = await readTransactions(
      database(),
      wholeTenant(tenant),
      all.map(row => row.id),
    )
    expect(byId.map(row => row.id).sort()).toEqual(all.map(row => row.id).sort())
  })

  test('simultaneous publications for one applicant are decided one after the other', async () => {
    const applicantId = await readings.addApplicant('atonce')
    const providers = ['a', 'b', 'c', 'd', 'e']
    const staged = await Promise.all(
      providers.map(provider => readings.stage(applicantId, { provider, statements: [whole()] })),
    )
    await Promise.all(staged.map(({ publish: run }) => run()))
    expect(await count(applicantId)).toBe(20)
    expect(await statementsOf('applicant', applicantId)).toHaveLength(1)
    expect(await list(applicantId, true)).toHaveLength(100)
  })
})
