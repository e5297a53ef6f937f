import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { startTestSimulator, type TestSimulator, toPdf } from './start-test-simulator.ts'

let simulator: TestSimulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})
afterEach(() => simulator.stop())

const code = (name: string) => ({ error: expect.objectContaining({ code: name }) })

describe('a session', () => {
  test('is created with the key in body and header, by default for the last six months and one hour', async () => {
    const { control, headers } = simulator
    const body = { link_id: 'case-1', api_key: control.client.apiKey }
    const { status, json } = await simulator.post('/session/', body)
    expect(status).toBe(200)
    const [session] = control.sessions()
    expect(json).toEqual({
      session_id: session?.id,
      redirect_url: expect.stringContaining(`session_id=${session?.id}`),
    })
    expect(session).toMatchObject({ linkId: 'case-1', from: '2025-09-05', to: '2026-03-05' })
    expect(session?.expiresAt.toISOString()).toBe('2026-03-05T11:00:01.000Z')
    for (const given of [{ ...headers, 'x-api-key': 'other' }, {}])
      expect(await simulator.post('/session/', body, given)).toMatchObject({
        status: 401,
        json: code('AUTHENTICATION_CREDENTIALS_NOT_PROVIDED'),
      })
    expect(await simulator.post('/session/', { ...body, api_key: 'x' })).toMatchObject({ status: 401 })
  })

  test('of version 2 returns an address with a token', async () => {
    const url = simulator.baseUrl.replace('/v1', '/v2')
    const body = JSON.stringify({ link_id: 'a', api_key: simulator.control.client.apiKey, aa_journey_code: 'J1' })
    const headers = { ...simulator.headers, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/session/`, { method: 'POST', headers, body })
    expect(await answer.json()).toMatchObject({ redirect_url: expect.stringContaining('token=') })
  })

  test.each([
    ['no link_id', { link_id: undefined }, 400, 'INVALID_REQUEST'],
    ['a link_id that is too long', { link_id: 'x'.repeat(501) }, 400, 'INVALID_REQUEST'],
    ['a bad address', { redirect_url: 'nowhere' }, 400, 'INVALID_URL'],
    ['an invalid logo address', { logo_url: 'nowhere' }, 400, 'INVALID_REQUEST'],
    ['an address that is too long', { redirect_url: `https://a.example/${'x'.repeat(200)}` }, 400, 'INVALID_REQUEST'],
    ['a logo address that is too long', { logo_url: `https://a.example/${'x'.repeat(200)}` }, 400, 'INVALID_LENGTH'],
    [
      'a recurring journey of too many months',
      {
        aa_journey_mode: 'only_recurring',
        aa_recurring_tenure_month: 61,
        aa_recurring_frequency_unit: 'month',
        aa_recurring_frequency_value: 1,
      },
      400,
      'INVALID_AA_PARAMETER',
    ],
    ['a bank name that is too long', { bank_name: 'x'.repeat(51) }, 400, 'INVALID_REQUEST'],
    ['an unknown member', { surprise: 1 }, 400, 'INVALID_PARAMETER_COUNT'],
    ['only one of two dates', { from_date: '01/09/2025' }, 400, 'MISSING_DATE_FIELD'],
    ['an ISO date', { from_date: '2025-09-01', to_date: '01/03/2026' }, 400, 'INVALID_DATE_FORMAT'],
    ['a day that does not exist', { from_date: '31/02/2025', to_date: '01/03/2026' }, 400, 'INVALID_DATE_FORMAT'],
    ['an empty range', { from_date: '01/03/2026', to_date: '01/03/2026' }, 400, 'INVALID_DATE_RANGE'],
    ['an expiry that is too short', { session_expiry: 4 }, 400, 'INVALID_SESSION_EXPIRY'],
    ['an expiry that is too long', { session_expiry: 43_201 }, 400, 'INVALID_SESSION_EXPIRY'],
    ['a mode without a bank', { mode: 'pdf' }, 400, 'MISSING_BANK_NAME'],
    ['an unknown bank', { bank_name: 'KROESUS' }, 400, 'INVALID_BANK_NAME'],
    ['a mode that is not enabled', { mode: 'aa', bank_name: 'HDFC' }, 403, 'MODE_NOT_ENABLED'],
    ['an unknown mode', { mode: 'fax', bank_name: 'HDFC' }, 400, 'INVALID_REQUEST'],
    ['an invalid mobile number', { mobile_number: '12' }, 400, 'INVALID_MOBILE_NUMBER'],
    ['a recurring journey without its frequency', { aa_journey_mode: 'only_recurring' }, 400, 'MISSING_AA_PARAMETER'],
  ])('is refused with %s', async (_, members, status, name) => {
    const body = { link_id: 'case-1', api_key: simulator.control.client.apiKey, ...members }
    expect(await simulator.post('/session/', body)).toMatchObject({ status, json: code(name) })
    expect(simulator.control.sessions()).toEqual([])
  })

  test('is refused for an unpaid plan, a mode that the bank does not have, another method and another media type', async () => {
    const body = { link_id: 'case-1', api_key: simulator.control.client.apiKey }
    expect(await simulator.get('/session/')).toMatchObject({ status: 405, json: code('METHOD_NOT_ALLOWED') })
    const text = { ...simulator.headers, 'content-type': 'text/plain' }
    const sent = await simulator.post('/session/', body, text)
    expect(sent).toMatchObject({ status: 415, json: code('UNSUPPORTED_MEDIA_TYPE') })
    simulator.control.client.settings.modes = ['pdf', 'aa']
    const aggregated = await simulator.post('/session/', { ...body, mode: 'aa', bank_name: 'UCO' })
    expect(aggregated).toMatchObject({ status: 400, json: code('MODE_NOT_AVAILABLE') })
    simulator.control.client.settings.trialExpired = true
    expect(await simulator.post('/session/', body)).toMatchObject({ status: 402, json: code('PAYMENT_REQUIRED') })
  })
})

test('a path without its last slash is not found, and another method is not allowed', async () => {
  const id = await simulator.session()
  expect(await simulator.get('/banks/catalogue')).toMatchObject({ status: 404, json: { detail: 'Not found.' } })
  expect(await simulator.get(`/session_data/${id}/progress`)).toMatchObject({ status: 404 })
  expect(await simulator.post('/banks/catalogue/', '')).toMatchObject({
    status: 405,
    json: { detail: expect.any(String) },
  })
})

test('everything under /session_data/ and the catalogue need both headers', async () => {
  const id = await simulator.session()
  const { 'x-api-key': key = '', 'server-hash': hash = '' } = simulator.headers
  const incomplete: readonly Readonly<Record<string, string>>[] = [{}, { 'x-api-key': key }, { 'server-hash': hash }]
  const paths = ['session_upload_status', 'progress', 'session_status', 'insights', 'get_pdfs']
  for (const path of ['/banks/catalogue/', ...paths.map(name => `/session_data/${id}/${name}/`)])
    for (const headers of incomplete)
      expect(await simulator.get(path, headers)).toMatchObject({ status: 403, json: code('ACCESS_DENIED') })
  for (const path of [`/session_data/${id}/initiate_processing/`, '/session_data/update_webhook/'])
    expect(await simulator.post(path, {}, {})).toMatchObject({ status: 403, json: code('ACCESS_DENIED') })
  expect(await simulator.send('DELETE', `/session_data/${id}/delete/`, undefined, {})).toMatchObject({ status: 403 })
})

test('the session of another client is refused like an unknown one', async () => {
  const id = await simulator.session()
  const { apiKey, serverHash } = simulator.control.addClient()
  const other = { 'x-api-key': apiKey, 'server-hash': serverHash }
  const found = await simulator.get(`/session_data/${id}/get_pdfs/`, other)
  expect(found).toMatchObject({ status: 404, json: code('SESSION_NOT_FOUND') })
  expect(await simulator.get(`/session_data/${crypto.randomUUID()}/get_pdfs/`)).toMatchObject({ status: 404 })
  expect(await simulator.get('/session_data/7/session_upload_status/')).toMatchObject({
    status: 400,
    json: code('KEY_REQUIRED'),
  })
})

test('a deleted session is refused by every call, and takes no uploads', async () => {
  const id = await simulator.process(toPdf('account-a'))
  const path = `/session_data/${id}`
  expect(await simulator.send('DELETE', `${path}/delete/`)).toMatchObject({ status: 200 })
  for (const name of ['session_upload_status', 'progress', 'session_status', 'insights', 'get_pdfs'])
    expect(await simulator.get(`${path}/${name}/`)).toMatchObject({ status: 410, json: code('SESSION_DELETED') })
  expect(await simulator.post(`${path}/initiate_processing/`, '')).toMatchObject({ status: 410 })
  expect(await simulator.send('DELETE', `${path}/delete/`)).toMatchObject({ status: 410 })
  expect(await simulator.upload(id, toPdf('account-b'))).toMatchObject({ status: 400, json: code('SESSION_EXPIRED') })
})

test('the catalogue lists banks with their modes, in upper case', async () => {
  const { status, json } = await simulator.get('/banks/catalogue/')
  expect(status).toBe(200)
  expect(json).toMatchObject({
    count: 43,
    banks: expect.arrayContaining([
      {
        name: 'AXIS',
        full_name: 'Axis Bank',
        npci_code: 'UTIB',
        logo_url: expect.stringMatching(/^http/),
        is_pdf_upload_available: true,
        is_net_banking_available: true,
        is_aa_available: true,
      },
    ]),
  })
})

test('only the logos of the catalogue’s banks can be fetched', async () => {
  const { json } = await simulator.get('/banks/catalogue/')
  const banks = z.object({ banks: z.array(z.object({ logo_url: z.url() })) }).parse(json).banks
  const [first] = banks
  for (const { logo_url } of banks) {
    const logo = await fetch(logo_url)
    expect([logo.status, logo.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(
      Buffer.from(await logo.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  }
  expect((await fetch(`${first?.logo_url}`.replace(/[a-z]+_light/, 'nobody_light'))).status).toBe(404)
})
