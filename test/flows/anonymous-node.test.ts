import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { reservePort } from '../../src/reserve-port.ts'
import { call } from '../../src/server/testing/call.ts'
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts'
import type { Database } from '../../src/store/database.ts'
import { purgeEvents } from '../../src/store/event-rows.ts'
import { sql } from '../../src/store/sql.ts'
import { createGraphqlClient, type GraphqlClient, SubscriptionRefused } from '../support/graphql-client.ts'
import { createApplicant, finalState, followEvents, readLog, startJourney } from '../support/journey.ts'
import { killProcesses, type NodeProcess, runProcess, startProcess } from '../support/start-process.ts'

const edges = z.array(z.object({ node: z.object({ id: z.string() }) })).min(1)
const pageShape = z.object({ applicants: z.object({ pageInfo: z.object({ endCursor: z.string() }), edges }) })
const pageQuery = `query ($after: String) {
  applicants(first: 1, after: $after) { pageInfo { endCursor } edges { node { id } } }
}`

describe('a node that nobody has configured', () => {
  let dataDir: string
  let variables: Record<string, string>
  let node: NodeProcess
  let client: GraphqlClient

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    const PORT = String(await reservePort('127.0.0.1'))
    variables = { DATA_DIR: dataDir, PORT, SIMULATOR_SPEED: '1000', POLL_SPEEDUP: '50', LOG_LEVEL: 'debug' }
    node = await startProcess(variables)
    client = createGraphqlClient(node)
  })
  afterAll(async () => {
    await killProcesses()
    await rm(dataDir, { recursive: true })
  })

  /** Stops the node, lets the test at its database, and starts it again. */
  async function restart<Result>(meanwhile: (database: Database) => Promise<Result>): Promise<Result> {
    expect(await node.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    const database = await openEmbedded(dataDir)
    const result = await meanwhile(database).finally(() => database.stop())
    node = await startProcess(variables)
    return result
  }

  describe('P18 answers this machine alone', () => {
    const body = { query: '{ __typename }' }
    test.each<[who: string, headers: Record<string, string>, status: number]>([
      ['a program on this machine', {}, 200],
      ['a page of this machine', { origin: 'http://localhost:3000' }, 200],
      ['Apollo Studio', { origin: 'https://studio.apollographql.com' }, 200],
      ['a page of any other site', { origin: 'https://evil.example' }, 403],
      ['a page without an origin, such as a file', { origin: 'null' }, 403],
      ['a page whose name leads here', { host: 'evil.example', origin: 'http://evil.example' }, 403],
      ['a program that knows us by another name', { host: 'evil.example:4000' }, 403],
    ])('P18 %s', async (_who, headers, status) => {
      const answer = await call(node, { headers, body })
      expect(answer.status).toBe(status)
      if (status === 403) expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    })

    test('P18 a page of another site cannot open a socket, nor send a document or a webhook', async () => {
      const origin = 'https://evil.example'
      const refusal = await new Promise(resolve => {
        const socket = new WebSocket(node.url.replace('http', 'ws').concat('/graphql'), 'graphql-transport-ws', {
          origin,
        })
        socket.on('error', () => {})
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
        socket.on('open', () => resolve('open'))
      })
      expect(refusal).toBe(403)
      const put = await call(node, { path: '/uploads/x', method: 'PUT', headers: { origin }, body: 'x' })
      const post = await call(node, { path: '/webhooks/x', method: 'POST', headers: { origin }, body: 'x' })
      expect([put.status, post.status]).toEqual([403, 403])
    })
  })

  test('a second process on the same directory is refused with a word on what to do, and does the first no harm', async () => {
    const { code, stdout, stderr } = await runProcess({ ...variables, PORT: '0' })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(
      `DATA_DIR ${dataDir} is in use by another process. Stop that one, choose another DATA_DIR, or set DATABASE_URL`,
    )
    expect(await createApplicant(client)).toMatch(/^app_/)
  })

  test('P24 one id leads from the caller’s request to its answer, its log lines, the calls made for it and the events', async () => {
    const correlationId = 'caller-0123456789'
    const headers = { 'x-correlation-id': correlationId }
    const refused = await client.answer('{ applicants(first: 100000) { totalCount } }', {}, headers)
    expect(refused.headers.get('x-correlation-id')).toBe(correlationId)
    expect(refused.errors?.map(error => error.extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', correlationId }])
    const unknown = await call(node, { path: '/uploads/x', method: 'PUT', headers, body: 'x' })
    expect(unknown.headers['x-correlation-id']).toBe(correlationId)
    expect(unknown.json).toMatchObject({ error: { code: 'NOT_FOUND', correlationId } })

    const { analysisId } = await startJourney(client, undefined, headers)
    expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
    const lines = node.log.filter(line => line.correlationId === correlationId)
    const requests = lines.filter(line => line.msg === 'request').map(line => line.route)
    expect(requests).toEqual(['/graphql', '/uploads/:token', '/graphql'])
    const calls = lines.filter(line => line.msg === 'provider call').map(line => line.operation)
    expect([...new Set(calls)].sort()).toEqual(['get analysis', 'get statement', 'upload statement'])

    const rows = await restart(database =>
      database.acrossTenants<{ type: string; correlation_id: string }>(
        sql`select type, correlation_id from events where analysis_id = ${analysisId} order by sequence`,
      ),
    )
    expect(rows.map(row => row.type)).toEqual((await readLog(client, null, { analysisId })).map(event => event.type))
    expect(rows.map(row => row.correlation_id)).toEqual(rows.map(() => correlationId))
  })

  test('P5 cursors outlive a restart, but with purged events after it one gets CURSOR_EXPIRED, never a gap', async () => {
    await createApplicant(client)
    const page = await client.ask(pageShape, pageQuery)
    const rest = await client.ask(pageShape, pageQuery, { after: page.applicants.pageInfo.endCursor })
    const log = await readLog(client)
    const [expired, kept] = log.slice(-2).map(event => event.cursor)
    await restart(database => purgeEvents(database, new Date(Date.now() + 60_000)))
    // What signs them was made at the first start, and is kept for its owner alone.
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
    expect(await client.ask(pageShape, pageQuery, { after: page.applicants.pageInfo.endCursor })).toEqual(rest)
    await createApplicant(client)
    const [next] = await readLog(client, kept)
    expect(next?.sequence).toBe(log.length + 1)
    expect(await readLog(client)).toEqual([next])
    const following = followEvents(client, kept ?? null)
    expect(await following.next()).toEqual(next)
    await following.stop()

    const query = 'query ($after: Cursor) { events(after: $after) { edges { cursor } } }'
    const answer = await client.answer(query, { after: expired })
    expect(answer.errors?.map(error => error.extensions.code)).toEqual(['CURSOR_EXPIRED'])
    const refused = followEvents(client, expired ?? null)
    const error = await refused.next().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SubscriptionRefused)
    expect(error).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] })
    await refused.stop()
  })
})
