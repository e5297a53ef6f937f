import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LoopbackServer, startLoopbackServer } from '../../../http/testing/loopback-server.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'

let simulator: TestSimulator
let receiver: LoopbackServer
let received: { readonly path: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown }[]
/** The status that the receiver answers with. */
let answer: number

beforeEach(async () => {
  received = []
  answer = 200
  receiver = await startLoopbackServer((response, { body, message }) => {
    received.push({ path: message.url ?? '', headers: message.headers, body: JSON.parse(`${body}`) })
    response.writeHead(answer).end()
  })
  simulator = await startTestSimulator({ webhookUrl: `${receiver.url}/webhooks/finbox` })
})
afterEach(async () => {
  await simulator.stop()
  await receiver.close()
})

async function process(): Promise<string> {
  const id = await simulator.process(toPdf('account-a bank-axis'))
  await simulator.control.webhooks.idle()
  return id
}

test('the webhooks for the end of the uploads and of processing are unsigned and go to the address that ends with the token', async () => {
  const id = await process()
  expect(received.map(({ path }) => path)).toEqual(
    Array(2).fill(`/webhooks/finbox/${simulator.variables.FINBOX_WEBHOOK_TOKEN}`),
  )
  expect(Object.keys(received[0]?.headers ?? {}).filter(name => /sign|secret|hash|key|id$/.test(name))).toEqual([])
  // Webhooks are sent in parallel, so they may arrive in either order.
  const byName = new Map(
    received.map(({ body }) => [JSON.stringify(body).match(/"event_name":"([A-Z_]+)"/)?.[1], body]),
  )
  expect(byName.get('SESSION_REQUIREMENT_COMPLETION_NOTIFICATION')).toMatchObject({
    session_id: id,
    message: 'Upload Completed',
    accounts: [{ account_number: expect.stringMatching(/^X+\d{4}$/), account_status: 'PARTIAL', statements: [{}] }],
    session_date_range: { from_date: '05/09/2025', to_date: '05/03/2026' },
  })
  expect(received[1]?.body).toEqual({
    session_id: id,
    insights_available: true,
    accounts: [
      {
        name: expect.any(String),
        account_category: 'individual',
        account_id: simulator.control.sessions()[0]?.accounts[0]?.id,
        bank_name: 'axis',
        error_code: '',
        error_message: '',
        account_status: 'completed',
        attempt_types: ['PDF'],
      },
    ],
    event_name: 'ENRICHMENT_NOTIFICATION',
  })
})

test('a webhook names the failure of an account', async () => {
  simulator.control.client.settings.toRejectAccount = true
  await simulator.process(toPdf('account-a balance-mismatch'))
  await simulator.control.webhooks.idle()
  expect(received.map(({ body }) => body)).toContainEqual(
    expect.objectContaining({
      event_name: 'ENRICHMENT_NOTIFICATION',
      insights_available: false,
      accounts: [expect.objectContaining({ error_code: 'BALANCE_MISMATCH', account_status: 'failed' })],
    }),
  )
})

test('a session that expires without being closed sends one webhook', async () => {
  const id = await simulator.session({ session_expiry: 43_200 })
  await simulator.upload(id, toPdf('account-a'))
  simulator.clock.advance(43_200 * 60_000 - 1)
  await simulator.control.webhooks.idle()
  expect(received).toEqual([])
  simulator.clock.advance(1)
  await simulator.control.webhooks.idle()
  simulator.clock.advance(86_400_000)
  await simulator.control.webhooks.idle()
  expect(received.map(({ body }) => body)).toMatchObject([
    { event_name: 'SESSION_EXPIRY_NOTIFICATION', session_id: id, accounts: [{ statements: [{}] }] },
  ])
})

test('an update without webhook_mode 1 stops session events, an update with it changes their address', async () => {
  const update = (body: unknown) => simulator.post('/session_data/update_webhook/', body)
  const url = `${receiver.url}/elsewhere/secret`
  expect(await update({ webhook_url: url })).toMatchObject({ status: 200, json: { message: 'success' } })
  await process()
  expect(received).toEqual([])
  await update({ webhook_url: url, webhook_mode: 1 })
  await process()
  expect(received.map(({ path }) => path)).toEqual(['/elsewhere/secret', '/elsewhere/secret'])
  for (const body of [
    { webhook_url: 'nowhere', webhook_mode: 1 },
    { webhook_url: url, webhook_mode: 2 },
    { webhook_url: url, x: 1 },
  ])
    expect(await update(body)).toMatchObject({ status: 400, json: { error: { code: 'INVALID_REQUEST' } } })
})

test('a failed webhook is repeated after 5 s, 30 s and 2 minutes; a refused one is not repeated', async () => {
  answer = 500
  const id = await simulator.session({ session_expiry: 5 })
  simulator.clock.advance(300_000)
  await simulator.control.webhooks.idle()
  for (const [index, wait] of [5_000, 30_000, 120_000, 600_000].entries()) {
    expect(received).toHaveLength(Math.min(4, index + 1))
    simulator.clock.advance(wait)
    await simulator.control.webhooks.idle()
  }
  expect(received).toHaveLength(4)
  expect(new Set(received.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(received[0]?.body).toMatchObject({ session_id: id })
  answer = 401
  simulator.control.expire(await simulator.session())
  await simulator.control.webhooks.idle()
  simulator.clock.advance(600_000)
  await simulator.control.webhooks.idle()
  expect(received).toHaveLength(5)
})

test('a test can send a webhook several times and with any body; without an address none is sent', async () => {
  const { webhooks } = simulator.control
  await webhooks.emit({ body: { event_name: 'PING' }, copies: 3 })
  expect(received.map(({ body }) => body)).toEqual(Array(3).fill({ event_name: 'PING' }))
  webhooks.enabled = false
  await process()
  expect(received).toHaveLength(3)
  webhooks.url = null
  await expect(webhooks.emit({ body: {} })).rejects.toThrow('no address')
})

test('an address that ends with a token is kept, and the variables name that token', async () => {
  const own = await startTestSimulator({ webhookUrl: `${receiver.url}/webhooks/finbox/own-token` })
  expect(own.variables.FINBOX_WEBHOOK_TOKEN).toBe('own-token')
  expect(own.control.webhooks.url).toBe(`${receiver.url}/webhooks/finbox/own-token`)
  await own.stop()
})
