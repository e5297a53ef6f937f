import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Call, call } from '../../src/server/testing/call.ts'
import { createEncryptionScanner } from '../../src/simulation/pdf-encryption.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { awaitState, finalState, openCase, prepareCase, startAnalysis, uploadDocument } from '../support/journey.ts'
import { createCompany } from '../support/risk-journey.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

const offerShape = z.object({
  documents: z.array(z.object({ outcome: z.string(), url: z.string(), password: z.string().nullable() })),
  providers: z.array(z.object({ id: z.string(), condition: z.string() })),
})
const clockShape = z.object({ now: z.iso.datetime(), forwardSeconds: z.number() })
const healthShape = z.object({ dataProviders: z.array(z.object({ id: z.string(), health: z.string() })) })

let node: Awaited<ReturnType<typeof startSandboxNode>>
let client: GraphqlClient
beforeAll(async () => {
  node = await startSandboxNode({ SIMULATOR_SPEED: '10', POLL_SPEEDUP: '20' })
  client = createGraphqlClient(node)
})
afterAll(() => node.stop())

const get = (path: string) => call(node, { path })
const post = (path: string, body: unknown) => call(node, { path, body })
const bytesOf = async (path: string) => Buffer.from(await (await fetch(`${node.url}${path}`)).arrayBuffer())
const clock = async () => clockShape.parse((await get('/sandbox/clock')).json)

describe('sample documents', () => {
  test('each offered document is a PDF with the same bytes every time, and other bytes for another variant', async () => {
    const { documents } = offerShape.parse((await get('/sandbox')).json)
    expect(documents.map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['fine', 'failed', 'partial', 'quota-exceeded', 'locked', 'slow', 'two-days']),
    )
    for (const { url, password } of documents) {
      const [first, again, other] = await Promise.all([bytesOf(url), bytesOf(url), bytesOf(`${url}?variant=b`)])
      expect(first.toString('latin1')).toMatch(/^%PDF-1\.7\n[\s\S]*%%EOF\n/)
      expect(again.equals(first)).toBe(true)
      expect(other.equals(first)).toBe(false)
      const scanner = createEncryptionScanner()
      scanner.push(first)
      expect(scanner.isEncrypted()).toBe(password !== null)
    }
  })

  test('the locked one continues with the password in the list', async () => {
    const { caseId, documentId } = await prepareCase(client, await bytesOf('/sandbox/documents/locked.pdf'))
    const { documents } = offerShape.parse((await get('/sandbox')).json)
    const password = documents.find(({ outcome }) => outcome === 'locked')?.password
    for (const [given, outcome] of [
      ['wrong', 'ACTION_REQUIRED'],
      [password, 'COMPLETED'],
    ]) {
      const id = await startAnalysis(client, { caseId, documents: [{ documentId, password: given }] })
      await awaitState(client, id, ({ status }) => status === outcome)
    }
  })

  test.each([
    ['of an unknown outcome', '/sandbox/documents/nothing.pdf', 404, 'NOT_FOUND'],
    ['that is not a PDF', '/sandbox/documents/fine.png', 404, 'NOT_FOUND'],
    ['named by a member that every object has', '/sandbox/documents/constructor.pdf', 404, 'NOT_FOUND'],
    ['with a variant that contains a line break', '/sandbox/documents/fine.pdf?variant=a%0Ab', 400, 'BAD_USER_INPUT'],
    ['with two variants', '/sandbox/documents/fine.pdf?variant=a&variant=b', 400, 'BAD_USER_INPUT'],
  ])('one %s is refused', async (_what, path, status, code) => {
    expect(await get(path)).toMatchObject({ status, json: { error: { code } } })
  })
})

describe('the clock', () => {
  /** Starts the risk assessment of a sample document, and waits until the vendor has it. */
  async function assess(outcome: string): Promise<string> {
    const caseId = await openCase(client, await createCompany(client))
    const { documentId } = await uploadDocument(client, caseId, await bytesOf(`/sandbox/documents/${outcome}.pdf`))
    const id = await startAnalysis(client, { caseId, product: 'BANK_RISK', documentId })
    await awaitState(client, id, ({ status }) => status === 'PROCESSING')
    return id
  }

  test('may pass the deadline of an analysis: what the vendor had finished by then is taken, and the rest fails', async () => {
    const [finished, stuck] = await Promise.all([assess('two-days'), assess('never-ending')])
    await post('/sandbox/clock', { forwardSeconds: 30 * 24 * 3_600 })
    expect(await finalState(client, finished)).toMatchObject({ status: 'COMPLETED' })
    expect(await finalState(client, stuck)).toMatchObject({ status: 'FAILED', error: { code: 'DEADLINE_EXCEEDED' } })
  })

  test('is set forward by seconds or to a time, after which an analysis of two days has ended', async () => {
    const id = await assess('two-days')
    const before = await clock()
    const { json: moved } = await post('/sandbox/clock', { forwardSeconds: 3_600.5 })
    expect(clockShape.parse(moved).forwardSeconds).toBe(before.forwardSeconds + 3_600.5)
    const to = new Date(Date.parse(before.now) + 5 * 3_600_000).toISOString()
    const after = clockShape.parse((await post('/sandbox/clock', { to })).json)
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(to))
    expect(Date.parse(after.now)).toBeLessThan(Date.parse(to) + 60_000)
    expect(await finalState(client, id)).toMatchObject({ status: 'COMPLETED' })

    const log = await client.ask(
      z.object({ events: z.object({ edges: z.array(z.object({ node: z.object({ occurredAt: z.string() }) })) }) }),
      'query ($id: ID!) { events(first: 500, filter: { analysisId: $id }) { edges { node { occurredAt } } } }',
      { id },
    )
    const times = log.events.edges.map(({ node: { occurredAt } }) => Date.parse(occurredAt))
    expect(times.at(-1)).toBeGreaterThanOrEqual(Date.parse(to))
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })

  const bad: readonly (readonly [string, Call, number, string])[] = [
    ['nothing', { body: {} }, 400, 'either {"forwardSeconds": …} or {"to": …}'],
    ['both', { body: { forwardSeconds: 1, to: '2090-01-01T00:00:00Z' } }, 400, 'either'],
    ['no seconds', { body: { forwardSeconds: 0 } }, 400, 'forwardSeconds: must be more than 0 seconds'],
    ['seconds back', { body: { forwardSeconds: -60 } }, 400, 'forwardSeconds: must be more than 0 seconds'],
    ['seconds as text', { body: { forwardSeconds: '60' } }, 400, 'forwardSeconds: must be a number of seconds'],
    ['more than ten years', { body: { forwardSeconds: 400_000_000 } }, 400, 'at most 3650 days'],
    ['more than any number', { body: '{"forwardSeconds": 1e999}' }, 400, 'forwardSeconds'],
    ['a time in the past', { body: { to: '2020-01-01T00:00:00Z' } }, 400, 'cannot be set back'],
    ['a day that does not exist', { body: { to: '2090-02-30T00:00:00Z' } }, 400, 'to: must be a time'],
    ['a time without a time zone', { body: { to: '2090-02-01T00:00:00' } }, 400, 'to: must be a time'],
    ['another member', { body: { seconds: 1 } }, 400, 'seconds'],
    ['a list', { body: [] }, 400, 'object'],
    ['malformed JSON', { body: '{"forwardSeconds":' }, 400, 'JSON'],
    ['an empty body', { body: '' }, 400, 'empty'],
    ['text', { body: '{"forwardSeconds":1}', headers: { 'content-type': 'text/plain' } }, 415, 'Media Type'],
  ]
  test.each(bad)('is not moved by %s', async (_what, request, status, message) => {
    const { forwardSeconds } = await clock()
    const headers = { 'content-type': 'application/json', ...request.headers }
    const answer = await call(node, { path: '/sandbox/clock', method: 'POST', ...request, headers })
    expect(answer).toMatchObject({
      status,
      json: { error: { code: 'BAD_USER_INPUT', message: expect.stringContaining(message) } },
    })
    expect((await clock()).forwardSeconds).toBe(forwardSeconds)
  })
})

describe('a vendor', () => {
  const begin = async (provider: string) => {
    const { caseId, documentId } = await prepareCase(
      client,
      await bytesOf(`/sandbox/documents/fine.pdf?variant=${provider}`),
    )
    return startAnalysis(client, { caseId, documentId, provider })
  }
  const set = (provider: string, condition: string) => post(`/sandbox/providers/${provider}`, { condition })
  const healthOf = async (provider: string) =>
    (await client.ask(healthShape, '{ dataProviders { id health } }')).dataProviders.find(({ id }) => id === provider)
      ?.health

  test('that refuses credentials fails analyses with PROVIDER_UNAUTHORIZED until it works again', async () => {
    expect(await set('flvxtract', 'REFUSES_CREDENTIALS')).toMatchObject({
      status: 200,
      json: { id: 'flvxtract', name: 'FLVXtract', condition: 'REFUSES_CREDENTIALS' },
    })
    expect(await finalState(client, await begin('flvxtract'))).toMatchObject({
      status: 'FAILED',
      error: { code: 'PROVIDER_UNAUTHORIZED' },
    })
    await set('flvxtract', 'WORKING')
    expect(await finalState(client, await begin('flvxtract'))).toMatchObject({ status: 'COMPLETED' })
  })

  test('that is down is called again until it works, and has the health DOWN', async () => {
    await set('finbox', 'DOWN')
    const id = await begin('finbox')
    await expect.poll(() => healthOf('finbox')).toBe('DOWN')
    expect(offerShape.parse((await get('/sandbox')).json).providers).toContainEqual(
      expect.objectContaining({ id: 'finbox', condition: 'DOWN' }),
    )
    await set('finbox', 'WORKING')
    await post('/sandbox/clock', { forwardSeconds: 120 })
    expect(await finalState(client, id)).toMatchObject({ status: 'COMPLETED' })
  })

  test.each([
    ['flvxtract', { condition: 'BROKEN' }, 400, 'condition: must be one of WORKING, DOWN, REFUSES_CREDENTIALS'],
    ['flvxtract', {}, 400, 'condition'],
    ['nobody', { condition: 'DOWN' }, 404, 'no such provider'],
  ])('%s is not changed by %j', async (provider, body, status, message) => {
    const answer = await post(`/sandbox/providers/${provider}`, body)
    expect(answer).toMatchObject({ status, json: { error: { message: expect.stringContaining(message) } } })
  })
})
