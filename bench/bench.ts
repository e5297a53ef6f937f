import { parseArgs } from 'node:util'
import { z } from 'zod'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchGateway } from './bench-gateway.ts'
import { type BenchServer, startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { type Cell, type Measurement, measure, type Rhythm, ratioOf } from './measure.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { median } from './statistics.ts'

// Assay beside a route written by hand, beside default Apollo Server, and behind Hive Gateway: same data, same queries, same
// answers, one run.
//   npm run bench -- [--embedded] [--rounds 5] [--seconds 5]

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
  },
})
const options = z
  .object({
    embedded: z.boolean(),
    rounds: z.coerce.number().int().positive(),
    seconds: z.coerce.number().positive(),
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
const connections = 50
/** Applicants besides the one asked for, so that the tables are not all about one. */
const otherApplicants = 20

const database = await createBenchDatabase(options.embedded ? null : serverUrl)
const servers: BenchServer[] = []
try {
  const applicantId = await database.fill(async filling => {
    const size = { statements: 12, transactionsPerStatement: 200 }
    for (let seed = 1; seed <= otherApplicants; seed++) await insertApplicant(filling, seed, size)
    return insertApplicant(filling, 0, size)
  })
  const start = async (name: string, entry: string, protocol: 'graphql' | 'rest') => {
    const address = await database.addressFor(name.replaceAll(' ', '-'))
    const server = await startBenchServer({ name, entry, protocol, database: address, connections })
    servers.push(server)
    return server
  }
  const assay = await start('Assay', '../src/main.ts', 'graphql')
  await start('Fastify route', './servers/fastify-route.ts', 'rest')
  await start('default Apollo', './servers/default-apollo.ts', 'graphql')
  servers.push(await startBenchGateway(assay, connections))

  process.stdout.write(`${describeMachine(database.engine)}\n`)
  await checkAnswers(applicantId)
  const rows: string[][] = []
  for (const cell of cells) rows.push(toRow(cell, await measure(servers, applicantId, cell, rhythm)))
  const head = servers.flatMap(({ name }) => [`${name} req/s`, 'p50 ms', 'p99 ms', 'CPU ms'])
  const others = servers.slice(1).map(({ name }) => `÷ ${name}`)
  process.stdout.write(formatTable([['query, concurrency', ...head, ...others], ...rows]))
} finally {
  for (const server of servers.toReversed()) await server.stop()
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
    one.cpuMs.every(Number.isFinite) ? median(one.cpuMs).toFixed(2) : '–',
  ])
  const ratios = rest.map(other => (assay ? ratioOf(assay, other).toFixed(2) : ''))
  return [`${operation.name}, ${concurrency}`, ...figures, ...ratios]
}
