import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Findings, TransactionFinding } from '../../src/providers/findings.ts'
import type { Database } from '../../src/store/database.ts'
import type { TenantQuery } from '../../src/store/sql.ts'
import { createAnalysisWorld } from '../support/analysis-world.ts'
import { describeOnEveryDatabase } from '../support/databases.ts'
import { executeSql } from '../support/execute-sql.ts'
import { createTestApi } from '../support/graphql-api.ts'
import { createScriptedDriver } from '../support/scripted-driver.ts'

/** The embedded database needs more processor time for the same work, so it gets fewer rows. */
const rowsOn = { embedded: 6_000, postgresql: 21_000 } as const
const batch = 1_000
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
  let rows: number
  let total: string
  /** The most findings that were read from the driver before they were written. */
  let mostAhead = 0

  beforeAll(async () => {
    rows = rowsOn[database().engine]
    total = totalOf(rows)
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
            if (start % (10 * batch) === 0) mostAhead = Math.max(mostAhead, start - (await countRows(database())))
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

  async function ask(over: Database, args: string, more = '') {
    const { data } = await createTestApi(over).ask(
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
    expect((await ask(database(), 'first: 1', 'totalCount')).totalCount).toBe(rows)
  })

  test('can be paged forward, with every row once, and backward from its end', async () => {
    const seen = new Set<string>()
    let sum = 0n
    for (let after: string | null = null; ; ) {
      const found = await ask(database(), `first: 500${after ? `, after: "${after}"` : ''}`)
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
    for (let before: string | null = null; back.length < 5_000; ) {
      const found = await ask(database(), `last: 500${before ? `, before: "${before}"` : ''}`)
      back.unshift(...found.edges.map(({ node }) => node.id))
      expect(found.pageInfo.hasPreviousPage).toBe(true)
      before = found.pageInfo.startCursor
    }
    expect(back).toEqual([...seen].slice(-5_000))
  })

  test.each(['EFFECTIVE_DATE_DESC', 'EFFECTIVE_DATE_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC'])(
    'a page costs the same at any place: %s',
    async orderBy => {
      const beginning = await readRowsFor(args => ask(args, `first: 100, orderBy: ${orderBy}`))
      const { pageInfo } = await ask(database(), `last: 200, orderBy: ${orderBy}`)
      const end = await readRowsFor(args =>
        ask(args, `first: 100, orderBy: ${orderBy}, after: "${pageInfo.startCursor}"`),
      )
      // The rows of a page, one more that shows whether another page follows, and single look-ups.
      expect(beginning).toBeLessThan(1_000)
      expect(end).toBeLessThan(1_000)
    },
  )

  /** The number of rows that the database touches, by its query plans. */
  async function readRowsFor(work: (database: Database) => Promise<unknown>): Promise<number> {
    const queries: TenantQuery[] = []
    await work({
      ...database(),
      rows: query => {
        queries.push(query)
        return database().rows(query)
      },
    })
    expect(queries).not.toEqual([])
    let touched = 0
    for (const { statement } of queries) {
      const text = `explain (analyze, timing off, format json) ${statement.text}`
      const plan = await executeSql(database(), text, [...statement.values])
      touched += touchedRows(plan.rows)
    }
    return touched
  }
})

/** The rows that the nodes of a plan returned and removed, times their loops. */
function touchedRows(plan: unknown): number {
  if (Array.isArray(plan)) return plan.reduce((sum: number, part) => sum + touchedRows(part), 0)
  if (typeof plan !== 'object' || plan === null) return 0
  let touched = 0
  const members = new Map<string, unknown>(Object.entries(plan))
  const loops = Number(members.get('Actual Loops') ?? 0)
  for (const name of ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Index Recheck'])
    touched += Number(members.get(name) ?? 0) * loops
  for (const member of members.values()) touched += touchedRows(member)
  return touched
}

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
