import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { keepAsking } from './measure.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { readProfile } from './read-profile.ts'
import { insertApplicant } from './sample-data.ts'

// Shows the processor time by package, file and function, in Assay or in the hand-written route.
//   npm run bench:profile -- [--seconds 10] [--top 25] [--route]

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    top: { type: 'string', default: '25' },
    route: { type: 'boolean', default: false },
  },
})
const ms = Number(values.seconds) * 1_000
const { entry, protocol } = values.route
  ? ({ entry: './servers/plain-route.ts', protocol: 'get' } as const)
  : ({ entry: '../src/main.ts', protocol: 'graphql' } as const)

const database = await createBenchDatabase(
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
)
try {
  const size = { statements: 12, transactionsPerStatement: 200 }
  const applicantId = await database.fill(filling => insertApplicant(filling, 0, size))
  process.stdout.write(`${describeMachine(database.engine)}\n`)
  for (const operation of [bigOperation, smallOperation]) {
    const folder = await mkdtemp(join(tmpdir(), 'assay-profile-'))
    const server = await startBenchServer({
      name: 'profiled',
      entry,
      protocol,
      database: await database.addressFor(`profile-${operation.name}`),
      connections: 10,
      flags: ['--cpu-prof', `--cpu-prof-dir=${folder}`],
    })
    const { latenciesMs } = await keepAsking(server, applicantId, { operation, concurrency: 10 }, ms)
    await server.stop()
    const [file] = await readdir(folder)
    if (file === undefined) throw new Error('The server left no profile.')
    const profile = await readProfile(join(folder, file))
    await rm(folder, { recursive: true })
    const perRequest = (us: number) => (us / 1_000 / latenciesMs.length).toFixed(3)
    const table = (name: string, shares: ReadonlyMap<string, number>) => {
      const sorted = [...shares].sort(([, a], [, b]) => b - a).slice(0, Number(values.top))
      const rows = sorted.map(([place, us]) => [place, perRequest(us), `${((us * 100) / profile.busyUs).toFixed(1)} %`])
      process.stdout.write(formatTable([[`${operation.name}: ${name}`, 'CPU ms', 'share'], ...rows]))
    }
    table('by place', profile.byPlace)
    table('by function', profile.byFunction)
  }
} finally {
  await database.drop()
}
