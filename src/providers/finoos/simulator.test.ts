import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { startLoopbackServer } from '../../http/testing/loopback-server.ts'
import { createPdf } from '../../simulation/simple-pdf.ts'
import { addresses, startTestSimulator, type TestSimulator, userIp } from './simulator/start-test-simulator.ts'

// simulator/bank-page.test.ts and simulator/movements.test.ts test the Banking UI and what banks show.

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

const refusal = (status: number, type: string) => ({ status, json: { type, message: expect.any(String) } })
const unauthorized = refusal(401, 'unauthorized')
const forbidden = refusal(403, 'forbidden')
const notFound = refusal(404, 'notFound')
const invalid = refusal(400, 'invalidInput')
const conflict = refusal(409, 'conflict')
const done = { status: 204, text: '' }
const tokens = z.strictObject({
  accessToken: z.string().length(2_423),
  refreshToken: z.string().length(1_728),
  expiresIn: z.literal(300),
  refreshExpiresIn: z.literal(1_800),
})

test('name and secret give a token for 300 seconds, which can be renewed once within 1,800', async () => {
  const { send, clock, control } = await startTestSimulator()
  const { name, secret } = control.customer
  const settings = (authorization: string) => send('GET', '/settings', undefined, { authorization })
  expect(await send('POST', '/auth', { name, secret: 'other' })).toMatchObject(unauthorized)
  const first = tokens.parse((await send('POST', '/auth', { name, secret })).json)
  expect(await settings(`Bearer ${first.accessToken}`)).toMatchObject(unauthorized)
  clock.advance(299_999)
  expect((await settings(first.accessToken)).json).toEqual({
    apiVersion: '2020-06-16',
    name,
    scopes: 'banking,bankingExternal,companies,companiesLogo,contracts,documentShipment,paymentPartnerAnalysis',
  })
  clock.advance(1)
  expect(await settings(first.accessToken)).toMatchObject(unauthorized)
  const refresh = (refreshToken: string) => send('POST', '/auth/refresh', { name, secret, refreshToken })
  const other = control.addCustomer()
  const stolen = { name: other.name, secret: other.secret, refreshToken: first.refreshToken }
  expect(await send('POST', '/auth/refresh', stolen)).toMatchObject(unauthorized)
  const second = tokens.parse((await refresh(first.refreshToken)).json)
  expect((await settings(second.accessToken)).status).toBe(200)
  expect(await refresh(first.refreshToken)).toMatchObject(unauthorized)
  clock.advance(1_800_000)
  expect(await refresh(second.refreshToken)).toMatchObject(unauthorized)
})

test('every answer names its version and the request, and another version is refused', async () => {
  const own = { ...simulator.headers, 'x-request-id': 'trace-1' }
  const { headers } = await simulator.send('GET', '/nowhere', undefined, own)
  expect(Object.fromEntries(headers)).toMatchObject({ 'x-request-id': 'trace-1', 'api-version': '2020-06-16' })
  expect((await simulator.send('POST', '/auth', {})).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  const asked = (version: string) =>
    simulator.send('GET', '/settings', undefined, { ...simulator.headers, 'api-version': version })
  expect((await asked('2020-06-16')).status).toBe(200)
  expect(await asked('2026-01-01')).toMatchObject(invalid)
  expect(await simulator.send('PUT', '/settings')).toMatchObject(notFound)
})

test('a user created without scopes gets all of the account, each billed, and no user gets more than the account has', async () => {
  const { control, send, authenticate } = simulator
  const poor = control.addCustomer({ scopes: ['banking'] })
  const headers = await authenticate(poor)
  expect(await send('POST', '/users', { type: 'person', scopes: ['companies'] }, headers)).toMatchObject(forbidden)
  expect(await send('POST', '/users', { type: 'person', scopes: ['everything'] }, headers)).toMatchObject(invalid)
  expect(await send('POST', '/users', { scopes: [] }, headers)).toMatchObject(invalid)
  const id = z.object({ id: z.string() }).parse((await send('POST', '/users', { type: 'company' }, headers)).json).id
  expect(control.billed.filter(one => one.customer === poor.name)).toEqual([
    { customer: poor.name, userId: id, scope: 'banking' },
  ])
  expect(await send('DELETE', `/users/${id}`)).toMatchObject(notFound)
  expect(await send('POST', `/users/${id}/scopes`, { name: 'companies' }, headers)).toMatchObject(forbidden)
  expect(await send('POST', `/users/${id}/scopes`, { name: 'banking' }, headers)).toMatchObject(conflict)
  expect(await send('DELETE', `/users/${id}/scopes/banking`, undefined, headers)).toMatchObject(done)
  expect(await send('DELETE', `/users/${id}/scopes/banking`, undefined, headers)).toMatchObject(notFound)
  const logins = () => send('GET', `/users/${id}/banking/logins`, undefined, headers)
  expect(await logins()).toMatchObject(forbidden)
  expect(await send('POST', `/users/${id}/scopes`, { name: 'banking' }, headers)).toMatchObject(done)
  expect((await logins()).json).toEqual({ logins: [] })
  expect(await send('DELETE', `/users/${id}`, undefined, headers)).toMatchObject(done)
  expect(await logins()).toMatchObject(notFound)
})

test('users are listed in pages of up to 50, and both parameters are required', async () => {
  const { control, send, authenticate } = simulator
  const headers = await authenticate(control.addCustomer())
  const list = (query: string) => send('GET', `/users${query}`, undefined, headers)
  const user = { type: 'person', scopes: ['banking'] }
  for (let count = 0; count < 3; count++) await send('POST', '/users', user, headers)
  for (const query of ['', '?page=0', '?page=0&perPage=51', '?page=-1&perPage=5', '?page=0&perPage=0'])
    expect(await list(query), query).toMatchObject(invalid)
  const item = { ...user, id: expect.stringMatching(/^[0-9a-f]{24}$/) }
  expect((await list('?page=0&perPage=2')).json).toEqual({ users: [item, item] })
  expect((await list('?page=1&perPage=2')).json).toEqual({ users: [item] })
  expect((await list('?page=2&perPage=2')).json).toEqual({ users: [] })
})

test('sessions and removals refuse a missing or wrong User-IP, address or flag', async () => {
  const { send, user, headers } = simulator
  const path = `/users/${await user()}/banking`
  const { redirectURL, ...incomplete } = addresses
  const withIp = { ...headers, ...userIp }
  expect(await send('POST', `${path}/connect`, incomplete)).toMatchObject(invalid)
  expect(await send('POST', `${path}/connect`, { ...addresses, redirectURL: 'app:back' })).toMatchObject(invalid)
  expect(await send('POST', `${path}/connect`, { ...addresses, recurring: 'true' })).toMatchObject(invalid)
  expect(await send('POST', `${path}/manage?addBankLogin=true`, addresses)).toMatchObject(invalid)
  expect(await send('POST', `${path}/manage`, addresses, withIp)).toMatchObject(invalid)
  const wrongIp = { ...headers, 'user-ip': 'localhost' }
  const login = { ...addresses, bankLoginId: 'unknown' }
  expect(await send('POST', `${path}/sync`, login, wrongIp)).toMatchObject(invalid)
  expect(await send('POST', `${path}/sync`, login, withIp)).toMatchObject(notFound)
  expect(await send('DELETE', `${path}/logins/unknown`)).toMatchObject(invalid)
  expect(await send('DELETE', `${path}/logins/unknown`, undefined, withIp)).toMatchObject(notFound)
  expect(await send('DELETE', path)).toMatchObject(invalid)
  expect(await send('GET', `${path}/logins?includeTransactions=1`)).toMatchObject(invalid)
})

test('logins that were set are returned with the changes of the vendor’s samples, and numbers keep every digit', async () => {
  const { send, user } = simulator
  const id = await user()
  const path = `/users/${id}/banking/logins`
  const sent = `{"logins":[{"id":"l","bank":{"name":"b","logo":{"type":"string","url":"string"}},"accounts":[{"id":"a","balance":123456789012345.670,
    "transactions":[{"id":"t","accountID":"x","amount":0.10,"tags":[{"name":"salary","source":"string"}]}],
    "standingOrders":[{"id":"t","accountID":"x"}],"securities":[{"id":"t","accountID":"x","quantity":1e-7}]}]}]}`
  const put = (text: string, method = 'POST') => simulator.send(method, path, text)
  expect((await put(sent)).status).toBe(204)
  const read = async () => (await send('GET', path)).text
  expect(await read()).toBe(
    '{"logins":[{"id":"l","bank":{"name":"b","logo":{"url":"","type":""}},"accounts":[{"id":"a","balance":123456789012345.670,' +
      '"transactions":[{"id":"t","accountID":"a","amount":0.10,"tags":[{"name":"salary"}]}],' +
      '"standingOrders":[{"id":"","accountID":"x"}],"securities":[{"id":"t","accountID":"a","quantity":1e-7}]}]}]}',
  )
  const more = '{"logins":[{"id":"l","accounts":[{"id":"a","name":"n","transactions":[{"id":"u"}]},{"id":"c"}]}]}'
  expect((await put(more, 'PATCH')).status).toBe(204)
  expect(await read()).toMatch(/"name":"n","transactions":\[\{"id":"t".*\{"id":"u".*"id":"c"/)
  for (const twice of [
    '{"logins":[{"id":"l"},{"id":"l"}]}',
    '{"logins":[{"id":"l","accounts":[{"id":"a"}]},{"id":"m","accounts":[{"id":"a"}]}]}',
    '{"logins":[{"id":"l","accounts":[{"id":"a","transactions":[{"id":"t"},{"id":"t"}]}]}]}',
  ])
    expect((await put(twice)).status).toBe(400)
  expect((await put('{"logins":[{"id":"m","accounts":[{"id":"a"}]}]}', 'PATCH')).status).toBe(400)
  expect((await put('{"logins":[{"id":"m","unknown":1}]}')).status).toBe(400)
  expect(await send('POST', `/users/${id}/banking/connect`, addresses)).toMatchObject(conflict)
  expect((await put('{"logins":[{"id":"m"}]}')).status).toBe(204)
  expect((await send('GET', path)).json).toMatchObject({ logins: [{ id: 'm', accounts: [] }] })
})

test('companies and logos are found by the vendor’s rules, results come in another order, and every logo is an image', async () => {
  const { send, baseUrl } = simulator
  const { origin } = new URL(baseUrl)
  const named = (queryID: string, name: string) => ({ queryID, name })
  const queries = [named('a', 'Markfrisch Süd'), named('b', 'Kartenzahlung Marktfrisch Süd'), named('c', 'Nobody')]
  const logo = { url: `${origin}/logos/marktfrisch-sud.svg`, type: 'image/svg+xml' }
  expect((await send('POST', '/companies/logos/search', { queries })).json).toEqual({
    results: [
      { queryID: 'c', logo: null },
      { queryID: 'b', logo },
      { queryID: 'a', logo },
    ],
  })
  const exact = await send('POST', '/companies/logos/search?exactMatch=true', { queries })
  expect(exact.json).toMatchObject({ results: [{ logo: null }, { logo: null }, { logo: null }] })
  const picture = await fetch(logo.url)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, logo.type])
  const { json } = await send('POST', '/companies/search', { queries: [named('a', 'stadtwerke')] })
  const company = z.object({
    name: z.literal('Stadtwerke Wiesenau'),
    ibans: z.array(z.string()).length(1),
    creditorIds: z.array(z.string()).length(1),
  })
  const found = z
    .object({ results: z.tuple([z.object({ queryID: z.literal('a'), companies: z.tuple([company]) })]) })
    .parse(json).results[0].companies[0]
  const byIban = { queries: [{ iban: found.ibans[0] }, { creditorId: found.creditorIds[0] }] }
  const expected = { logo: { url: `${origin}/logos/stadtwerke-wiesenau.svg`, type: logo.type } }
  expect((await send('POST', '/companies/logos/search', byIban)).json).toEqual({ results: [expected, expected] })
  const tooMany = { queries: Array.from({ length: 201 }, () => queries[0]) }
  expect(await send('POST', '/companies/logos/search', tooMany)).toMatchObject(invalid)
  expect(await send('POST', '/companies/search', tooMany)).toMatchObject(invalid)
})

test('a letter or fax ends with one callback without a body, as its words say, and a process id can be used once', async () => {
  const received: unknown[] = []
  const receiver = await startLoopbackServer((response, { body, message }) => {
    received.push([message.method, message.url, body.toString(), message.headers['content-type']])
    response.end()
  })
  const { send, clock, control, stop } = await startTestSimulator()
  const id = (last: number) => `f976b0ee-d9fb-4327-bdbf-f34ac193805${last}`
  const letter = {
    address: { street: 'Deichstraße 1', postalCode: '26789', city: 'Deichland', country: 'DE' },
    callbackURL: `${receiver.url}/called?token=a%20b`,
    pdfContent: createPdf(['Hello']).toString('base64'),
    processID: id(1),
    recipient: 'Hedda Brüggen',
    subject: 'Invoice',
  }
  const ship = (change: object, channel = 'letter') =>
    send('POST', `/documentshipment/${channel}`, { ...letter, ...change })
  const { callbackURL, ...withoutCallback } = letter
  expect(await send('POST', '/documentshipment/letter', withoutCallback)).toMatchObject(invalid)
  expect(await ship({ pdfContent: 'YXNkYXNk' })).toMatchObject(invalid)
  expect(await ship({ pdfContent: '%PDF-1.7' })).toMatchObject(invalid)
  expect(await ship({ processID: 'mine' })).toMatchObject(invalid)
  expect(await ship({ address: { city: 'Deichland' } })).toMatchObject(invalid)
  expect(await ship({}, 'fax')).toMatchObject(invalid)
  expect(await ship({})).toMatchObject(done)
  expect(await ship({})).toMatchObject(conflict)
  expect(await ship({ processID: id(2), subject: 'Undeliverable' })).toMatchObject(done)
  expect(await ship({ processID: id(3), recipient: 'Lost Person' })).toMatchObject(done)
  expect(await ship({ processID: id(4), address: { faxNumber: '+49 30 1234567' } }, 'fax')).toMatchObject(done)
  // In steps, because one large step would make the callback time out.
  clock.advance(6_000)
  await control.shipments.idle()
  clock.advance(13_999)
  expect(received).toEqual([['POST', `/called?token=a%20b&requestid=${id(4)}&success=true`, '', undefined]])
  clock.advance(1)
  await control.shipments.idle()
  expect(received.slice(1).toSorted()).toEqual([
    ['POST', `/called?token=a%20b&requestid=${id(1)}&success=true`, '', undefined],
    ['POST', `/called?token=a%20b&requestid=${id(2)}&success=false`, '', undefined],
  ])
  clock.advance(86_400_000)
  await control.shipments.idle()
  expect(control.shipments.list().map(one => one.success)).toEqual([true, false, null, true])
  await stop()
  await receiver.close()
})

test('payment partners come from the transactions, and only companies have them', async () => {
  const { send, user, control } = simulator
  const partnersOf = (id: string) => send('GET', `/users/${id}/paymentpartneranalysis`)
  expect(await partnersOf(await user())).toMatchObject(forbidden)
  const id = await user('company')
  expect((await partnersOf(id)).json).toEqual([])
  control.connect(id, { bankCode: '99910010', userName: 'werk', accounts: ['GIRO'] })
  const partner = z.object({
    name: z.string(),
    totalIncome: z.number(),
    totalOutcome: z.number(),
    transactionCount: z.int(),
  })
  const partners = z.array(partner).parse((await partnersOf(id)).json)
  const row = z.object({ booked: z.boolean(), amount: z.number(), counterPart: z.object({ name: z.string() }) })
  const [account] = z
    .object({ logins: z.tuple([z.object({ accounts: z.array(z.object({ transactions: z.array(row) })) })]) })
    .parse((await send('GET', `/users/${id}/banking/logins`)).json).logins[0].accounts
  const own = (account?.transactions ?? []).filter(one => one.booked && one.counterPart.name === partners[0]?.name)
  const cents = own.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)
  expect(own).toHaveLength(partners[0]?.transactionCount ?? 0)
  expect(Math.round(((partners[0]?.totalIncome ?? 0) - (partners[0]?.totalOutcome ?? 0)) * 100)).toBe(cents)
})

test('calls above the account’s rate are answered with 429, and queued faults have the vendor’s envelope', async () => {
  const { send, control, stop, headers } = await startTestSimulator({ customer: { callsPerMinute: 2 } })
  const settings = () => send('GET', '/settings', undefined, headers)
  control.fault('settings', { kind: 'answer', status: 409 })
  expect(await settings()).toMatchObject(conflict)
  expect([(await settings()).status, (await settings()).status]).toEqual([200, 200])
  expect(await settings()).toMatchObject(refusal(429, 'tooManyRequests'))
  expect(control.journal.map(one => `${one.operation} ${one.status}`).slice(-2)).toEqual([
    'settings 200',
    'settings 429',
  ])
  await stop()
})
