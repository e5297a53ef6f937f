import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { readParts } from '../../../test/support/read-parts.ts'
import { type Answer, type Answering, json, type Sent, startAnswering } from '../../../test/support/start-answering.ts'
import { createSubmissionDocument } from '../../../test/support/submission-job.ts'
import { AppError } from '../../errors.ts'
import type { SubmissionDocument } from '../analysis-driver.ts'
import type { FlvxtractCredentials } from './config.ts'
import { createFlvxtractDatasource } from './datasource.ts'
import { flvxtract } from './provider.ts'

const keyPair: FlvxtractCredentials = { kind: 'key-pair', consumerKey: 'flvx_test', consumerSecret: 'sk_test' }
const login: FlvxtractCredentials = { kind: 'login', email: 'ops@example.com', password: 'p' }

/** A datasource and a vendor that answers as `respond` says. */
async function setUp(respond: Answering, credentials = keyPair) {
  const { http, ...vendor } = await startAnswering(flvxtract, respond)
  return { ...vendor, datasource: createFlvxtractDatasource({ http, credentials, now: vendor.clock.now }) }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe('an upload', () => {
  test('P14 is one PDF part with unchanged bytes under the name that Assay gives it, and the key pair as only credential', async () => {
    const bytes = randomBytes(300_000)
    const { datasource, sent } = await setUp(() => json(201, { id: 'st-1', status: 'Processing', extra: 1 }))
    const answer = await datasource.upload(createSubmissionDocument('doc_1', { bytes, password: 'hunter2' }))
    expect(answer).toEqual({
      kind: 'accepted',
      statement: {
        id: 'st-1',
        status: 'Processing',
        fileName: null,
        bankName: null,
        failureReason: null,
        consentRequestId: null,
      },
    })
    const [request, ...more] = sent
    if (!request) throw new Error('Nothing was sent.')
    expect(more).toEqual([])
    expect(request.line).toBe('POST /api/statements/upload')
    expect(request.headers).toMatchObject({
      accept: 'application/json',
      'x-consumer-key': 'flvx_test',
      'x-consumer-secret': 'sk_test',
    })
    expect(request.headers).not.toHaveProperty('authorization')
    const parts = await readParts(request)
    expect(parts.map(({ content, ...part }) => ({ ...part, digest: sha256(content) }))).toEqual([
      { name: 'file', fileName: 'doc_1.pdf', mediaType: 'application/pdf', digest: sha256(bytes) },
    ])
  })

  test('answered with 200 and only an id is accepted', async () => {
    const { datasource } = await setUp(() => json(200, { id: 'st-1' }))
    expect(await datasource.upload(createSubmissionDocument('doc_1'))).toMatchObject({
      kind: 'accepted',
      statement: { id: 'st-1' },
    })
  })

  test('refused with 400 rejects the document, and the error quotes nothing of the vendor', async () => {
    const { datasource } = await setUp(() => ({
      status: 400,
      body: readFixture(import.meta.dirname, 'validation-error'),
    }))
    const answer = await datasource.upload(createSubmissionDocument('doc_1'))
    expect(answer).toMatchObject({ kind: 'rejected', error: { code: 'PROVIDER_REJECTED', providerCode: '400' } })
    expect(JSON.stringify(answer)).not.toContain('Musterwoman')
  })

  test('refused with 402 is PROVIDER_QUOTA_EXCEEDED and not sent again', async () => {
    const { datasource, sent } = await setUp(() => ({
      status: 402,
      body: readFixture(import.meta.dirname, 'quota-error'),
    }))
    const error = await failureOf(datasource.upload(createSubmissionDocument('doc_1')))
    expect(error).toMatchObject({ code: 'PROVIDER_QUOTA_EXCEEDED', providerCode: 'MonthlyUploads', retryable: false })
    expect(sent).toHaveLength(1)
  })

  test('P12 answered with 500 may have arrived and is not sent again', async () => {
    const { datasource, sent } = await setUp(() => json(500, { message: 'Oops.' }))
    const error = await failureOf(datasource.upload(createSubmissionDocument('doc_1')))
    expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(sent).toHaveLength(1)
  })

  test('P16 answered without an id is a PROVIDER_BAD_RESPONSE', async () => {
    const { datasource } = await setUp(() => json(201, { id: 36, status: 10 }))
    const error = await failureOf(datasource.upload(createSubmissionDocument('doc_1')))
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })

  test('counts against the budget of uploads, so the eleventh in a minute waits', async () => {
    const { datasource, sent, clock } = await setUp(() => json(201, { id: 'st-1', status: 'Processing' }))
    for (let count = 0; count < 10; count += 1) await datasource.upload(createSubmissionDocument('doc_1'))
    const error = await failureOf(clock.run(datasource.upload(createSubmissionDocument('doc_1'))))
    expect(error).toMatchObject({ code: 'PROVIDER_RATE_LIMITED' })
    expect(sent).toHaveLength(10)
  })
})

describe('a login', () => {
  /** A vendor whose n-th login or refresh issues `access-n`, and which accepts only `access-2` and later. */
  function createVendor() {
    let issued = 0
    return ({ line, headers }: Sent): Answer => {
      if (line.includes('/api/auth/')) {
        issued += 1
        return json(200, { accessToken: `access-${issued}`, refreshToken: `refresh-${issued}` })
      }
      if (headers.authorization === 'Bearer access-1') return json(401, { message: 'Expired.' })
      if (line.endsWith('/analysis')) return { status: 200, body: readFixture(import.meta.dirname, 'analysis') }
      return json(200, { id: 'st-1', status: 'Processing' })
    }
  }

  test('answered with 401 once leads to a refresh and a second, identical upload', async () => {
    const bytes = randomBytes(10_000)
    const { datasource, sent } = await setUp(createVendor(), login)
    await datasource.upload(createSubmissionDocument('doc_1', { bytes }))
    expect(sent.map(request => [request.line, request.headers.authorization])).toEqual([
      ['POST /api/auth/login', undefined],
      ['POST /api/statements/upload', 'Bearer access-1'],
      ['POST /api/auth/refresh', undefined],
      ['POST /api/statements/upload', 'Bearer access-2'],
    ])
    const [part] = sent[3] ? await readParts(sent[3]) : []
    expect(part?.content.equals(bytes)).toBe(true)
    expect(sent[3]?.headers).not.toHaveProperty('x-consumer-key')
  })

  test('answered with 401 once leads to a refresh and a second, identical call for the analysis', async () => {
    const { datasource, sent } = await setUp(createVendor(), login)
    const parts = await Array.fromAsync(datasource.analysis('st-1'))
    expect(parts).toHaveLength(8)
    expect(sent.map(request => request.line)).toEqual([
      'POST /api/auth/login',
      'GET /api/statements/st-1/analysis',
      'POST /api/auth/refresh',
      'GET /api/statements/st-1/analysis',
    ])
  })

  test('answered with 401 twice throws PROVIDER_UNAUTHORIZED', async () => {
    const { datasource, sent } = await setUp(
      ({ line }) => (line.includes('/api/auth/') ? json(200, { accessToken: 'a', refreshToken: 'r' }) : json(401, {})),
      login,
    )
    expect(await failureOf(datasource.get('st-1'))).toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
    expect(sent).toHaveLength(4)
  })
})

describe('a key pair', () => {
  test('answered with 401 throws PROVIDER_UNAUTHORIZED at once', async () => {
    const { datasource, sent } = await setUp(() => json(401, { message: 'No.' }))
    expect(await failureOf(datasource.get('st-1'))).toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
    expect(sent).toHaveLength(1)
  })
})

describe('a statement', () => {
  test('is requested by its encoded id', async () => {
    const { datasource, sent } = await setUp(() =>
      json(200, { id: 'a/b?c', status: 'Failed', fileName: 'doc_1.pdf', errorMessage: ' Unsupported. ', bankName: 7 }),
    )
    expect(await datasource.get('a/b?c')).toEqual({
      id: 'a/b?c',
      status: 'Failed',
      fileName: 'doc_1.pdf',
      bankName: null,
      failureReason: 'Unsupported.',
      consentRequestId: null,
    })
    expect(sent.map(request => request.line)).toEqual(['GET /api/statements/a%2Fb%3Fc'])
  })

  test('that no longer exists is RESULT_EXPIRED', async () => {
    const { datasource } = await setUp(() => json(404, { message: 'Not found.' }))
    expect(await failureOf(datasource.get('st-1'))).toMatchObject({ code: 'RESULT_EXPIRED', retryable: false })
  })

  test.each([
    ['an HTML page', '<html></html>'],
    ['empty', ''],
    ['truncated', '{"id":"st-1","status":"Comp'],
    ['without a status', '{"id":"st-1"}'],
    ['an object with members of other types', '{"id":36,"status":10}'],
    ['null', 'null'],
  ])('P16 whose answer is %s is a PROVIDER_BAD_RESPONSE', async (_, body) => {
    const { datasource } = await setUp(() => ({ status: 200, body }))
    expect(await failureOf(datasource.get('st-1'))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

describe('the list', () => {
  const item = { id: 'st-1', status: 'Completed', fileName: 'doc_1.pdf' }
  const parsed = { ...item, bankName: null, failureReason: null, consentRequestId: null }

  test('is requested page by page', async () => {
    const { datasource, sent } = await setUp(() => json(200, { items: [item], total: 51 }))
    expect(await datasource.list(2)).toEqual({ items: [parsed], total: 51 })
    expect(sent.map(request => request.line)).toEqual(['GET /api/statements?page=2&pageSize=50'])
  })

  test('may be a bare list of items that have only an id', async () => {
    const { datasource } = await setUp(() => json(200, [item, { id: 'st-2' }]))
    expect(await datasource.list(1)).toEqual({
      items: [parsed, { ...parsed, id: 'st-2', status: '', fileName: null }],
      total: null,
    })
  })

  test('names the consent request of a statement', async () => {
    const { datasource } = await setUp(() => json(200, [{ ...item, consentRequestId: 'con-1' }]))
    expect(await datasource.list(1)).toEqual({ items: [{ ...parsed, consentRequestId: 'con-1' }], total: null })
  })

  test.each([
    ['no list', { items: 'list', total: {} }],
    ['a list with an item without id', [item, {}]],
    ['null', null],
  ])('P16 that is %s throws PROVIDER_BAD_RESPONSE, because a statement may be missing from it', async (_, value) => {
    const { datasource } = await setUp(() => json(200, value))
    expect(await failureOf(datasource.list(1))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

describe('a consent request', () => {
  const request = { customer: { name: 'Testine Müster', email: 'testine@example.com' }, redirectUrl: null }
  const made = { id: 'con-1', joinLink: 'https://vendor.example/join/con-1', status: 'Pending' }
  const unknown = { code: 'SUBMISSION_OUTCOME_UNKNOWN', retryable: true }

  test('sends the customer’s name, and the return address if there is one', async () => {
    const { datasource, sent } = await setUp(() => json(201, { ...made, expiresAt: '2026-03-12T10:00:00+01:00' }))
    const redirectUrl = 'https://app.example.com/back'
    expect(await datasource.requestConsent({ ...request, redirectUrl })).toEqual({
      id: 'con-1',
      joinLink: 'https://vendor.example/join/con-1',
      expiresAt: new Date('2026-03-12T09:00:00Z'),
    })
    await datasource.requestConsent({ customer: { name: 'X', email: null }, redirectUrl: null })
    expect(sent.map(({ line, headers, body }) => [line, headers['content-type'], JSON.parse(body.toString())])).toEqual(
      [
        [
          'POST /api/consent/requests',
          'application/json',
          { customerName: 'Testine Müster', customerEmail: 'testine@example.com', redirectUrl },
        ],
        ['POST /api/consent/requests', 'application/json', { customerName: 'X' }],
      ],
    )
  })

  test.each([undefined, null, 'soon', 1_773_309_601, '2026-03-12T10:00:00'])(
    'P16 whose expiry is %s has none',
    async expiresAt => {
      const { datasource } = await setUp(() => json(200, { ...made, expiresAt }))
      expect(await datasource.requestConsent(request)).toMatchObject({ expiresAt: null })
    },
  )

  test.each([
    [400, 'PROVIDER_REJECTED'],
    [401, 'PROVIDER_UNAUTHORIZED'],
    [402, 'PROVIDER_QUOTA_EXCEEDED'],
    [403, 'PROVIDER_FORBIDDEN'],
    [429, 'PROVIDER_RATE_LIMITED'],
  ])('that is refused with %i throws %s and was not made', async (status, code) => {
    const { datasource, sent } = await setUp(() => json(status, { message: 'Testine Müster is not welcome.' }))
    const error = await failureOf(datasource.requestConsent(request))
    expect(error).toMatchObject({ code })
    expect(error.message).not.toContain('Testine')
    expect(sent).toHaveLength(1)
  })

  test.each([
    ['500', { status: 500, body: '{}' }],
    ['502 as HTML', { status: 502, body: '<html></html>' }],
    ['a redirection', { status: 302, body: '' }],
    ['an HTML page', { status: 201, body: '<html></html>' }],
    ['nothing', { status: 201, body: '' }],
    ['half an answer', { status: 201, body: '{"id":"con-1","joinLi' }],
    ['no id', { status: 201, body: JSON.stringify({ joinLink: made.joinLink }) }],
    ['no link', { status: 201, body: JSON.stringify({ id: 'con-1' }) }],
    [
      'a link into a private network',
      { status: 201, body: JSON.stringify({ id: 'con-1', joinLink: 'https://user:secret@127.0.0.1/' }) },
    ],
    [
      'a link that is not a page',
      { status: 201, body: JSON.stringify({ id: 'con-1', joinLink: 'javascript:alert(1)' }) },
    ],
  ])('P12 answered with %s is not repeated and throws SUBMISSION_OUTCOME_UNKNOWN', async (_, answer) => {
    const { datasource, sent } = await setUp(() => answer)
    expect(await failureOf(datasource.requestConsent(request))).toMatchObject(unknown)
    expect(sent).toHaveLength(1)
  })

  test('P12 whose connection is refused was not made', async () => {
    const { datasource, server } = await setUp(() => json(201, made))
    await server.close()
    const error = await failureOf(datasource.requestConsent(request))
    expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryable: true })
  })

  test('P12 was not made if the login before it failed', async () => {
    const { datasource, sent } = await setUp(() => json(403, {}), login)
    expect(await failureOf(datasource.requestConsent(request))).toMatchObject({ code: 'PROVIDER_FORBIDDEN' })
    expect(new Set(sent.map(({ line }) => line))).toEqual(new Set(['POST /api/auth/login']))
  })

  test('P12 was not made if it was refused and the token could not be renewed', async () => {
    let logins = 0
    const { datasource } = await setUp(({ line }) => {
      if (line === 'POST /api/auth/login' && logins++ === 0) return json(200, { accessToken: 'token' })
      return line === 'POST /api/consent/requests' ? json(401, {}) : json(403, {})
    }, login)
    expect(await failureOf(datasource.requestConsent(request))).toMatchObject({ code: 'PROVIDER_FORBIDDEN' })
  })
})

describe('an analysis', () => {
  test.each([
    [404, 'PROVIDER_BAD_RESPONSE'],
    [403, 'PROVIDER_FORBIDDEN'],
    [400, 'PROVIDER_REJECTED'],
  ])('answered with %i throws %s', async (status, code) => {
    const { datasource } = await setUp(() => json(status, { message: 'No.' }))
    expect(await failureOf(Array.fromAsync(datasource.analysis('st-1')))).toMatchObject({ code })
  })

  test('P16 that is cut off throws PROVIDER_BAD_RESPONSE', async () => {
    const { datasource } = await setUp(() => ({
      status: 200,
      body: readFixture(import.meta.dirname, 'analysis').subarray(0, 900),
    }))
    const error = await failureOf(Array.fromAsync(datasource.analysis('st-1')))
    expect(error).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  })
})

test('a document that cannot be opened throws its own error, and was not sent', async () => {
  const { datasource } = await setUp(() => json(201, { id: 'st-1' }))
  const document: SubmissionDocument = {
    ...createSubmissionDocument('doc_1'),
    open: () => Promise.reject(new AppError('DOCUMENT_NOT_READY', 'The bytes are gone.')),
  }
  expect(await failureOf(datasource.upload(document))).toMatchObject({ code: 'DOCUMENT_NOT_READY' })
})
