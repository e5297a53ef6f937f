import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEncryptedPdf } from '../../../test/support/encrypted-pdf.ts'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { createSteeringScanner } from '../../simulation/steering-scanner.ts'
import { startTestSimulator, type TestSimulator, testStart, toForm, toKeys } from './simulator/start-test-simulator.ts'
import { createAnalysisBody, createStatementContent } from './simulator/statement-content.ts'
import {
  createPlan,
  findSteeringWords,
  readSteering,
  type StatementPlan,
  steeringWords,
} from './simulator/statement-plan.ts'

// provider.test.ts and test/flows test whole analyses, consents, digests, the control, faults and sent webhooks.

const pdf = '%PDF-1.7\nstatement\n%%EOF'
const unknownId = '789e0123-e45b-67c8-d901-234567890abc'
let simulator: TestSimulator

const envelope = (message: string, errors: unknown = null) => ({
  message,
  errors,
  details: null,
  traceId: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/),
})
const invalid = (errors: unknown) => ({ status: 400, json: envelope('Validation failed', errors) })

describe('a request', () => {
  beforeAll(async () => {
    simulator = await startTestSimulator({ speed: 100 })
  })
  afterEach(() => expect(simulator.control.statements()).toEqual([]))
  afterAll(() => simulator.stop())

  const withField = (form: FormData, name: string) => {
    form.append(name, 'text')
    return form
  }
  const withFile = (form: FormData) => {
    form.append('file', new Blob([pdf], { type: 'application/pdf' }), 'b.pdf')
    return form
  }

  test.each<[string, () => FormData, string]>([
    ['no part', () => new FormData(), 'The file field is required.'],
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
  ])('that uploads %s is a 400', async (_, createForm, message) => {
    expect(await simulator.post('/api/statements/upload', createForm())).toMatchObject(invalid({ file: [message] }))
  })

  test('that uploads anything but a complete multipart form is a 400', async () => {
    const path = '/api/statements/upload'
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    const typed = (type: string) => ({ ...simulator.headers, 'content-type': type })
    const upload = (type: string) => simulator.post(path, head + pdf, typed(type))
    const fault = (message: string) => invalid({ file: [message] })
    expect(await upload('multipart/form-data; boundary=b')).toMatchObject(fault('The multipart body is malformed.'))
    expect(await upload('multipart/form-data')).toMatchObject(fault('The multipart body has no boundary.'))
    expect((await simulator.post(path, {})).status).toBe(400)
  })

  const half = 'Both X-Consumer-Key and X-Consumer-Secret are required.'
  test.each<[string, () => Record<string, string>, string]>([
    ['nothing', () => ({}), 'Authentication is required.'],
    ['a key without its secret', () => ({ 'x-consumer-key': simulator.control.organisation.consumerKey }), half],
    ['a secret without its key', () => ({ 'x-consumer-secret': simulator.control.organisation.consumerSecret }), half],
    ['a wrong secret', () => ({ ...simulator.headers, 'x-consumer-secret': 'sk' }), 'The API key pair is invalid.'],
    [
      'both ways',
      () => ({ ...simulator.headers, authorization: 'Bearer x' }),
      'Use either a bearer token or an API key pair, not both.',
    ],
    ['another scheme', () => ({ authorization: 'Basic eDp5' }), 'The access token is invalid or has expired.'],
  ])('with %s is a 401', async (_, toHeaders, message) => {
    const refused = { status: 401, json: envelope(message) }
    expect(await simulator.get('/api/statements', toHeaders())).toMatchObject(refused)
    expect(await simulator.upload(pdf, 'doc_1.pdf', toHeaders())).toMatchObject(refused)
  })

  test('to write with credentials that permit reading only is a 403', async () => {
    const headers = toKeys(simulator.control.addOrganisation({ permissions: 'read' }))
    const refused = { status: 403, json: envelope('Your credentials do not permit this.') }
    expect(await simulator.upload(pdf, 'doc_1.pdf', headers)).toMatchObject(refused)
    expect(await simulator.post('/api/consent/requests', { customerName: 'A' }, headers)).toMatchObject(refused)
    expect((await simulator.get('/api/statements', headers)).status).toBe(200)
  })

  test.each<[string, unknown, unknown]>([
    ['malformed', '{"email":', { $: ['The request body is not valid JSON.'] }],
    ['empty', {}, { email: ['The email field is required.'], password: ['The password field is required.'] }],
    ['too short', { email: 'a@b.example', password: 'short' }, { password: [expect.stringContaining('8 characters')] }],
    ['unknown', { email: 'a@b.example', password: 'long enough', otp: 1 }, { otp: [expect.any(String)] }],
  ])('to log in with a body that is %s is a 400', async (_, body, errors) => {
    expect(await simulator.post('/api/auth/login', body, {})).toMatchObject(invalid(errors))
  })

  test('with a wrong password is a 401, and with JSON of another media type a 400', async () => {
    const { email } = simulator.control.organisation
    const wrong = await simulator.post('/api/auth/login', { email, password: 'wrong-password' }, {})
    expect(wrong).toMatchObject({ status: 401, json: envelope('Invalid email or password.') })
    expect((await simulator.post('/api/auth/login', '{}', { 'content-type': 'text/plain' })).status).toBe(400)
  })

  test('for consent without a customer, or with malformed addresses, is a 400', async () => {
    const body = { customerEmail: 'nobody', redirectUrl: 'ftp://x.example' }
    expect(await simulator.post('/api/consent/requests', body)).toMatchObject(
      invalid({
        customerName: ['The customerName field is required.'],
        customerEmail: ['The customerEmail field is not a valid e-mail address.'],
        redirectUrl: ['The redirectUrl field is not a valid URL.'],
      }),
    )
  })

  test.each([
    '/api/statements?page=0',
    '/api/statements?pageSize=101',
    '/api/statements?page=two',
    '/api/statements?page_size=5',
    '/api/statements/not-a-uuid/analysis',
  ])('to read %s is a 400', async path => {
    expect(await simulator.get(path)).toMatchObject(invalid(expect.any(Object)))
  })

  test.each(['/api/statement', '/', '/api/auth/login', `/api/statements/${unknownId}`, '/join/nothing'])(
    'to read %s is a 404',
    async path => {
      expect((await simulator.get(path)).status).toBe(404)
    },
  )
})

describe('the simulator', () => {
  afterEach(() => simulator.stop())

  test('takes a statement from Processing to Completed with the clock, and shows it to its organisation only', async () => {
    simulator = await startTestSimulator()
    const id = await simulator.uploadId(pdf)
    const path = `/api/statements/${id}`
    expect((await simulator.get(path)).json).toEqual({ id, fileName: 'doc_1.pdf', status: 'Processing' })
    expect((await simulator.get(`${path}/analysis`)).status).toBe(404)
    simulator.clock.advance(9_000)
    const bankName = expect.any(String)
    expect((await simulator.get(path)).json).toEqual({ id, fileName: 'doc_1.pdf', status: 'Completed', bankName })
    const others = toKeys(simulator.control.addOrganisation())
    for (const hidden of [path, `${path}/analysis`]) expect((await simulator.get(hidden, others)).status).toBe(404)
    expect((await simulator.get('/api/statements', others)).json).toEqual({ items: [], total: 0 })
  })

  test.each(['trailer', 'stream'] as const)('cannot read an encrypted PDF (%s)', async form => {
    simulator = await startTestSimulator()
    const id = await simulator.uploadId(createEncryptedPdf({ form }).toString('latin1'))
    simulator.clock.advance(9_000)
    const failed = { status: 'Failed', failureReason: 'The document is password protected.' }
    expect((await simulator.get(`/api/statements/${id}`)).json).toMatchObject(failed)
  })

  test('lists the newest statement first, page by page, with the total', async () => {
    simulator = await startTestSimulator()
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await simulator.uploadId(pdf, name)
    const list = async (page: number) => (await simulator.get(`/api/statements?page=${page}&pageSize=2`)).json
    expect(await list(1)).toMatchObject({ items: [{ fileName: 'c.pdf' }, { fileName: 'b.pdf' }], total: 3 })
    expect(await list(2)).toMatchObject({ items: [{ fileName: 'a.pdf' }], total: 3 })
  })

  const resetAt = Math.ceil(Date.parse(testStart) / 60_000) * 60
  const limitOf = ({ headers }: { headers: Headers }) =>
    ['limit', 'remaining', 'reset'].map(name => Number(headers.get(`x-ratelimit-${name}`)))

  test('answers the eleventh upload of a minute with 429, and has every limit in the headers', async () => {
    simulator = await startTestSimulator()
    expect(limitOf(await simulator.get('/api/statements'))).toEqual([1000, 999, resetAt])
    for (let count = 1; count <= 10; count++) expect((await simulator.upload(pdf)).status).toBe(201)
    const refused = await simulator.upload(pdf)
    expect(refused).toMatchObject({ status: 429, json: { errors: null, details: null } })
    expect(limitOf(refused)).toEqual([10, 0, resetAt])
    simulator.clock.advance(59_000)
    expect(limitOf(await simulator.upload(pdf))).toEqual([10, 9, resetAt + 60])
  })

  test('answers uploads above the monthly quota with 402, without a trace id, until the next month', async () => {
    simulator = await startTestSimulator({ organisation: { monthlyUploads: 1 } })
    await simulator.upload(pdf)
    const refused = await simulator.upload(pdf)
    expect([refused.status, refused.json]).toEqual([
      402,
      {
        message: 'Monthly upload quota exceeded for your current plan.',
        errors: null,
        details: { quotaType: 'MonthlyUploads', limit: 1, used: 1 },
      },
    ])
    simulator.clock.advance(27 * 86_400_000)
    expect((await simulator.upload(pdf)).status).toBe(201)
  })

  test('gives access tokens for 60 minutes, refresh tokens for one use, and five logins a minute', async () => {
    simulator = await startTestSimulator()
    const { email, password } = simulator.control.organisation
    const tokens = z.object({ accessToken: z.string(), refreshToken: z.string() })
    const { accessToken, refreshToken } = tokens.parse(
      (await simulator.post('/api/auth/login', { email, password }, {})).json,
    )
    const statusWith = async (token: string) =>
      (await simulator.get('/api/statements', { authorization: `Bearer ${token}` })).status
    const refresh = () => simulator.post('/api/auth/refresh', { refreshToken }, {})
    expect((await refresh()).status).toBe(200)
    expect((await refresh()).status).toBe(401)
    for (const status of [401, 401, 401, 429])
      expect((await simulator.post('/api/auth/login', { email, password: 'wrong-password' }, {})).status).toBe(status)
    simulator.clock.advance(60 * 60_000 - 1)
    expect(await statusWith(accessToken)).toBe(200)
    simulator.clock.advance(1)
    expect(await statusWith(accessToken)).toBe(401)
  })

  test('has join links that can be used once, within seven days, and names the request in the statement', async () => {
    simulator = await startTestSimulator()
    const request = async () => {
      const body = { customerName: 'A <b>', redirectUrl: 'https://customer.example/back' }
      const { json } = await simulator.post('/api/consent/requests', body)
      return `/join/${z.object({ id: z.guid() }).parse(json).id}`
    }
    const [used, late] = [await request(), await request()]
    expect((await simulator.get(used, {})).text).toContain('Hello A &#60;b&#62;.')
    const joined = await simulator.post(used, '', {})
    expect([joined.status, joined.headers.get('location')]).toEqual([303, 'https://customer.example/back'])
    await simulator.post(used, '', {})
    simulator.clock.advance(7 * 86_400_000)
    expect((await simulator.post(late, '', {})).text).toContain('This link has expired.')
    expect(simulator.control.statements()).toMatchObject([{ consentRequestId: used.slice('/join/'.length) }])
  })
})

test('P9 a webhook has the documented headers and body, is signed over its raw bytes, and is repeated after 2, 4 and 8 s', async () => {
  const received: { readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer }[] = []
  const statuses = [500, 429, 500, 503]
  const receiver = await startLoopbackServer((response, { body, message }) => {
    received.push({ headers: message.headers, body })
    response.writeHead(statuses[received.length - 1] ?? 200).end()
  })
  simulator = await startTestSimulator({ webhookUrl: receiver.url })
  const { webhooks, organisation } = simulator.control
  const statementId = await simulator.uploadId(pdf)
  simulator.clock.advance(9_000)
  const waits: (readonly number[])[] = []
  for (let turn = 1; turn <= 4; turn++) {
    await webhooks.idle()
    waits.push(simulator.clock.waiting())
    simulator.clock.advance(simulator.clock.waiting()[0] ?? 0)
  }
  await simulator.stop()
  await receiver.close()
  expect(waits).toEqual([[2_000], [4_000], [8_000], []])
  expect(received.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2', '3', '4'])
  expect(new Set(received.map(({ body }) => `${body}`)).size).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['x-webhook-delivery-id'])).size).toBe(4)
  const { headers, body } = received[0] ?? { headers: {}, body: Buffer.alloc(0) }
  const event: unknown = JSON.parse(`${body}`)
  expect(event).toMatchObject({
    eventType: 'extraction.completed',
    timestamp: expect.stringMatching(/^2026-03-05T10:00:\d\dZ$/),
    organizationId: organisation.id,
    data: { statementId, fileName: 'doc_1.pdf', status: 'completed', detectedBank: expect.any(String) },
  })
  expect(headers).toMatchObject({
    'user-agent': 'FLVXtract-Webhook/1.0',
    'x-webhook-signature': `sha256=${createHmac('sha256', organisation.webhookSecret).update(body).digest('hex')}`,
    'x-webhook-delivery-id': z.object({ eventId: z.guid() }).parse(event).eventId,
    'x-webhook-event-type': 'extraction.completed',
    'x-webhook-timestamp': expect.stringMatching(/^\d{10}$/),
  })
})

describe('steering', () => {
  test('works with every word that the README lists', () => {
    const readme = readFileSync(new URL('simulator/README.md', import.meta.url), 'utf8')
    for (const word of steeringWords) {
      expect(readme).toContain(`\`${word}\``)
      if (!word.endsWith('-')) expect(findSteeringWords(`march-${word}.pdf`)).toEqual([word])
    }
    expect(readSteering(['empty', 'quota'], new Date())).toEqual({ plan: { transactions: 0 }, quotaExceeded: true })
    expect(findSteeringWords('unfailed-partially-hugestuckness.pdf')).toEqual([])
  })

  test('finds a marker with any chunk boundaries', () => {
    const bytes = Buffer.from('%PDF-1.7\nassay-simulate: slow, partial nonsense\nassay-simulate: empty')
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), sizes => {
        const scanner = createSteeringScanner(steeringWords)
        for (let start = 0, turn = 0; start < bytes.length; turn++) {
          const end = start + (sizes[turn % sizes.length] ?? 1)
          scanner.push(bytes.subarray(start, end))
          start = end
        }
        expect(scanner.words().toSorted()).toEqual(['empty', 'partial', 'slow'])
      }),
    )
  })
})

describe('an analysis', () => {
  const money = z
    .string()
    .regex(/^-?\d+\.\d\d$/)
    .transform(text => BigInt(text.replace('.', '')))
  const shape = z.object({
    header: z.object({
      periodStart: z.iso.date(),
      periodEnd: z.iso.date(),
      openingBalance: money,
      closingBalance: money,
      totalCredits: money,
      totalDebits: money,
      totalTransactions: z.number(),
    }),
    transactions: z.array(
      z.object({ date: z.iso.date(), amount: money, type: z.enum(['credit', 'debit']), balance: money.optional() }),
    ),
  })

  function toText(digest: string, plan: Partial<StatementPlan> = {}): string {
    const whole = { ...createPlan(digest), ...plan }
    const { analysis } = createStatementContent(digest, whole)
    return [...createAnalysisBody(analysis, whole.analysis, whole.memberOrder)].join('')
  }
  /** Reads every amount as text, so that no digit is lost in a float. */
  const read = (text: string) => shape.parse(JSON.parse(text.replaceAll(/:(-?\d+\.\d\d)(?=[,}])/g, ':"$1"')))
  const digests = fc.stringMatching(/^[0-9a-f]{64}$/)
  const counts = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined })

  test('P15 adds up to the cent, in order of date within its period, and is the same for the same digest', () => {
    fc.assert(
      fc.property(digests, counts, (digest, count) => {
        const plan = count === undefined ? {} : { transactions: count }
        const text = toText(digest, plan)
        expect(toText(digest, plan)).toBe(text)
        const { header, transactions } = read(text)
        let balance = header.openingBalance
        let [credits, debits] = [0n, 0n]
        for (const { type, amount, balance: told } of transactions) {
          if (type === 'credit') credits += amount
          else debits += amount
          balance += type === 'credit' ? amount : -amount
          if (told !== undefined) expect(told).toBe(balance)
        }
        expect([credits, debits]).toEqual([header.totalCredits, header.totalDebits])
        expect(header.closingBalance === balance).toBe(createPlan(digest).reconciles)
        expect(transactions).toHaveLength(count ?? header.totalTransactions)
        const dates = [header.periodStart, ...transactions.map(({ date }) => date), header.periodEnd]
        expect(dates).toEqual(dates.toSorted())
      }),
      { numRuns: 15 },
    )
  })

  test('has every flaw of extracted statements in some document', () => {
    const texts = Array.from({ length: 60 }, (_, index) => toText(index.toString(16).padStart(64, '0')))
    for (const flaw of [
      /\{"date"/,
      /"valueDate":null/,
      /"category":"LEVY\/3"/,
      /"amount":0\.00/,
      /"amount":"\d+\.\d\d"/,
      /\u00a0/,
      /\\u0000/,
    ])
      expect(texts.some(text => flaw.test(text))).toBe(true)
    for (const currency of ['NGN', 'EUR', 'GBP', 'INR'])
      expect(texts.some(text => text.includes(`"currency":"${currency}"`))).toBe(true)
  })
})
