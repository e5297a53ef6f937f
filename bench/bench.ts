import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createBenchDatabase } from './bench-database.ts'
import { type BenchServer, startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { type Cell, measure, type Measurement, type Rhythm, ratioOf } from './measure.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { median } from './statistics.ts'

// Assay beside a route written by hand and beside default Apollo Server: same data, same queries, same answers, one run.
//   npm run bench -- [--embedded] [--rounds 5] [--seconds 5]

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
})
const options = z
  .object({
    embedded: z.boolean(),
    rounds: z.coerce.number().int().positive(),
    seconds: z.coerce.number().positive(),
    only: z.string().optional(),
  })
  .parse(values)
const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const cells: readonly Cell[] = [
  { operation: bigOperation, concurrency: 50 },
  { operation: bigOperation, concurrency: 1 },
  { operation: smallOperation, concurrency: 50 },
  { operation: smallOperation, concurrency: 1 },
]
const rhythm: Rhythm = {
  warmUpMs: 2_000,
  turnMs: (options.seconds * 1_000) / options.rounds,
  rounds: options.rounds,
}
/** Applicants besides the one asked for, so that the tables are not all about one. */
const others = 20

const database = await createBenchDatabase(options.embedded ? null : serverUrl)
const servers: BenchServer[] = []
try {
  const applicantId = await database.fill(async filling => {
    const size = { statements: 12, transactionsPerStatement: 200 }
    for (let seed = 1; seed <= others; seed++) await insertApplicant(filling, seed, size)
    return insertApplicant(filling, 0, size)
  })
  const start = async (name: string, entry: string, protocol: 'graphql' | 'rest') => {
    const address = await database.addressFor(name.replaceAll(' ', '-'))
    const server = await startBenchServer({ name, entry, protocol, database: address, connections: 50 })
    servers.push(server)
    return server
  }
  await start('Assay', '../src/main.ts', 'graphql')
  await start('Fastify route', './servers/fastify-route.ts', 'rest')
  await start('default Apollo', './servers/default-apollo.ts', 'graphql')

  process.stdout.write(`${describeMachine(database.engine)}\n`)
  await checkAnswers(applicantId)
  const rows: string[][] = []
  for (const cell of cells) rows.push(toRow(cell, await measure(servers, applicantId, cell, rhythm)))
  const head = servers.flatMap(({ name }) => [`${name} req/s`, 'p50 ms', 'p99 ms', 'CPU ms'])
  process.stdout.write(formatTable([['query, concurrency', ...head, '÷ Fastify route', '÷ default Apollo'], ...rows]))
} finally {
  for (const server of servers) await server.stop()
  await database.drop()
}

/** Nothing is worth measuring before all of them say the same. */
async function checkAnswers(applicantId: string): Promise<void> {
  for (const operation of [bigOperation, smallOperation]) {
    const answers = new Map<string, string>()
    for (const server of servers) answers.set(server.name, (await server.read(operation, applicantId)).trim())
    const [expected = ''] = answers.values()
    for (const [name, answer] of answers)
      if (answer !== expected)
        throw new Error(`${name} answers something else:\n${answer.slice(0, 500)}\n${expected.slice(0, 500)}`)
    process.stdout.write(`${operation.name}: ${Math.round(Buffer.byteLength(expected) / 100) / 10} kB per answer\n`)
  }
}

function toRow({ operation, concurrency }: Cell, measurements: readonly Measurement[]): string[] {
  const [assay, ...rest] = measurements
  const figures = measurements.flatMap(one => [
    median(one.requestsPerSecond).toFixed(1),
    one.p50Ms.toFixed(1),
    one.p99Ms.toFixed(1),
    median(one.cpuMs).toFixed(2),
  ])
  const ratios = rest.map(other => (assay ? ratioOf(assay, other).toFixed(2) : ''))
  return [`${operation.name}, ${concurrency}`, ...figures, ...ratios]
}
