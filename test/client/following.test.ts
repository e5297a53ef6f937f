import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { EventsDocument } from '../../client/documents.ts'
import {
  type ConnectionOptions,
  createSocketClient,
  createSseClient,
  followEvents,
  type SubscriptionClient,
  toProblem,
} from '../../client/index.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, finalState, readLog, startJourney } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { startAppOn, tenantKeys } from '../support/start-app-on.ts'
import { createApollo } from './recipes/apollo.ts'
import { createUrql } from './recipes/urql.ts'

const headers = { 'x-api-key': tenantKeys.acme }

interface Page {
  onEvent(event: { readonly cursor: string; readonly type: string }): void
  onEnd(reason: unknown): void
}

interface Way {
  readonly name: string
  /** About how many bytes of headers an answer has before its first event. */
  readonly headBytes?: number
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
const streams: Way = {
  ...loop,
  name: 'followEvents over server-sent events',
  headBytes: 800,
  connect: createSseClient,
}

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

const ways = [loop, streams, apollo, urql]

/** A page that follows in this way, but does not wait before it connects again. Its connections pass a proxy. */
interface OpenPage {
  readonly name: string
  readonly proxy: BreakingProxy
  readonly seen: { readonly cursor: string; readonly type: string }[]
  readonly ends: unknown[]
  readonly states: string[]
}

let pages: OpenPage[] = []
const closers: (() => Promise<void> | void)[] = []

/** Opens a page for each way. */
async function openPages(
  node: { readonly url: string },
  after: string | null,
  options: Partial<ConnectionOptions> = {},
  weatherOf: (way: Way) => BreakingProxy['weather'] = () => () => ({}),
): Promise<void> {
  for (const way of ways) {
    const proxy = await startBreakingProxy(node)
    proxy.weather = weatherOf(way)
    const page: OpenPage = { name: way.name, proxy, seen: [], ends: [], states: [] }
    const url = `${proxy.url}/graphql`
    const onState = (state: string) => void page.states.push(state)
    const client = way.connect({ url, headers, wait: async () => {}, onState, ...options })
    const close = way.follow(client, url, after, {
      onEvent: ({ cursor, type }) => page.seen.push({ cursor, type }),
      onEnd: reason => page.ends.push(toProblem(reason)?.kind),
    })
    pages.push(page)
    closers.push(close, () => proxy.stop())
  }
}

const everyPage = (isSo: (page: OpenPage) => boolean) => until(() => pages.every(isSo))
/** The same value for each page, by the page's name. */
const forEach = (value: unknown) => Object.fromEntries(ways.map(({ name }) => [name, value]))
const ofPages = (read: (page: OpenPage) => unknown) => Object.fromEntries(pages.map(page => [page.name, read(page)]))

/** What the server has on record after a cursor, as a page is told it. */
async function recordedAfter(client: GraphqlClient, start: string) {
  return (await readLog(client, start)).map(({ cursor, type }) => ({ cursor, type }))
}

let app: TestApp
let start: string
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  await createApplicant(app.client)
  start = (await readLog(app.client)).at(-1)?.cursor ?? ''
})
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
  pages = []
})

test('P1 P2 P3 every client has each event once and in order, wherever its connections break off', async () => {
  // From within the handshake to several events further, so that each sort of message is cut in two at some point.
  await openPages(app, start, {}, ({ headBytes = 0 }) => nth => ({
    // Most get through the headers, or there would be no events for most of the time.
    tornAfter: 50 + ((nth * 67) % 1_300) + (nth % 4 === 0 ? 0 : headBytes),
  }))
  const { analysisId } = await startJourney(app.client)
  await finalState(app.client, analysisId)
  for (let count = 0; count < 15; count += 1) await createApplicant(app.client)
  const recorded = await recordedAfter(app.client, start)
  expect(recorded.length).toBeGreaterThan(19)
  await everyPage(({ seen }) => seen.length >= recorded.length)
  for (const { proxy } of pages) {
    proxy.weather = () => ({})
    proxy.tear()
  }
  await createApplicant(app.client)
  await everyPage(({ seen }) => seen.length > recorded.length)
  expect(ofPages(({ seen }) => seen)).toEqual(forEach(await recordedAfter(app.client, start)))
  for (const { proxy } of pages) expect(proxy.connections).toBeGreaterThan(15)
  expect(ofPages(({ ends }) => ends)).toEqual(forEach([]))
})

test('P1 every client goes on when its connection dies without a word', async () => {
  // Long enough for a busy machine to connect.
  await openPages(app, start, { silenceMs: 2_000 })
  await createApplicant(app.client)
  await everyPage(({ seen }) => seen.length === 1)
  for (const { proxy } of pages) proxy.silence()
  await createApplicant(app.client)
  await everyPage(({ seen }) => seen.length > 1)
  expect(ofPages(({ seen }) => seen)).toEqual(forEach(await recordedAfter(app.client, start)))
})

test('no client tries a credential again that is refused, and each says so', async () => {
  await openPages(app, null, { headers: { 'x-api-key': 'wrong' } })
  await everyPage(({ ends }) => ends.length > 0)
  expect(ofPages(({ ends }) => ends)).toEqual(forEach(['SIGN_IN']))
  expect(ofPages(({ proxy }) => proxy.connections)).toEqual(forEach(1))
})

test('P5 every client ends with CURSOR_EXPIRED when what it missed was purged, and is told nothing twice', async () => {
  const online = Promise.withResolvers<void>()
  await openPages(app, start, { wait: () => online.promise })
  await createApplicant(app.client)
  await everyPage(({ seen }) => seen.length === 1)
  const recorded = await recordedAfter(app.client, start)
  for (const { proxy } of pages) proxy.tear()
  await everyPage(({ states }) => states.includes('WAITING'))
  await createApplicant(app.client)
  await createApplicant(app.client)
  await purgeEvents(app.database, new Date(Date.now() + 60_000))
  online.resolve()
  await everyPage(({ ends }) => ends.length > 0)
  expect(ofPages(({ ends }) => ends)).toEqual(forEach(['RELOAD']))
  expect(ofPages(({ seen }) => seen)).toEqual(forEach(recorded))
})

test('P1 P2 P22 every client has each event once and in order from the node after one that was stopped, or was cut off', async () => {
  // Each page is refused a few times while there is no node, and then comes back late.
  let online = Promise.withResolvers<void>()
  const wait = (failures: number) => (failures < 3 ? Promise.resolve() : online.promise)
  const startNode = () => startAppOn(app.database, [])
  let node = await startNode()
  await openPages(node, start, { wait })
  for (const end of ['stop', 'cut'] as const) {
    await createApplicant(app.client)
    const known = (await recordedAfter(app.client, start)).length
    await everyPage(({ seen }) => seen.length >= known)
    await createApplicant(app.client)
    for (const { proxy } of pages) {
      proxy.target = null
      if (end === 'cut') proxy.tear()
    }
    await node.stop()
    await createApplicant(app.client)
    node = await startNode()
    for (const { proxy } of pages) proxy.target = node
    online.resolve()
    const recorded = await recordedAfter(app.client, start)
    await everyPage(({ seen }) => seen.length >= recorded.length)
    online = Promise.withResolvers()
  }
  expect(ofPages(({ seen }) => seen)).toEqual(forEach(await recordedAfter(app.client, start)))
  expect(ofPages(({ ends }) => ends)).toEqual(forEach([]))
  await node.stop()
})
