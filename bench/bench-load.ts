import type { Database } from '../src/store/database.ts'
import { type PageRequest, readPages, type SortKey } from '../src/store/keyset.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { sql } from '../src/store/sql.ts'
import { toStatementKey, transactionList } from '../src/store/transactions.ts'
import { createAnalysisWorld } from '../test/support/analysis-world.ts'
import { heapAfterCollection } from '../test/support/heap-after-collection.ts'
import { createBenchDatabase } from './bench-database.ts'
import { formatTable } from './format-table.ts'
import { mergeLargeAccount } from './large-account.ts'
import { createLargeStatementDriver } from './large-statement.ts'
import { describeMachine } from './machine.ts'
import { tenant } from './settings.ts'
import { median } from './statistics.ts'

// A statement of 100,000 transactions on both engines: how fast it is collected, in how much memory, and what a page of it
// takes wherever it lies; and a bank account of as many, read twice. The process holds the test's vendor and, for the embedded engine, the database too.
//   npm run bench:load

const count = 100_000
const everyRows = 10_000
const pageSize = 100
const depths = [0, 50_000, 99_500] as const
const rounds = 100

interface Collected {
  readonly rowsPerSecond: number
  /** In use after each 10,000 rows, buffers included, once all garbage is gone. */
  readonly heaps: readonly number[]
  readonly rssGrowth: number
}

for (const url of [process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres', null]) {
  const bench = await createBenchDatabase(url)
  try {
    await bench.fill(async () => {})
    const address = await bench.addressFor('load')
    const database = await openDatabase(address.url, address.directory)
    try {
      process.stdout.write(`${describeMachine(bench.engine)}\n`)
      const { rowsPerSecond, heaps, rssGrowth } = await collect(database)
      const pages = await timePages(database)
      const merged = await mergeLargeAccount(database, count)
      const megabytes = (bytes: number | undefined) => ((bytes ?? Number.NaN) / 1_048_576).toFixed(1)
      process.stdout.write(
        formatTable([
          ['figure', 'value'],
          ['rows collected and stored a second', rowsPerSecond.toFixed(0)],
          ['memory in use after 10,000 rows, MB', megabytes(heaps[1])],
          ['after 50,000', megabytes(heaps[5])],
          ['after 100,000', megabytes(heaps[10])],
          ['most memory of the process beyond the beginning, MB', megabytes(rssGrowth)],
          ...depths.map((depth, index) => [
            `page of ${pageSize} after ${depth.toLocaleString('en')} rows, ÷ the first`,
            ((pages[index] ?? Number.NaN) / (pages[0] ?? Number.NaN)).toFixed(2),
          ]),
          ['rows of a bank account read and merged a second', merged.first.toFixed(0)],
          ['the same again, without news', merged.again.toFixed(0)],
        ]),
      )
    } finally {
      await database.stop()
    }
  } finally {
    await bench.drop()
  }
}

async function collect(database: Database): Promise<Collected> {
  const heaps: number[] = []
  let peak = 0
  let lookingMs = 0
  const driver = createLargeStatementDriver(count, handedOver => {
    peak = Math.max(peak, process.memoryUsage.rss())
    if (handedOver % everyRows > 0) return
    const startedAt = performance.now()
    heaps.push(heapAfterCollection() + process.memoryUsage().arrayBuffers)
    lookingMs += performance.now() - startedAt
  })
  const world = createAnalysisWorld(database, driver, tenant)
  const { caseId, documentId } = await world.addDocument()
  await world.start(caseId, documentId)
  const before = process.memoryUsage.rss()
  const startedAt = performance.now()
  await world.run()
  const seconds = (performance.now() - startedAt - lookingMs) / 1_000
  return { rowsPerSecond: count / seconds, heaps, rssGrowth: peak - before }
}

/** Median times of pages, the depths taking turns. */
async function timePages(database: Database): Promise<number[]> {
  const [statement] = await database.rows<{ id: string; applicantId: string }>(sql`
    select id, applicant_id as "applicantId" from statements where tenant_id = ${tenant}`)
  if (!statement) throw new Error('The statement was not collected.')
  const key = toStatementKey(statement)
  const args = { filter: {}, orderBy: 'EFFECTIVE_DATE_DESC' } as const
  const list = transactionList.toQuery(tenant, { kind: 'statement', keys: [key] }, args)
  const order = transactionList.toOrder(args)
  async function readAfter(after: SortKey | null, limit: number): Promise<SortKey | null> {
    const bound = after === null ? null : { key: after, inclusive: false }
    const request: PageRequest = { limit, backward: false, after: bound, before: null }
    const pages = await readPages(database, tenant, { query: list, order, toItem: transactionList.toItem }, request)
    return pages.get(key)?.items.at(-1)?.key ?? null
  }
  const places = await Promise.all(depths.map(depth => (depth === 0 ? null : readAfter(null, depth))))
  const times: number[][] = depths.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, place] of places.entries()) {
      const startedAt = performance.now()
      await readAfter(place, pageSize)
      times[index]?.push(performance.now() - startedAt)
    }
  return times.map(median)
}
