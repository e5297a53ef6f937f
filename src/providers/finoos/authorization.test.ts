import { beforeEach, describe, expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import type { ProviderCall } from '../../http/provider-http.ts'
import { createFakeHttp, type FakeAnswer } from '../../http/testing/fake-http.ts'
import { createAuthorization } from './authorization.ts'

const credentials = { name: 'fino', secret: 'se cret' }
const second = 1_000

let nowMs = 0
let issued = 0
const now = () => new Date(nowMs)

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  issued = 0
})

function issueTokens(): FakeAnswer {
  issued += 1
  const json = {
    accessToken: `access-${issued}`,
    refreshToken: `refresh-${issued}`,
    expiresIn: 300,
    refreshExpiresIn: 1_800,
  }
  return { status: 200, json }
}

function setUp(answer: (call: ProviderCall) => FakeAnswer = issueTokens) {
  const http = createFakeHttp(answer)
  const authorization = createAuthorization({ http, credentials, now, notice: () => {} })
  const sent = () => http.calls.map(call => `${call.path} ${call.body}`)
  return { http, authorization, sent, token: async () => (await authorization.headers()).authorization }
}

const login = '/auth {"name":"fino","secret":"se cret"}'
const refresh = (count: number) => `/auth/refresh {"name":"fino","secret":"se cret","refreshToken":"refresh-${count}"}`

describe('the token', () => {
  test('is sent without a prefix, and is renewed only when less than 30 s are left', async () => {
    const { token, sent } = setUp()
    expect(await token()).toBe('access-1')
    nowMs += 270 * second
    expect(await token()).toBe('access-1')
    nowMs += 1
    expect(await token()).toBe('access-2')
    expect(sent()).toEqual([login, refresh(1)])
  })

  test('is fetched by a login, without a refresh, when the refresh token has expired too', async () => {
    const { token, sent } = setUp()
    await token()
    nowMs += 1_800 * second
    expect(await token()).toBe('access-2')
    expect(sent()).toEqual([login, login])
  })

  test.each<[string, FakeAnswer]>([
    ['refused', { status: 401, json: { type: 'unauthorized', message: 'No.' } }],
    ['answered with 404', { status: 404 }],
    ['answered with another object', { status: 200, json: { token: 'elsewhere' } }],
  ])('is fetched by a login when the refresh is %s', async (_, refusal) => {
    const { token, sent, http } = setUp(call => (call.path === '/auth' ? issueTokens() : refusal))
    await token()
    nowMs += 299 * second
    expect(await token()).toBe('access-2')
    expect(sent()).toEqual([login, refresh(1), login])
    // A refused refresh token does not mean that the credentials are wrong.
    expect(http.calls.map(call => call.unauthorized)).toEqual([[401], [], [401]])
  })

  test('P16 without readable lifetimes has the lifetimes of the documentation', async () => {
    const { token, sent } = setUp(() => {
      issued += 1
      return {
        status: 200,
        json: { accessToken: `access-${issued}`, refreshToken: 'r', expiresIn: 'soon', refreshExpiresIn: -1 },
      }
    })
    await token()
    nowMs += 270 * second
    await token()
    expect(sent()).toHaveLength(1)
    nowMs += 1
    await token()
    expect(sent()).toHaveLength(2)
  })

  test('whose login is refused throws PROVIDER_UNAUTHORIZED, and the next call tries again', async () => {
    let status = 401
    const { token } = setUp(() => (status === 200 ? issueTokens() : { status }))
    expect(await failureOf(token())).toMatchObject({ code: 'PROVIDER_UNAUTHORIZED', provider: 'finoos' })
    status = 200
    expect(await token()).toBe('access-1')
  })
})
