import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../../../test/support/encrypted-pdf.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { createPdf } from '../../simulation/simple-pdf.ts'
import { toReply } from '../../simulation/testing/reply.ts'
import { steering } from './simulator/medium-plan.ts'
import { type Draft, sendForm, startTestSimulator, type TestSimulator } from './simulator/start-test-simulator.ts'
import type { UploadShape } from './simulator/store.ts'

// provider.test.ts and test/flows test whole analyses, all shapes of answers, sums, files, signatures, the control and faults.

const hourMs = 3_600_000
const pdf = '%PDF-1.7\nstatement\n%%EOF'
const digest = createHash('sha256').update(pdf).digest('hex')
const named = (name: string, words = '') => `%PDF-1.7\n% ${name}\n${words && `% assay-simulate: ${words}\n`}`
const siren = { code: { type: 'siren', id: '123456782' } }
const refusal = (status: number, message: string, errors?: unknown) => ({
  status,
  json: { error: { status, message, ...(errors !== undefined && { errors }) } },
})
let simulator: TestSimulator

describe('a request', () => {
  beforeAll(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => expect(simulator.control.media().every(({ status }) => status === 'draft')).toBe(true))
  afterAll(() => simulator.stop())

  test('for a SIREN or a KVK number is a 201 and can be read again', async () => {
    const { status, json } = await simulator.post('/requests', siren)
    const request = { id: expect.stringMatching(/^[0-9a-f]{24}$/), ...siren, status: 'pending_analysis', stage: '1.1' }
    expect({ status, json }).toMatchObject({ status: 201, json: { request } })
    const { id } = z.object({ request: z.object({ id: z.string() }) }).parse(json).request
    expect((await simulator.get(`/requests/${id}`)).json).toEqual(json)
    const kvk = { code: { type: 'kvk', id: '12345678' }, businessName: 'A' }
    expect((await simulator.post('/requests', kvk)).status).toBe(201)
  })

  test.each<[string, unknown]>([
    ['malformed', '{"code":'],
    ['without a valid SIREN', { code: { type: 'siren', id: '123456789' } }],
    ['with an unknown member', { ...siren, surprise: 1 }],
  ])('with a body that is %s is a 400', async (_, body) => {
    expect(await simulator.post('/requests', body)).toMatchObject(refusal(400, 'Validation failed', expect.anything()))
  })

  test('with JSON of another media type, or with an unknown parameter, is a 400', async () => {
    const headers = { ...simulator.headers, 'content-type': 'text/plain' }
    expect((await simulator.post('/requests', siren, headers)).status).toBe(400)
    expect((await simulator.get('/reports?source=bank_xray&page=2')).status).toBe(400)
  })

  test.each([
    ['userId', undefined],
    ['sessionToken', 'guessed'],
    ['October-Version', 'latest'],
  ])('with the header %s being %s is a 401 at every route', async (name, value) => {
    const { [name]: _, ...rest } = simulator.headers
    const headers = value === undefined ? rest : { ...rest, [name]: value }
    for (const path of ['/requests/1', '/reports', '/reports/1', '/reports/1/download'])
      expect((await simulator.get(path, headers)).status).toBe(401)
    for (const path of ['/requests', '/media', '/media/1'])
      expect((await simulator.post(path, {}, headers)).status).toBe(401)
  })

  test.each([
    ['larger than 20 MB', { meta: { name: 'a.pdf', size: 20_000_001, type: 'application/pdf' } }],
    ['an image', { meta: { name: 'a.png', size: 1, type: 'image/png' } }],
    ['of an unknown member', { owner: 1 }],
  ])('for a medium that is %s is a 400', async (_, members) => {
    const request = await simulator.request()
    const meta = { name: 'a.pdf', size: 1, type: 'application/pdf' }
    const body = { name: 'other', type: 'document', meta, request, ...members }
    expect((await simulator.post('/media', body)).status).toBe(400)
  })

  test.each([
    ['no status', {}],
    ['no date', { status: 'online', meta: { date: '31/01/2026' } }],
  ])('to put a medium online with %s is a 400', async (_, body) => {
    const draft = await simulator.medium(await simulator.request())
    expect((await simulator.post(`/media/${draft.id}`, body)).status).toBe(400)
  })

  test.each([
    ['GET', '/request/1'],
    ['PUT', '/media/1'],
  ])('for the unknown route %s %s is a 404', async (method, path) => {
    expect((await simulator.send(method, path)).status).toBe(404)
  })
})

describe('the vendor', () => {
  beforeEach(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => simulator.stop())

  const xrays = () => simulator.control.reports().filter(({ source }) => source === 'bank_xray')
  const rawShape = z.looseObject({
    summary: z.array(z.record(z.string(), z.unknown())),
    allTransactions: z.array(z.unknown()),
  })
  async function lastRaw() {
    const { json } = await simulator.get(`/reports/${xrays().at(-1)?.id}`)
    return z.object({ report: z.object({ raw: rawShape }) }).parse(json).report.raw
  }
  /** Processes one document to its end. */
  async function read(content: string) {
    await simulator.submit(content)
    simulator.clock.advance(48 * hourMs)
    return lastRaw()
  }

  test('names the missing permission with 403', async () => {
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

  test('answers 404 for everything unknown, and for everything of another account', async () => {
    const requestId = await simulator.submit(pdf)
    simulator.clock.advance(20_000)
    const [report] = simulator.control.reports()
    const [medium] = simulator.control.media()
    const { userId, sessionToken } = simulator.control.addAccount()
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

  test('processes a medium once, even if it was put online three times', async () => {
    const draft = await simulator.medium(await simulator.request())
    await sendForm(draft, pdf)
    const statuses: unknown[] = []
    for (let count = 0; count < 3; count += 1) {
      const { json } = await simulator.post(`/media/${draft.id}`, { status: 'online', meta: { period: 'month' } })
      statuses.push(z.object({ medium: z.object({ status: z.string() }) }).parse(json).medium.status)
    }
    expect(statuses).toEqual(['online', 'pending_extraction', 'pending_extraction'])
    simulator.clock.advance(20_000)
    expect(xrays()).toHaveLength(1)
  })

  test('writes no report on a medium that was put online without its bytes', async () => {
    const draft = await simulator.medium(await simulator.request())
    await simulator.post(`/media/${draft.id}`, { status: 'online' })
    simulator.clock.advance(20_000)
    expect(await lastRaw()).toMatchObject({ summary: [], allTransactions: [] })
  })

  test('writes a report after each statement on all statements so far, and reports of another product in between', async () => {
    const requestId = await simulator.submit(named('a'), named('b'), named('c'))
    simulator.clock.advance(20_000)
    expect(xrays().map(({ media }) => media.length)).toEqual([1, 2, 3])
    expect((await lastRaw()).summary.map(({ statementId }) => statementId)).toEqual([1, 2, 3])
    const list = z.object({ reports: z.array(z.object({ source: z.string(), request: z.string() })) })
    const all = list.parse((await simulator.get(`/reports?request=${requestId}`)).json).reports
    expect(all.map(({ source }) => source)).toEqual(Array(3).fill(['doc_xray', 'bank_xray']).flat())
    const own = list.parse((await simulator.get(`/reports?source=bank_xray&request=${requestId}`)).json).reports
    expect(own).toEqual(Array(3).fill({ source: 'bank_xray', request: requestId }))
  })

  test('writes no report while the request holds a draft, and none on an encrypted PDF', async () => {
    const requestId = await simulator.submit(named('a'))
    const draft = await simulator.medium(requestId)
    await simulator.submit(createEncryptedPdf().toString('latin1'))
    simulator.clock.advance(72 * hourMs)
    expect(xrays()).toEqual([])
    await sendForm(draft, named('c'))
    await simulator.post(`/media/${draft.id}`, { status: 'online' })
    simulator.clock.advance(20_000)
    expect(xrays().map(report => report.requestId)).toEqual([requestId, requestId])
  })

  test('writes the same report for the same company and bytes, with the given day and period', async () => {
    const first = await read(named('a'))
    expect(await read(named('a'))).toEqual(first)
    expect(await read(named('b'))).not.toEqual(first)
    const draft = await simulator.medium(await simulator.request())
    await sendForm(draft, named('a'))
    await simulator.post(`/media/${draft.id}`, { status: 'online', meta: { period: 'quarter', date: '2026-03-31' } })
    simulator.clock.advance(20_000)
    expect((await lastRaw()).summary).toMatchObject([{ startDate: '2025-12-31', endDate: '2026-03-31' }])
  })

  test('follows every steering word that the README lists', async () => {
    const readme = readFileSync(new URL('simulator/README.md', import.meta.url), 'utf8')
    for (const word of steering.words) expect(readme).toContain(`\`${word}\``)
    const raw = await read(named('a', 'twin, unreconciled, poor'))
    expect(raw).toMatchObject({ riskClass: 5, bankFlag: { color: 'red', dataSanity: 0 } })
    expect(raw.summary).toMatchObject([{ movements: 'incorrect' }, { movements: 'incorrect' }])
    expect((await read(named('a', 'empty'))).allTransactions).toEqual([])
    await simulator.submit(named('a', 'unread'), named('b'))
    simulator.clock.advance(hourMs)
    expect((await lastRaw()).summary).toHaveLength(1)
  })

  test('repeats a webhook after 5 s, 30 s and 2 minutes, unless it was refused', async () => {
    let [status, count] = [500, 0]
    const receiver = await startLoopbackServer(response => {
      count += 1
      response.writeHead(status).end()
    })
    const { webhooks, addReport } = simulator.control
    webhooks.url = receiver.url
    const requestId = await simulator.request()
    addReport({ requestId })
    for (const [index, wait] of [5_000, 30_000, 120_000, 600_000].entries()) {
      await webhooks.idle()
      expect(count).toBe(Math.min(4, index + 1))
      simulator.clock.advance(wait)
    }
    status = 401
    addReport({ requestId })
    await webhooks.idle()
    simulator.clock.advance(600_000)
    await webhooks.idle()
    expect(count).toBe(5)
    await receiver.close()
  })
})

async function createDraft(upload: UploadShape): Promise<Draft> {
  simulator.control.shape.upload = upload
  return simulator.medium(await simulator.request())
}
async function put(
  { upload }: Draft,
  headers: Readonly<Record<string, string>> = {},
  url = upload.url,
  body: string | ReturnType<Blob['stream']> = pdf,
) {
  const all = { ...upload.headers, ...headers }
  return toReply(
    await fetch(url, { method: 'PUT', headers: all, body, ...(typeof body !== 'string' && { duplex: 'half' }) }),
  )
}
const withField = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  upload: { ...draft.upload, fields: { ...draft.upload.fields, [name]: value } },
})
const refused = (status: number, code: string) => ({ status, text: expect.stringContaining(`<Code>${code}</Code>`) })

describe('the store', () => {
  beforeEach(async () => {
    simulator = await startTestSimulator()
  })
  afterEach(() => simulator.stop())

  test('takes a form or raw bytes at the given address, more than once', async () => {
    const form = await createDraft('form')
    expect((await sendForm(form, pdf)).status).toBe(204)
    expect((await sendForm(form, pdf)).status).toBe(204)
    const raw = await createDraft('raw')
    expect((await put(raw)).status).toBe(200)
    expect(simulator.control.media().map(({ id, file }) => [id, file?.digest])).toEqual([
      [form.id, digest],
      [raw.id, digest],
    ])
  })

  test('refuses a call with the vendor’s headers or any other authorisation', async () => {
    for (const headers of [simulator.headers, { authorization: 'Bearer x' }])
      expect(await put(await createDraft('raw'), headers)).toMatchObject(refused(400, 'InvalidArgument'))
    const { upload } = await createDraft('form')
    const reply = await fetch(upload.url, { method: 'POST', headers: { userId: 'x' }, body: new FormData() })
    expect(await toReply(reply)).toMatchObject(refused(400, 'InvalidArgument'))
  })

  test('refuses an address after 15 minutes, and when a test expires it', async () => {
    const [form, raw] = [await createDraft('form'), await createDraft('raw')]
    simulator.clock.advance(15 * 60_000 - 1)
    expect((await sendForm(form, pdf)).status).toBe(204)
    simulator.clock.advance(1)
    expect(await sendForm(form, pdf)).toMatchObject(refused(403, 'AccessDenied'))
    expect(await put(raw)).toMatchObject(refused(403, 'AccessDenied'))
    const young = await createDraft('form')
    simulator.control.expireUploads()
    expect(await sendForm(young, pdf)).toMatchObject(refused(403, 'AccessDenied'))
    simulator.clock.advance(1)
    expect((await sendForm(await createDraft('form'), pdf)).status).toBe(204)
  })

  test('refuses an address or a form whose signature does not fit', async () => {
    const form = await createDraft('form')
    const raw = await createDraft('raw')
    expect(await sendForm(withField(form, 'key', `media/${raw.id}`), pdf)).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await sendForm(withField(form, 'policy', '9999999999999'), pdf)).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await sendForm(withField(form, 'Content-Type', 'text/plain'), pdf)).toMatchObject(
      refused(403, 'AccessDenied'),
    )
    expect(await put(raw, {}, raw.upload.url.replace(raw.id, form.id))).toMatchObject(
      refused(403, 'SignatureDoesNotMatch'),
    )
    expect(await put(raw, {}, raw.upload.url.replace(/\?.*/, ''))).toMatchObject(refused(403, 'SignatureDoesNotMatch'))
    expect(await put(raw, { 'content-type': 'text/plain' })).toMatchObject(refused(403, 'AccessDenied'))
    expect(simulator.control.media().every(({ file }) => file === null)).toBe(true)
  })

  test('refuses a form whose file is not last, and a body that is not a form', async () => {
    const form = await createDraft('form')
    expect(await sendForm(form, pdf, { note: 'late' })).toMatchObject(refused(400, 'InvalidArgument'))
    expect(await toReply(await fetch(form.upload.url, { method: 'POST', body: 'x' }))).toMatchObject(
      refused(400, 'MalformedPOSTRequest'),
    )
    expect(await toReply(await fetch(form.upload.url, { method: 'POST', body: new FormData() }))).toMatchObject({
      status: 400,
    })
  })

  test('refuses a chunked body', async () => {
    const body = new Blob([pdf]).stream()
    expect(await put(await createDraft('raw'), {}, undefined, body)).toMatchObject(refused(501, 'NotImplemented'))
  })

  test('refuses more than 20 MB', async () => {
    const body = '%PDF-'.padEnd(20_000_001, 'x')
    expect(await put(await createDraft('raw'), {}, undefined, body)).toMatchObject(refused(400, 'EntityTooLarge'))
  })

  test('refuses every other method', async () => {
    const { upload } = await createDraft('raw')
    expect(await toReply(await fetch(upload.url))).toMatchObject(refused(405, 'MethodNotAllowed'))
  })
})

test('a PDF shows its lines, and its table of objects has their offsets', () => {
  const text = createPdf(['a (b) \\ c', 'naïve']).toString('latin1')
  expect(text).toContain('(a \\(b\\) \\\\ c) Tj')
  expect(text).toContain('(na?ve) Tj')
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
  expect(text.slice(start)).toMatch(/^xref\n0 6\n/)
  const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(match => Number(match[1]))
  const starts = offsets.map((offset, index) => text.slice(offset).startsWith(`${index + 1} 0 obj\n`))
  expect(starts).toEqual(Array(5).fill(true))
})
