import { createHash, randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { readParts } from '../../../test/support/read-parts.ts'
import { startAnswering } from '../../../test/support/start-answering.ts'
import { createSubmissionDocument, createSubmissionJob } from '../../../test/support/submission-job.ts'
import { AppError } from '../../errors.ts'
import { createFakeHttp } from '../../http/testing/fake-http.ts'
import { toNotSent } from '../../http/was-not-sent.ts'
import type { CaseMode } from './config.ts'
import { createFinovoxDatasource } from './datasource.ts'
import { finovox } from './provider.ts'
import { approval } from './testing/fake-vendor.ts'

/** A datasource and a vendor that answers as `respond` says. */
async function setUp(respond: (response: ServerResponse) => void, mode: CaseMode = 'asynchronous') {
  const { http, ...vendor } = await startAnswering(finovox, (_, response) => {
    respond(response)
    return undefined
  })
  return { ...vendor, datasource: createFinovoxDatasource({ http, apiKey: 'fnvx_test', mode }) }
}

const answer =
  (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
const json = (status: number, value: unknown) => answer(status, JSON.stringify(value))
const breakOff = (response: ServerResponse) => void response.socket?.resetAndDestroy()
const stopHalfway = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('{"decision": {"status": "appro', () => response.socket?.destroy())
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const folder = createSubmissionJob([createSubmissionDocument('doc_1'), createSubmissionDocument('doc_2')])

describe('a folder', () => {
  test('P14 is one multipart call with the key and every document unchanged, under the names that Assay gives them', async () => {
    const { datasource, sent } = await setUp(json(202, { retrieve_token: 'gAAAAABx', extra: 1 }))
    const bytes = [randomBytes(300_000), randomBytes(70_000)]
    const documents = bytes.map((one, index) =>
      createSubmissionDocument(`doc_${index}`, { bytes: one, password: 'pw' }),
    )
    const job = { ...createSubmissionJob(documents), useCase: 'rental', declared: [{ name: 'A' }, { name: 'B' }] }
    expect(await datasource.submitCase(job)).toEqual({ kind: 'accepted', retrieveToken: 'gAAAAABx' })
    const [request, ...more] = sent
    if (!request) throw new Error('Nothing was sent.')
    expect(more).toEqual([])
    expect(request.line).toBe('POST /case')
    expect(request.headers).toMatchObject({ accept: 'application/json', 'api-key': 'fnvx_test' })
    expect(request.headers).not.toHaveProperty('authorization')
    const [payload, ...files] = await readParts(request)
    expect(payload?.name).toBe('payload')
    expect(payload).not.toHaveProperty('fileName')
    expect(JSON.parse(payload?.content.toString() ?? '')).toEqual({
      analyse_type: ['decision', 'explanation'],
      use_case: 'rental',
      asynchronous: true,
    })
    expect(files.map(({ content, ...file }) => ({ ...file, digest: sha256(content) }))).toEqual([
      ...bytes.map((one, index) => ({
        name: 'documents',
        fileName: `doc_${index}.pdf`,
        mediaType: 'application/pdf',
        digest: sha256(one),
      })),
      ...['{"name":"A"}', '{"name":"B"}'].map((text, index) => ({
        name: 'documents',
        fileName: `form-${index + 1}.json`,
        mediaType: 'application/json',
        digest: sha256(Buffer.from(text)),
      })),
    ])
    expect(request.body.toString('latin1')).not.toContain('Musterwoman')
  })

  test('answered with 200 has its result at once, also in asynchronous mode', async () => {
    const { datasource } = await setUp(answer(200, readFixture(import.meta.dirname, 'result')))
    expect(await datasource.submitCase(folder)).toMatchObject({
      kind: 'answered',
      result: { decision: { status: 'rejected', fraudRisk: 'high' }, shareUrl: expect.stringContaining('/share/') },
    })
  })

  test('P20 keeps its decision, and drops a share link into a private network or with credentials', async () => {
    for (const url of ['https://10.0.0.1/share/1', 'https://user@app.example/share/1', 'http://app.example/share/1']) {
      const body = { ...JSON.parse(readFixture(import.meta.dirname, 'result').toString()), share_link: { url } }
      const http = createFakeHttp(() => ({ status: 200, json: body }))
      const datasource = createFinovoxDatasource({ http, apiKey: 'k', mode: 'synchronous' })
      expect(await datasource.submitCase(folder)).toMatchObject({
        result: { decision: { status: 'rejected' }, shareUrl: null },
      })
    }
  })

  test.each([
    ['asynchronous', 60_000],
    ['synchronous', 300_000],
  ] as const)('in %s mode has %i ms in addition to the time of sending', async (mode, timeoutMs) => {
    const http = createFakeHttp(() => ({ status: 202, json: { retrieve_token: 't' } }))
    await createFinovoxDatasource({ http, apiKey: 'k', mode }).submitCase(folder)
    const [call] = http.calls
    expect(call).toMatchObject({ path: '/case', repeatable: false, timeoutMs })
  })

  test.each([
    [400, 'PROVIDER_REJECTED'],
    [401, 'PROVIDER_UNAUTHORIZED'],
    [403, 'PROVIDER_FORBIDDEN'],
    [413, 'DOCUMENT_TOO_LARGE'],
    [422, 'PROVIDER_REJECTED'],
  ])('refused with %i throws %s, quotes nothing of the answer, and is not sent again', async (status, code) => {
    const { datasource, sent } = await setUp(json(status, { detail: 'Testine Musterwoman has no payslip' }))
    const error = await failureOf(datasource.submitCase(folder))
    expect(error).toMatchObject({ code, retryable: false, provider: 'finovox', providerCode: String(status) })
    expect(`${error.message} ${error.cause}`).not.toContain('Musterwoman')
    expect(sent).toHaveLength(1)
  })
})

describe('P12 a folder may be sent again after', () => {
  test.each([
    ['a 500', answer(500, '<html>', { 'content-type': 'text/html' }), { code: 'PROVIDER_UNAVAILABLE' }],
    ['a 429', answer(429, '', { 'retry-after': '42' }), { code: 'PROVIDER_RATE_LIMITED', retryAfterSeconds: 42 }],
  ])('%s, and the transport does not repeat it', async (_, respond, error) => {
    const { datasource, sent } = await setUp(respond)
    expect(await datasource.submitCase(folder)).toMatchObject({ kind: 'postponed', error })
    expect(sent).toHaveLength(1)
  })

  test('a refused connection', async () => {
    const { datasource, server } = await setUp(answer(202))
    await server.close()
    expect(await datasource.submitCase(folder)).toMatchObject({
      kind: 'postponed',
      error: { code: 'PROVIDER_UNAVAILABLE', retryable: true },
    })
  })

  test('stored bytes that could not be read, so that the request was incomplete', async () => {
    const { datasource, sent } = await setUp(json(202, { retrieve_token: 't' }))
    const lost = new AppError('NOT_FOUND', 'There is no such document.')
    const [first] = folder.documents
    if (!first) throw new Error('There is no document.')
    const documents = [first, { ...first, open: () => Promise.reject(lost) }]
    expect(await datasource.submitCase({ ...folder, documents })).toMatchObject({ kind: 'postponed', error: lost })
    const short = [{ ...first, open: async () => Readable.from([Buffer.from('%PDF')]) }]
    expect(await datasource.submitCase({ ...folder, documents: short })).toMatchObject({
      kind: 'postponed',
      error: { code: 'INTERNAL' },
    })
    expect(sent).toEqual([])
  })

  test('a call that the transport did not send', async () => {
    const held = toNotSent(new AppError('PROVIDER_TIMEOUT', 'Too late.', { provider: 'finovox' }))
    const http = createFakeHttp(() => {
      throw held
    })
    const datasource = createFinovoxDatasource({ http, apiKey: 'k', mode: 'asynchronous' })
    expect(await datasource.submitCase(folder)).toEqual({ kind: 'postponed', error: held })
  })
})

describe('P12 P16 whether the vendor took a folder is unknown after', () => {
  const html = { 'content-type': 'text/html' }
  test.each<[string, (response: ServerResponse) => void]>([
    ['a reset', breakOff],
    ['half an answer', stopHalfway],
    ['a 502', answer(502, '<html>', html)],
    ['a 503', answer(503)],
    ['a 504', answer(504, '<html>', html)],
    ['a 408', answer(408)],
    ['a redirect', answer(302, '', { location: 'https://example.com' })],
    ['a 201', json(201, { retrieve_token: 't' })],
    ['a 204', answer(204)],
    ['a 202 without a token', json(202, { status: 'processing' })],
    ['a 202 with a token of another type', json(202, { retrieve_token: 7 })],
    ['a 202 with a token that is too long', json(202, { retrieve_token: 'x'.repeat(20_000) })],
    ['an empty 202', answer(202)],
    ['an empty 200', answer(200)],
    ['an HTML page with 200', answer(200, '<html>Testine Musterwoman</html>', html)],
    ['truncated JSON', answer(200, '{"decision": {"status": "approved"')],
    ['a result without a decision', json(200, { explanation: [] })],
    ['a result of other types', json(200, { decision: { status: 8, status_fraud: 3, status_validation: {} } })],
    ['a list', json(200, [])],
    ['null', json(200, null)],
    ['10 MB', answer(200, `{"decision": {"status": "approved"}, "x": "${'x'.repeat(10_000_000)}"}`)],
    ['a body that is not UTF-8', answer(200, Buffer.from([0x7b, 0x22, 0xe9, 0x22]))],
  ])('%s', async (_, respond) => {
    const { datasource, sent } = await setUp(respond)
    const error = await failureOf(datasource.submitCase(folder))
    expect(error).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true, provider: 'finovox' })
    expect(`${error.message} ${error.cause}`).not.toContain('Musterwoman')
    expect(sent).toHaveLength(1)
  })

  test('a timeout', async () => {
    const http = createFakeHttp(() => {
      throw new AppError('PROVIDER_TIMEOUT', 'No answer.', { provider: 'finovox' })
    })
    const error = await failureOf(
      createFinovoxDatasource({ http, apiKey: 'k', mode: 'synchronous' }).submitCase(folder),
    )
    expect(error).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN', cause: { code: 'PROVIDER_TIMEOUT' } })
  })
})

describe('a result', () => {
  test('is requested with the key, and the token in JSON', async () => {
    const body = { status: 'approved', status_fraud: 'low', status_validation: 'compliant' }
    const { datasource, sent } = await setUp(json(200, { decision: body }))
    expect(await datasource.retrieve('gAAAAAB"x')).toEqual({ kind: 'answered', result: approval })
    expect(sent).toMatchObject([
      {
        line: 'POST /case/retrieve',
        headers: { 'api-key': 'fnvx_test', 'content-type': 'application/json' },
        body: Buffer.from('{"retrieve_token":"gAAAAAB\\"x"}'),
      },
    ])
  })

  test.each<[string, (response: ServerResponse) => void, string | null, string | null]>([
    ['as documented', json(202, { status: 'processing', run_id: '04_20_12' }), 'processing', '04_20_12'],
    ['with an undocumented status', json(202, { status: 'queued', run_id: null }), 'queued', null],
    ['with members of other types', json(202, { status: 7, run_id: {} }), null, null],
    ['with an empty body', answer(202), null, null],
    ['with an HTML page', answer(202, '<html>'), null, null],
  ])('answered with 202 %s is still running', async (_, respond, status, runId) => {
    const { datasource } = await setUp(respond)
    expect(await datasource.retrieve('t')).toEqual({ kind: 'running', status, runId })
  })

  test.each([
    [401, 'PROVIDER_REJECTED', true],
    [403, 'PROVIDER_REJECTED', true],
    [404, 'RESULT_EXPIRED', false],
    [422, 'PROVIDER_REJECTED', false],
    [500, 'PROVIDER_REJECTED', true],
  ])('refused with %i is not requested again and has failed: %s', async (status, code, retryable) => {
    const { datasource, sent } = await setUp(json(status, { detail: 'Testine Musterwoman' }))
    const refused = await datasource.retrieve('t')
    expect(refused).toMatchObject({ kind: 'failed', error: { code, retryable, providerCode: String(status) } })
    expect(JSON.stringify(refused)).not.toContain('Musterwoman')
    expect(sent).toHaveLength(1)
  })

  test.each<[string, (response: ServerResponse) => void, string]>([
    ['a 429', answer(429), 'PROVIDER_RATE_LIMITED'],
    ['a 502', answer(502), 'PROVIDER_UNAVAILABLE'],
    ['a 503', answer(503), 'PROVIDER_UNAVAILABLE'],
    ['a reset', breakOff, 'PROVIDER_UNAVAILABLE'],
    ['half an answer', stopHalfway, 'PROVIDER_BAD_RESPONSE'],
    ['a redirect', answer(302), 'PROVIDER_BAD_RESPONSE'],
    ['an empty 200', answer(200), 'PROVIDER_BAD_RESPONSE'],
    ['an HTML page with 200', answer(200, '<html>'), 'PROVIDER_BAD_RESPONSE'],
    ['truncated JSON', answer(200, '{"decision": {'), 'PROVIDER_BAD_RESPONSE'],
    ['other types', json(200, { decision: [7] }), 'PROVIDER_BAD_RESPONSE'],
    [
      '10 MB',
      answer(200, `{"decision": {"status": "approved"}, "x": "${'x'.repeat(10_000_000)}"}`),
      'PROVIDER_BAD_RESPONSE',
    ],
  ])('P16 answered with %s throws a retryable error', async (_, respond, code) => {
    const { datasource } = await setUp(respond)
    expect(await failureOf(datasource.retrieve('t'))).toMatchObject({ code, retryable: true, provider: 'finovox' })
  })
})
