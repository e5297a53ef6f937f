import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../src/server/testing/open-socket.ts'
import { createFollower } from '../support/follower.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import {
  awaitState,
  createApplicant,
  finalState,
  followAnalysis,
  type Journey,
  readLog,
  startJourney,
  uniquePdf,
} from '../support/journey.ts'
import { createBarePostgresqlDatabase, postgresqlReachable } from '../support/postgresql.ts'
import { nodeVariables, tenantKeys } from '../support/start-app-on.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'
import { startVendor, type Vendor } from '../support/start-vendor.ts'

describe.skipIf(!postgresqlReachable)('two nodes on one PostgreSQL', () => {
  let vendor: Vendor
  let nodes: readonly Awaited<ReturnType<typeof startSandboxNode>>[]
  let clients: readonly GraphqlClient[]
  let client: GraphqlClient
  const endings: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'flows-'))
    const database = await createBarePostgresqlDatabase()
    endings.push(
      () => rm(dataDir, { recursive: true }),
      () => database.drop(),
    )
    vendor = await startVendor()
    endings.push(() => vendor.stop())
    const place = { DATABASE_URL: database.url, DATA_DIR: dataDir }
    const variables = { ...nodeVariables, POLL_SPEEDUP: '50', ...vendor.variables, ...place }
    // In parallel, on a database without tables.
    nodes = await Promise.all([startSandboxNode(variables), startSandboxNode(variables)])
    endings.push(() => Promise.all(nodes.map(node => node.stop())))
    clients = nodes.map(node => createGraphqlClient(node, tenantKeys.acme))
    client = createGraphqlClient({ url: nodes[0]?.url ?? '' }, tenantKeys.acme)
  })
  afterAll(async () => {
    for (const end of endings.toReversed()) await end()
  })

  /** The vendor finishes a document and sends copies of one event, and other events, to both nodes in parallel. */
  async function announce({ sha256 }: Journey, copies: number): Promise<readonly (number | null)[]> {
    const { webhooks } = vendor.control
    const [statement] = vendor.control.statements().filter(({ digest }) => digest === sha256)
    const data = { statementId: statement?.id, status: 'completed' }
    const same = { eventType: 'extraction.completed', eventId: `event-of-${statement?.id}`, data }
    const attempts = nodes.flatMap(node => {
      vendor.announceTo(node)
      return [webhooks.emit({ ...same, copies }), webhooks.emit({ eventType: 'extraction.completed', data })]
    })
    return (await Promise.all(attempts)).flat().map(({ status }) => status)
  }

  function requestsAbout({ sha256 }: Journey): number {
    const ids = vendor.control.statements().flatMap(({ id, digest }) => (digest === sha256 ? [id] : []))
    return vendor.control.journal.filter(({ path }) => ids.some(id => path.includes(id))).length
  }

  const processing = ({ analysisId }: Journey) =>
    awaitState(client, analysisId, ({ status }) => status === 'PROCESSING')

  test('P2 P3 any number of copies of a webhook at both nodes, together with polls, cause one event for each change', async () => {
    await createApplicant(client)
    const [{ cursor = '' } = {}] = await readLog(client)
    const followers = clients.map(one => {
      const follower = createFollower(cursor)
      follower.connect(one)
      return follower
    })
    vendor.control.webhooks.enabled = false
    const journeys = await Promise.all(
      clients.flatMap(one => [uniquePdf('stuck'), uniquePdf('stuck')].map(pdf => startJourney(one, pdf))),
    )
    const watching = journeys.flatMap(({ analysisId }) => clients.map(one => followAnalysis(one, analysisId).until()))
    await Promise.all(journeys.map(processing))

    for (const journey of journeys) vendor.complete(journey.sha256)
    const statuses = await Promise.all(journeys.map(journey => announce(journey, 5)))
    expect(statuses.flat()).toEqual(Array(4 * 2 * 6).fill(200))
    for (const versions of await Promise.all(watching)) {
      const numbers = versions.map(({ version }) => version)
      expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
      expect(versions.map(({ status }) => status).filter(status => status === 'COMPLETED')).toHaveLength(1)
      expect(versions.at(-1)?.status).toBe('COMPLETED')
    }
    // Late copies change nothing.
    for (const journey of journeys) await announce(journey, 2)
    await createApplicant(client)
    const log = await readLog(client)
    expect(log.map(event => event.sequence)).toEqual(log.map((_event, index) => index + 1))
    for (const follower of followers) {
      await follower.until(seen => seen.length >= log.length - 1)
      expect(follower.seen).toEqual(log.slice(1))
    }
    for (const journey of journeys) {
      const own = log.filter(event => event.analysis?.id === journey.analysisId)
      expect(own.map(event => event.analysisVersion)).toEqual(own.map((_event, index) => index + 1))
      expect(own.filter(event => event.type === 'ANALYSIS_COMPLETED')).toHaveLength(1)
      expect(vendor.uploadsOf(journey.sha256)).toEqual({ tried: 1, taken: 1 })
      expect(vendor.resultsAsked(journey.sha256)).toBe(1)
    }
  })

  test('P8 two nodes never check the same analysis at the same time', async () => {
    vendor.control.webhooks.enabled = false
    const journey = await startJourney(client, uniquePdf('stuck'))
    await processing(journey)
    const question = vendor.control.fault('statement', { kind: 'hang' })
    await question.met
    const asked = requestsAbout(journey)
    vendor.complete(journey.sha256)
    await announce(journey, 5)
    // While the call is open, both nodes do other work, but not this.
    const other = await startJourney(client, uniquePdf('stuck'))
    await processing(other)
    await until(() => requestsAbout(other) >= 6)
    expect(requestsAbout(journey)).toBe(asked)
    vendor.complete(other.sha256)
    await finalState(client, other.analysisId)
    question.release()
    expect(await finalState(client, journey.analysisId)).toMatchObject({ status: 'COMPLETED' })
    expect(vendor.resultsAsked(journey.sha256)).toBe(1)
  })
})
