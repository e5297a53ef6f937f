import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../../../../test/support/encrypted-pdf.ts'
import { toReply } from '../../../simulation/testing/reply.ts'
import { startTestSimulator, type TestSimulator, toForm } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\nstatement\n%%EOF'
const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const unknownId = '789e0123-e45b-67c8-d901-234567890abc'
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator({ speed: 100 })
})
afterEach(() => simulator.stop())

function envelope(message: string, errors: unknown = null) {
  return { message, errors, details: null, traceId: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/) }
}
function fileFault(message: string) {
  return { status: 400, json: envelope('Validation failed', { file: [message] }) }
}

test('an upload answers 201 with a processing statement under the name it was given', async () => {
  const reply = await simulator.upload(pdf, 'märz 2026.pdf')
  expect(reply).toMatchObject({ status: 201, json: { id: uuid, status: 'Processing', fileName: 'märz 2026.pdf' } })
})

test('a statement goes from Processing to Completed with the clock, and then has an analysis', async () => {
  const id = await simulator.uploadId(pdf)
  const path = `/api/statements/${id}`
  expect((await simulator.get(path)).json).toEqual({ id, fileName: 'doc_1.pdf', status: 'Processing' })
  expect(await simulator.get(`${path}/analysis`)).toMatchObject({
    status: 404,
    json: envelope('The analysis is not available yet.'),
  })
  simulator.clock.advance(39)
  expect((await simulator.get(path)).json).toMatchObject({ status: 'Processing' })
  simulator.clock.advance(51)
  expect((await simulator.get(path)).json).toEqual({
    id,
    fileName: 'doc_1.pdf',
    status: 'Completed',
    bankName: expect.any(String),
  })
  expect((await simulator.get(`${path}/analysis`)).status).toBe(200)
})

test.each(['trailer', 'stream'] as const)('an encrypted PDF (%s) is taken, and its statement fails', async form => {
  const id = await simulator.uploadId(createEncryptedPdf({ form }).toString('latin1'))
  simulator.clock.advance(90)
  expect((await simulator.get(`/api/statements/${id}`)).json).toMatchObject({
    status: 'Failed',
    failureReason: 'The document is password protected.',
  })
})

test('the list is newest first, paged, and knows its total', async () => {
  const ids = [await simulator.uploadId(pdf, 'a.pdf'), await simulator.uploadId(pdf, 'b.pdf')]
  const third = await simulator.uploadId(pdf, 'c.pdf')
  const names = z.object({ items: z.array(z.object({ fileName: z.string() })), total: z.number() })
  const first = names.parse((await simulator.get('/api/statements?page=1&pageSize=2')).json)
  expect(first).toEqual({ items: [{ fileName: 'c.pdf' }, { fileName: 'b.pdf' }], total: 3 })
  expect((await simulator.get('/api/statements?page=2&pageSize=2')).json).toEqual({
    items: [{ id: ids[0], fileName: 'a.pdf', status: 'Processing' }],
    total: 3,
  })
  expect(simulator.control.statements()[0]?.id).toBe(third)
})

test.each([
  '/api/statements?page=0',
  '/api/statements?pageSize=101',
  '/api/statements?page=two',
  '/api/statements?page_size=5',
  '/api/statements/upload-1',
  '/api/statements/not-a-uuid/analysis',
])('400 for %s', async path => {
  const reply = await simulator.get(path)
  expect(reply).toMatchObject({ status: 400, json: envelope('Validation failed', expect.any(Object)) })
})

test.each([
  ['GET', '/api/statement'],
  ['GET', '/api/statements/'],
  ['GET', '/'],
  ['DELETE', `/api/statements/${unknownId}`],
  ['PUT', '/api/statements/upload'],
  ['GET', '/api/auth/login'],
])('404 for the unknown route %s %s', async (method, path) => {
  const response = await fetch(simulator.baseUrl + path, { method, headers: simulator.keys })
  expect(await toReply(response)).toMatchObject({ status: 404, json: envelope('Not found.') })
})

test('an unknown statement and another organisation’s are alike 404', async () => {
  const id = await simulator.uploadId(pdf)
  const { consumerKey, consumerSecret } = simulator.control.addOrganisation()
  const others = { 'x-consumer-key': consumerKey, 'x-consumer-secret': consumerSecret }
  const notFound = { status: 404, json: envelope('Statement not found.') }
  expect(await simulator.get(`/api/statements/${unknownId}`)).toMatchObject(notFound)
  expect(await simulator.get(`/api/statements/${id}`, others)).toMatchObject(notFound)
  expect(await simulator.get(`/api/statements/${id}/analysis`, others)).toMatchObject(notFound)
  expect((await simulator.get('/api/statements', others)).json).toEqual({ items: [], total: 0 })
})

const half = 'Both X-Consumer-Key and X-Consumer-Secret are required.'
test.each<[string, (own: TestSimulator) => Record<string, string>, string]>([
  ['nothing', () => ({}), 'Authentication is required.'],
  ['a key without its secret', own => ({ 'x-consumer-key': own.control.organisation.consumerKey }), half],
  ['a secret without its key', own => ({ 'x-consumer-secret': own.control.organisation.consumerSecret }), half],
  ['a wrong secret', own => ({ ...own.keys, 'x-consumer-secret': 'sk_other' }), 'The API key pair is invalid.'],
  [
    'both ways at once',
    own => ({ ...own.keys, authorization: 'Bearer x' }),
    'Use either a bearer token or an API key pair, not both.',
  ],
  ['another scheme', () => ({ authorization: 'Basic eDp5' }), 'The access token is invalid or has expired.'],
])('401 with %s', async (_what, toHeaders, message) => {
  const headers = toHeaders(simulator)
  const refused = { status: 401, json: envelope(message) }
  expect(await simulator.get('/api/statements', headers)).toMatchObject(refused)
  expect(await simulator.upload(pdf, 'doc_1.pdf', headers)).toMatchObject(refused)
  expect(simulator.control.statements()).toEqual([])
})

test('403 where the credentials permit reading only', async () => {
  const reader = simulator.control.addOrganisation({ permissions: 'read' })
  const headers = { 'x-consumer-key': reader.consumerKey, 'x-consumer-secret': reader.consumerSecret }
  const refused = { status: 403, json: envelope('Your credentials do not permit this.') }
  expect(await simulator.upload(pdf, 'doc_1.pdf', headers)).toMatchObject(refused)
  expect(await simulator.post('/api/consent/requests', { customerName: 'A' }, headers)).toMatchObject(refused)
  expect((await simulator.get('/api/statements', headers)).status).toBe(200)
})

test('an upload that is not multipart, or has no boundary, is refused', async () => {
  const path = '/api/statements/upload'
  const notMultipart = { 'Content-Type': ['The request body must be multipart/form-data.'] }
  expect(await simulator.post(path, {})).toMatchObject({
    status: 400,
    json: envelope('Validation failed', notMultipart),
  })
  const headers = { ...simulator.keys, 'content-type': 'multipart/form-data' }
  expect(await simulator.post(path, 'x', headers)).toMatchObject(fileFault('The multipart body has no boundary.'))
})

test.each<[string, () => FormData, string]>([
  ['no part at all', () => new FormData(), 'The file field is required.'],
  ['the file under another name', () => toForm(pdf, 'a.pdf', 'document'), 'The part document is not known.'],
  [
    'a field beside the file',
    () => withField(toForm(pdf, 'a.pdf'), 'note'),
    'The part note is not known, or is not a file.',
  ],
  ['a field named file', () => withField(new FormData(), 'file'), 'The part file is not known, or is not a file.'],
  ['bytes that are not a PDF', () => toForm('PK\u0003\u0004', 'a.pdf'), 'The file is not a PDF.'],
  ['an empty file', () => toForm('', 'a.pdf'), 'The file is not a PDF.'],
  ['an image', () => toForm(pdf, 'a.png', 'file', 'image/png'), 'Only PDF files are supported.'],
  ['two files', () => withFile(toForm(pdf, 'a.pdf')), 'Only one file may be uploaded at a time.'],
])('an upload with %s is refused', async (_what, createForm, message) => {
  const url = `${simulator.baseUrl}/api/statements/upload`
  const reply = await toReply(await fetch(url, { method: 'POST', headers: simulator.keys, body: createForm() }))
  expect(reply).toMatchObject(fileFault(message))
  expect(simulator.control.statements()).toEqual([])
})

test('an upload that breaks off makes no statement', async () => {
  const head =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
  const headers = { ...simulator.keys, 'content-type': 'multipart/form-data; boundary=b' }
  const reply = await simulator.post('/api/statements/upload', head + pdf, headers)
  expect(reply).toMatchObject(fileFault('The multipart body is malformed.'))
  expect(simulator.control.statements()).toEqual([])
})

test.each<[string, unknown, unknown]>([
  ['malformed', '{"email":', { $: ['The request body is not valid JSON.'] }],
  ['empty', {}, { email: ['The email field is required.'], password: ['The password field is required.'] }],
  ['short', { email: 'a@b.example', password: 'short' }, { password: ['Password must be at least 8 characters.'] }],
  ['unknown', { email: 'a@b.example', password: 'long enough', otp: 1 }, { otp: [expect.any(String)] }],
])('400 for a login with a body that is %s', async (_what, body, errors) => {
  const reply = await simulator.post('/api/auth/login', body, {})
  expect(reply).toMatchObject({ status: 400, json: envelope('Validation failed', errors) })
})

test('400 for JSON that does not call itself so', async () => {
  const reply = await simulator.post('/api/auth/login', '{}', { 'content-type': 'text/plain' })
  const errors = { 'Content-Type': ['The request body must be application/json.'] }
  expect(reply).toMatchObject({ status: 400, json: envelope('Validation failed', errors) })
})

test('P14 the journal has each request, and the digest of the bytes an upload brought', async () => {
  await simulator.upload(pdf, 'doc_1.pdf')
  await simulator.get('/api/statements?page=1')
  expect(simulator.control.journal).toMatchObject([
    {
      operation: 'upload',
      method: 'POST',
      path: '/api/statements/upload',
      headers: simulator.keys,
      upload: { fileName: 'doc_1.pdf', digest: createHash('sha256').update(pdf).digest('hex'), byteSize: pdf.length },
      status: 201,
    },
    { operation: 'list', method: 'GET', path: '/api/statements?page=1', upload: null, status: 200 },
  ])
})

function withField(form: FormData, name: string): FormData {
  form.append(name, 'text')
  return form
}

function withFile(form: FormData): FormData {
  form.append('file', new Blob([pdf], { type: 'application/pdf' }), 'b.pdf')
  return form
}
