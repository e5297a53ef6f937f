import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createAccount } from './accounts.ts'
import { sendForm, startTestSimulator, type TestSimulator, testStart } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\nstatement\n%%EOF'
const objectId = expect.stringMatching(/^[0-9a-f]{24}$/)
let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const siren = { code: { type: 'siren', id: '123456782' } }
const refusal = (status: number, message: string, errors?: unknown) => ({
  status,
  json: { error: { status, message, ...(errors !== undefined && { errors }) } },
})

describe('a request', () => {
  test('is made for a SIREN or a KVK number, and can be asked for again', async () => {
    const { status, json } = await simulator.post('/requests', siren)
    const request = {
      id: objectId,
      ...siren,
      status: 'pending_analysis',
      stage: '1.1',
      creation: '2026-03-05T10:00:01.000Z',
    }
    expect({ status, json }).toEqual({ status: 201, json: { request } })
    const { id } = z.object({ request: z.object({ id: z.string() }) }).parse(json).request
    expect((await simulator.get(`/requests/${id}`)).json).toEqual({ request: { ...request, id } })
    expect(
      await simulator.post('/requests', { code: { type: 'kvk', id: '12345678' }, businessName: 'A' }),
    ).toMatchObject({
      status: 201,
    })
  })

  test.each([
    ['malformed', '{"code":'],
    ['empty', {}],
    ['without a valid SIREN', { code: { type: 'siren', id: '123456789' } }],
    ['with a KVK number too long', { code: { type: 'kvk', id: '123456789' } }],
    ['with an unknown register', { code: { type: 'ein', id: '123456782' } }],
    ['with an unknown member', { ...siren, surprise: 1 }],
  ])('400 for a body that is %s', async (_, body) => {
    expect(await simulator.post('/requests', body)).toMatchObject(refusal(400, 'Validation failed', expect.anything()))
  })

  test('400 for JSON that does not call itself so', async () => {
    const headers = { ...simulator.headers, 'content-type': 'text/plain' }
    expect((await simulator.post('/requests', siren, headers)).status).toBe(400)
  })
})

describe('401', () => {
  test.each([
    ['userId', undefined],
    ['userId', 'somebody'],
    ['sessionToken', undefined],
    ['sessionToken', 'guessed'],
    ['October-Version', undefined],
    ['October-Version', 'latest'],
  ])('with the header %s being %s, at every route', async (name, value) => {
    const { [name]: _, ...rest } = simulator.headers
    const headers = value === undefined ? rest : { ...rest, [name]: value }
    for (const path of ['/requests/1', '/reports', '/reports/1', '/reports/1/download'])
      expect((await simulator.get(path, headers)).status).toBe(401)
    for (const path of ['/requests', '/media', '/media/1'])
      expect((await simulator.post(path, {}, headers)).status).toBe(401)
    expect(simulator.control.requests()).toEqual([])
  })
})

describe('403', () => {
  test('names the permission that is missing', async () => {
    const requestId = await simulator.submit(pdf)
    simulator.clock.advance(20_000)
    const [report] = simulator.control.reports()
    const { userId, sessionToken } = simulator.control.addAccount({ permissions: [] })
    const headers = { ...simulator.headers, userId, sessionToken }
    const missing = refusal(403, 'The permission read_bank_xray_report is missing.')
    for (const path of ['/reports', `/reports/${report?.id}`, `/reports/${report?.id}/download`])
      expect(await simulator.get(path, headers)).toMatchObject(missing)
    for (const path of ['/requests', '/media', `/media/${requestId}`])
      expect(await simulator.post(path, {}, headers)).toMatchObject(
        refusal(403, 'The permission write_requests is missing.'),
      )
  })
})

describe('404', () => {
  test('for whatever is unknown, or another account’s', async () => {
    const requestId = await simulator.submit(pdf)
    simulator.clock.advance(20_000)
    const [report] = simulator.control.reports()
    const [medium] = simulator.control.media()
    const { userId, sessionToken } = simulator.control.addAccount(createAccount())
    const others = { ...simulator.headers, userId, sessionToken }
    for (const [id, headers] of [
      ['65f1c0ffee00000000000001', simulator.headers],
      [null, others],
    ] as const) {
      expect(await simulator.get(`/requests/${id ?? requestId}`, headers)).toMatchObject(
        refusal(404, 'Request not found.'),
      )
      expect(await simulator.get(`/reports/${id ?? report?.id}`, headers)).toMatchObject(
        refusal(404, 'Report not found.'),
      )
      expect(await simulator.get(`/reports/${id ?? report?.id}/download`, headers)).toMatchObject(
        refusal(404, 'Report not found.'),
      )
      const publish = await simulator.post(`/media/${id ?? medium?.id}`, { status: 'online' }, headers)
      expect(publish.status).toBe(404)
      const body = { name: 'other', type: 'document', meta: { name: 'a.pdf', size: 1, type: 'application/pdf' } }
      expect(await simulator.post('/media', { ...body, request: id ?? requestId }, headers)).toMatchObject(
        refusal(404, 'Request not found.'),
      )
    }
    expect((await simulator.get('/reports', others)).json).toEqual({ reports: [] })
  })

  test.each([
    ['GET', '/request/1'],
    ['GET', '/requests/'],
    ['PUT', '/media/1'],
    ['DELETE', '/requests/1'],
    ['GET', '/'],
  ])('for the unknown route %s %s', async (method, path) => {
    const { status } = await fetch(simulator.baseUrl + path, { method, headers: simulator.headers })
    expect(status).toBe(404)
  })
})

describe('a medium', () => {
  test('is a draft with a relative address, and beside it what the store needs', async () => {
    const requestId = await simulator.request()
    const meta = { name: 'doc_1.pdf', size: 20, type: 'application/pdf' }
    const body = { name: 'bank_statement', type: 'document', meta, request: requestId }
    const { status, json } = await simulator.post('/media', body)
    expect({ status, json }).toEqual({
      status: 201,
      json: {
        medium: {
          id: objectId,
          creation: new Date(testStart).toISOString(),
          name: 'bank_statement',
          status: 'draft',
          type: 'document',
          request: requestId,
          url: expect.stringMatching(/^media\/.*Signature=/),
        },
        upload: {
          url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/october-media-sim$/),
          fields: expect.any(Object),
        },
      },
    })
    expect(new URL(z.object({ upload: z.object({ url: z.string() }) }).parse(json).upload.url).origin).not.toBe(
      simulator.baseUrl,
    )
  })

  test.each([
    ['larger than 20 MB', { meta: { name: 'a.pdf', size: 20_000_001, type: 'application/pdf' } }],
    ['empty', { meta: { name: 'a.pdf', size: 0, type: 'application/pdf' } }],
    ['an image', { meta: { name: 'a.png', size: 1, type: 'image/png' } }],
    ['of an unknown name', { name: 'payslip' }],
    ['of an unknown type', { type: 'picture' }],
    ['of an unknown member', { owner: 1 }],
  ])('that is %s is refused', async (_, members) => {
    const request = await simulator.request()
    const meta = { name: 'a.pdf', size: 1, type: 'application/pdf' }
    const body = { name: 'other', type: 'document', meta, request, ...members }
    expect((await simulator.post('/media', body)).status).toBe(400)
    expect(simulator.control.media()).toEqual([])
  })

  test.each([
    ['no status', {}],
    ['another status', { status: 'draft' }],
    ['a year', { status: 'online', meta: { period: 'year' } }],
    ['no date', { status: 'online', meta: { date: '31/01/2026' } }],
    ['an unknown member', { status: 'online', name: 'other' }],
  ])('told %s does not go online', async (_, body) => {
    const draft = await simulator.medium(await simulator.request())
    expect((await simulator.post(`/media/${draft.id}`, body)).status).toBe(400)
    expect(simulator.control.media()).toMatchObject([{ status: 'draft' }])
  })

  test('put online twice is read once', async () => {
    const draft = await simulator.medium(await simulator.request())
    await sendForm(draft, pdf)
    const statuses: unknown[] = []
    for (let count = 0; count < 3; count += 1) {
      const { json } = await simulator.post(`/media/${draft.id}`, { status: 'online', meta: { period: 'month' } })
      statuses.push(z.object({ medium: z.object({ status: z.string() }) }).parse(json).medium.status)
    }
    expect(statuses).toEqual(['online', 'pending_extraction', 'pending_extraction'])
    simulator.clock.advance(20_000)
    expect(simulator.control.reports().filter(report => report.source === 'bank_xray')).toHaveLength(1)
  })

  test('put online without its bytes starts an empty analysis', async () => {
    const requestId = await simulator.request()
    const draft = await simulator.medium(requestId)
    await simulator.post(`/media/${draft.id}`, { status: 'online' })
    simulator.clock.advance(20_000)
    const report = simulator.control.reports().find(one => one.source === 'bank_xray')
    expect((await simulator.get(`/reports/${report?.id}`)).json).toMatchObject({
      report: { raw: { summary: [], allTransactions: [] } },
    })
  })
})

describe('the shape of answers', () => {
  test('may be without envelopes, with whole lists, and with the upload inside', async () => {
    Object.assign(simulator.control.shape, { isWrapped: false, isUploadInside: true, listsWhole: true, upload: 'raw' })
    const { json } = await simulator.post('/requests', siren)
    const { id } = z.object({ id: z.string() }).parse(json)
    const meta = { name: 'a.pdf', size: 1, type: 'application/pdf' }
    const medium = await simulator.post('/media', { name: 'bank_statement', type: 'document', meta, request: id })
    expect(medium.json).toMatchObject({
      id: objectId,
      upload: { method: 'PUT', url: expect.any(String), headers: expect.any(Object) },
    })
    const mediumId = z.object({ id: z.string() }).parse(medium.json).id
    expect((await simulator.post(`/media/${mediumId}`, { status: 'online' })).json).toMatchObject({ id: mediumId })
    simulator.clock.advance(20_000)
    const listed = z
      .array(z.object({ id: z.string(), raw: z.unknown().optional() }))
      .parse((await simulator.get('/reports?source=bank_xray')).json)
    expect(listed).toMatchObject([{ id: objectId, raw: { summary: [] } }])
    expect((await simulator.get(`/reports/${listed[0]?.id}`)).json).toMatchObject({
      id: listed[0]?.id,
      raw: { summary: [] },
    })
  })
})

test('P14 the journal has each request, and the digest of the bytes that the store took', async () => {
  await simulator.submit(pdf)
  expect(
    simulator.control.journal.map(({ operation, status, upload }) => [operation, status, upload?.byteSize ?? null]),
  ).toEqual([
    ['create-request', 201, null],
    ['create-medium', 201, null],
    ['store', 204, pdf.length],
    ['publish', 200, null],
  ])
})
