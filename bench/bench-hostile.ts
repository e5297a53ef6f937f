import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { createBenchDatabase } from './bench-database.ts'
import { startBenchServer } from './bench-server.ts'
import { formatTable } from './format-table.ts'
import { describeMachine } from './machine.ts'
import { bigOperation, smallOperation } from './operations.ts'
import { insertApplicant } from './sample-data.ts'
import { apiKey } from './settings.ts'

// What a hostile query costs the server beside a normal one, in processor time. Every text is sent once: nothing is remembered.
//   node bench/bench-hostile.ts

interface Attack {
  readonly name: string
  readonly query: string
  readonly variables?: unknown
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')
const page = (list: string, inner: string) => `${list}(first: 500) { edges { node { ${inner} } } }`
const bomb = times(60, i => `fragment f${i} on DataProvider { ...f${i + 1} ...f${i + 1} }`)
const attacks: readonly Attack[] = [
  { name: '10,000 aliases', query: `{ ${times(10_000, i => `a${i}: applicant(id: "x") { id }`)} }` },
  { name: '400 aliases', query: `{ ${times(400, i => `a${i}: dataProviders { id }`)} }` },
  { name: '5,000 deep', query: `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}` },
  { name: 'fragment bomb', query: `{ dataProviders { ...f0 } } ${bomb} fragment f60 on DataProvider { id }` },
  { name: '2,400 times one field', query: `{ dataProviders { ${'id '.repeat(2_400)} } }` },
  { name: '500 operations', query: times(500, i => `query q${i} { dataProviders { id } }`) },
  {
    name: 'four pages of 500',
    query: `{ ${page('applicants', page('cases', page('statements', page('transactions', 'id'))))} }`,
  },
  {
    name: '10,000 representations (allowed)',
    query: 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { displayName } } }',
    variables: { all: Array.from({ length: 10_000 }, (_, id) => ({ __typename: 'Applicant', id: `app_${id}` })) },
  },
  { name: '1 MB of text', query: `{ dataProviders { id } } #${'x'.repeat(1_000_000)}` },
]
const rounds = 200

const database = await createBenchDatabase(
  process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres',
)
try {
  const size = { statements: 12, transactionsPerStatement: 200 }
  const id = await database.fill(filling => insertApplicant(filling, 0, size))
  const address = await database.addressFor('hostile')
  const options = { name: 'Assay', entry: '../src/main.ts', protocol: 'graphql', connections: 10 } as const
  const server = await startBenchServer({ ...options, database: address })

  /** Processor time per request, in milliseconds. */
  async function costOf({ query, variables }: Omit<Attack, 'name'>, count: number): Promise<number> {
    const before = await server.cpuMs()
    for (let round = 0; round < count; round++) {
      const answer = await request(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
        body: JSON.stringify({ query: `#${randomUUID()}\n${query}`, variables }),
      })
      await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER })
    }
    const after = await server.cpuMs()
    return before === null || after === null ? Number.NaN : (after - before) / count
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
    ].map(([name, ms]) => toRow(String(name), Number(ms)))
    for (const attack of attacks) {
      await costOf(attack, rounds / 10)
      rows.push(toRow(attack.name, await costOf(attack, rounds)))
    }
    process.stdout.write(formatTable([['query', 'CPU ms', '÷ small', '÷ big'], ...rows]))
    function toRow(name: string, ms: number): string[] {
      return [name, ms.toFixed(2), (ms / small).toFixed(2), (ms / big).toFixed(2)]
    }
  } finally {
    await server.stop()
  }
} finally {
  await database.drop()
}
