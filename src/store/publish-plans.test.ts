import type pg from 'pg'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeOnEveryDatabase } from '../../test/support/databases.ts'
import { createReadings, type ReadTransaction } from '../../test/support/publish-reading.ts'
import { addDays } from '../domain/calendar-date.ts'
import { parseTenantId } from '../domain/tenant.ts'
import type { Database } from './database.ts'
import { sql, type TenantQuery } from './sql.ts'

const tenant = parseTenantId('plans')

const planSchema = z.object({
  'Node Type': z.string(),
  'Join Filter': z.string().optional(),
  get Plans(): z.ZodOptional<z.ZodArray<typeof planSchema>> {
    return z.array(planSchema).optional()
  },
})
type Plan = z.infer<typeof planSchema>
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planSchema })]) })])

/** Whether a part of the plan compares each row of one relation with each row of another. */
function comparesAll(plan: Plan): boolean {
  const isNested = plan['Node Type'] === 'Nested Loop' && plan['Join Filter'] !== undefined
  return isNested || (plan.Plans ?? []).some(comparesAll)
}

describeOnEveryDatabase('publishing transactions', database => {
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
              if (!/transactions|moves/.test(query.statement.text)) return tx.rows<Row>(query)
              const [found] = explained.parse(await tx.acrossTenants(sql`explain (format json) ${query}`))
              statements += 1
              if (comparesAll(found['QUERY PLAN'][0].Plan)) wrong.push(query.statement.text)
              return tx.rows<Row>(query)
            },
          }),
        ),
    }
    return { ...watching, lane: () => watching }
  }

  test('P28 no statement compares all transactions with all others, also on a database that has no statistics of them', async () => {
    const readings = createReadings(() => watched(database()), tenant)
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
    await readings.publish(applicantId, { outcome: 'PARTIAL', statements: [read('a', 'x', rows(0, 'Payment'))], loose })
    await readings.publish(applicantId, { provider: 'other', statements: [read('b', 'x', rows(0, 'PMT'))], loose })
    await readings.publish(applicantId, { statements: [read('c', 'y', rows(20, 'Payment'))], loose })
    await readings.publish(applicantId, { statements: [read('a', 'x', rows(0, 'Payment'))] })
    expect(statements).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })
})
