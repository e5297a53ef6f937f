import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestSimulator, type TestSimulator } from './start-test-simulator.ts'

let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

async function request(redirectUrl?: string): Promise<{ id: string; path: string }> {
  const reply = await simulator.post('/api/consent/requests', { customerName: 'A <b> & "C"', redirectUrl })
  expect(reply).toMatchObject({ status: 201, json: { status: 'Pending', expiresAt: '2026-03-12T10:00:01.000Z' } })
  const { id, joinLink } = z.object({ id: z.guid(), joinLink: z.string() }).parse(reply.json)
  expect(joinLink).toBe(`${simulator.baseUrl}/join/${id}`)
  return { id, path: `/join/${id}` }
}

test('a customer who follows the join link and agrees brings a statement that names the request', async () => {
  const { id, path } = await request('https://customer.example/back')
  expect((await simulator.get(path, {})).text).toContain('Hello A &#60;b&#62; &#38; &#34;C&#34;.')
  const joined = await simulator.post(path, '', {})
  expect([joined.status, joined.headers.get('location')]).toEqual([303, 'https://customer.example/back'])
  expect((await simulator.get('/api/statements')).json).toMatchObject({
    items: [{ status: 'Processing', consentRequestId: id }],
    total: 1,
  })
})

test('a join link is good once', async () => {
  const { id, path } = await request()
  expect((await simulator.post(path, '', {})).text).toContain('Your statement was shared.')
  await simulator.post(path, '', {})
  expect(simulator.control.share(id)).toBeNull()
  expect(simulator.control.statements()).toHaveLength(1)
})

test('a join link expires after seven days', async () => {
  const { path } = await request()
  simulator.clock.advance(7 * 86_400_000)
  expect((await simulator.post(path, '', {})).text).toContain('This link has expired.')
  expect(simulator.control.statements()).toEqual([])
})

test('what is asked for is on record, and a test may say how long the next link is good', async () => {
  simulator.control.limitNextConsent(1_000)
  const body = { customerName: 'A', customerEmail: 'a@example.com' }
  expect(await simulator.post('/api/consent/requests', body)).toMatchObject({
    json: { expiresAt: '2026-03-05T10:00:02.000Z' },
  })
  await request()
  simulator.clock.advance(1_000)
  expect(simulator.control.consents()).toMatchObject([
    { customerName: 'A <b> & "C"', customerEmail: null, status: 'Pending' },
    { customerName: 'A', customerEmail: 'a@example.com', redirectUrl: null, status: 'Expired' },
  ])
})

test('what a customer shares can be steered', async () => {
  const { id } = await request()
  simulator.control.share(id, { outcome: 'failed' })
  simulator.clock.advance(10_000)
  expect(simulator.control.statements()).toMatchObject([{ status: 'Failed', consentRequestId: id }])
})

test('an unknown join link is 404', async () => {
  expect((await simulator.get('/join/nothing', {})).status).toBe(404)
})

test('400 for a consent request without a customer, or with an address that is none', async () => {
  const reply = await simulator.post('/api/consent/requests', {
    customerEmail: 'nobody',
    redirectUrl: 'ftp://x.example',
  })
  expect(reply).toMatchObject({
    status: 400,
    json: {
      errors: {
        customerName: ['The customerName field is required.'],
        customerEmail: ['The customerEmail field is not a valid e-mail address.'],
        redirectUrl: ['The redirectUrl field is not a valid URL.'],
      },
    },
  })
})
