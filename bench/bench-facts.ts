import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { wholeTenant } from '../src/domain/reach.ts'
import { parseTenantId } from '../src/domain/tenant.ts'
import { readCashFlows } from '../src/store/cash-flow.ts'
import type { Database, Queries } from '../src/store/database.ts'
import { countRows, type Page, type PageRequest, readPages, type SortKey } from '../src/store/keyset.ts'
import { openDatabase } from '../src/store/open-database.ts'
import type { TransactionPart } from '../src/store/transaction-columns.ts'
import type { TransactionFilter } from '../src/store/transaction-filter.ts'
import { type TransactionOrder, transactionList } from '../src/store/transactions.ts'
import { executeSql } from '../test/support/execute-sql.ts'
import { explainRead } from '../test/support/explain-read.ts'
import { createBenchDatabase } from './bench-database.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { median } from './statistics.ts'

// Measures the rows read and the time of lists, counts and sums of transactions in a large store: one tenant with many
// applicants, one of them with very many transactions in 60 statements over ten years. At most 500,000 on the embedded
// engine.
//   FACTS_ROWS=10000000 FACTS_LARGE=200000 node bench/bench-facts.ts

const tenant = parseTenantId('facts')
const applicant = 'app_large'
const others = 2_000
const statements = 60
const perBatch = 500_000
const pageSize = 50
const rounds = 31
const firstDay = '2016-01-01'
const lastDay = '2025-12-28'
const days = 3_650

type Read = (queries: Queries) => Promise<unknown>

interface Sizes {
  readonly rows: number
  /** The number of transactions of the large applicant. */
  readonly large: number
}

const postgresql = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const sizes = { rows: Number(process.env.FACTS_ROWS ?? 1_000_000), large: Number(process.env.FACTS_LARGE ?? 200_000) }
/** The embedded engine is for small installations. */
const embeddedSizes = { rows: Math.min(sizes.rows, 500_000), large: Math.min(sizes.large, 100_000) }

await measure(postgresql, sizes)
await measure(null, embeddedSizes)

async function measure(server: string | null, { rows, large }: Sizes): Promise<void> {
  const bench = await createBenchDatabase(server)
  try {
    const startedAt = performance.now()
    await bench.fill(database => fill(database, { rows, large }))
    const seconds = (performance.now() - startedAt) / 1_000
    const address = await bench.addressFor('facts')
    const database = await openDatabase(address.url, address.directory)
    try {
      process.stdout.write(`${describeMachine(bench.engine)}\n`)
      process.stdout.write(
        `${rows.toLocaleString('en')} transactions of ${others + 1} applicants, ${large.toLocaleString('en')} of them of one; ` +
          `written in ${seconds.toFixed(0)} s\n`,
      )
      const head = ['page of 50', 'ms', '÷ first', 'rows read by each scan', 'pages of 8 kB']
      process.stdout.write(formatTable([head, ...(await timePages(database))]))
      const wholesHead = ['the whole', 'ms', 'rows read by each scan', 'pages of 8 kB']
      process.stdout.write(formatTable([wholesHead, ...(await timeWholes(database))]))
    } finally {
      await database.stop()
    }
  } finally {
    await bench.drop()
  }
}

/** Writes rows directly into the tables, as after publication. Indexes are created afterwards, which is faster. */
async function fill(database: Database, { rows, large }: Sizes): Promise<void> {
  const run = (text: string) => executeSql(database.lane('migration'), text)
  const insert = (name: string, from: number, to: number, each: number) =>
    run(`insert into transactions (tenant_id, owner_id, id, provider_id, applicant_id, statement_id, position, status, amount,
        currency, direction, booking_date, effective_date, description, counterparty, category, tags, codes, fingerprint, search_text)
      select '${tenant}', 'col_' || applicant, 'txn_' || md5(applicant || n), 'sample', applicant,
        'stm_' || applicant || '_' || place * ${statements} / ${each}, place, 'BOOKED', amount, 'EUR',
        case when amount < 0 then 'DEBIT' else 'CREDIT' end, day, day, text, jsonb_build_object('name', 'Shop ' || n % 997),
        case n % 20 when 0 then 'SALARY' when 1 then 'FEES' when 2 then 'HOUSING' else 'SPENDING' end, '[]', '[]', n::text,
        lower(text) || E'\\nshop ' || n % 997
      from (
        select n, ${name} as applicant, n % ${each} as place, date '${firstDay}' + (n % ${each} * ${days} / ${each})::integer as day,
          round(((n * 7919) % 200000 - 180000) / 100.0, 2) as amount, 'Card payment ' || (n * 7919) % 100003 as text
        from generate_series(${from}::bigint, ${to - 1}::bigint) as n
      ) as made`)
  await run("set maintenance_work_mem = '512MB'")
  await run('alter table transactions set unlogged')
  const { rows: keys } = await run(
    `select conname as name from pg_constraint where conrelid = 'transactions'::regclass and contype = 'p'`,
  )
  const { rows: indexes } = await run(
    `select indexname as name, indexdef as make from pg_indexes where tablename = 'transactions'`,
  )
  for (const { name } of keys) await run(`alter table transactions drop constraint ${name}`)
  for (const { name } of indexes) await run(`drop index if exists ${name}`)
  const each = Math.ceil((rows - large) / others)
  await insert(`'${applicant}'`, 0, large, large)
  for (let from = 0; from < rows - large; from += perBatch)
    await insert(`'app_' || n / ${each}`, from, Math.min(from + perBatch, rows - large), each)
  for (const { make } of indexes) await run(make)
}

function toList(filter: TransactionFilter, orderBy: TransactionOrder) {
  return transactionList({ kind: 'applicant', keys: [applicant] }, { filter, orderBy })
}

async function timePages(database: Database): Promise<string[][]> {
  const lines: string[][] = []
  const orders = ['EFFECTIVE_DATE_DESC', 'EFFECTIVE_DATE_ASC', 'AMOUNT_DESC', 'AMOUNT_ASC'] as const
  const filters: readonly [string, TransactionFilter, readonly TransactionOrder[]][] = [
    ['', {}, orders],
    [' of four years', { effectiveDate: { from: '2018-01-01', to: '2021-12-31' } }, orders.slice(0, 2)],
    [' of amounts', { amount: { min: '-1000', max: '-10' } }, orders.slice(2)],
    [' of a direction', { direction: 'CREDIT' }, orders],
    [' of a category', { categories: ['FEES'] }, orders],
    [' of two categories', { categories: ['FEES', 'HOUSING'] }, orders],
  ]
  for (const [title, filter, some] of filters)
    for (const orderBy of some) {
      const list = toList(filter, orderBy)
      const total = (await countRows(database, wholeTenant(tenant), list)).get(applicant) ?? 0
      const depths = [0, Math.floor(total / 2), total - 2 * pageSize]
      const reads: Read[] = []
      for (const depth of depths) {
        const after = depth === 0 ? null : { key: await keyAt(database, filter, orderBy, depth), inclusive: false }
        const request: PageRequest = { limit: pageSize, backward: false, after, before: null }
        reads.push(queries => readPages(queries, wholeTenant(tenant), list, request))
      }
      const times = await timeInTurn(database, reads)
      for (const [index, read] of reads.entries()) {
        const { rowsRead, pages } = await explainRead(database, read)
        lines.push([
          `${orderBy}${title}, after ${depths[index]?.toLocaleString('en')}`,
          times[index]?.toFixed(2) ?? '',
          ((times[index] ?? Number.NaN) / (times[0] ?? Number.NaN)).toFixed(2),
          rowsRead.join(' + '),
          String(pages),
        ])
      }
    }
  return lines
}

/** The key of the row at an index, without reading all earlier rows into memory. */
async function keyAt(
  database: Database,
  filter: TransactionFilter,
  orderBy: TransactionOrder,
  place: number,
): Promise<SortKey> {
  const list = transactionList({ kind: 'applicant', keys: [applicant] }, { filter, orderBy, members: [] })
  let after: SortKey | null = null
  for (let left = place; left > 0; left -= 20_000) {
    const bound: PageRequest['after'] = after === null ? null : { key: after, inclusive: false }
    const request: PageRequest = { limit: Math.min(left, 20_000), backward: false, after: bound, before: null }
    const pages: Map<string, Page<TransactionPart>> = await readPages(database, wholeTenant(tenant), list, request)
    after = pages.get(applicant)?.items.at(-1)?.key ?? after
  }
  return after ?? ''
}

async function timeWholes(database: Database): Promise<string[][]> {
  const range: { from: CalendarDate; to: CalendarDate; interval: 'MONTH' } = {
    from: firstDay,
    to: lastDay,
    interval: 'MONTH',
  }
  const page = (search: string) => (queries: Queries) => {
    const request: PageRequest = { limit: pageSize, backward: false, after: null, before: null }
    return readPages(queries, wholeTenant(tenant), toList({ search }, 'EFFECTIVE_DATE_DESC'), request)
  }
  const wholes: readonly [string, Read][] = [
    ['totalCount', queries => countRows(queries, wholeTenant(tenant), toList({}, 'EFFECTIVE_DATE_DESC'))],
    [
      'totalCount of a category',
      queries => countRows(queries, wholeTenant(tenant), toList({ categories: ['FEES'] }, 'EFFECTIVE_DATE_DESC')),
    ],
    ['cashFlow of ten years by month', queries => readCashFlows(queries, wholeTenant(tenant), [applicant], range)],
    ['search with many hits, first page', page('card payment 7')],
    ['search without a hit', page('nothing is called this')],
  ]
  const lines: string[][] = []
  for (const [title, read] of wholes) {
    const [ms = Number.NaN] = await timeInTurn(database, [read])
    const { rowsRead, pages } = await explainRead(database, read)
    lines.push([title, ms.toFixed(1), rowsRead.join(' + '), String(pages)])
  }
  return lines
}

/** The median time of each read. They take turns, so that changes on the machine affect all of them alike. */
async function timeInTurn(database: Database, reads: readonly Read[]): Promise<number[]> {
  const taken = reads.map((): number[] => [])
  for (const read of reads) await read(database)
  for (let round = 0; round < rounds; round++)
    for (const [index, read] of reads.entries()) {
      const startedAt = performance.now()
      await read(database)
      taken[index]?.push(performance.now() - startedAt)
    }
  return taken.map(median)
}
