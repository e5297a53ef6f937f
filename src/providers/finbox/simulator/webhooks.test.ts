import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LoopbackServer, startLoopbackServer } from '../../../http/testing/loopback-server.ts'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'

let simulator: TestSimulator
let receiver: LoopbackServer
let received: { readonly path: string; readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown }[]

beforeEach(async () => {
  received = []
  receiver = await startLoopbackServer((response, { body, message }) => {
    received.push({ path: message.url ?? '', headers: message.headers, body: JSON.parse(`${body}`) })
    response.end()
  })
  simulator = await startTestSimulator({ webhookUrl: `${receiver.url}/webhooks/finbox` })
})
afterEach(async () => {
  await simulator.stop()
  await receiver.close()
})

async function process(...others: readonly string[]): Promise<string> {
  const id = await simulator.process(...['account-a bank-axis', ...others].map(words => toPdf(words)))
  await simulator.control.webhooks.idle()
  return id
}

test('the webhooks for the end of the uploads and of processing are unsigned and go to the address that ends with the token', async () => {
  simulator.control.client.settings.toRejectAccount = true
  const id = await process('account-b balance-mismatch')
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
    accounts: [{ account_number: expect.stringMatching(/^X+\d{4}$/), account_status: 'PARTIAL', statements: [{}] }, {}],
    session_date_range: { from_date: '05/09/2025', to_date: '05/03/2026' },
  })
  expect(byName.get('ENRICHMENT_NOTIFICATION')).toEqual({
    session_id: id,
    insights_available: false,
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
      expect.objectContaining({ error_code: 'BALANCE_MISMATCH', account_status: 'failed' }),
    ],
    event_name: 'ENRICHMENT_NOTIFICATION',
  })
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

test('an address that ends with a token is kept, and the variables name that token', async () => {
  const own = await startTestSimulator({ webhookUrl: `${receiver.url}/webhooks/finbox/own-token` })
  expect(own.variables.FINBOX_WEBHOOK_TOKEN).toBe('own-token')
  expect(own.control.webhooks.url).toBe(`${receiver.url}/webhooks/finbox/own-token`)
  await own.stop()
})
