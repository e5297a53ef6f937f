import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EventsDocument } from '../../client/documents.ts'
import {
  type ConnectionOptions,
  createSocketClient,
  createSseClient,
  followEvents,
  type SubscriptionClient,
  toProblem,
} from '../../client/index.ts'
import { reservePort } from '../../src/reserve-port.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, finalState, readLog, startJourney } from '../support/journey.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { keys, nodeVariables, startApp, type TestApp } from '../support/start-app.ts'
import { killProcesses, startProcess } from '../support/start-process.ts'
import { startVendor } from '../support/start-vendor.ts'
import { createApollo } from './recipes/apollo.ts'
import { createUrql } from './recipes/urql.ts'

const headers = { 'x-api-key': keys.acme }

interface Page {
  onEvent(event: { readonly cursor: string; readonly type: string }): void
  onEnd(reason: unknown): void
}

interface Way {
  readonly name: string
  readonly connect: (options: ConnectionOptions) => SubscriptionClient
  /** @returns what stops it */
  follow(client: SubscriptionClient, url: string, after: string | null, page: Page): () => void
}

const loop: Way = {
  name: 'followEvents',
  connect: createSocketClient,
  follow(client, _url, after, { onEvent, onEnd }) {
    const stop = new AbortController()
    const run = async () => {
      for await (const event of followEvents(client, { after, signal: stop.signal })) onEvent(event)
    }
    run().catch(onEnd)
    return () => stop.abort()
  },
}
const streams: Way = { ...loop, name: 'followEvents over server-sent events', connect: createSseClient }

const apollo: Way = {
  name: 'Apollo Client',
  connect: createSocketClient,
  follow(client, url, after, { onEvent, onEnd }) {
    const results = createApollo({ url, headers }, client).subscribe({
      query: EventsDocument,
      variables: { after },
      errorPolicy: 'all',
    })
    const following = results.subscribe(({ data, error }) => {
      if (data) return onEvent(data.events)
      following.unsubscribe()
      onEnd(error)
    })
    return () => following.unsubscribe()
  },
}

const urql: Way = {
  name: 'urql',
  connect: createSocketClient,
  follow(client, url, after, { onEvent, onEnd }) {
    let last = after
    const results = createUrql(url, () => ({ headers }), client).subscription(EventsDocument, { after })
    const following = results.subscribe(({ data, error }) => {
      // With an error urql hands out the event before it once more.
      if (data && data.events.cursor !== last) {
        last = data.events.cursor
        return onEvent(data.events)
      }
      following.unsubscribe()
      onEnd(error)
    })
    return () => following.unsubscribe()
  },
}

/** A page that follows in this way, but does not wait before it connects again. */
function openPage(
  way: Way,
  node: { readonly url: string },
  after: string | null,
  options: Partial<ConnectionOptions> = {},
) {
  const seen: { readonly cursor: string; readonly type: string }[] = []
  const ends: unknown[] = []
  const states: string[] = []
  const url = `${node.url}/graphql`
  const onState = (state: string) => states.push(state)
  const client = way.connect({ url, headers, wait: async () => {}, onState, ...options })
  const close = way.follow(client, url, after, {
    onEvent: ({ cursor, type }) => seen.push({ cursor, type }),
    onEnd: reason => ends.push(toProblem(reason)?.kind),
  })
  return { seen, ends, states, close }
}

/** What the server has on record after a cursor, as a page is told it. */
async function recordedAfter(client: GraphqlClient, start: string) {
  return (await readLog(client, start)).map(({ cursor, type }) => ({ cursor, type }))
}

async function startOf(client: GraphqlClient): Promise<string> {
  await createApplicant(client)
  return (await readLog(client)).at(-1)?.cursor ?? ''
}

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())

describe.each([loop, streams, apollo, urql])('following events with $name', way => {
  let proxy: BreakingProxy
  beforeAll(async () => {
    proxy = await startBreakingProxy(app)
  })
  afterAll(() => proxy.stop())

  test('P1 P2 P3 has each event once and in order, wherever its connections break off', async () => {
    const start = await startOf(app.client)
    // From within the handshake to several events further, so that each sort of message is cut in two at some point.
    proxy.weather = nth => ({ tornAfter: 50 + ((nth * 67) % 1_900) })
    const page = openPage(way, proxy, start)
    const { analysisId } = await startJourney(app.client)
    await finalState(app.client, analysisId)
    for (let count = 0; count < 40; count += 1) await createApplicant(app.client)
    const recorded = await recordedAfter(app.client, start)
    expect(recorded.length).toBeGreaterThan(44)
    await until(() => page.seen.length >= recorded.length)
    proxy.weather = () => ({})
    proxy.tear()
    await createApplicant(app.client)
    await until(() => page.seen.length > recorded.length)
    expect(page.seen).toEqual(await recordedAfter(app.client, start))
    expect(proxy.connections).toBeGreaterThan(20)
    expect(page.ends).toEqual([])
    page.close()
  })

  test('P1 goes on when its connection dies without a word', async () => {
    const start = await startOf(app.client)
    const page = openPage(way, proxy, start, { silenceMs: 200 })
    await createApplicant(app.client)
    await until(() => page.seen.length === 1)
    proxy.silence()
    await createApplicant(app.client)
    await until(() => page.seen.length > 1)
    expect(page.seen).toEqual(await recordedAfter(app.client, start))
    page.close()
  })

  test('does not try a credential again that is refused, and says so', async () => {
    // A proxy of its own: a page of the test before may be connecting once more while it is closed.
    const unshared = await startBreakingProxy(app)
    const page = openPage(way, unshared, null, { headers: { 'x-api-key': 'wrong' } })
    await until(() => page.ends.length > 0)
    expect(page.ends).toEqual(['SIGN_IN'])
    expect(unshared.connections).toBe(1)
    await unshared.stop()
  })

  test('P5 ends with CURSOR_EXPIRED when what it missed was purged, and is told nothing twice', async () => {
    const start = await startOf(app.client)
    const online = Promise.withResolvers<void>()
    const page = openPage(way, proxy, start, { wait: () => online.promise })
    await createApplicant(app.client)
    await until(() => page.seen.length === 1)
    const recorded = await recordedAfter(app.client, start)
    proxy.tear()
    await until(() => page.states.includes('WAITING'))
    await createApplicant(app.client)
    await createApplicant(app.client)
    await purgeEvents(app.database, new Date(Date.now() + 60_000))
    online.resolve()
    await until(() => page.ends.length > 0)
    expect(page.ends).toEqual(['RELOAD'])
    expect(page.seen).toEqual(recorded)
  })
})

describe('a server that is started again at its address', () => {
  afterAll(killProcesses)

  test('P1 P2 P22 has each event once and in order after it was stopped, and after it was killed', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    const database = postgresqlReachable ? await createPostgresqlDatabase() : null
    const vendor = await startVendor()
    const PORT = String(await reservePort('127.0.0.1'))
    const place = { DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}), PORT }
    const variables = { ...nodeVariables, ...vendor.variables, ...place }
    let node = await startProcess(variables)
    vendor.announceTo(node)
    const client = createGraphqlClient(node, keys.acme)
    const start = await startOf(client)

    // Each page is refused a few times while the server is away, and then comes back late.
    let online = Promise.withResolvers<void>()
    const wait = (failures: number) => (failures < 3 ? Promise.resolve() : online.promise)
    const pages = [loop, streams, apollo, urql].map(way => openPage(way, node, start, { wait }))

    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const { analysisId } = await startJourney(client)
      await finalState(client, analysisId)
      await createApplicant(client)
      await node.kill(signal)
      node = await startProcess(variables)
      await createApplicant(client)
      online.resolve()
      const recorded = await recordedAfter(client, start)
      await until(() => pages.every(page => page.seen.length >= recorded.length))
      online = Promise.withResolvers()
      await createApplicant(client)
      await until(() => pages.every(page => page.seen.length > recorded.length))
    }

    const recorded = await recordedAfter(client, start)
    expect(recorded.filter(({ type }) => type === 'ANALYSIS_COMPLETED')).toHaveLength(2)
    for (const page of pages) {
      expect(page.seen).toEqual(recorded)
      expect(page.ends).toEqual([])
      page.close()
    }
    await node.kill('SIGTERM')
    await vendor.stop()
    await database?.drop()
    await rm(dataDir, { recursive: true })
  }, 90_000)
})
