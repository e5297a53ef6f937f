import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { request } from 'undici'
import { WebSocket } from 'ws'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { bigOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { apiKey, tenant } from './settings.ts'
import { percentile } from './statistics.ts'
import { watchWaits } from './watch-waits.ts'

// Measures the time of a small query of one tenant during attacks of another tenant, and the server's memory. P32
// promises at most 250 ms.
//   node bench/bench-neighbour.ts

const neighbourKey = 'neighbour-key-of-no-other-value'
const attackMs = 6_000
const askEveryMs = 20

const database = await createBenchDatabase(
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
)
try {
  const size = { statements: 12, transactionsPerStatement: 200 }
  const id = await database.fill(filling => insertApplicant(filling, 0, size))
  const server = await startBenchServer({
    name: 'Assay',
    entry: '../src/main.ts',
    protocol: 'graphql',
    connections: 10,
    database: await database.addressFor('neighbour'),
    variables: { API_KEYS: `${tenant}:${apiKey},neighbour:${neighbourKey}`, CALLER_LIMITS: '' },
  })
  const address = new URL(server.url)
  const big = JSON.stringify({ query: bigOperation.query, variables: { id } })

  async function ask(body: string, key: string): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-api-key': key }
    const answer = await request(`${server.url}/graphql`, { method: 'POST', headers, body })
    await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER })
  }

  function openSocket(): Promise<WebSocket> {
    const headers = { 'x-api-key': apiKey }
    const socket = new WebSocket(`ws://${address.host}/graphql`, 'graphql-transport-ws', { headers })
    socket.on('error', () => {})
    return new Promise(resolve => socket.once('open', () => resolve(socket)))
  }

  async function openAccepted(): Promise<WebSocket> {
    const socket = await openSocket()
    socket.send(JSON.stringify({ type: 'connection_init' }))
    await new Promise(resolve => socket.once('message', resolve))
    return socket
  }

  const subscribe = (socket: WebSocket, key: number, query: string) =>
    socket.send(JSON.stringify({ id: `${key}`, type: 'subscribe', payload: { query } }))
  const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(1_000_000) } })
  const createApplicant = JSON.stringify({
    query: 'mutation { createApplicant(input: { kind: PERSON }) { userErrors { code } } }',
  })

  /** Each starts an attack and returns a function that ends it. */
  const attacks: Readonly<Record<string, () => Promise<() => void>>> = {
    nothing: async () => () => {},
    '20,000 refused operations on a socket': async () => {
      const socket = await openAccepted()
      for (let key = 0; key < 20_000; key += 1) subscribe(socket, key, '{ nothing }')
      return () => socket.terminate()
    },
    '40 sockets, not accepted, that send pings of 1 MB and read nothing': async () => {
      const sockets = await Promise.all(Array.from({ length: 40 }, openSocket))
      for (const socket of sockets) {
        socket.pause()
        for (let count = 0; count < 20; count += 1) socket.send(ping)
      }
      return () => sockets.forEach(socket => void socket.terminate())
    },
    '40 accepted sockets that do the same': async () => {
      const sockets = await Promise.all(Array.from({ length: 40 }, openAccepted))
      for (const socket of sockets) {
        socket.pause()
        for (let count = 0; count < 20; count += 1) socket.send(ping)
      }
      return () => sockets.forEach(socket => void socket.terminate())
    },
    '99 large subscriptions on a socket, an event every second': async () => {
      const socket = await openAccepted()
      const list = (name: string, inner: string) => `${name}(first: 100) { edges { node { ${inner} } } }`
      const query = `subscription { events { sequence applicant { ${list('cases', list('statements', 'id'))} } } }`
      for (let key = 0; key < 99; key += 1) subscribe(socket, key, query)
      const timer = setInterval(() => void ask(createApplicant, apiKey).catch(() => {}), 1_000)
      return () => {
        clearInterval(timer)
        socket.terminate()
      }
    },
    '200 large parallel queries, repeatedly': async () => {
      let going = true
      const again = async () => {
        while (going) await ask(big, apiKey).catch(() => {})
      }
      for (let count = 0; count < 200; count += 1) void again()
      return () => {
        going = false
      }
    },
    '100 large answers that nobody reads': async () => {
      const sockets = Array.from({ length: 100 }, () => connect(Number(address.port), address.hostname))
      for (const socket of sockets) {
        socket.on('error', () => {})
        socket.pause()
        socket.write(
          `POST /graphql HTTP/1.1\r\nhost: ${address.host}\r\nx-api-key: ${apiKey}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(big)}\r\n\r\n${big}`,
        )
      }
      return () => sockets.forEach(socket => void socket.destroy())
    },
  }

  try {
    process.stdout.write(`${describeMachine(database.engine)}\n`)
    const rows: string[][] = []
    for (const [name, begin] of Object.entries(attacks)) {
      const end = await begin()
      const until = performance.now() + attackMs
      const { sorted, workOfLongest } = await watchWaits(server, {
        ask: () => ask('{"query":"{ applicants(first: 1) { totalCount } }"}', neighbourKey),
        pauseMs: askEveryMs,
        goesOn: () => performance.now() < until,
      })
      const memory = await server.rssBytes()
      end()
      await delay(500)
      const figures = [percentile(sorted, 0.5), percentile(sorted, 0.95), sorted.at(-1) ?? Number.NaN, workOfLongest]
      rows.push([name, ...figures.map(ms => ms.toFixed(0)), (memory / 1_048_576).toFixed(0)])
    }
    process.stdout.write(
      formatTable([
        ['another tenant does', 'median ms', '95 % ms', 'longest ms', 'server works meanwhile ms', 'MB'],
        ...rows,
      ]),
    )
  } finally {
    await server.stop()
  }
} finally {
  await database.drop()
}
