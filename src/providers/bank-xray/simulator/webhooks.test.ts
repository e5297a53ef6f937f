import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LoopbackServer, startLoopbackServer } from '../../../http/testing/loopback-server.ts'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

const pdf = '%PDF-1.7\nstatement'
let simulator: TestSimulator
let receiver: LoopbackServer
let received: { readonly signature: unknown; readonly body: Buffer }[]
/** What the receiver answers; the last of them again and again. */
let answers: number[]

beforeEach(async () => {
  received = []
  answers = [200]
  receiver = await startLoopbackServer((response, { body, message }) => {
    received.push({ signature: message.headers['x-october-signature'], body })
    response.writeHead((answers.length > 1 ? answers.shift() : answers[0]) ?? 200).end()
  })
  simulator = await startTestSimulator({ webhookUrl: `${receiver.url}/webhooks/bank-xray` })
})
afterEach(async () => {
  await simulator.stop()
  await receiver.close()
})

async function read(): Promise<string> {
  const requestId = await simulator.submit(pdf)
  simulator.clock.advance(20_000)
  await simulator.control.webhooks.idle()
  return requestId
}

test('P9 every report is announced, whichever X-Ray it is from, signed over the raw bytes', async () => {
  const requestId = await read()
  const expected = simulator.control.reports().map(({ id }) => ({ event: 'new_report', requestId, reportId: id }))
  expect(received.map(({ body }) => JSON.parse(`${body}`))).toEqual(expected)
  expect(expected).toHaveLength(2)
  for (const { body, signature } of received) {
    const hex = createHmac('sha256', simulator.control.account.webhookKey).update(body).digest('hex')
    expect(signature).toBe(`sha256=${hex}`)
  }
})

test('an announcement that fails is made again after 5 s, 30 s and 2 minutes, and then no more', async () => {
  answers = [500]
  simulator.control.webhooks.enabled = false
  await read()
  simulator.control.webhooks.enabled = true
  simulator.control.addReport({ requestId: simulator.control.requests()[0]?.id ?? '' })
  await simulator.control.webhooks.idle()
  for (const [index, wait] of [5_000, 30_000, 120_000, 600_000].entries()) {
    expect(received).toHaveLength(Math.min(4, index + 1))
    simulator.clock.advance(wait)
    await simulator.control.webhooks.idle()
  }
  expect(received).toHaveLength(4)
  expect(new Set(received.map(({ body }) => `${body}`)).size).toBe(1)
})

test('an announcement that is refused is not made again', async () => {
  answers = [401]
  await read()
  simulator.clock.advance(600_000)
  await simulator.control.webhooks.idle()
  expect(received).toHaveLength(2)
})

test('nothing is announced while that is switched off, or without an address; unsigned it can be, too', async () => {
  const { webhooks } = simulator.control
  webhooks.enabled = false
  await read()
  expect(received).toEqual([])
  webhooks.enabled = true
  webhooks.isSigned = false
  await read()
  expect(received.map(({ signature }) => signature)).toEqual([undefined, undefined])
  webhooks.url = null
  await read()
  expect(received).toHaveLength(2)
  await expect(webhooks.emit({ body: {} })).rejects.toThrow('no address')
})

test('one can be sent by hand: in copies, under another key, with any body, without a signature', async () => {
  const { webhooks } = simulator.control
  await webhooks.emit({ body: { event: 'ping' }, copies: 3 })
  await webhooks.emit({ body: 'no JSON', signature: 'absent' })
  await webhooks.emit({ body: 'x', signature: 'sha256=00' })
  const attempts = await webhooks.emit({ body: 'x', key: 'other' })
  expect(received.map(({ body }) => `${body}`)).toEqual([
    '{"event":"ping"}',
    '{"event":"ping"}',
    '{"event":"ping"}',
    'no JSON',
    'x',
    'x',
  ])
  expect(received.slice(3, 5).map(({ signature }) => signature)).toEqual([undefined, 'sha256=00'])
  expect(received[5]?.signature).toBe(`sha256=${createHmac('sha256', 'other').update('x').digest('hex')}`)
  expect(attempts).toMatchObject([{ attempt: 1, status: 200 }])
})
