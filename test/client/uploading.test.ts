import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  AssayError,
  ConnectionError,
  createRequest,
  InputError,
  type Request,
  sendDocument,
} from '../../client/index.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { pdfOf } from '../support/document-files.ts'
import { createApplicant, openCase } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'

/** More than the socket buffers hold when the receiver does not read. */
const bytes = pdfOf(8_000_000)
const file = new File([Uint8Array.from(bytes)], 'large.pdf')
const stored = {
  documentId: expect.stringMatching(/^doc_/),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  byteSize: bytes.length,
  mediaType: 'application/pdf',
}

let proxy: BreakingProxy
let app: TestApp
let request: Request
let caseId: string

beforeAll(async () => {
  proxy = await startBreakingProxy()
  app = await startApp(() => ({ PUBLIC_URL: proxy.url }))
  proxy.target = app
  // Only uploads go through the breaking proxy.
  request = createRequest({ url: `${app.url}/graphql`, headers: { 'x-api-key': tenantKeys.acme } })
  caseId = await openCase(app.client, await createApplicant(app.client))
})
afterAll(async () => {
  await proxy.stop()
  await app.stop()
})
beforeEach(() => {
  proxy.target = app
  proxy.weather = () => ({})
  // Close connections that an earlier test left open.
  proxy.tear()
})

const wait = async () => {}
const breakFirst = (weather: ReturnType<BreakingProxy['weather']>, times = 1) => {
  const first = proxy.connections
  proxy.weather = nth => (nth < first + times ? weather : {})
}

test('P19 an upload that breaks at any quarter is repeated until it succeeds', async () => {
  const quarters = [1, 2, 3, 4].map(quarter => (quarter * bytes.length) / 4 - 100_000)
  const first = proxy.connections
  proxy.weather = nth => ({ brokenAfter: quarters[nth - first] ?? Number.POSITIVE_INFINITY })
  const parts: number[] = []
  expect(await sendDocument(request, { caseId, file, wait, onProgress: part => parts.push(part) })).toEqual(stored)
  expect(proxy.connections - first).toBe(5)
  expect(parts.filter(part => part === 0)).toHaveLength(4)
  expect(parts.at(-1)).toBe(1)
})

test('P19 an upload whose connection breaks before the answer is found stored', async () => {
  breakFirst({ tornAfter: 1 })
  expect(await sendDocument(request, { caseId, file, wait })).toEqual(stored)
})

test('an upload that never succeeds ends with the error of a broken connection', async () => {
  proxy.target = null
  await expect(sendDocument(request, { caseId, file, wait })).rejects.toBeInstanceOf(ConnectionError)
})

test('an aborted upload is not repeated', async () => {
  const stop = new AbortController()
  breakFirst({ brokenAfter: 1_000_000 })
  const sending = sendDocument(request, { caseId, file, signal: stop.signal, wait: async () => stop.abort() })
  await expect(sending).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test('a refused upload ends with its code and is not repeated', async () => {
  const first = proxy.connections
  const words = new File(['Just words'], 'words.txt')
  await expect(sendDocument(request, { caseId, file: words, wait })).rejects.toThrow(
    expect.objectContaining({ name: 'AssayError', code: 'DOCUMENT_TYPE_UNSUPPORTED' }),
  )
  expect(proxy.connections - first).toBe(1)
})

test('an unknown case is reported before anything is sent', async () => {
  const sending = sendDocument(request, { caseId: 'case_unknown', file })
  await expect(sending).rejects.toSatisfy(
    error => error instanceof InputError && error.userErrors[0]?.code === 'NOT_FOUND',
  )
})

test('a refused request rejects with the error of the server', async () => {
  const stranger = createRequest({ url: `${app.url}/graphql`, headers: { 'x-api-key': 'wrong' } })
  await expect(sendDocument(stranger, { caseId, file })).rejects.toSatisfy(
    error => error instanceof AssayError && error.code === 'UNAUTHENTICATED' && error.correlationId !== null,
  )
})
