import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createId } from '../../src/domain/ids.ts'
import { documentFiles } from '../support/document-files.ts'
import {
  announceDocument,
  askForAnalysis,
  finalState,
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

beforeAll(async () => {
  app = await startApp()
  journey = await startJourney(app.client)
  await finalState(app.client, journey.analysisId)
})
afterAll(() => app.stop())

// Ids of other tenants, and cursors, are tested with tenant-isolation and lists.
test.each(['applicant', 'case', 'document', 'analysis', 'statement', 'transaction'] as const)(
  '%s: a malformed id, and one of another kind, is not found',
  async field => {
    const idOfAnother = field === 'case' ? journey.applicantId : journey.caseId
    for (const id of [createId(field), idOfAnother, '', 'x', '%00', "'; drop table analyses", 'x'.repeat(10_000)])
      expect(await app.client.read(field, id, z.object({ id: z.string() }).nullable())).toBeNull()
  },
)

describe('an invalid analysis is refused with the reason and its field, and leaves no trace', () => {
  const first = ['documents', '0', 'documentId']
  const product = 'STATEMENT_EXTRACTION'
  const of = (documentId: string) => ({ caseId: journey.caseId, product, documents: [{ documentId }] })

  async function refusal(input: unknown) {
    const traces = async () => [await readLog(app.client), app.vendor.control.journal.length]
    const before = await traces()
    const { done, userErrors } = await askForAnalysis(app.client, input)
    expect(done).toBeNull()
    expect(await traces()).toEqual(before)
    return userErrors
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
