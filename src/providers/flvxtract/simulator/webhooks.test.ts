import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const pdf = '%PDF-1.7\nstatement'
const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
let simulator: TestSimulator
let receiver: Server
let received: Received[]
/** What the receiver does; the last of them again and again. */
let answers: ((response: ServerResponse) => unknown)[]

beforeEach(async () => {
  received = []
  answers = [response => response.writeHead(200).end()]
  receiver = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await buffer(request) })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response)
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(receiver.address())
  simulator = await startTestSimulator({ webhookUrl: `http://127.0.0.1:${port}/webhooks/flvxtract` })
})
afterEach(async () => {
  await simulator.stop()
  receiver.closeAllConnections()
  await new Promise(resolve => receiver.close(resolve))
})

const respond = (status: number) => (response: ServerResponse) => response.writeHead(status).end()
const breakOff = (response: ServerResponse) => response.destroy()

function bodyOf(one: Received | undefined): unknown {
  return JSON.parse(one?.body.toString() ?? 'null')
}
async function finish(word: string): Promise<string> {
  const id = await simulator.uploadId(pdf, `${word}.pdf`)
  simulator.clock.advance(9_000)
  await simulator.control.webhooks.idle()
  return id
}

test('P9 a completed statement is announced with the documented headers, signed over the raw bytes', async () => {
  const statementId = await finish('plain')
  const [webhook] = received
  const body = webhook?.body ?? Buffer.alloc(0)
  const { webhookSecret, id: organizationId } = simulator.control.organisation
  const eventId = z.object({ eventId: z.string() }).parse(bodyOf(webhook)).eventId
  expect(webhook?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'FLVXtract-Webhook/1.0',
    'x-webhook-signature': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
    'x-webhook-signature-algorithm': 'sha256',
    'x-webhook-delivery-id': eventId,
    'x-webhook-event-type': 'extraction.completed',
    'x-webhook-attempt': '1',
    'x-webhook-timestamp': expect.stringMatching(/^\d{10}$/),
  })
  expect(simulator.variables.FLVXTRACT_WEBHOOK_SECRET).toBe(webhookSecret)
  const share = expect.closeTo(0.95, 1)
  expect(bodyOf(webhook)).toEqual({
    eventType: 'extraction.completed',
    eventId: uuid,
    timestamp: expect.stringMatching(/^2026-03-05T10:00:\d\dZ$/),
    organizationId,
    data: {
      statementId,
      fileName: 'plain.pdf',
      status: 'completed',
      transactionCount: expect.any(Number),
      processingTimeMs: expect.any(Number),
      confidence: { overall: share, ocr: share, extraction: share },
      detectedBank: expect.any(String),
    },
  })
  expect(received).toHaveLength(1)
})

test('failed and partial statements are announced as such', async () => {
  await finish('failed')
  await finish('partial')
  expect(received.map(bodyOf)).toMatchObject([
    {
      eventType: 'extraction.failed',
      data: { status: 'failed', transactionCount: 0, confidence: null, error: { code: 'EXTRACTION_FAILED' } },
    },
    { eventType: 'extraction.partial', data: { status: 'partial', error: { code: 'LOW_CONFIDENCE' } } },
  ])
})

test('attempts follow after 2, 4 and 8 seconds and no more, the same event with a delivery id of its own', async () => {
  answers = [respond(500), respond(429), breakOff, respond(503)]
  await finish('plain')
  const { webhooks } = simulator.control
  const waits: (readonly number[])[] = []
  for (let turn = 1; turn <= 4; turn++) {
    const waiting = simulator.clock.waiting()
    waits.push(waiting)
    simulator.clock.advance(waiting[0] ?? 0)
    await webhooks.idle()
  }
  expect(waits).toEqual([[2_000], [4_000], [8_000], []])
  expect(webhooks.attempts.map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 500],
    [2, 429],
    [3, null],
    [4, 503],
  ])
  expect(new Set(received.map(one => one.body.toString())).size).toBe(1)
  expect(new Set(received.map(one => one.headers['x-webhook-delivery-id'])).size).toBe(4)
  expect(received.map(one => one.headers['x-webhook-attempt'])).toEqual(['1', '2', '3', '4'])
})

test.each([200, 302, 400, 401, 404, 408])('an answer of %i ends the attempts', async status => {
  answers = [respond(status)]
  await finish('plain')
  expect(received).toHaveLength(1)
  expect(simulator.clock.waiting()).toEqual([])
})

test('a receiver that has not answered within 30 seconds is tried again', async () => {
  const asked = Promise.withResolvers<void>()
  answers = [() => asked.resolve(), respond(200)]
  await simulator.uploadId(pdf)
  simulator.clock.advance(9_000)
  await asked.promise
  expect(simulator.clock.waiting().at(0)).toBeGreaterThan(20_000)
  simulator.clock.advance(30_000)
  await simulator.control.webhooks.idle()
  expect(simulator.control.webhooks.attempts).toMatchObject([{ attempt: 1, status: null }])
  simulator.clock.advance(2_000)
  await simulator.control.webhooks.idle()
  expect(simulator.control.webhooks.attempts).toMatchObject([{ status: null }, { attempt: 2, status: 200 }])
})

test('an emitted webhook may lack its signature, carry a wrong one, or come several times', async () => {
  const { webhooks } = simulator.control
  await webhooks.emit({})
  await webhooks.emit({ signature: 'absent' })
  await webhooks.emit({ signature: 'sha256=00', body: 'no JSON', headers: { 'x-webhook-event-type': undefined } })
  const eventId = 'f47ac10b-58cc-4372-a567-0e02b2c3d479'
  await webhooks.emit({ eventType: 'extraction.completed', eventId, data: { statementId: '1' }, copies: 3 })
  expect(bodyOf(received[0])).toMatchObject({ eventType: 'webhook.test', eventId: uuid })
  expect(received[1]?.headers).not.toHaveProperty('x-webhook-signature')
  expect(received[2]?.headers).toMatchObject({ 'x-webhook-signature': 'sha256=00' })
  expect(received[2]?.headers).not.toHaveProperty('x-webhook-event-type')
  expect(received[2]?.body.toString()).toBe('no JSON')
  expect(received.slice(3).map(bodyOf)).toMatchObject([{ eventId }, { eventId }, { eventId }])
})

test('webhooks can be switched off and on, and sent elsewhere', async () => {
  const { webhooks } = simulator.control
  webhooks.enabled = false
  await finish('plain')
  expect(received).toEqual([])
  webhooks.enabled = true
  webhooks.url = `${webhooks.url}/other`
  await finish('plain')
  expect(webhooks.attempts).toMatchObject([{ url: expect.stringMatching(/\/other$/), status: 200 }])
  webhooks.url = null
  await finish('plain')
  expect(received).toHaveLength(1)
})

test('speed divides processing and waits', async () => {
  const { url } = simulator.control.webhooks
  const fast = await startTestSimulator({ webhookUrl: url, speed: 10 })
  answers = [respond(500)]
  await fast.uploadId(pdf)
  const [processing] = fast.clock.waiting()
  expect(processing).toBe(Number(fast.control.statements()[0]?.plan.processingMs) / 10)
  fast.clock.advance(900)
  await fast.control.webhooks.idle()
  expect(fast.clock.waiting()).toEqual([200])
  await fast.stop()
  expect(fast.clock.waiting()).toEqual([])
})
