import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { type Attack, attacks, compiledQuery } from './attacks.ts'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { apiKey } from './settings.ts'
import { type Waits, watchWaits } from './watch-waits.ts'

// Compares the processor time of hostile and normal queries, measures how long they delay a small query of another
// caller, and the memory of many compiled queries. Every text is sent once unless its name says otherwise.
//   node bench/bench-hostile.ts

const rounds = 50
/** The number of texts that are compiled and cached, within the cache's limit. */
const compiledTexts = 520

const database = await createBenchDatabase(
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
)
try {
  const size = { statements: 12, transactionsPerStatement: 200 }
  const id = await database.fill(filling => insertApplicant(filling, 0, size))
  const address = await database.addressFor('hostile')
  const options = { name: 'Assay', entry: '../src/main.ts', protocol: 'graphql', connections: 10 } as const
  const server = await startBenchServer({ ...options, database: address })

  type Sent = Omit<Attack, 'name'>

  async function send({ query, variables, repeat = 1 }: Sent): Promise<void> {
    const body = JSON.stringify({ query: `#${randomUUID()}\n${query}`, variables })
    for (let time = 0; time < repeat; time++) {
      const answer = await request(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
        body,
      })
      await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER })
    }
  }

  /** The processor time per text, in milliseconds. */
  async function costOf(sent: Sent, count: number): Promise<number> {
    const before = await server.cpuMs()
    for (let round = 0; round < count; round++) await send(sent)
    const after = await server.cpuMs()
    return before === null || after === null ? Number.NaN : (after - before) / count
  }

  /** The waits of a small query while four clients repeat the attack. */
  async function waitsDuring(sent: Sent, count: number): Promise<Waits> {
    let done = false
    const attacking = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let round = 0; round < count; round++) await send(sent)
      }),
    ).finally(() => {
      done = true
    })
    const waits = await watchWaits(server, {
      ask: () => server.ask(smallOperation, id),
      pauseMs: 5,
      goesOn: () => !done,
    })
    await attacking
    return waits
  }

  try {
    process.stdout.write(`${describeMachine(database.engine)}\n`)
    const normal = { big: bigOperation.query, small: smallOperation.query }
    for (const query of Object.values(normal)) await costOf({ query, variables: { id } }, rounds)
    const big = await costOf({ query: normal.big, variables: { id } }, rounds)
    const small = await costOf({ query: normal.small, variables: { id } }, rounds)
    const rows = [
      ['normal: small', small],
      ['normal: big', big],
    ].map(([name, ms]) => toRow(String(name), Number(ms), null))
    for (const attack of attacks) {
      await costOf(attack, rounds / 10)
      rows.push(toRow(attack.name, await costOf(attack, rounds), await waitsDuring(attack, rounds / 10)))
    }
    process.stdout.write(
      formatTable([
        ['query', 'CPU ms', '÷ small', '÷ big', 'neighbour waits ms', 'server works meanwhile ms'],
        ...rows,
      ]),
    )
    const before = await server.rssBytes()
    for (let text = 0; text < compiledTexts; text++) await send({ query: compiledQuery, repeat: 3 })
    const grown = ((await server.rssBytes()) - before) / 1024 / 1024
    process.stdout.write(`${compiledTexts} compiled queries of 17 kB left ${grown.toFixed(0)} MB more in memory.\n`)

    function toRow(name: string, ms: number, waits: Waits | null): string[] {
      const figures = waits ? [waits.sorted.at(-1)?.toFixed(0) ?? '', waits.workOfLongest.toFixed(0)] : ['', '']
      return [name, ms.toFixed(2), (ms / small).toFixed(2), (ms / big).toFixed(2), ...figures]
    }
  } finally {
    await server.stop()
  }
} finally {
  await database.drop()
}
