import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type App, createApp } from '../../src/app.ts'
import { loadConfig } from '../../src/config.ts'
import { describeStartFailure } from '../../src/describe-start-failure.ts'
import { providers } from '../../src/providers/index.ts'
import { createLogger } from '../../src/server/create-logger.ts'
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
  let client: GraphqlClient

  async function start() {
    app = await createApp(loadConfig(variables, providers), providers, { logger: createLogger('silent') })
    client = createGraphqlClient(await app.start())
  }
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    variables = { DATA_DIR: dataDir, PORT: await ownPort() }
    await start()
  })
  afterAll(async () => {
    await app.stop()
    await rm(dataDir, { recursive: true })
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
