import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Findings, TransactionFinding } from '../../src/providers/findings.ts'
import type { Database } from '../../src/store/database.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { createScriptedDriver } from '../support/scripted-driver.ts'

/** Many batches. Larger publications are tested in large-copies. */
const rows = 2_600
const batch = 200
const total = totalOf(rows)
const tenant = 'large'

describeOnEveryDatabase('a statement of many transactions', database => {
  /** The most findings that were read from the driver before they were written. */
  let mostAhead = 0

  beforeAll(async () => {
    const scripted = createScriptedDriver()
    const world = createAnalysisWorld(
      database(),
      {
        ...scripted,
        async *collect(job): AsyncGenerator<Findings> {
          const documentId = job.documents[0]?.id ?? null
          const [first] = await Array.fromAsync(scripted.collect(job))
          const like = first?.transactions?.[0]
          if (!like) throw new Error('There is no movement to go by.')
          for (let start = 0; start < rows; start += batch) {
            if (start % (5 * batch) === 0) mostAhead = Math.max(mostAhead, start - (await countRows(database())))
            yield { transactions: Array.from({ length: batch }, (_, index) => toMovement(like, start + index)) }
          }
          for await (const { statements = [] } of scripted.collect(job))
            yield {
              statements: statements.map(one => ({ ...one, documentId, openingBalance: '0', closingBalance: total })),
            }
        },
      },
      tenant,
    )
    const { caseId, documentId } = await world.addDocument()
    const id = await world.start(caseId, documentId)
    await world.run()
    expect((await world.events(id)).at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  })

  test('is written in batches, with at most one batch read ahead', () => {
    expect(mostAhead).toBeLessThanOrEqual(batch)
  })

  // Pages are tested with lists and deep-pages.
  test('P15 is complete to the last row and reconciles exactly', async () => {
    const { rows: found } = await executeSql(
      database(),
      `select transaction_count, reconciles, (select count(distinct id) from transactions where tenant_id = $1) as count,
         (select sum(amount)::text from transactions where tenant_id = $1) as sum
       from statements where tenant_id = $1`,
      [tenant],
    )
    expect(found).toEqual([{ transaction_count: rows, reconciles: true, count: rows, sum: total }])
  })
})

/** The number of staged transactions. */
async function countRows(database: Database): Promise<number> {
  const { rows: found } = await executeSql(
    database,
    'select count(*)::int as count from staged_transactions where tenant_id = $1',
    [tenant],
  )
  return z.tuple([z.object({ count: z.int() })]).parse(found)[0].count
}

/** About thirty movements a day, every second one outgoing, all with different amounts. */
function toMovement(like: TransactionFinding, index: number): TransactionFinding {
  const day = new Date(Date.UTC(2017, 0, 1) + Math.floor(index / 31) * 86_400_000).toISOString().slice(0, 10)
  return { ...like, amount: toDecimal(centsOf(index)), bookingDate: day, description: `Movement ${index % 97}` }
}

function centsOf(index: number): bigint {
  return BigInt(index + 1) * (index % 2 === 0 ? 1_001n : -997n)
}

function toDecimal(cents: bigint): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function totalOf(rows: number): string {
  return toDecimal(Array.from({ length: rows }, (_, index) => centsOf(index)).reduce((sum, cents) => sum + cents, 0n))
}
