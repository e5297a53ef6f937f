import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { type App, createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { describeStartFailure } from '../../src/describe-start-failure.ts'
import { providers } from '../../src/providers/index.ts'
import { createLogger } from '../../src/server/create-logger.ts'
import { call } from '../../src/server/testing/call.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, readLog } from '../support/journey.ts'
import { ownPort } from '../support/own-port.ts'

const edges = z.array(z.object({ node: z.object({ id: z.string() }) })).min(1)
const pageShape = z.object({ applicants: z.object({ pageInfo: z.object({ endCursor: z.string() }), edges }) })
const pageQuery = `query ($after: String) {
  applicants(first: 1, after: $after) { pageInfo { endCursor } edges { node { id } } }
}`

describe('a node without configuration', () => {
  let dataDir: string
  let variables: Record<string, string>
  let app: App
  let node: { readonly url: string }
  let client: GraphqlClient

  async function start() {
    app = await createApp(loadConfig(variables, providers), providers, { logger: createLogger('silent') })
    node = await app.start()
  }
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    variables = { DATA_DIR: dataDir, PORT: await ownPort() }
    await start()
    client = createGraphqlClient(node)
  })
  afterAll(async () => {
    await app.stop()
    await rm(dataDir, { recursive: true })
  })

  describe('P18 accepts requests only from this machine', () => {
    const body = { query: '{ __typename }' }
    test.each<[who: string, headers: Record<string, string>, status: number]>([
      ['a program on this machine', {}, 200],
      ['a page of this machine', { origin: 'http://localhost:3000' }, 200],
      ['Apollo Studio', { origin: 'https://studio.apollographql.com' }, 200],
      ['a page of another site', { origin: 'https://evil.example' }, 403],
      ['a page without an origin, such as a file', { origin: 'null' }, 403],
      ['a page on a host that resolves to this machine', { host: 'evil.example', origin: 'http://evil.example' }, 403],
      ['a program that uses another host name', { host: 'evil.example:4000' }, 403],
    ])('P18 %s', async (_who, headers, status) => {
      const answer = await call(node, { headers, body })
      expect(answer.status).toBe(status)
      if (status === 403) expect(answer.json).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    })

    test('P18 a page of another site cannot open a socket or send a document or a webhook', async () => {
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

  test('a second node on the same directory is refused with an error that says what to do, and does not affect the first', async () => {
    const second = createApp(loadConfig({ ...variables, PORT: '0' }, providers), providers)
    expect(await second.then(() => 'started', describeStartFailure)).toContain(
      `DATA_DIR ${dataDir} is in use by another process. Stop that one, choose another DATA_DIR, or set DATABASE_URL`,
    )
    expect(await createApplicant(client)).toMatch(/^app_/)
  })

  test('a cursor stays valid after a restart, because the generated secret is stored, readable by its owner only', async () => {
    for (const _ of [1, 2]) await createApplicant(client)
    const page = await client.ask(pageShape, pageQuery)
    const nextPage = () => client.ask(pageShape, pageQuery, { after: page.applicants.pageInfo.endCursor })
    const [first] = await readLog(client)
    const sinceFirst = () => readLog(client, first?.cursor)
    const before = [await nextPage(), await sinceFirst()]
    await app.stop()
    await start()
    expect([await nextPage(), await sinceFirst()]).toEqual(before)
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600)
  })
})
