import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createId } from '../../src/domain/ids.ts'
import { documentFiles } from '../support/document-files.ts'
import { SubscriptionRefused } from '../support/graphql-client.ts'
import {
  announceDocument,
  askForAnalysis,
  createApplicant,
  finalState,
  followAnalysis,
  followEvents,
  type Journey,
  openCase,
  prepareCase,
  readLog,
  startJourney,
} from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'

let app: TestApp
/** A finished analysis of the tenant `acme` with its objects. */
let journey: Journey
let ids: Record<'statement' | 'transaction', string>

beforeAll(async () => {
  app = await startApp()
  journey = await startJourney(app.client)
  await finalState(app.client, journey.analysisId)
  const edges = z.array(z.object({ node: z.object({ id: z.string() }) }))
  const shape = z.object({
    statements: z.array(z.object({ id: z.string(), transactions: z.object({ edges }).describe('first: 1') })),
  })
  const [statement] = (await app.client.read('analysis', journey.analysisId, shape)).statements
  ids = { statement: statement?.id ?? '', transaction: statement?.transactions.edges[0]?.node.id ?? '' }
  await createApplicant(app.other)
})
afterAll(() => app.stop())

/** Expects that a refused attempt leaves nothing in the event log and nothing at the vendor. */
async function expectNoTrace(attempt: () => Promise<unknown>): Promise<void> {
  const before = [await readLog(app.client), await readLog(app.other), app.vendor.control.journal.length]
  await attempt()
  expect([await readLog(app.client), await readLog(app.other), app.vendor.control.journal.length]).toEqual(before)
}

describe('P17 objects of another tenant and unknown objects are not found', () => {
  test.each([
    ['applicant', () => journey.applicantId],
    ['case', () => journey.caseId],
    ['document', () => journey.documentId],
    ['analysis', () => journey.analysisId],
    ['statement', () => ids.statement],
    ['transaction', () => ids.transaction],
  ] as const)('P17 %s(id)', async (field, id) => {
    const shape = z.object({ id: z.string() }).nullable()
    expect(await app.client.read(field, id(), shape)).toEqual({ id: id() })
    const idOfAnother = field === 'case' ? createId('applicant') : createId('case')
    for (const wanted of [createId(field), idOfAnother, '', 'x', '%00', "'; drop table analyses", 'x'.repeat(10_000)])
      expect(await app.client.read(field, wanted, shape)).toBeNull()
    expect(await app.other.read(field, id(), shape)).toBeNull()
  })

  test('P17 analysisUpdated and events', async () => {
    const foreign = followAnalysis(app.other, journey.analysisId)
    const refusal = await foreign.next().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(SubscriptionRefused)
    expect(refusal).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    await foreign.stop()
    expect(await readLog(app.other, null, { analysisId: journey.analysisId })).toEqual([])
    expect((await readLog(app.other)).map(event => event.type)).toEqual(['APPLICANT_CREATED'])
  })

  test.each([
    ['openCase', 'applicantId', () => ({ applicantId: journey.applicantId })],
    ['createDocumentUpload', 'caseId', () => ({ caseId: journey.caseId, fileName: 'a.pdf' })],
    ['cancelAnalysis', 'analysisId', () => ({ analysisId: journey.analysisId })],
    ['retryAnalysis', 'analysisId', () => ({ analysisId: journey.analysisId })],
    ['updateApplicant', 'applicantId', () => ({ applicantId: journey.applicantId, displayName: 'Mine' })],
  ] as const)('P17 %s', async (mutation, field, input) => {
    const attempt = async (input: unknown) => (await app.other.mutate(mutation, input, {})).userErrors
    const notFound = [{ code: 'NOT_FOUND', message: expect.any(String), field: [field] }]
    await expectNoTrace(async () => {
      expect(await attempt(input())).toEqual(notFound)
      expect(await attempt({ ...input(), [field]: 'x' })).toEqual(notFound)
    })
  })
})

describe('an invalid analysis is refused with the reason and its field, and leaves no trace', () => {
  const first = ['documents', '0', 'documentId']
  const product = 'STATEMENT_EXTRACTION'
  const of = (documentId: string) => ({ caseId: journey.caseId, product, documents: [{ documentId }] })

  async function refusal(input: unknown, client = app.client) {
    const errors: unknown[] = []
    await expectNoTrace(async () => {
      const { done, userErrors } = await askForAnalysis(client, input)
      expect(done).toBeNull()
      errors.push(...userErrors)
    })
    return errors
  }

  test('of a document that has not been uploaded yet', async () => {
    const { document } = await announceDocument(app.client, { caseId: journey.caseId, fileName: 'a.pdf' })
    expect(await refusal(of(document?.id ?? ''))).toMatchObject([{ code: 'DOCUMENT_NOT_READY', field: first }])
  })

  test('of a document that was refused', async () => {
    const { document, upload } = await announceDocument(app.client, { caseId: journey.caseId, fileName: 'a.pdf' })
    expect((await fetch(upload?.url ?? '', { method: 'PUT', body: '<html></html>' })).status).toBe(415)
    expect(await refusal(of(document?.id ?? ''))).toMatchObject([{ code: 'INVALID_STATE', field: first }])
  })

  test('of a document that its provider does not accept', async () => {
    const { caseId, documentId } = await prepareCase(app.client, documentFiles['image/png'], 'scan.png')
    const input = { caseId, product, documents: [{ documentId }] }
    expect(await refusal(input)).toMatchObject([{ code: 'DOCUMENT_TYPE_UNSUPPORTED' }])
  })

  test.each<[what: string, input: () => unknown, error: unknown]>([
    ['of an unknown document', () => of(createId('document')), { code: 'NOT_FOUND', field: first }],
    ['of a malformed id', () => of('x'), { code: 'NOT_FOUND', field: first }],
    ['of no document', () => ({ ...of('x'), documents: [] }), { code: 'BAD_USER_INPUT', field: ['documents'] }],
    [
      'in an unknown case',
      () => ({ ...of(journey.documentId), caseId: 'x' }),
      { code: 'NOT_FOUND', field: ['caseId'] },
    ],
    [
      'by an unknown provider',
      () => ({ ...of(journey.documentId), provider: 'nobody' }),
      { code: 'PROVIDER_NOT_CONFIGURED', field: ['provider'] },
    ],
    [
      'of a product that the named provider does not offer',
      () => ({ ...of(journey.documentId), provider: 'flvxtract', product: 'BANK_RISK' }),
      { code: 'CAPABILITY_UNSUPPORTED', field: ['provider'] },
    ],
    [
      'of a product that no provider offers',
      () => ({ ...of(journey.documentId), product: 'BANK_RISK' }),
      { code: 'PROVIDER_NOT_CONFIGURED' },
    ],
  ])('%s', async (_what, input, error) => {
    expect(await refusal(input())).toMatchObject([error])
  })

  test('of a document named twice, and of one of another case', async () => {
    const documents = [{ documentId: journey.documentId }, { documentId: journey.documentId }]
    const second = ['documents', '1', 'documentId']
    expect(await refusal({ ...of(''), documents })).toMatchObject([{ code: 'BAD_USER_INPUT', field: second }])
    const caseId = await openCase(app.client, journey.applicantId)
    expect(await refusal({ ...of(journey.documentId), caseId })).toMatchObject([{ code: 'NOT_FOUND', field: first }])
  })

  test('P17 in another tenant’s case', async () => {
    expect(await refusal(of(journey.documentId), app.other)).toMatchObject([{ code: 'NOT_FOUND', field: ['caseId'] }])
  })
})

describe('a cursor of another list is refused', () => {
  const list = 'query ($after: String) { applicants(after: $after) { edges { cursor } } }'
  const log = 'query ($after: Cursor) { events(after: $after) { edges { cursor } } }'
  const cursors = z.record(z.string(), z.object({ edges: z.array(z.object({ cursor: z.string() })) }))

  async function cursorOf(query: string, client = app.client): Promise<string> {
    const [page] = Object.values(await client.ask(cursors, query))
    return page?.edges[0]?.cursor ?? ''
  }
  const forged = (cursor: string) => `${Buffer.from('2:acme').toString('base64url')}.${cursor.split('.')[1]}`

  test.each([
    ['a list', list, log],
    ['the log', log, list],
  ])('of %s: malformed, forged, of another kind, of another tenant', async (_what, query, otherQuery) => {
    const own = await cursorOf(query)
    const wrong = [
      '',
      'x',
      '.',
      `${own}x`,
      own.toUpperCase(),
      forged(own),
      await cursorOf(otherQuery),
      await cursorOf(query, app.other),
    ]
    for (const after of wrong) {
      const { errors, data } = await app.client.answer(query, { after })
      expect(errors?.map(error => error.extensions.code)).toEqual(['BAD_USER_INPUT'])
      expect(data).toBeNull()
    }
  })

  test('in a subscription', async () => {
    for (const after of ['x', await cursorOf(list), await cursorOf(log, app.other)]) {
      const following = followEvents(app.client, after)
      const error = await following.next().catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ name: 'SubscriptionRefused', errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
      await following.stop()
    }
  })
})

test.each([
  ['{ applicants(first: 100000) { totalCount } }', 'first must be from 0 to 500'],
  ['{ events(first: 100000) { edges { cursor } } }', 'first must be from 0 to 500'],
  ['{ applicants(first: 99999999999) { totalCount } }', 'Int cannot represent'],
  ['{ nothing }', 'Cannot query field'],
  ['{ applicants', 'Syntax Error'],
])('%s is refused with the reason', async (query, word) => {
  const { errors } = await app.client.answer(query)
  expect(errors).toMatchObject([{ message: expect.stringContaining(word), extensions: { code: 'BAD_USER_INPUT' } }])
})
