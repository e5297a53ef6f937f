import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Findings, TransactionFinding } from '../../src/providers/findings.ts'
import type { Database } from '../../src/store/database.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { createTestApi } from '../support/graphql-api.ts'
import { createScriptedDriver } from '../support/scripted-driver.ts'

/** Several pages, and many batches. Larger publications are tested in large-copies, and the cost of pages in transaction-pages. */
const rows = 2_600
const batch = 200
const total = totalOf(rows)
const tenant = 'large'

const page = z.object({
  applicant: z.object({
    transactions: z.object({
      totalCount: z.int().optional(),
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        hasPreviousPage: z.boolean(),
        startCursor: z.string(),
        endCursor: z.string(),
      }),
      edges: z.array(z.object({ node: z.object({ id: z.string(), amount: z.object({ value: z.string() }) }) })),
    }),
  }),
})

describeOnEveryDatabase('a statement of many transactions', database => {
  let applicantId: string
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
    const state = await world.events(id)
    expect(state.at(-1)?.type).toBe('ANALYSIS_COMPLETED')
    applicantId = state.at(-1)?.applicantId ?? ''
  })

  async function ask(args: string, more = '') {
    const { data } = await createTestApi(database()).ask(
      `{ applicant(id: "${applicantId}") { transactions(${args}) {
        ${more} pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id amount { value } } }
      } } }`,
      { tenant },
    )
    return page.parse(data).applicant.transactions
  }

  test('is written in batches, with at most one batch read ahead', () => {
    expect(mostAhead).toBeLessThanOrEqual(batch)
  })

  test('P15 is complete to the last row and reconciles exactly', async () => {
    const [statement] = (
      await executeSql(database(), 'select transaction_count, reconciles from statements where tenant_id = $1', [
        tenant,
      ])
    ).rows
    expect(statement).toEqual({ transaction_count: rows, reconciles: true })
    expect((await ask('first: 1', 'totalCount')).totalCount).toBe(rows)
  })

  test('can be paged forward, with every row once, and backward from its end', async () => {
    const seen = new Set<string>()
    let sum = 0n
    for (let after: string | null = null; ; ) {
      const found = await ask(`first: 500${after ? `, after: "${after}"` : ''}`)
      for (const { node } of found.edges) {
        seen.add(node.id)
        sum += toCents(node.amount.value)
      }
      if (!found.pageInfo.hasNextPage) break
      after = found.pageInfo.endCursor
    }
    expect(seen.size).toBe(rows)
    expect(sum).toBe(toCents(total))

    const back: string[] = []
    for (let before: string | null = null; back.length < 1_500; ) {
      const found = await ask(`last: 500${before ? `, before: "${before}"` : ''}`)
      back.unshift(...found.edges.map(({ node }) => node.id))
      expect(found.pageInfo.hasPreviousPage).toBe(true)
      before = found.pageInfo.startCursor
    }
    expect(back).toEqual([...seen].slice(-1_500))
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

function toCents(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''))
}

function totalOf(rows: number): string {
  return toDecimal(Array.from({ length: rows }, (_, index) => centsOf(index)).reduce((sum, cents) => sum + cents, 0n))
}
