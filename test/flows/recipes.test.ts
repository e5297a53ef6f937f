import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gql, HttpLink } from '@apollo/client'
import type { ClientOptions, Client as Sockets } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { reservePort } from '../../src/reserve-port.ts'
import { until } from '../../src/server/testing/open-socket.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { createPostgresqlDatabase, postgresqlReachable } from '../support/databases.ts'
import { prepareDataDir } from '../support/embedded-image.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, finalState, readLog, startJourney } from '../support/journey.ts'
import { keys, nodeVariables, startApp, type TestApp } from '../support/start-app.ts'
import { killProcesses, startProcess } from '../support/start-process.ts'
import { startVendor } from '../support/start-vendor.ts'
import { createApollo, followWithApollo, type Listener } from './recipes/follow-with-apollo.ts'
import { createUrql, followWithUrql } from './recipes/follow-with-urql.ts'
import { createResumingClient } from './recipes/resuming-client.ts'

const headers = { 'x-api-key': keys.acme }

interface Recipe {
  readonly library: string
  follow(url: string, sockets: Sockets, after: string | null, listener: Listener): () => void
  /** What came of a query that was asked over HTTP. */
  ask(url: string, sockets: Sockets, query: string): Promise<unknown>
}

const apollo: Recipe = {
  library: 'Apollo Client',
  follow: (url, sockets, ...rest) =>
    followWithApollo(createApollo(new HttpLink({ uri: url, headers }), sockets), ...rest),
  ask: async (url, sockets, query) =>
    (await createApollo(new HttpLink({ uri: url, headers }), sockets).query({ query: gql(query) })).data,
}
const urql: Recipe = {
  library: 'urql',
  follow: (url, sockets, ...rest) => followWithUrql(createUrql({ url, fetchOptions: { headers } }, sockets), ...rest),
  async ask(url, sockets, query) {
    const { data, error } = await createUrql({ url, fetchOptions: { headers } }, sockets).query(query, {})
    return error ?? data
  },
}

/** A page that follows as the recipe has it, but does not wait before it connects again. */
function openPage(
  recipe: Recipe,
  node: { readonly url: string },
  after: string | null,
  options: Partial<ClientOptions> = {},
) {
  const seen: { readonly cursor: string; readonly type: string }[] = []
  const ends: { readonly reason: string; readonly code: unknown }[] = []
  const codes: unknown[] = []
  const url = `${node.url}/graphql`
  const sockets = createResumingClient({
    url: url.replace('http', 'ws'),
    connectionParams: headers,
    retryWait: async () => {},
    on: { closed: event => codes.push(z.object({ code: z.number() }).parse(event).code) },
    ...options,
  })
  const close = recipe.follow(url, sockets, after, {
    onEvent: ({ cursor, type }) => seen.push({ cursor, type }),
    onEnd: (reason, code) => ends.push({ reason, code }),
  })
  return { seen, ends, codes, close }
}

/** What the server has on record after a cursor, as a page is told it. */
async function recordedAfter(client: GraphqlClient, start: string) {
  return (await readLog(client, start)).map(({ cursor, type }) => ({ cursor, type }))
}

async function startOf(client: GraphqlClient): Promise<string> {
  await createApplicant(client)
  return (await readLog(client)).at(-1)?.cursor ?? ''
}

describe.each([apollo, urql])('following events with $library', recipe => {
  let app: TestApp
  let proxy: BreakingProxy
  beforeAll(async () => {
    app = await startApp()
    proxy = await startBreakingProxy(app)
  })
  afterAll(async () => {
    await proxy.stop()
    await app.stop()
  })

  test('P1 P2 P3 has each event once and in order, wherever its connections break off', async () => {
    const start = await startOf(app.client)
    // From within the handshake to several events further, so that each sort of message is cut in two at some point.
    proxy.weather = nth => ({ tornAfter: 50 + ((nth * 67) % 1_900) })
    const page = openPage(recipe, proxy, start)
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
    const page = openPage(recipe, proxy, start, { keepAlive: 100 })
    await createApplicant(app.client)
    await until(() => page.seen.length === 1)
    proxy.silence()
    await createApplicant(app.client)
    await until(() => page.seen.length > 1)
    expect(page.seen).toEqual(await recordedAfter(app.client, start))
    page.close()
  })

  test('asks queries over HTTP, as before', async () => {
    const url = `${app.url}/graphql`
    const sockets = createResumingClient({ url: 'ws://127.0.0.1:1' })
    expect(await recipe.ask(url, sockets, '{ applicants { totalCount } }')).toMatchObject({
      applicants: { totalCount: expect.any(Number) },
    })
  })

  test('does not try a credential again that is refused, and says so', async () => {
    const before = proxy.connections
    const page = openPage(recipe, proxy, null, { connectionParams: { 'x-api-key': 'wrong' } })
    await until(() => page.ends.length > 0)
    expect(page.ends).toEqual([{ reason: expect.stringContaining('4403'), code: undefined }])
    expect(proxy.connections - before).toBe(1)
  })

  test('P5 ends with CURSOR_EXPIRED when what it missed was purged, and is told nothing twice', async () => {
    const start = await startOf(app.client)
    const online = Promise.withResolvers<void>()
    const page = openPage(recipe, proxy, start, { retryWait: () => online.promise })
    await createApplicant(app.client)
    await until(() => page.seen.length === 1)
    const recorded = await recordedAfter(app.client, start)
    proxy.tear()
    await until(() => page.codes.length > 0)
    await createApplicant(app.client)
    await createApplicant(app.client)
    await purgeEvents(app.database, new Date(Date.now() + 60_000))
    online.resolve()
    await until(() => page.ends.length > 0)
    expect(page.ends).toEqual([{ reason: expect.any(String), code: 'CURSOR_EXPIRED' }])
    expect(page.seen).toEqual(recorded)
  })
})

describe('a server that is started again at its address', () => {
  afterAll(killProcesses)

  test('P1 P2 P22 has each event once and in order after it was stopped, and after it was killed', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    const database = postgresqlReachable ? await createPostgresqlDatabase() : null
    if (database === null) await prepareDataDir(dataDir)
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
    const retryWait = (retries: number) => (retries < 3 ? Promise.resolve() : online.promise)
    const pages = [apollo, urql].map(recipe => openPage(recipe, node, start, { retryWait }))

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
      expect(page.codes.filter(code => code !== 1006)).toEqual([1012])
      expect(page.ends).toEqual([])
      page.close()
    }
    await node.kill('SIGTERM')
    await vendor.stop()
    await database?.drop()
    await rm(dataDir, { recursive: true })
  }, 90_000)
})
