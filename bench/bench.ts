import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Protocol } from './bench-client.ts'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchGateway } from './bench-gateway.ts'
import { type BenchServer, startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { type Cell, type Measurement, measure, type Rhythm, ratioOf } from './measure.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { median } from './statistics.ts'

// Compares Assay with a hand-written route on plain `pg` by GET and by POST, with that route on our database layer,
// with default Apollo Server, and with Assay behind Hive Gateway: same data, same queries, same answers, one run.
//   npm run bench -- [--embedded] [--gateway] [--concurrency 50] [--rounds 5] [--seconds 5]

const { values } = parseArgs({
  options: {
    embedded: { type: 'boolean', default: false },
    gateway: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
  },
})
const options = z
  .object({
    embedded: z.boolean(),
    gateway: z.boolean(),
    concurrency: z.coerce.number().int().positive(),
    rounds: z.coerce.number().int().positive(),
    seconds: z.coerce.number().positive(),
  })
  .parse(values)
const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const cells: readonly Cell[] = [
  { operation: bigOperation, concurrency: options.concurrency },
  { operation: bigOperation, concurrency: 1 },
  { operation: smallOperation, concurrency: options.concurrency },
  { operation: smallOperation, concurrency: 1 },
]
const rhythm: Rhythm = {
  // V8 compiles most of a server in its first seconds of load.
  warmUpMs: 6_000,
  turnMs: (options.seconds * 1_000) / options.rounds,
  rounds: options.rounds,
}
const connections = options.concurrency
/** The number of other applicants in the tables. */
const otherApplicants = 20

const database = await createBenchDatabase(options.embedded ? null : serverUrl)
const servers: BenchServer[] = []
try {
  const applicantId = await database.fill(async filling => {
    const size = { statements: 12, transactionsPerStatement: 200 }
    for (let seed = 1; seed <= otherApplicants; seed++) await insertApplicant(filling, seed, size)
    return insertApplicant(filling, 0, size)
  })
  const start = async (name: string, entry: string, protocol: Protocol) => {
    const address = await database.addressFor(name.replaceAll(/\W+/g, '-'))
    const server = await startBenchServer({ name, entry, protocol, database: address, connections })
    servers.push(server)
    return server
  }
  const assay = await start('Assay', '../src/main.ts', 'graphql')
  // It does not support the embedded engine.
  if (!options.embedded) {
    await start('plain route', './servers/plain-route.ts', 'get')
    await start('plain route, POST', './servers/plain-route.ts', 'post')
  }
  await start('route on our layer', './servers/layer-route.ts', 'get')
  await start('default Apollo', './servers/default-apollo.ts', 'graphql')
  if (options.gateway) servers.push(await startBenchGateway(assay, connections))

  process.stdout.write(`${describeMachine(database.engine)}\n`)
  await checkAnswers(applicantId)
  for (const cell of cells) {
    const measurements = await measure({ servers, database, applicantId }, cell, rhythm)
    process.stdout.write(formatTable(toTable(cell, measurements)))
  }
} finally {
  for (const server of servers.toReversed()) await server.stop()
  await database.drop()
}

/** Checks that all servers return the same answers. */
async function checkAnswers(applicantId: string): Promise<void> {
  for (const operation of [bigOperation, smallOperation]) {
    const answers = new Map<string, string>()
    // Repeated operations may be executed another way.
    for (const time of ['', ', asked again', ', asked once more'])
      for (const server of servers)
        answers.set(`${server.name}${time}`, (await server.read(operation, applicantId)).trim())
    const [expected = ''] = answers.values()
    for (const [name, answer] of answers)
      if (answer !== expected)
        throw new Error(`${name} has another answer:\n${answer.slice(0, 500)}\n${expected.slice(0, 500)}`)
    process.stdout.write(`${operation.name}: ${Math.round(Buffer.byteLength(expected) / 100) / 10} kB per answer\n`)
  }
}

/** CPU is the time of the server's process and of the database's per request. The ratios say how many times better Assay is. */
function toTable({ operation, concurrency }: Cell, measurements: readonly Measurement[]): string[][] {
  const [assay] = measurements
  const figure = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–')
  return [
    [
      `${operation.name}, ${concurrency} at once`,
      'req/s',
      'p50 ms',
      'p99 ms',
      'CPU ms',
      'database ms',
      'Assay: req/s ×',
      'CPU ×',
    ],
    ...measurements.map(one => [
      one.server,
      figure(median(one.requestsPerSecond), 1),
      figure(one.p50Ms, 1),
      figure(one.p99Ms, 1),
      figure(median(one.cpuMs), 2),
      figure(median(one.databaseMs), 2),
      assay ? figure(ratioOf(assay.requestsPerSecond, one.requestsPerSecond), 2) : '',
      assay ? figure(ratioOf(one.cpuMs, assay.cpuMs), 2) : '',
    ]),
  ]
}
