import { parseArgs } from 'node:util'
import { createClient } from 'graphql-ws'
import { request } from 'undici'
import { WebSocket } from 'ws'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { apiKey } from './settings.ts'
import { median, percentile } from './statistics.ts'

// Measures the cost of open subscriptions in one process, also when idle, and the time of one event until it reaches all of them.
//   node bench/bench-subscriptions.ts [--subscriptions 2000]

const { values } = parseArgs({ options: { subscriptions: { type: 'string', default: '2000' } } })
const subscriptions = Number(values.subscriptions)
const perSocket = 20
const events = 30
const idleSeconds = 20
const text = 'subscription { events { sequence type applicant { id } } }'

const database = await createBenchDatabase(
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
)
try {
  await database.fill(async () => undefined)
  const address = await database.addressFor('subscriptions')
  const options = { name: 'Assay', entry: '../src/main.ts', protocol: 'graphql', connections: 1 } as const
  const server = await startBenchServer({ ...options, database: address })
  try {
    process.stdout.write(`${describeMachine(database.engine)}\n`)
    await createApplicant()
    const idle = await settledRss()
    const idleCpu = await cpuWhileIdle()
    let heard = 0
    let all = () => {}
    const clients = Array.from({ length: subscriptions / perSocket }, () => {
      const client = createClient({
        url: `${server.url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { 'x-api-key': apiKey },
        lazy: false,
      })
      for (let index = 0; index < perSocket; index++)
        client.subscribe(
          { query: text },
          {
            next() {
              heard += 1
              if (heard % subscriptions === 0) all()
            },
            error: fail,
            complete() {},
          },
        )
      return client
    })
    await untilAllListen()
    const open = await settledRss()
    const openCpu = await cpuWhileIdle()

    const firstMs: number[] = []
    for (let event = 0; event < events; event++) {
      const reached = new Promise<void>(resolve => {
        all = resolve
      })
      const startedAt = performance.now()
      await createApplicant()
      await reached
      firstMs.push(performance.now() - startedAt)
    }
    const sorted = firstMs.toSorted((a, b) => a - b)
    process.stdout.write(
      formatTable([
        ['figure', 'value'],
        ['open subscriptions (20 to a socket)', String(subscriptions)],
        ['memory of the idle process', `${toMegabytes(idle)} MB`],
        ['memory for each of them', `${((open - idle) / subscriptions / 1_024).toFixed(1)} kB`],
        ['processor time of the idle process without them', `${idleCpu.toFixed(1)} ms a second`],
        ['the same with all of them open', `${openCpu.toFixed(1)} ms a second`],
        ['mutation to the last of them having its event, median', `${median(firstMs).toFixed(0)} ms`],
        ['the same, 95 %', `${percentile(sorted, 0.95).toFixed(0)} ms`],
        ['answers a second meanwhile', String(Math.round((subscriptions * 1_000) / median(firstMs)))],
      ]),
    )
    await Promise.all(clients.map(client => client.dispose()))

    /** Sends events until all subscriptions receive them, because a subscription starts asynchronously. */
    async function untilAllListen(): Promise<void> {
      for (let before = -1; heard - before < subscriptions; ) {
        before = heard
        await createApplicant()
        await new Promise(resolve => setTimeout(resolve, 1_000))
      }
      heard = 0
    }
    /** The processor time of the idle process in milliseconds per second. */
    async function cpuWhileIdle(): Promise<number> {
      const before = await server.cpuMs()
      await new Promise(resolve => setTimeout(resolve, idleSeconds * 1_000))
      const after = await server.cpuMs()
      return before === null || after === null ? Number.NaN : (after - before) / idleSeconds
    }
    async function settledRss(): Promise<number> {
      await new Promise(resolve => setTimeout(resolve, 3_000))
      return server.rssBytes()
    }
  } finally {
    await server.stop()
  }

  async function createApplicant(): Promise<void> {
    const query = 'mutation { createApplicant(input: { kind: PERSON }) { userErrors { code } } }'
    const headers = { 'content-type': 'application/json', 'x-api-key': apiKey }
    const answer = await request(`${server.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })
    await answer.body.dump()
  }
} finally {
  await database.drop()
}

function fail(error: unknown): never {
  throw error instanceof Error ? error : new Error(JSON.stringify(error))
}

function toMegabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0)
}
