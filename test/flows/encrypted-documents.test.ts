import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../support/encrypted-pdf.ts'
import { createGraphqlClient, type GraphqlClient } from '../support/graphql-client.ts'
import { askForAnalysis, awaitState, finalState, prepareCase, uniquePdf, uploadDocument } from '../support/journey.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

let node: Awaited<ReturnType<typeof startSandboxNode>>
let client: GraphqlClient
beforeAll(async () => {
  node = await startSandboxNode({ SIMULATOR_SPEED: '100', POLL_SPEEDUP: '100' })
  client = createGraphqlClient(node)
})
afterAll(() => node.stop())

const analysesShape = z.object({ case: z.object({ analyses: z.array(z.unknown()) }) })
const resultShape = z.object({
  analysis: z.object({
    action: z.object({ type: z.string(), documents: z.array(z.object({ id: z.string() })) }).nullable(),
    error: z.object({ code: z.string(), userMessage: z.string() }).nullable(),
    documentResults: z.array(z.object({ status: z.string(), error: z.object({ code: z.string() }).nullable() })),
  }),
})
const result = async (id: string) =>
  (
    await client.ask(
      resultShape,
      `query ($id: ID!) { analysis(id: $id) {
        action { type documents { id } } error { code userMessage } documentResults { status error { code } } } }`,
      { id },
    )
  ).analysis

/** Products and providers that accept no password. */
const refusals = [
  ['STATEMENT_EXTRACTION', 'flvxtract'],
  ['BANK_RISK', 'bank-xray'],
  ['BANK_RISK', null],
  ['DOCUMENT_FRAUD', 'finovox'],
  ['DOCUMENT_FRAUD', null],
] as const

describe('the password of a document', () => {
  test.each(refusals)(
    'is refused for %s (provider: %s) with its field, and no analysis is created',
    async (product, provider) => {
      const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: `${product} ${provider}` }))
      const { documentId: other } = await uploadDocument(client, caseId, uniquePdf())
      const documents = [{ documentId: other }, { documentId, password: 'open sesame' }]
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
      const { case: found } = await client.ask(
        analysesShape,
        'query ($id: ID!) { case(id: $id) { analyses { id } } }',
        { id: caseId },
      )
      expect(found.analyses).toEqual([])
    },
  )

  test('is refused when an analysis is resumed, and the analysis still waits', async () => {
    const { analysisId, documentId } = await extract(createEncryptedPdf({ seed: 'go on' }))
    await awaitState(client, analysisId, ({ status }) => status === 'ACTION_REQUIRED')
    expect(await retry(analysisId, [{ documentId, password: 'open sesame' }])).toMatchObject({
      analysis: null,
      userErrors: [{ code: 'CAPABILITY_UNSUPPORTED', field: ['documents', '0', 'password'] }],
    })
    expect((await result(analysisId)).action).not.toBeNull()
  })

  test('selects a provider that accepts it, if the caller names none', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: 'with its password' }))
    const documents = [{ documentId, password: 'open sesame' }]
    const { done } = await askForAnalysis(client, { caseId, product: 'STATEMENT_EXTRACTION', documents })
    expect(await finalState(client, done?.id ?? '')).toMatchObject({ status: 'COMPLETED' })
    const shape = z.object({ analysis: z.object({ provider: z.object({ id: z.string() }) }) })
    const query = 'query ($id: ID!) { analysis(id: $id) { provider { id } } }'
    expect(await client.ask(shape, query, { id: done?.id })).toEqual({ analysis: { provider: { id: 'finbox' } } })
  })

  test('is accepted only by providers with the option', async () => {
    const shape = z.object({ dataProviders: z.array(z.object({ id: z.string(), options: z.array(z.string()) })) })
    const { dataProviders } = await client.ask(shape, '{ dataProviders { id options } }')
    const taking = dataProviders.filter(({ options }) => options.includes('password'))
    expect(taking.map(({ id }) => id)).toEqual(['finbox'])
  })
})

describe('an encrypted PDF', () => {
  test.each(['trailer', 'stream'] as const)(
    '(%s) makes its extraction wait for an unprotected copy, and completes with it',
    async form => {
      const { analysisId, caseId, documentId } = await extract(createEncryptedPdf({ form, seed: 'extraction' }))
      await awaitState(client, analysisId, ({ status }) => status === 'ACTION_REQUIRED')
      const { action } = await result(analysisId)
      expect(action).toEqual({ type: 'REUPLOAD', documents: [{ id: documentId }] })
      const { documentId: copy } = await uploadDocument(client, caseId, uniquePdf())
      expect(await retry(analysisId, [{ documentId: copy }])).toMatchObject({ userErrors: [] })
      expect(await finalState(client, analysisId)).toMatchObject({ status: 'COMPLETED' })
    },
  )

  test('is refused by the fraud check with a message that asks for no password', async () => {
    const { caseId, documentId } = await prepareCase(client, createEncryptedPdf({ seed: 'fraud' }))
    const input = { caseId, product: 'DOCUMENT_FRAUD', documents: [{ documentId }] }
    const { done } = await askForAnalysis(client, input)
    expect(await finalState(client, done?.id ?? '')).toMatchObject({ status: 'FAILED' })
    const { error } = await result(done?.id ?? '')
    expect(error).toMatchObject({ code: 'PROVIDER_REJECTED' })
    expect(error?.userMessage).not.toMatch(/password/i)
  })
})

async function extract(bytes: Buffer) {
  const prepared = await prepareCase(client, bytes)
  const { caseId, documentId } = prepared
  const { done } = await askForAnalysis(client, {
    caseId,
    product: 'STATEMENT_EXTRACTION',
    documents: [{ documentId }],
  })
  return { ...prepared, analysisId: done?.id ?? '' }
}

async function retry(analysisId: string, documents: readonly unknown[]) {
  const shape = z.object({ retryAnalysis: z.unknown() })
  const query = `mutation ($input: RetryAnalysisInput!) {
    retryAnalysis(input: $input) { analysis { id } userErrors { code message field } }
  }`
  return (await client.ask(shape, query, { input: { analysisId, documents } })).retryAnalysis
}
