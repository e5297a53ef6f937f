import pg from 'pg'
import { z } from 'zod'
import { openDatabase } from '../src/store/open-database.ts'
import { sql } from '../src/store/sql.ts'
import { announceDocument, createApplicant, openCase, uniquePdf } from '../test/support/journey.ts'
import { createMemoryProvider } from '../test/support/memory-provider.ts'
import { startAppOn, tenantKeys } from '../test/support/start-app-on.ts'
import { formatTable } from './format-table.ts'

// Measures the statements and the write-ahead log of a look at an analysis that finds nothing new. It needs a
// PostgreSQL server without other writes, because the log belongs to the whole server: BENCH_POLLS_URL=postgres://…
// node bench/bench-polls.ts

const url = process.env.BENCH_POLLS_URL
if (!url) throw new Error('BENCH_POLLS_URL names an empty database on a PostgreSQL server of its own.')
const analyses = 50
const waitMs = 500
const seconds = 15

let statements = 0
const query = pg.Client.prototype.query
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...args: Parameters<typeof query>) {
    statements += 1
    return Reflect.apply(query, this, args)
  },
})

let polls = 0
const vendor = createMemoryProvider('vendor')
Object.defineProperty(vendor, 'progress', {
  get() {
    polls += 1
    return { kind: 'running', stage: 'EXTRACTING', providerStage: null, retryAfterMs: waitMs }
  },
})
const database = await openDatabase(url, '')
const app = await startAppOn(database, [vendor.provider])
const client = app.client(tenantKeys.acme)
const caseId = await openCase(client, await createApplicant(client))
const { document, upload } = await announceDocument(client, { caseId, fileName: 'a.pdf' })
await fetch(upload?.url ?? '', { method: 'PUT', body: new Uint8Array(uniquePdf()) })
const shape = z.object({ startAnalysis: z.object({ analysis: z.object({ id: z.string() }) }) })
const start = `mutation { startAnalysis(input: { caseId: "${caseId}", product: STATEMENT_EXTRACTION, provider: "vendor",
  documents: [{ documentId: "${document?.id}" }] }) { analysis { id } } }`
for (let count = 0; count < analyses; count += 1) await client.ask(shape, start)

const lsn = async () => {
  const [row] = await database.acrossTenants<{ lsn: string }>(
    sql`select (pg_current_wal_insert_lsn() - '0/0')::text as lsn`,
  )
  return Number(row?.lsn)
}
const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
while (polls < analyses * 3) await wait(50)
await database.acrossTenants(sql`checkpoint`)
await wait(3_000)
const before = { polls, statements, lsn: await lsn() }
await wait(seconds * 1_000)
const done = {
  polls: polls - before.polls,
  statements: statements - before.statements,
  wal: (await lsn()) - before.lsn,
}
process.stdout.write(
  formatTable([
    [`${analyses} analyses, ${seconds} s`, 'looks', 'statements a look', 'WAL bytes a look'],
    [
      'looks without news',
      String(done.polls),
      (done.statements / done.polls).toFixed(1),
      (done.wal / done.polls).toFixed(0),
    ],
  ]),
)
await app.stop()
await database.stop()
