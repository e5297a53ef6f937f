import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createStatement } from '../../../test/support/company-job.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { readParts } from '../../../test/support/read-parts.ts'
import { type Answering, json, startAnswering, startRecorder } from '../../../test/support/start-answering.ts'
import { AppError } from '../../errors.ts'
import { createBankXrayDatasource } from './datasource.ts'
import { bankXray } from './provider.ts'
import type { UploadTarget } from './uploads.ts'

const credentials = { userId: 'user-1', sessionToken: 'session-token-1' }

/** A datasource and a vendor that answers as `respond` says. */
async function setUp(respond: Answering) {
  const lines: string[] = []
  const logger = pino({ level: 'debug' }, { write: line => void lines.push(line) })
  const { http, sent, clock } = await startAnswering(bankXray, respond, { logger })
  const datasource = createBankXrayDatasource({ http, credentials, apiVersion: '2024-01-25' })
  return { datasource, sent, clock, log: () => lines.join('') }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const upload = { url: 'http://127.0.0.1:1/bucket', fields: { key: 'k' } }
const garbage: readonly (readonly [string, string])[] = [
  ['an HTML page', '<html></html>'],
  ['empty', ''],
  ['truncated', '{"request":{"id":"q-1"'],
  ['an object without an id', '{"request":{"status":"pending_analysis"}}'],
  ['an object with members of other types', '{"request":{"id":24,"status":{}}}'],
  ['null', 'null'],
  ['a list', '[1]'],
]

describe('every call', () => {
  test('every call has the three headers, and a JSON content type if it has a body', async () => {
    const { datasource, sent } = await setUp(({ line }) => {
      if (line.startsWith('GET /reports?')) return json(200, { reports: [] })
      if (line.endsWith('/download')) return json(200, { bankXrayPdfB64: Buffer.from('%PDF-1.7').toString('base64') })
      if (line.startsWith('GET /reports/')) return json(200, { report: {} })
      return json(200, { request: { id: 'q-1' }, medium: { id: 'm-1' }, upload })
    })
    const document = createStatement('doc_1')
    await datasource.createRequest({ type: 'siren', id: '123456782' })
    await datasource.getRequest('q/1')
    await datasource.createMedium('q-1', document)
    await datasource.publishMedium('m?1', { period: 'month', date: '2026-01-31' })
    await Array.fromAsync(datasource.reports('q-1'))
    await datasource.reportHead('r-1')
    await Array.fromAsync(datasource.transactions('r-1'))
    await buffer((await datasource.reportFile('r#1')).body)
    for (const { headers } of sent)
      expect(headers).toMatchObject({
        accept: 'application/json',
        userid: 'user-1',
        sessiontoken: 'session-token-1',
        'october-version': '2024-01-25',
      })
    expect(
      sent.map(({ line, headers, body }) => [
        line,
        headers['content-type'],
        body.length > 0 ? JSON.parse(`${body}`) : null,
      ]),
    ).toEqual([
      ['POST /requests', 'application/json', { code: { type: 'siren', id: '123456782' } }],
      ['GET /requests/q%2F1', undefined, null],
      [
        'POST /media',
        'application/json',
        {
          name: 'bank_statement',
          type: 'document',
          meta: { name: 'doc_1.pdf', size: document.byteSize, type: 'application/pdf' },
          request: 'q-1',
        },
      ],
      ['POST /media/m%3F1', 'application/json', { status: 'online', meta: { period: 'month', date: '2026-01-31' } }],
      ['GET /reports?source=bank_xray&request=q-1', undefined, null],
      ['GET /reports/r-1', undefined, null],
      ['GET /reports/r-1', undefined, null],
      ['GET /reports/r%231/download', undefined, null],
    ])
  })

  const calls = [
    'createRequest',
    'getRequest',
    'createMedium',
    'publishMedium',
    'reports',
    'reportHead',
    'reportFile',
  ] as const
  type Datasource = Awaited<ReturnType<typeof setUp>>['datasource']
  const make: Record<(typeof calls)[number], (datasource: Datasource) => Promise<unknown>> = {
    createRequest: datasource => datasource.createRequest({ type: 'kvk', id: '12345678' }),
    getRequest: datasource => datasource.getRequest('q-1'),
    createMedium: datasource => datasource.createMedium('q-1', createStatement('doc_1')),
    publishMedium: datasource => datasource.publishMedium('m-1', {}),
    reports: datasource => Array.fromAsync(datasource.reports('q-1')),
    reportHead: datasource => datasource.reportHead('r-1'),
    reportFile: datasource => datasource.reportFile('r-1'),
  }
  const statuses: readonly (readonly [number, string])[] = [
    [302, 'PROVIDER_BAD_RESPONSE'],
    [400, 'PROVIDER_REJECTED'],
    [401, 'PROVIDER_UNAUTHORIZED'],
    [402, 'PROVIDER_QUOTA_EXCEEDED'],
    [403, 'PROVIDER_FORBIDDEN'],
    [429, 'PROVIDER_RATE_LIMITED'],
    [500, 'PROVIDER_UNAVAILABLE'],
    [502, 'PROVIDER_UNAVAILABLE'],
  ]
  test.each(calls.flatMap(call => statuses.map(([status, code]) => [call, status, code] as const)))(
    'P16 %s answered with %i throws %s, whose message quotes nothing of the answer',
    async (call, status, code) => {
      const { datasource, clock } = await setUp(() => ({ status, body: '<b>Testine Musterwoman</b>' }))
      const error = await failureOf(clock.run(make[call](datasource)))
      expect(error).toMatchObject({ code, provider: 'bank-xray' })
      expect(error.message).not.toContain('Testine')
    },
  )

  // An empty report is valid here; progress.ts checks whether a report has content.
  const strict = calls.filter(call => call !== 'reportHead')
  test.each(strict.flatMap(call => garbage.map(([name, body]) => [call, name, body] as const)))(
    'P16 %s answered with a body that is %s throws PROVIDER_BAD_RESPONSE',
    async (call, _, body) => {
      const { datasource } = await setUp(() => ({ status: 200, body }))
      expect(await failureOf(make[call](datasource))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
    },
  )

  test.each([
    ['getRequest', 'RESULT_EXPIRED'],
    ['reports', 'RESULT_EXPIRED'],
    ['reportHead', 'RESULT_EXPIRED'],
    ['reportFile', 'RESULT_EXPIRED'],
    ['createMedium', 'PROVIDER_REJECTED'],
    ['publishMedium', 'PROVIDER_REJECTED'],
  ] as const)('%s answered with 404 throws %s', async (call, code) => {
    const { datasource } = await setUp(() => json(404, {}))
    expect(await failureOf(make[call](datasource))).toMatchObject({ code, retryable: false })
  })

  test.each([
    ['createRequest', 1],
    ['createMedium', 1],
    ['publishMedium', 3],
    ['getRequest', 3],
  ] as const)('P12 %s is sent %i times when each answer is 500', async (call, times) => {
    const { datasource, sent, clock } = await setUp(() => json(500, {}))
    await failureOf(clock.run(make[call](datasource)))
    expect(sent).toHaveLength(times)
  })
})

describe('a request or a medium', () => {
  test.each([
    [{ request: { id: 'q-1', status: 'pending_analysis', stage: '1.1', creator: {} } }],
    [{ id: 'q-1', status: 'pending_analysis', stage: '1.1' }],
  ])('is read with and without its envelope: %j', async answer => {
    const { datasource } = await setUp(() => json(201, answer))
    const made = await datasource.createRequest({ type: 'siren', id: '123456782' })
    expect(made).toEqual({ id: 'q-1', status: 'pending_analysis', stage: '1.1' })
  })

  const raw = { url: 'http://127.0.0.1:1/raw', method: 'PUT' }
  test.each([
    [{ medium: { id: 'm-1', status: 'draft', request: 'q-1' }, upload: raw }],
    [{ medium: { id: 'm-1', upload: raw } }],
    [{ id: 'm-1', name: 'bank_statement', upload: raw }],
  ])('is read with its upload inside it or beside it: %j', async answer => {
    const { datasource } = await setUp(() => json(200, answer))
    expect(await datasource.createMedium('q-1', createStatement('doc_1'))).toEqual({
      mediumId: 'm-1',
      target: { kind: 'raw', url: new URL(raw.url), headers: {} },
    })
  })

  test('gets the name "other" for a document that is not a statement', async () => {
    const { datasource, sent } = await setUp(() => json(200, { medium: { id: 'm-1' }, upload }))
    await datasource.createMedium('q-1', createStatement('doc_1', { kind: 'OTHER' }))
    expect(JSON.parse(`${sent[0]?.body}`)).toMatchObject({ name: 'other' })
  })

  test('P14 never gets the file name that the caller gave', async () => {
    const { datasource, sent } = await setUp(() => json(200, { medium: { id: 'm-1' }, upload }))
    await datasource.createMedium('q-1', createStatement('doc_1', { fileName: 'Testine Musterwoman.pdf' }))
    expect(`${sent[0]?.body}`).not.toContain('Testine')
  })

  test('goes online with only its status when period and date are unknown', async () => {
    const { datasource, sent } = await setUp(() => json(200, { id: 'm-1', status: 'pending_extraction' }))
    await datasource.publishMedium('m-1', {})
    expect(JSON.parse(`${sent[0]?.body}`)).toEqual({ status: 'online' })
  })

  test('that is still a draft after the call throws PROVIDER_BAD_RESPONSE', async () => {
    const { datasource } = await setUp(() => json(200, { medium: { id: 'm-1', status: 'draft' } }))
    expect(await failureOf(datasource.publishMedium('m-1', {}))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

describe('an upload', () => {
  const bytes = randomBytes(300_000)
  const document = createStatement('doc_1', {}, bytes)
  const form = (url: string): UploadTarget => ({
    kind: 'form',
    url: new URL(`${url}/bucket?signature=secret`),
    fields: [
      ['key', 'media/1'],
      ['policy', 'secret-policy'],
    ],
  })
  const rawAt = (url: string): UploadTarget => ({
    kind: 'raw',
    url: new URL(`${url}/bucket/media/1?signature=secret`),
    headers: { 'Content-Type': 'application/pdf', 'x-amz-server-side-encryption': 'AES256' },
  })
  const targets = [
    ['form', form],
    ['raw', rawAt],
  ] as const

  test('P14 as a form has the fields first and the file last, with its bytes unchanged and the document id as file name', async () => {
    const store = await startRecorder(() => ({ status: 204 }))
    const { datasource } = await setUp(() => json(500, {}))
    expect(await datasource.upload(form(store.url), document)).toBe(true)
    const [request, ...more] = store.sent
    if (!request) throw new Error('Nothing was sent.')
    expect(more).toEqual([])
    expect(request.line).toBe('POST /bucket?signature=secret')
    expect(Number(request.headers['content-length'])).toBe(request.body.length)
    const parts = await readParts(request)
    expect(parts.map(({ content, ...part }) => ({ ...part, digest: sha256(content) }))).toEqual([
      { name: 'key', digest: sha256(Buffer.from('media/1')) },
      { name: 'policy', digest: sha256(Buffer.from('secret-policy')) },
      { name: 'file', fileName: 'doc_1.pdf', mediaType: 'application/pdf', digest: sha256(bytes) },
    ])
  })

  test('P14 as raw bytes has exactly the given headers and a content length', async () => {
    const store = await startRecorder(() => ({ status: 200 }))
    const { datasource } = await setUp(() => json(500, {}))
    expect(await datasource.upload(rawAt(store.url), document)).toBe(true)
    const [request] = store.sent
    expect(request?.line).toBe('PUT /bucket/media/1?signature=secret')
    expect(request?.body.equals(bytes)).toBe(true)
    const { host: _, connection: __, ...headers } = request?.headers ?? {}
    expect(headers).toEqual({
      'content-type': 'application/pdf',
      'x-amz-server-side-encryption': 'AES256',
      'content-length': String(bytes.length),
    })
  })

  test.each(targets)('P20 as %s sends the store no credentials, and the log has no address', async (_, at) => {
    const store = await startRecorder(() => ({ status: 200 }))
    const { datasource, log } = await setUp(() => json(500, {}))
    await datasource.upload(at(store.url), document)
    expect(JSON.stringify(store.sent.map(({ headers }) => headers))).not.toMatch(/user-1|session-token|october/i)
    expect(log()).toContain('upload document')
    expect(log()).not.toContain('secret')
  })

  test.each(targets.flatMap(([name, at]) => [400, 403, 404, 411].map(status => [name, status, at] as const)))(
    'as %s returns false when the store answers %i, so another address can be tried',
    async (_, status, at) => {
      const store = await startRecorder(() => ({ status, body: '<Error/>' }))
      const { datasource } = await setUp(() => json(500, {}))
      expect(await datasource.upload(at(store.url), document)).toBe(false)
    },
  )

  test.each([
    [307, 'PROVIDER_BAD_RESPONSE'],
    [429, 'PROVIDER_RATE_LIMITED'],
    [500, 'PROVIDER_UNAVAILABLE'],
    [503, 'PROVIDER_UNAVAILABLE'],
  ])('P16 answered with %i throws %s, without the address', async (status, code) => {
    const store = await startRecorder(() => ({ status }))
    const { datasource } = await setUp(() => json(500, {}))
    const error = await failureOf(datasource.upload(form(store.url), document))
    expect(error).toMatchObject({ code, retryable: true })
    expect(`${error.message} ${error.cause}`).not.toContain('secret')
    expect(store.sent).toHaveLength(1)
  })

  test('P16 answered with an HTML page throws, whatever the status, because the bytes may not have arrived', async () => {
    const store = await startRecorder((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Please log in.</html>')
    })
    const { datasource } = await setUp(() => json(500, {}))
    const error = await failureOf(datasource.upload(form(store.url), document))
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', retryable: true })
  })

  test('throws the error of a document that cannot be opened', async () => {
    const store = await startRecorder(() => ({ status: 200 }))
    const { datasource } = await setUp(() => json(500, {}))
    const broken = { ...document, open: () => Promise.reject(new AppError('NOT_FOUND', 'Gone.')) }
    for (const at of [form, rawAt])
      expect(await failureOf(datasource.upload(at(store.url), broken))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the list of reports', () => {
  const item = { id: 'r-1', request: 'q-1', source: 'bank_xray', creation: '2026-02-03T08:15:08.000Z' }
  const parsed = { ...item, creation: new Date(item.creation) }
  const bare = { id: 'r-2', request: null, source: null, creation: null }
  const listOf = async (body: string) => {
    const { datasource } = await setUp(() => ({ status: 200, body }))
    return Array.fromAsync(datasource.reports('q-1'))
  }

  test.each([
    ['in an envelope', (list: unknown) => ({ total: 2, reports: list, page: 1 })],
    ['bare', (list: unknown) => list],
  ])('is read %s, with whole reports and when empty', async (_, wrap) => {
    const raw = {
      summary: [{}],
      allTransactions: Array.from({ length: 2_000 }, () => ({ amount: 1, label: 'x'.repeat(50) })),
    }
    expect(
      await listOf(
        JSON.stringify(
          wrap([
            { ...item, raw },
            { id: 'r-2', creation: 7 },
          ]),
          null,
          2,
        ),
      ),
    ).toEqual([parsed, bare])
    expect(await listOf(`\n ${JSON.stringify(wrap([]))}`)).toEqual([])
  })

  test.each([
    ['another object', '{"error":"none"}'],
    ['no list', '{"reports":"list"}'],
    ['an object instead of a list', '{"reports":{"a":{"id":7}}}'],
    ['a text', '"reports"'],
    ['a list with a report without an id', '{"reports":[{"source":"bank_xray"}]}'],
    ['a list with a report of another type', '[null]'],
    ['a long page', `<html>${' '.repeat(10_000)}</html>`],
    ['a long answer without a list', JSON.stringify({ filler: 'x'.repeat(10_000) })],
    ['broken off', '{"reports":[{"id":"r-1"}'],
  ])('P16 that is %s throws PROVIDER_BAD_RESPONSE, because a report may be missing from it', async (_, body) => {
    expect(await failureOf(listOf(body))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

describe('a report', () => {
  test('is read without its transactions, and its transactions without the rest', async () => {
    const { datasource } = await setUp(() => ({ status: 200, body: readFixture(import.meta.dirname, 'report') }))
    const head = await datasource.reportHead('r-1')
    expect(head).toMatchObject({ source: 'bank_xray', riskClass: 4, summary: [{ pageCount: 9 }, { iban: null }] })
    const rows = await Array.fromAsync(datasource.transactions('r-1'))
    expect(rows.map(row => row.amount)).toEqual(['164341.90', '123456789012345.60', '-15', '0.00', '3'])
  })
})

describe('the PDF of a report', () => {
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)])
  const answer = {
    fileExtension: 'pdf',
    request: 'q-1',
    report: 'r-1',
    creation: '2021-12-16T08:15:08.000Z',
    bankXrayPdfB64: pdf.toString('base64'),
  }

  test('is decoded unchanged from the answer', async () => {
    const { datasource } = await setUp(() => json(200, answer))
    const file = await datasource.reportFile('r-1')
    expect(file).toMatchObject({ mediaType: 'application/pdf', byteSize: null })
    expect((await buffer(file.body)).equals(pdf)).toBe(true)
  })

  test.each([
    ['no PDF', Buffer.from('<html>').toString('base64')],
    ['empty', ''],
    ['a PDF that is cut off', Buffer.from('%PD').toString('base64')],
    ['null', null],
  ])('P16 that is %s throws PROVIDER_BAD_RESPONSE before any byte is returned', async (_, bankXrayPdfB64) => {
    const { datasource } = await setUp(() => json(200, { ...answer, bankXrayPdfB64 }))
    expect(await failureOf(datasource.reportFile('r-1'))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })

  test('P16 that is cut off later ends with an error of the body, never as a shorter file', async () => {
    const { datasource } = await setUp(() => ({ status: 200, body: JSON.stringify(answer).slice(0, 200_000) }))
    const { body } = await datasource.reportFile('r-1')
    expect(await failureOf(buffer(body))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })

  test('the error of a 403 names the missing permission', async () => {
    const { datasource } = await setUp(() => json(403, {}))
    const error = await failureOf(datasource.reportFile('r-1'))
    expect(error).toMatchObject({ code: 'PROVIDER_FORBIDDEN', retryable: false })
    expect(error.message).toContain('read_bank_xray_report')
  })
})
