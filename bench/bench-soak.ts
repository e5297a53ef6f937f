import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { z } from 'zod'
import { providers } from '../src/providers/index.ts'
import { reservePort } from '../src/reserve-port.ts'
import { compileCache } from '../test/support/start-process.ts'
import { createBenchDatabase } from './bench-database.ts'
import { type BenchProcess, startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import {
  type Check,
  checkFollower,
  checkLog,
  checkSchedule,
  checkStore,
  checkSubmissions,
  countEnds,
  describeCheck,
  readWholeLog,
} from './soak/checks.ts'
import { allowedRedirects } from './soak/bank-journey.ts'
import { startEventFollower } from './soak/event-follower.ts'
import type { HeapReading } from './soak/heap-probe.ts'
import { createJourneys, type LoadLedger } from './soak/journeys.ts'
import { connectToNodes } from './soak/nodes.ts'
import { startSimulators } from './soak/start-simulators.ts'
import { startVendorRelay, type VendorRelay } from './soak/vendor-relay.ts'
import { median } from './statistics.ts'

// Mixed load on two nodes over one PostgreSQL database, one of which is killed every few seconds and started again.
// Then it checks that no event was lost or repeated, that every open analysis and bank user has a next look, that
// nothing was submitted or connected twice, and that the heap of the other node did not grow. Ends with 1 if a check fails.
//   npm run bench:soak -- [--minutes 10] [--parallel 8] [--kill-seconds 3]

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    parallel: { type: 'string', default: '8' },
    'kill-seconds': { type: 'string', default: '3' },
  },
})
const options = z
  .object({
    minutes: z.coerce.number().positive(),
    parallel: z.coerce.number().int().positive(),
    'kill-seconds': z.coerce.number().positive(),
  })
  .parse(values)
const loadMs = options.minutes * 60_000
const heapSamples = 10
/** The allowed growth of the heap from the first samples to the end. Noise is a few MB. */
const mostHeapGrowth = 1.15
const noiseBytes = 8 * 1_048_576
/** How long open analyses may take to end after the load. */
const endingMs = 90_000
const heapShape = z.object({ held: z.number(), rss: z.number() })

const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres'
const database = await createBenchDatabase(serverUrl)
const endings: (() => Promise<unknown>)[] = [() => database.drop()]
try {
  await database.fill(async () => undefined)
  const address = await database.addressFor('soak')
  if (address.url === null) throw new Error('Two nodes need a PostgreSQL server: TEST_DATABASE_URL.')

  const ports = { steady: await reservePort('127.0.0.1'), killed: await reservePort('127.0.0.1') }
  const probePort = await reservePort('127.0.0.1')
  const simulators = await startSimulators({
    SIMULATOR_SPEED: '60',
    // Webhooks go to the killed node, so some are lost and polling replaces them.
    WEBHOOK_BASE_URL: `http://127.0.0.1:${ports.killed}`,
  })
  endings.push(simulators.stop)
  const relays = new Map<string, VendorRelay>()
  const variables: Record<string, string> = {
    POLL_SPEEDUP: '20',
    ALLOWED_REDIRECTS: allowedRedirects,
    ...simulators.variables,
  }
  for (const { id: vendor, products } of providers) {
    const prefix = vendor.toUpperCase().replaceAll('-', '_')
    variables[`${prefix}_LIMITS`] = 'default=100000/60'
    variables[`${prefix}_MAX_PARALLEL`] = '100'
    // The others are given no documents to analyse.
    if (products.length === 0) continue
    const relay = await startVendorRelay(vendor, simulators.variables[`${prefix}_BASE_URL`] ?? '')
    endings.push(relay.stop)
    relays.set(vendor, relay)
    variables[`${prefix}_BASE_URL`] = relay.url
  }
  variables.FLVXTRACT_LIMITS = 'default=100000/60,uploads=100000/60,authentication=1000/60'

  const startNode = (name: keyof typeof ports, flags: readonly string[] = []): Promise<BenchProcess> =>
    startBenchServer({
      name,
      entry: '../src/main.ts',
      protocol: 'graphql',
      database: address,
      connections: 1,
      port: ports[name],
      flags,
      variables: { ...compileCache, ...variables, LOG_LEVEL: 'fatal', HEAP_PROBE_PORT: String(probePort) },
    })
  const steady = await startNode('steady', [
    '--expose-gc',
    '--import',
    fileURLToPath(new URL('./soak/heap-probe.ts', import.meta.url)),
  ])
  endings.push(steady.stop)
  let killed = await startNode('killed')
  endings.push(() => killed.stop())

  const nodes = connectToNodes([steady.url, killed.url])
  const ledger: LoadLedger = {
    wanted: new Map(),
    ends: new Map(),
    bankLogins: 0,
    erased: new Set(),
    faults: [],
    journeys: 0,
  }
  const { eventCursor: start } = await nodes.ask(z.object({ eventCursor: z.string() }), '{ eventCursor }', {})
  const followers = [
    startEventFollower(nodes, { name: 'a follower on the steady node', start, choose: () => 0 }),
    startEventFollower(nodes, { name: 'a follower on the killed node', start, choose: () => 1 }),
    startEventFollower(nodes, { name: 'a second one there', start, choose: () => 1 }),
    startEventFollower(nodes, { name: 'a follower on any node', start, choose: nodes.pick }),
  ]
  process.stdout.write(`${describeMachine(database.engine)}\n`)

  const inspected = new pg.Client({ connectionString: address.url })
  await inspected.connect()
  endings.push(() => inspected.end())
  const schedule: Check[] = []
  const heap: HeapReading[] = []
  let kills = 0
  const until = performance.now() + loadMs
  const isOver = () => performance.now() >= until

  const load = Array.from({ length: options.parallel }, async () => {
    const journey = createJourneys(nodes, ledger)
    while (!isOver())
      await journey().catch(error => ledger.faults.push(error instanceof Error ? error.message : String(error)))
  })
  const killing = (async () => {
    while (!isOver()) {
      await delay(options['kill-seconds'] * 1_000 * (0.5 + Math.random()))
      await killed.kill()
      kills += 1
      killed = await startNode('killed')
    }
  })()
  const watching = (async () => {
    for (let sample = 0; sample < heapSamples; sample += 1) {
      await delay(loadMs / heapSamples)
      heap.push(await readHeap())
      schedule.push(await checkSchedule(inspected))
    }
  })()
  await Promise.all([...load, killing, watching])

  const { rows } = await untilAllEnded()
  await delay(3_000)
  heap.push(await readHeap())
  const log = await readWholeLog(nodes)
  for (const patience = performance.now() + 30_000; performance.now() < patience; await delay(100))
    if (followers.every(({ sequences }) => sequences.length >= log.length)) break
  await Promise.all(followers.map(follower => follower.stop()))

  const megabytes = (sizes: readonly number[]) => sizes.map(bytes => (bytes / 1_048_576).toFixed(0)).join(' ')
  process.stdout.write(
    formatTable([
      ['figure', 'value'],
      ['minutes of load', String(options.minutes)],
      ['kills', String(kills)],
      ['finished applicants', String(ledger.journeys)],
      ['bank logins connected and read', String(ledger.bankLogins)],
      ['applicants erased', String(ledger.erased.size)],
      ['events', String(log.length)],
      ['reconnects of followers', followers.map(({ returns }) => returns).join(' ')],
      ['ends of analyses', describeCounts(ledger.ends)],
      ...(await countEnds(inspected)),
      ['errors answered, and calls without answer', describeCounts(nodes.codes)],
      ['documents accepted by vendors', describeRelays()],
      ['analyses open at the end', String(rows.length)],
      ['heap of the steady node after collections, MB', megabytes(heap.map(({ held }) => held))],
      ['its memory, MB', megabytes(heap.map(({ rss }) => rss))],
    ]),
  )
  const checks: readonly Check[] = [
    checkLog(log),
    ...followers.map(follower => checkFollower(follower, log)),
    { ...(await checkSchedule(inspected)), faults: schedule.flatMap(({ faults }) => faults) },
    await checkSchedule(inspected),
    ...(await checkStore(inspected, ledger)),
    checkSubmissions(relays, ledger),
    { title: 'no call was answered with a non-retryable INTERNAL error', faults: nodes.faults },
    { title: 'clients saw no fault', faults: ledger.faults },
    checkHeap(),
  ]
  process.stdout.write(checks.map(describeCheck).join(''))
  if (checks.some(({ faults }) => faults.length > 0)) process.exitCode = 1

  async function readHeap(): Promise<HeapReading> {
    return heapShape.parse(await (await fetch(`http://127.0.0.1:${probePort}/`)).json())
  }

  async function untilAllEnded(): Promise<pg.QueryResult> {
    const patience = performance.now() + endingMs
    for (;;) {
      const open = await inspected.query('select id from analyses where completed_at is null')
      if (open.rows.length === 0 || performance.now() > patience) return open
      await delay(500)
    }
  }

  /** The first samples are left out, because queries are compiled and caches are filled then. */
  function checkHeap(): Check {
    const held = heap.map(reading => reading.held)
    const early = median(held.slice(2, 5))
    const late = median(held.slice(-3))
    const isFlat = late <= early * mostHeapGrowth + noiseBytes
    return {
      title: 'the heap of the steady node does not grow',
      faults: isFlat ? [] : [`it grew from ${megabytes([early])} MB to ${megabytes([late])} MB`],
    }
  }

  function describeRelays(): string {
    return [...relays]
      .map(([vendor, { submissions }]) => {
        const times = [...submissions.values()].reduce((sum, count) => sum + count, 0)
        return `${vendor} ${times}`
      })
      .join(', ')
  }
} finally {
  // A failure must not prevent the others from ending.
  for (const end of endings.toReversed()) await end().catch(error => process.stderr.write(`${error}\n`))
}

function describeCounts(counts: ReadonlyMap<string, number>): string {
  return counts.size === 0 ? 'none' : [...counts].map(([key, count]) => `${key} ${count}`).join(', ')
}
