import { wholeTenant } from '../src/domain/reach.ts'
import type { AnalysisDriver } from '../src/providers/analysis-driver.ts'
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
import { createLargeSession } from './large-session.ts'
import { createLargeStatementDriver } from './large-statement.ts'
import { describeMachine } from './machine.ts'
import { tenant } from './settings.ts'
import { median } from './statistics.ts'

// Measures on both engines a statement of 100,000 transactions, a bank account with as many that is read twice, and a
// session of 20 accounts with 20,000 each: the speed and memory of the collection, and the time of a page at different
// depths. The process also runs the vendor (in memory for the statement, FinBox's simulator over HTTP for the session)
// and the embedded database.
//   npm run bench:load

const count = 100_000
const pageSize = 100
const depths = [0, 50_000, 99_500] as const
const rounds = 100
const session = { documents: 20, transactions: 20_000 } as const

interface Collected {
  readonly rowsPerSecond: number
  /** The used memory after each tenth of the rows, including buffers, after a garbage collection. */
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
      const statement = await collectStatement(database)
      const pages = await timePages(database)
      const merged = await mergeLargeAccount(database, count)
      process.stdout.write(
        formatTable([
          [`a statement of ${count.toLocaleString('en')} transactions`, 'value'],
          ...describeCollected(statement, count),
          ...depths.map((depth, index) => [
            `page of ${pageSize} after ${depth.toLocaleString('en')} rows, ÷ the first`,
            ((pages[index] ?? Number.NaN) / (pages[0] ?? Number.NaN)).toFixed(2),
          ]),
          ['rows of a bank account read and merged a second', merged.first.toFixed(0)],
          ['the same again, without news', merged.again.toFixed(0)],
        ]),
      )
      const { documents, transactions } = session
      process.stdout.write(
        formatTable([
          [`a session of ${documents} accounts with ${transactions.toLocaleString('en')} transactions`, 'value'],
          ...describeCollected(await collectSession(database), documents * transactions),
        ]),
      )
    } finally {
      await database.stop()
    }
  } finally {
    await bench.drop()
  }
}

function describeCollected({ rowsPerSecond, heaps, rssGrowth }: Collected, rows: number): string[][] {
  const megabytes = (bytes: number | undefined) => ((bytes ?? Number.NaN) / 1_048_576).toFixed(1)
  const after = (tenths: number) => ((rows / 10) * tenths).toLocaleString('en')
  return [
    ['rows collected and stored a second', rowsPerSecond.toFixed(0)],
    [`memory in use after ${after(1)} rows, MB`, megabytes(heaps[0])],
    [`after ${after(5)}`, megabytes(heaps[4])],
    [`after ${after(10)}`, megabytes(heaps[9])],
    ['most memory of the process beyond the beginning, MB', megabytes(rssGrowth)],
  ]
}

async function collectStatement(database: Database): Promise<Collected> {
  const watch = createWatch(count)
  const driver = createLargeStatementDriver(count, watch.see)
  return collect(database, driver, { tenantName: tenant, documents: 1, watch })
}

async function collectSession(database: Database): Promise<Collected> {
  const watch = createWatch(session.documents * session.transactions)
  const { driver, stop } = await createLargeSession(session, watch.see)
  try {
    return await collect(database, driver, { tenantName: 'sessions', documents: session.documents, watch })
  } finally {
    await stop()
  }
}

type Watch = ReturnType<typeof createWatch>

/** Measures the memory after each tenth of the rows. */
function createWatch(rows: number) {
  const heaps: number[] = []
  let peak = 0
  let lookingMs = 0
  return {
    rows,
    heaps,
    peak: () => peak,
    lookingMs: () => lookingMs,
    see(handedOver: number): void {
      peak = Math.max(peak, process.memoryUsage.rss())
      if (handedOver < (rows / 10) * (heaps.length + 1)) return
      const startedAt = performance.now()
      heaps.push(heapAfterCollection() + process.memoryUsage().arrayBuffers)
      lookingMs += performance.now() - startedAt
    },
  }
}

async function collect(
  database: Database,
  driver: AnalysisDriver,
  { tenantName, documents, watch }: { readonly tenantName: string; readonly documents: number; readonly watch: Watch },
): Promise<Collected> {
  // The lane of workers, whose statements may take longer than those of requests.
  const world = createAnalysisWorld(database.lane('work'), driver, tenantName)
  const first = await world.addDocument()
  const { caseId } = first
  const given = [{ documentId: first.documentId }]
  while (given.length < documents) given.push({ documentId: (await world.addDocument(caseId)).documentId })
  const analysisId = await world.commands.start(world.context, {
    caseId,
    product: 'STATEMENT_EXTRACTION',
    documents: given,
  })
  const before = process.memoryUsage.rss()
  const startedAt = performance.now()
  await world.run()
  const seconds = (performance.now() - startedAt - watch.lookingMs()) / 1_000
  const last = (await world.events(analysisId)).at(-1)?.type
  if (last !== 'ANALYSIS_COMPLETED') throw new Error(`The analysis ended with ${last}.`)
  return { rowsPerSecond: watch.rows / seconds, heaps: watch.heaps, rssGrowth: watch.peak() - before }
}

/** Median times of pages, alternating between the depths. */
async function timePages(database: Database): Promise<number[]> {
  const [statement] = await database.rows<{ id: string; applicantId: string }>(sql`
    select id, applicant_id as "applicantId" from statements where tenant_id = ${tenant}`)
  if (!statement) throw new Error('The statement was not collected.')
  const key = toStatementKey(statement)
  const args = { filter: {}, orderBy: 'EFFECTIVE_DATE_DESC' } as const
  const list = transactionList({ kind: 'statement', keys: [key] }, args)
  async function readAfter(after: SortKey | null, limit: number): Promise<SortKey | null> {
    const bound = after === null ? null : { key: after, inclusive: false }
    const request: PageRequest = { limit, backward: false, after: bound, before: null }
    const pages = await readPages(database, wholeTenant(tenant), list, request)
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
