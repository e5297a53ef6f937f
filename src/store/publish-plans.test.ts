import type pg from 'pg'
import { expect, test } from 'vitest'
import { createBankReadings } from '../../test/support/bank-readings.ts'
import { describeOnOneDatabase } from '../../test/support/databases.ts'
import { executeSql } from '../../test/support/execute-sql.ts'
import { type Plan, toPlan } from '../../test/support/explain-read.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { insertRows } from '../../test/support/rows.ts'
import { addDays } from '../domain/calendar-date.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { Database } from './database.ts'
import { sql, type TenantQuery } from './sql.ts'

/** Whether a part of the plan compares each row of one relation with each row of another. */
function comparesAll(plan: Plan, isInner = false): boolean {
  const others = [...(plan.Filter ?? '').matchAll(/(\w+)\.\w/g)].filter(([, relation]) => relation !== plan.Alias)
  if (isInner && plan['Relation Name'] !== undefined && others.length > 0) return true
  const isNested = plan['Node Type'] === 'Nested Loop'
  if (isNested && plan['Join Filter'] !== undefined) return true
  return (plan.Plans ?? []).some((part, index) => comparesAll(part, isInner || (isNested && index === 1)))
}

// Both databases plan with the same code; that the results are right is tested on both elsewhere.
describeOnOneDatabase('publishing transactions', database => {
  const wrong: string[] = []
  let statements = 0

  /** A database that looks at the plans of statements that concern the transactions of statements. */
  function watched(over: Database): Database {
    const watching: Database = {
      ...over,
      transaction: work =>
        over.transaction(tx =>
          work({
            ...tx,
            async rows<Row extends pg.QueryResultRow>(query: TenantQuery) {
              if (!/transactions|moves|merges|replacements/.test(query.statement.text)) return tx.rows<Row>(query)
              const plan = toPlan(await tx.acrossTenants(sql`explain (format json) ${query}`))
              statements += 1
              if (comparesAll(plan)) wrong.push(query.statement.text)
              return tx.rows<Row>(query)
            },
          }),
        ),
    }
    return { ...watching, lane: () => watching }
  }

  /** What the planner knows when nobody has analysed the tables, or when that was done before their rows were visible. */
  const statistics = {
    'without statistics': `update pg_class set reltuples = -1, relpages = 0 where relname like '%transactions'`,
    'with statistics of empty tables': `update pg_class set reltuples = 0, relpages = 1 where relname like '%transactions'`,
  }
  const forget = async (known: keyof typeof statistics) => {
    await executeSql(database(), `delete from pg_statistic where starelid::regclass::text like '%transactions'`, [])
    await executeSql(database(), statistics[known], [])
  }
  const rule = 'no statement compares all transactions with all others'

  test.for(['without statistics', 'with statistics of empty tables'] as const)(`P28 ${rule}, %s`, async known => {
    const readings = createReadings(() => watched(database()), parseTenantId(known.replaceAll(' ', '-')))
    const applicantId = await readings.addApplicant('one')
    const account = { accountNumber: '123456789' }
    const read = (reference: string, document: string, transactions: ReadTransaction[]) => ({
      reference,
      document,
      account,
      from: '2026-01-01',
      to: '2026-03-31',
      transactions,
    })
    const rows = (from: number, words: string) =>
      Array.from({ length: 300 }, (_, index): ReadTransaction => {
        const day = from + (index % 60)
        return [addDays('2026-01-01', day), `${index}.01`, `${words} ${index}`]
      })
    const loose: ReadTransaction[] = [['2026-01-05', '1', 'Loose']]
    // The same document by another provider, another document that overlaps, and a more complete first reading.
    for (const reading of [
      { outcome: 'PARTIAL', statements: [read('a', 'x', rows(0, 'Payment'))], loose },
      { provider: 'other', statements: [read('b', 'x', rows(0, 'PMT'))], loose },
      { statements: [read('c', 'y', rows(20, 'Payment'))], loose },
      { statements: [read('a', 'x', rows(0, 'Payment'))] },
    ] as const) {
      await forget(known)
      await readings.publish(applicantId, reading)
    }
    expect(statements).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })

  test.for(['without statistics', 'with statistics of empty tables'] as const)(
    `P30 ${rule} of a bank account, %s`,
    async known => {
      const tenant = parseTenantId(`bank-${known.replaceAll(' ', '-')}`)
      const readings = createBankReadings(() => watched(database()), tenant)
      const applicantId = 'app_one'
      await insertRows(database(), tenant, 'applicants', [{ id: applicantId }])
      const user = await readings.addUser(applicantId)
      const movement = (index: number, text: string, status: 'BOOKED' | 'PENDING' = 'BOOKED') => ({
        id: `${applicantId}-${index}`,
        date: addDays('2026-01-01', index % 30),
        amount: `${index}.01`,
        counterparty: 'Somebody',
        text,
        status,
      })
      const pending = [600, 601].map(index => movement(index, 'Pending', 'PENDING'))
      const booked = { ...movement(600, 'Booked'), id: `${applicantId}-booked` }
      // News, other words, a pending transaction that was booked under another id and one that vanished.
      for (const movements of [
        [...Array.from({ length: 300 }, (_, index) => movement(index, 'First')), ...pending],
        [...Array.from({ length: 400 }, (_, index) => movement(index, 'Second')), booked],
      ]) {
        await forget(known)
        await readings.read(user, [{ id: 'l', accounts: [{ id: applicantId, movements }] }])
      }
      expect(statements).toBeGreaterThan(20)
      expect(wrong).toEqual([])
    },
  )
})
