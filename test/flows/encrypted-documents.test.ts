import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../support/encrypted-pdf.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import {
  askForAnalysis,
  awaitState,
  finalState,
  prepareCase,
  startAnalysis,
  uniquePdf,
  uploadDocument,
} from '../support/journey.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

let node: Awaited<ReturnType<typeof startSandboxNode>>
let client: GraphqlClient
beforeAll(async () => {
  node = await startSandboxNode({ SIMULATOR_SPEED: '100', POLL_SPEEDUP: '100' })
  client = createGraphqlClient(node)
})
afterAll(() => node.stop())

const id = z.object({ id: z.string() })
const resultShape = z.object({
  action: z.object({ type: z.string(), documents: z.array(id) }).nullable(),
  error: z.object({ code: z.string(), userMessage: z.string() }).nullable(),
  documentResults: z.array(z.object({ status: z.string(), error: z.object({ code: z.string() }).nullable() })),
})
const result = (analysisId: string) => client.read('analysis', analysisId, resultShape)

/** Products and providers that accept no password. */
const refusals = [
  ['STATEMENT_EXTRACTION', 'flvxtract'],
  ['BANK_RISK', 'bank-xray'],
  ['BANK_RISK', null],
  ['DOCUMENT_FRAUD', 'finovox'],
  ['DOCUMENT_FRAUD', null],
] as const

describe('the password of a document', () => {
  test('is refused by products and providers that accept none, with its field, and no analysis is created', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: 'refused' }))
    const { documentId: other } = await uploadDocument(client, caseId, uniquePdf())
    const documents = [{ documentId: other }, { documentId, password: 'open sesame' }]
    for (const [product, provider] of refusals)
      expect(await askForAnalysis(client, { caseId, product, provider, documents })).toEqual({
        done: null,
        userErrors: [
          {
            code: 'CAPABILITY_UNSUPPORTED',
            message: expect.stringContaining('without password protection'),
            field: ['documents', '1', 'password'],
          },
        ],
      })
    expect(await client.read('case', caseId, z.object({ analyses: z.array(id) }))).toEqual({ analyses: [] })
  })

  test('selects a provider that accepts it, if the caller names none', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: 'with its password' }))
    const documents = [{ documentId, password: 'open sesame' }]
    const analysisId = await startAnalysis(client, { caseId, documents })
    expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
    const chosen = await client.read('analysis', analysisId, z.object({ provider: id }))
    expect(chosen).toEqual({ provider: { id: 'finbox' } })
  })

  test('is accepted only by providers with the option', async () => {
    const shape = z.object({ dataProviders: z.array(z.object({ id: z.string(), options: z.array(z.string()) })) })
    const { dataProviders } = await client.ask(shape, '{ dataProviders { id options } }')
    const taking = dataProviders.filter(({ options }) => options.includes('password'))
    expect(taking.map(({ id }) => id)).toEqual(['finbox'])
  })
})

describe('an encrypted PDF', () => {
  test('makes its extraction wait for an unprotected copy, not for a password, and completes with the copy', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ form: 'stream', seed: 'extraction' }))
    const analysisId = await startAnalysis(client, { caseId, documentId })
    await awaitState(client, analysisId, ({ status }) => status === 'ACTION_REQUIRED')
    const action = { type: 'REUPLOAD', documents: [{ id: documentId }] }
    expect((await result(analysisId)).action).toEqual(action)
    expect(await retry(analysisId, [{ documentId, password: 'open sesame' }])).toMatchObject({
      analysis: null,
      userErrors: [{ code: 'CAPABILITY_UNSUPPORTED', field: ['documents', '0', 'password'] }],
    })
    expect((await result(analysisId)).action).toEqual(action)
    const { documentId: copy } = await uploadDocument(client, caseId, uniquePdf())
    expect(await retry(analysisId, [{ documentId: copy }])).toMatchObject({ userErrors: [] })
    expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
  })

  test('is refused by the fraud check with a message that asks for no password', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: 'fraud' }))
    const analysisId = await startAnalysis(client, { caseId, documentId, product: 'DOCUMENT_FRAUD' })
    expect(await finalState(client, analysisId)).toMatchObject({ status: 'FAILED' })
    const { error } = await result(analysisId)
    expect(error).toMatchObject({ code: 'PROVIDER_REJECTED' })
    expect(error?.userMessage).not.toMatch(/password/i)
  })
})

const retry = (analysisId: string, documents: readonly unknown[]) =>
  client.mutate('retryAnalysis', { analysisId, documents }, { analysis: id.nullable() })
