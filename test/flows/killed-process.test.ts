import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Environment } from '../../src/providers/provider.ts'
import { createFollower, type Follower } from '../support/follower.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import {
  awaitState,
  createApplicant,
  type Journey,
  readLog,
  type SeenEvent,
  startJourney,
  uniquePdf,
} from '../support/journey.ts'
import { ownPort } from '../support/own-port.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { keys, nodeVariables } from '../support/start-app.ts'
import { killProcesses, type NodeProcess, startProcess } from '../support/start-process.ts'
import { startSessionVendor } from '../support/start-session-vendor.ts'
import { startVendor, type Vendor } from '../support/start-vendor.ts'

afterAll(killProcesses)

const finals = ['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL', 'ANALYSIS_FAILED', 'ANALYSIS_CANCELLED']
const isEndOf = (journey: Journey) => (event: SeenEvent) =>
  finals.includes(event.type) && event.analysis?.id === journey.analysisId

describe.concurrent('P1 kill -9 at any moment loses nothing and repeats nothing', () => {
  test('P1 on the embedded engine', () => killAgainAndAgain({}), 180_000)

  test.skipIf(!postgresqlReachable)(
    'P1 on PostgreSQL',
    async () => {
      const database = await createPostgresqlDatabase()
      await killAgainAndAgain({ DATABASE_URL: database.url }).finally(() => database.drop())
    },
    180_000,
  )
})

async function killAgainAndAgain(variables: Environment): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
  const vendor = await startVendor()
  const next = await startSessionVendor()
  const PORT = await ownPort()
  const place = {
    ...nodeVariables,
    POLL_SPEEDUP: '5',
    ...vendor.variables,
    ...next.variables,
    ...variables,
    DATA_DIR: dataDir,
    PORT,
  }
  let node = await startProcess(place)
  const client = createGraphqlClient(node, keys.acme)
  vendor.announceTo(node)
  next.announceTo(node)
  const control = vendor.control

  await createApplicant(client)
  const [{ cursor = '' } = {}] = await readLog(client)
  const always = createFollower(cursor)
  const sometimes = createFollower(cursor)
  always.connect(client)
  sometimes.connect(client)

  const processing = ({ analysisId }: Journey) =>
    awaitState(client, analysisId, ({ status }) => status === 'PROCESSING')

  async function killAndRestart(): Promise<void> {
    expect(await node.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
    node = await startProcess(place)
    always.connect(client)
  }

  // During uploads: one that has not arrived, one whose answer is missing, one that is being looked up. There are no
  // running analyses yet, because their checks would use the same list.
  const lost = control.fault('upload', { kind: 'hang' })
  const unsent = await startJourney(client, uniquePdf('stuck'))
  await lost.met
  const mute = control.fault('upload', { kind: 'hang', when: 'after' })
  const unanswered = await startJourney(client, uniquePdf('stuck'))
  await mute.met
  control.fault('upload', { kind: 'reset', when: 'after' })
  const search = control.fault('list', { kind: 'hang' })
  const lookedUp = await startJourney(client, uniquePdf('stuck'))
  await search.met

  // During a fallback: the next provider has the document, and its answer is missing.
  const taken = next.control.fault('upload', { kind: 'hang', when: 'after' })
  const fallen = await startJourney(client, uniquePdf('quota'))
  await taken.met

  // Documents of separate cases, which the vendor finishes when the test says so.
  const waiting = await Promise.all(Array.from({ length: 5 }, () => startJourney(client, uniquePdf('stuck'))))
  const [acknowledged, beingChecked, beingCollected, delivered, underWay] = waiting
  if (!acknowledged || !beingChecked || !beingCollected || !delivered || !underWay) throw new Error('Too few.')
  await Promise.all(waiting.map(processing))

  // During a collection, during a check, and right after the answer to a webhook.
  const fetching = control.fault('analysis', { kind: 'hang' })
  complete(vendor, beingCollected)
  await fetching.met
  const check = control.fault('statement', { kind: 'hang' })
  complete(vendor, beingChecked)
  await check.met
  complete(vendor, acknowledged)
  await control.webhooks.idle()
  expect(control.webhooks.attempts.map(({ status }) => status)).toEqual([200, 200, 200])
  await killAndRestart()

  // Right after the delivery of an event, while a webhook arrives.
  sometimes.connect(client)
  complete(vendor, delivered)
  await always.until(seen => seen.some(isEndOf(delivered)))
  complete(vendor, underWay)
  await killAndRestart()

  const journeys = [...waiting, unsent, unanswered, lookedUp]
  const uploaded = [unsent, unanswered, lookedUp]
  const completed = uploaded.map(async journey => {
    await processing(journey)
    complete(vendor, journey)
  })
  await Promise.all(completed)
  await always.until(seen => [...journeys, fallen].every(journey => seen.some(isEndOf(journey))))
  sometimes.connect(client)
  const log = await readLog(client)
  await sometimes.until(seen => seen.length === log.length - 1)

  expect(log.map(event => event.sequence)).toEqual(log.map((_event, index) => index + 1))
  for (const follower of [always, sometimes]) expectTold(follower, log)
  for (const journey of [...journeys, fallen]) {
    const own = log.filter(event => event.analysis?.id === journey.analysisId)
    expect(own.map(event => event.analysisVersion)).toEqual(own.map((_event, index) => index + 1))
    expect(own.filter(isEndOf(journey)).map(event => event.type)).toEqual(['ANALYSIS_COMPLETED'])
    expect(own.at(-1)?.type).toBe('ANALYSIS_COMPLETED')
  }
  for (const journey of journeys) {
    expect(vendor.uploadsOf(journey.sha256)).toEqual({ tried: 1, taken: 1 })
    expect(await readAmounts(client, journey)).toEqual(trueAmounts(vendor, journey))
  }
  expect(vendor.uploadsOf(fallen.sha256)).toEqual({ tried: 1, taken: 0 })
  expect(next.sessionsOf(fallen.sha256).map(({ statements }) => statements.length)).toEqual([1])
  expect(await readRuns(client, fallen)).toEqual({
    runs: [
      { provider: { id: 'flvxtract' }, outcome: 'FAILED' },
      { provider: { id: 'finbox' }, outcome: 'COMPLETED' },
    ],
    statements: [{ provider: { id: 'finbox' } }],
  })
  await next.stop()
  await stop(node, vendor, dataDir)
}

function complete({ control }: Vendor, { sha256 }: Journey): void {
  for (const { id, digest } of control.statements()) if (digest === sha256) control.complete(id)
}

function expectTold({ seen }: Follower, log: readonly SeenEvent[]): void {
  expect(seen.map(event => event.id)).toEqual(log.slice(1).map(event => event.id))
}

const provider = z.object({ id: z.string() })
const runsShape = z.object({
  analysis: z.object({
    runs: z.array(z.object({ provider, outcome: z.string().nullable() })),
    statements: z.array(z.object({ provider })),
  }),
})

async function readRuns(client: GraphqlClient, { analysisId }: Journey) {
  const query = `query ($id: ID!) { analysis(id: $id) { runs { provider { id } outcome } statements { provider { id } } } }`
  return (await client.ask(runsShape, query, { id: analysisId })).analysis
}

const transactions = z.object({
  edges: z.array(z.object({ node: z.object({ amount: z.object({ value: z.string() }) }) })),
})
const statementsShape = z.object({ analysis: z.object({ statements: z.array(z.object({ transactions })) }) })

async function readAmounts(client: GraphqlClient, { analysisId }: Journey): Promise<string[]> {
  const query = `query ($id: ID!) { analysis(id: $id) { statements {
    transactions(first: 200) { edges { node { amount { value } } } }
  } } }`
  const { analysis } = await client.ask(statementsShape, query, { id: analysisId })
  return analysis.statements
    .flatMap(statement => statement.transactions.edges.map(({ node }) => node.amount.value))
    .sort()
}

/** The amounts at the vendor, with our signs. */
function trueAmounts({ control }: Vendor, { sha256 }: Journey): string[] {
  const row = z.object({ amount: z.unknown(), type: z.enum(['credit', 'debit']) })
  const statement = control.statements().find(({ digest }) => digest === sha256)
  return [...(statement?.content?.analysis.transactions ?? [])]
    .map(value => row.parse(value))
    .map(({ amount, type }) => ({ type, text: JSON.stringify(amount).replaceAll('"', '') }))
    .map(({ type, text }) => (type === 'debit' && /[1-9]/.test(text) ? `-${text}` : text))
    .sort()
}

async function stop(node: NodeProcess, vendor: Vendor, dataDir: string): Promise<void> {
  await node.kill('SIGKILL')
  await vendor.stop()
  await rm(dataDir, { recursive: true })
}
