import { expect, test } from 'vitest'
import type { ReceiveReturn } from '../bank-logins/receive-return.ts'
import { AppError } from '../errors.ts'
import type { ShipmentCallback } from '../shipments/receive-shipment-notice.ts'
import { registerCallbackRoute } from './callback-route.ts'
import { startServerForSuite } from './testing/start-test-server.ts'

const received: ShipmentCallback[] = []

async function receiveShipmentNotice(callback: ShipmentCallback): Promise<void> {
  if (callback.token === 'forged') throw new AppError('NOT_FOUND', 'Nothing is served at this address.')
  if (!callback.query.has('requestid')) throw new AppError('BAD_USER_INPUT', 'The call says nothing.')
  received.push(callback)
}
const receiveReturn: ReceiveReturn = async ({ token }) =>
  token === 'used'
    ? null
    : token === 'good'
      ? new URL('https://app.example.com/back?a=%20b&connection=bks_1#end')
      : 'unknown'
const server = await startServerForSuite({
  routes: [scope => registerCallbackRoute(scope, { receiveReturn, receiveShipmentNotice })],
})

const post = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, { method: 'POST', ...init })

test.each<readonly [string, RequestInit]>([
  ['no body', {}],
  ['a form', { body: new URLSearchParams({ a: 'b' }) }],
  ['a body that is declared as JSON and is not', { body: '{', headers: { 'content-type': 'application/json' } }],
  ['bytes without a type', { body: new Uint8Array(100) }],
])('reads only the query, with %s', async (_what, init) => {
  const before = received.length
  const answer = await post('/callbacks/some-provider/to.ken?requestid=a%20b%3F&success=true&x=?', init)
  expect([answer.status, await answer.json()]).toEqual([200, { received: true }])
  expect(received.slice(before)).toMatchObject([{ providerId: 'some-provider', token: 'to.ken' }])
  expect([...(received.at(-1)?.query ?? [])]).toEqual([
    ['requestid', 'a b?'],
    ['success', 'true'],
    ['x', '?'],
  ])
})

test('a forged address is answered 404, a call without a query 400, a large body 413, and no token is logged', async () => {
  expect((await post('/callbacks/some-provider/forged?requestid=1')).status).toBe(404)
  expect((await post('/callbacks/some-provider/secret-token')).status).toBe(400)
  expect((await post('/callbacks/some-provider/secret-token', { body: 'x'.repeat(20_000) })).status).toBe(413)
  expect(server.log()).toContain('/callbacks/:provider/:token')
  expect(server.log()).not.toContain('secret-token')
})

const get = (token: string) =>
  fetch(`${server.url}/callbacks/some-provider/${token}?userID=another`, { redirect: 'manual' })

test('a browser that comes back is redirected, without caching and without a referrer', async () => {
  const { status, headers } = await get('good')
  expect(status).toBe(303)
  expect(Object.fromEntries(headers)).toMatchObject({
    location: 'https://app.example.com/back?a=%20b&connection=bks_1#end',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
})

test('a browser that comes back twice or too late gets a page that says so, and a forged address is answered 404', async () => {
  const over = await get('used')
  expect([over.status, over.headers.get('content-type')]).toEqual([410, 'text/html; charset=utf-8'])
  expect(await over.text()).toContain('This visit to your bank is over.')
  expect((await get('forged')).status).toBe(404)
  expect((await fetch(`${server.url}/callbacks/some-provider/good`, { method: 'HEAD' })).status).toBe(405)
  expect(server.log()).not.toContain('/good')
})
