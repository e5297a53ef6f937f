import { describe, expect, test } from 'vitest'
import { logger } from '../../../test/support/connect-provider.ts'
import { failureOf } from '../../../test/support/failure-of.ts'
import { neverAborted } from '../../../test/support/never-aborted.ts'
import { createFakeHttp, type FakeAnswer } from '../../http/testing/fake-http.ts'
import type { ProviderCall } from '../../http/provider-http.ts'
import { createId, toUuid } from '../../domain/ids.ts'
import type { Scope } from './config.ts'
import { createFinoosDatasource, usersPerPage } from './datasource.ts'
import { createDateReader } from './dates.ts'
import { createCompanyDirectory, createLogoDirectory, createPaymentPartnerSource } from './directories.ts'
import { createBankLoginDriver } from './driver.ts'
import { createShipmentDriver } from './shipment-driver.ts'

const tokens = { accessToken: 'access', refreshToken: 'refresh', expiresIn: 300, refreshExpiresIn: 1_800 }

/** Drivers and a fake vendor that gives a token and answers everything else as `answer` says. */
function setUp(answer: (call: ProviderCall) => FakeAnswer, scopes: readonly Scope[] = ['banking']) {
  const http = createFakeHttp(call => (call.path === '/auth' ? { status: 200, json: tokens } : answer(call)))
  const datasource = createFinoosDatasource({
    http,
    credentials: { name: 'fino', secret: 's' },
    now: () => new Date(0),
    logger,
    dates: createDateReader('Europe/Berlin'),
  })
  const check = (address: string) => http.vendorAddress(address)
  const sent = () =>
    http.calls
      .filter(call => call.path !== '/auth')
      .map(call => `${call.method} ${call.path}${typeof call.body === 'string' ? ` ${call.body}` : ''}`)
  return { datasource, check, sent, driver: createBankLoginDriver(datasource, { scopes, check }) }
}

describe('a user', () => {
  test('is made with exactly the scopes of the settings, of the type of its applicant', async () => {
    const { driver, sent } = setUp(() => ({ status: 200, json: { id: 'u' } }), ['banking', 'contracts'])
    expect(await driver.enrol('COMPANY', neverAborted)).toEqual({ reference: 'u', scopes: ['banking', 'contracts'] })
    await driver.enrol('PERSON', neverAborted)
    expect(sent()).toEqual([
      'POST /users {"type":"company","scopes":["banking","contracts"]}',
      'POST /users {"type":"person","scopes":["banking","contracts"]}',
    ])
  })

  test('gets the missing scopes and loses the others, without a call when they are equal', async () => {
    const { driver, sent } = setUp(() => ({ status: 204 }), ['banking', 'companies'])
    const user = { reference: 'u', scopes: ['contracts', 'banking', 'of-later'] }
    const adjusted = await driver.adjustScopes(user, neverAborted)
    expect(adjusted).toEqual({ reference: 'u', scopes: ['banking', 'companies'] })
    expect(await driver.adjustScopes(adjusted, neverAborted)).toBe(adjusted)
    expect(sent()).toEqual([
      'POST /users/u/scopes {"name":"companies"}',
      'DELETE /users/u/scopes/contracts',
      'DELETE /users/u/scopes/of-later',
    ])
  })

  const user = (index: number) => ({ id: `u${index}`, type: 'person', scopes: ['banking'] })

  test('is listed with all others, page by page until a page is not full', async () => {
    const { driver, sent } = setUp(({ query }) => {
      const count = query?.page === 0 ? usersPerPage : 3
      return {
        status: 200,
        json: { users: Array.from({ length: count }, (_, at) => user(Number(query?.page) * 50 + at)) },
      }
    })
    expect((await Array.fromAsync(driver.listUsers(neverAborted))).length).toBe(53)
    expect(sent()).toHaveLength(2)
  })

  test('P16 is listed once when every page has the same users', async () => {
    const { driver, sent } = setUp(() => ({
      status: 200,
      json: { users: Array.from({ length: usersPerPage }, (_, at) => user(at)) },
    }))
    expect((await Array.fromAsync(driver.listUsers(neverAborted))).length).toBe(usersPerPage)
    expect(sent()).toHaveLength(2)
  })
})

test('a session without a required member throws INTERNAL and makes no call', async () => {
  const { driver, sent } = setUp(() => ({ status: 500 }))
  const session = {
    returnUrls: { success: 'https://a.example', error: 'https://a.example', exit: 'https://a.example' },
    recurring: true,
    addBankLogin: false,
    loginReference: null,
    userIp: null,
  }
  const user = { reference: 'u', scopes: [] }
  for (const open of [
    { ...session, purpose: 'MANAGE' } as const,
    { ...session, purpose: 'SYNCHRONIZE', loginReference: 'l' } as const,
    { ...session, purpose: 'SYNCHRONIZE', userIp: '93.184.216.34' } as const,
  ])
    expect(await failureOf(driver.openSession(user, open, neverAborted))).toMatchObject({ code: 'INTERNAL' })
  expect(sent()).toEqual([])
})

test('companies, logos and partners are normalised, in the order of the queries', async () => {
  const logo = { url: 'https://l.example/1', type: 'image/png' }
  const { datasource, check } = setUp(({ path }) => {
    if (path === '/companies/search')
      return { status: 200, json: { results: [{ queryID: '1', companies: [{ name: 'B', logo }] }] } }
    if (path === '/companies/logos/search')
      return {
        status: 200,
        json: {
          results: [
            { queryID: '1', logo },
            { queryID: '0', logo: { url: 'http://10.0.0.1/' } },
          ],
        },
      }
    return {
      status: 200,
      json: [
        { name: 'A', totalIncome: 5, totalOutcome: 7, relevance: 'high', transactionCount: 2, lastTransaction: 'soon' },
        { name: '' },
      ],
    }
  })
  const ours = { url: 'https://l.example/1', mediaType: 'image/png' }
  expect(await createCompanyDirectory(datasource, check).search(['a', 'b'], neverAborted)).toEqual([
    [],
    [{ name: 'B', address: null, creditorIds: [], ibans: [], logo: ours }],
  ])
  const queries = ['a', 'b', 'c'].map(name => ({ name, creditorId: null, iban: null }))
  expect(await createLogoDirectory(datasource, check).find(queries, neverAborted)).toEqual([null, ours, null])
  expect(await createPaymentPartnerSource(datasource).list({ reference: 'u', scopes: [] }, neverAborted)).toEqual([
    {
      name: 'A',
      iban: null,
      relevance: 'unreadable',
      firstTransaction: null,
      lastTransaction: 'unreadable',
      transactionCount: 2,
      moneyIn: '5',
      moneyOut: '-7',
      shareOfIncome: null,
      shareOfOutcome: null,
    },
  ])
})

test('a callback names a shipment by the UUID of its id', () => {
  const { datasource } = setUp(() => ({ status: 204 }))
  const shipmentId = createId('shipment')
  const said = (query: string) => createShipmentDriver(datasource).parseCallback(new URLSearchParams(query))
  expect(said(`requestid=${toUuid(shipmentId)}&success=true`)).toEqual({ shipmentId, delivered: true })
  expect(said(`requestid=${toUuid(shipmentId).toUpperCase()}&success=false`)).toEqual({ shipmentId, delivered: false })
  for (const query of [`requestid=${shipmentId}&success=true`, `requestid=${toUuid(shipmentId)}`, 'success=true'])
    expect(said(query)).toBeNull()
})
