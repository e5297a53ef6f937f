import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { providers } from '../../src/providers/index.ts'
import type { Environment } from '../../src/providers/provider.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { createFollower } from '../support/follower.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import {
  announceDocument,
  awaitState,
  createApplicant,
  finalState,
  followAnalysis,
  followEvents,
  type Journey,
  prepareCase,
  readLog,
  type SeenEvent,
  startAnalysis,
  startJourney,
  uniquePdf,
} from '../support/journey.ts'
import { ownPort } from '../support/own-port.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { nodeVariables, tenantKeys } from '../support/start-app-on.ts'
import { killProcesses, startProcess } from '../support/start-process.ts'
import { startBankVendor, startSessionVendor, startVendor, type Vendor } from '../support/start-vendor.ts'

afterAll(killProcesses)

const finals = ['ANALYSIS_COMPLETED', 'ANALYSIS_PARTIAL', 'ANALYSIS_FAILED', 'ANALYSIS_CANCELLED']
const isEndOf = (journey: Journey) => (event: SeenEvent) =>
  finals.includes(event.type) && event.analysis?.id === journey.analysisId

describe.concurrent('a process that ends', { timeout: 300_000 }, () => {
  test('P1 kill -9 during an upload, a collection and a delivery loses nothing and repeats nothing on the embedded engine', async () => {
    const place = await startPlace({})
    await killAtThreeMoments(place)
    await place.stop()
  })

  test.skipIf(!postgresqlReachable)(
    'P1 kill -9 at any moment loses nothing and repeats nothing on PostgreSQL; P22 after SIGTERM requests finish, sockets end resumably, work continues at the next start, and the exit code is 0',
    async () => {
      const database = await createPostgresqlDatabase()
      const place = await startPlace({ DATABASE_URL: database.url })
      await killAtEveryMoment(place)
      await stopInTheMiddle(place)
      await place.stop()
      await database.drop()
    },
  )
})

type Place = Awaited<ReturnType<typeof startPlace>>

/** A node that starts again in the same place after each end, and the vendors, which go on meanwhile. */
async function startPlace(ofDatabase: Environment) {
  const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
  const vendor = await startVendor()
  const next = await startSessionVendor()
  const bank = await startBankVendor()
  const variables = {
    ...nodeVariables,
    POLL_SPEEDUP: '5',
    ...vendor.variables,
    ...next.variables,
    ...bank.variables,
    ...ofDatabase,
    ALLOWED_REDIRECTS: returnPage,
    DATA_DIR: dataDir,
    PORT: await ownPort(),
  }
  let node = await startProcess(variables)
  const ending: (() => Promise<unknown>)[] = [vendor.stop, next.stop, bank.stop, () => node.kill('SIGKILL')]
  vendor.announceTo(node)
  next.announceTo(node)
  const client = createGraphqlClient(node, tenantKeys.acme)
  await createApplicant(client)
  const [{ cursor = '' } = {}] = await readLog(client)
  return {
    vendor,
    next,
    bank,
    client,
    /** After the first event. */
    cursor,
    get node() {
      return node
    },
    async restart() {
      node = await startProcess(variables)
    },
    /** Starts the successor in the test's process, where the code is loaded already. */
    async continueHere() {
      const app = await createApp(loadConfig(variables, providers), providers, { logger: createLogger('silent') })
      ending.push(() => app.stop())
      await app.start()
    },
    async stop() {
      for (const end of ending.toReversed()) await end()
      await rm(dataDir, { recursive: true })
    },
  }
}

const processing = (client: GraphqlClient, { analysisId }: Journey) =>
  awaitState(client, analysisId, ({ status }) => status === 'PROCESSING')

/** One upload whose answer is missing, a collection, and the delivery of an event: those with most to store. */
async function killAtThreeMoments(place: Place): Promise<void> {
  const { vendor, client } = place
  const { control } = vendor
  const always = createFollower(place.cursor)
  always.connect(client)
  const mute = control.fault('upload', { kind: 'hang', when: 'after' })
  const unanswered = await startJourney(client, uniquePdf('stuck'))
  await mute.met
  const [beingCollected, delivered] = [await startJourney(client, uniquePdf('stuck')), await startJourney(client)]
  await processing(client, beingCollected)
  const fetching = control.fault('analysis', { kind: 'hang' })
  vendor.complete(beingCollected.sha256)
  await fetching.met
  await always.until(seen => seen.some(isEndOf(delivered)))
  expect(await place.node.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  await place.continueHere()
  always.connect(client)
  await processing(client, unanswered)
  vendor.complete(unanswered.sha256)
  const journeys = [unanswered, beingCollected, delivered]
  await always.until(seen => journeys.every(journey => seen.some(isEndOf(journey))))
  await expectCompleteness(place, journeys, await readLog(client), [always])
}

/** Expects the whole log at every follower, and one upload, one end and all results of every journey. */
async function expectCompleteness(
  { vendor, client }: Place,
  journeys: readonly Journey[],
  log: readonly SeenEvent[],
  followers: readonly ReturnType<typeof createFollower>[],
): Promise<void> {
  for (const follower of followers) {
    await follower.until(seen => seen.length >= log.length - 1)
    expect(follower.seen.map(event => event.id)).toEqual(log.slice(1).map(event => event.id))
  }
  expect(log.map(event => event.sequence)).toEqual(log.map((_event, index) => index + 1))
  for (const journey of journeys) {
    expectOneEnd(log, journey)
    expect(vendor.uploadsOf(journey.sha256)).toEqual({ tried: 1, taken: 1 })
    expect(await readAmounts(client, journey)).toEqual(trueAmounts(vendor, journey))
  }
}

function expectOneEnd(log: readonly SeenEvent[], journey: Journey): void {
  const own = log.filter(event => event.analysis?.id === journey.analysisId)
  expect(own.map(event => event.analysisVersion)).toEqual(own.map((_event, index) => index + 1))
  expect(own.filter(isEndOf(journey)).map(event => event.type)).toEqual(['ANALYSIS_COMPLETED'])
  expect(own.at(-1)?.type).toBe('ANALYSIS_COMPLETED')
}

async function killAtEveryMoment(place: Place): Promise<void> {
  const { vendor, next, bank, client } = place
  const { control } = vendor
  const always = createFollower(place.cursor)
  const sometimes = createFollower(place.cursor)
  always.connect(client)
  sometimes.connect(client)

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

  // During the reading of bank accounts, and the sending of a letter that the provider has.
  const session = await connectBank(client, fallen.applicantId)
  const reading = bank.control.fault('logins', { kind: 'hang' })
  bank.control.completeSession(session)
  await reading.met
  bank.control.shipments.isHeld = true
  const handedOver = bank.control.fault('letter', { kind: 'hang', when: 'after' })
  const shipmentId = await sendLetter(client, fallen)
  await handedOver.met

  // Documents of separate cases, which the vendor finishes when the test says so.
  const waiting = await Promise.all(Array.from({ length: 5 }, () => startJourney(client, uniquePdf('stuck'))))
  const [acknowledged, beingChecked, beingCollected, delivered, underWay] = waiting
  if (!acknowledged || !beingChecked || !beingCollected || !delivered || !underWay) throw new Error('Too few.')
  await Promise.all(waiting.map(journey => processing(client, journey)))

  // During a collection, during a check, right after the delivery of an event and the answer to a webhook, and while
  // another webhook arrives.
  const fetching = control.fault('analysis', { kind: 'hang' })
  vendor.complete(beingCollected.sha256)
  await fetching.met
  const check = control.fault('statement', { kind: 'hang' })
  vendor.complete(beingChecked.sha256)
  await check.met
  vendor.complete(delivered.sha256)
  await always.until(seen => seen.some(isEndOf(delivered)))
  vendor.complete(acknowledged.sha256)
  await control.webhooks.idle()
  expect(control.webhooks.attempts.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  vendor.complete(underWay.sha256)
  expect(await place.node.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  await place.restart()
  always.connect(client)

  const uploaded = [unsent, unanswered, lookedUp]
  const completed = uploaded.map(async journey => {
    await processing(client, journey)
    vendor.complete(journey.sha256)
  })
  await Promise.all(completed)
  await always.until(seen => seen.some(event => event.type === 'BANK_LOGIN_CONNECTED'))
  const letters = bank.control.shipments.list()
  for (const { processID } of letters) bank.control.shipments.finish(processID)
  await always.until(seen => seen.some(event => event.type === 'SHIPMENT_DELIVERED'))
  const journeys = [...waiting, ...uploaded]
  await always.until(seen => [...journeys, fallen].every(journey => seen.some(isEndOf(journey))))
  sometimes.connect(client)
  const log = await readLog(client)
  await expectCompleteness(place, journeys, log, [always, sometimes])
  expectOneEnd(log, fallen)
  expect(vendor.uploadsOf(fallen.sha256)).toEqual({ tried: 1, taken: 0 })
  expect(next.sessionsOf(fallen.sha256).map(({ statements }) => statements.length)).toEqual([1])
  expect(await client.read('analysis', fallen.analysisId, runsShape)).toEqual({
    runs: [
      { provider: { id: 'flvxtract' }, outcome: 'FAILED' },
      { provider: { id: 'finbox' }, outcome: 'COMPLETED' },
    ],
    statements: [{ provider: { id: 'finbox' } }],
  })
  expect(bank.control.users()).toHaveLength(1)
  expect(letters).toHaveLength(1)
  expect(bank.control.shipments.list()).toHaveLength(1)
  const once = ['BANK_LOGIN_CONNECTED', 'SHIPMENT_DELIVERED']
  expect(log.map(event => event.type).filter(type => once.includes(type))).toEqual(once)
  const { bankLogins } = await client.read('applicant', fallen.applicantId, loginsShape)
  expect(bankLogins).toHaveLength(1)
  expect(bankLogins[0]?.accounts.every(account => account.transactions.totalCount > 0)).toBe(true)
  expect(await client.read('shipment', shipmentId, shipmentShape)).toEqual({ status: 'DELIVERED', error: null })
}

async function stopInTheMiddle(place: Place): Promise<void> {
  const { client, next } = place
  const [last] = (await readLog(client)).slice(-1)
  const follower = createFollower(last?.cursor ?? '')
  follower.connect(client)
  // Work whose call to the vendor has no answer. The calls of the other vendor are used up for a while.
  const question = next.control.fault('insights', { kind: 'hang' })
  const { caseId, documentId } = await prepareCase(client)
  const analysisId = await startAnalysis(client, { caseId, documentId, provider: 'finbox' })
  await question.met
  // A subscription that waits for the next event.
  const following = followEvents(client, last?.cursor ?? null, { types: ['CASE_OPENED'] })
  await following.next()
  const waiting = following.next().catch((error: Error) => error)
  // A request: half a document has arrived.
  const { upload } = await announceDocument(client, { caseId, fileName: 'a.pdf' })
  const bytes = uniquePdf()
  const sending = request(upload?.url ?? '', {
    method: 'PUT',
    headers: { expect: '100-continue', 'content-length': bytes.length },
  })
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(bytes.subarray(0, 20))

  const { node } = place
  const end = node.kill('SIGTERM')
  await until(() => node.log.some(line => line.msg === 'stopping'))
  sending.end(bytes.subarray(20))
  const [answer] = await once(sending, 'response')
  expect(answer.statusCode).toBe(201)
  expect(await json(answer)).toMatchObject({ status: 'STORED' })
  expect(await following.ended).toEqual({ code: 1012, reason: expect.stringContaining('resume') })
  expect(await waiting).toBeInstanceOf(Error)
  // A process that does not end in time ends with 1.
  expect(await end).toEqual({ code: 0, signal: null })
  expect(node.log.at(-1)?.msg).toBe('stopped')

  question.release()
  await place.continueHere()
  expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
  expect(await followAnalysis(client, analysisId).until()).toHaveLength(1)
  follower.connect(client)
  const log = await readLog(client, last?.cursor)
  await follower.until(seen => seen.length >= log.length)
  expect(follower.seen).toEqual(log)
  const stored = ['DOCUMENT_STORED', 'DOCUMENT_STORED', 'ANALYSIS_COMPLETED']
  expect(log.map(event => event.type).filter(type => stored.includes(type))).toEqual(stored)
}

const provider = z.object({ id: z.string() })
const runsShape = z.object({
  runs: z.array(z.object({ provider, outcome: z.string().nullable() })),
  statements: z.array(z.object({ provider })),
})
const amount = z.object({ value: z.string() })
const transactions = z.object({ edges: z.array(z.object({ node: z.object({ amount }) })) }).describe('first: 200')
const statementsShape = z.object({ statements: z.array(z.object({ transactions })) })

async function readAmounts(client: GraphqlClient, { analysisId }: Journey): Promise<string[]> {
  const { statements } = await client.read('analysis', analysisId, statementsShape)
  return statements.flatMap(statement => statement.transactions.edges.map(({ node }) => node.amount.value)).sort()
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

const returnPage = 'https://app.example.com/back'

async function connectBank(client: GraphqlClient, applicantId: string): Promise<string> {
  const returnUrls = { successUrl: returnPage, errorUrl: returnPage, exitUrl: returnPage }
  const input = { applicantId, ...returnUrls, recurring: true }
  return (await client.mutate('connectBank', input, { redirectUrl: z.string() })).redirectUrl
}

async function sendLetter(client: GraphqlClient, { applicantId, documentId }: Journey): Promise<string> {
  const address = { name: 'Anna Beispiel', street: 'Beispielweg 1', postalCode: '10115', city: 'Berlin', country: 'DE' }
  const input = { applicantId, documentId, recipient: 'Anna Beispiel', subject: 'Ihr Antrag', address }
  return (await client.mutate('sendLetter', input, { shipment: z.object({ id: z.string() }) })).shipment.id
}

const counted = z.object({ transactions: z.object({ totalCount: z.number() }).describe('first: 1') })
const loginsShape = z.object({ bankLogins: z.array(z.object({ accounts: z.array(counted) })) })
const shipmentShape = z.object({ status: z.string(), error: z.object({ code: z.string() }).nullable() })
