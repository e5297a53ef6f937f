import { beforeEach, describe, expect, test } from 'vitest'
import type { ProviderCall } from '../../http/provider-http.ts'
import { createFakeHttp, type FakeAnswer } from '../../http/testing/fake-http.ts'
import { createSession } from './authorization.ts'
import { createFlvxtractDatasource } from './datasource.ts'

const credentials = { kind: 'login', email: 'ops@example.com', password: 'p' } as const
const minute = 60_000

let nowMs = 0
let issued = 0
const now = () => new Date(nowMs)

beforeEach(() => {
  nowMs = Date.parse('2026-03-05T10:00:00Z')
  issued = 0
})

function issueTokens(): FakeAnswer {
  issued += 1
  return { status: 200, json: { accessToken: `access-${issued}`, refreshToken: `refresh-${issued}` } }
}

/** A token of the documented form with these claims. */
function toJwt(claims: object): string {
  return ['{"alg":"HS256"}', JSON.stringify(claims), 'signature']
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.')
}

/** The calls with their bodies. */
function logOf(calls: readonly ProviderCall[]) {
  return calls.map(call => `${call.method} ${call.path} ${call.body ?? ''}`)
}

describe('a session', () => {
  test('logs in once, and refreshes only when less than 30 s are left', async () => {
    const http = createFakeHttp(issueTokens)
    const session = createSession({ http, credentials, now })
    expect(await session.accessToken()).toBe('access-1')
    nowMs += 60 * minute - 30_000
    expect(await session.accessToken()).toBe('access-1')
    nowMs += 1
    expect(await session.accessToken()).toBe('access-2')
    nowMs += 60 * minute
    expect(await session.accessToken()).toBe('access-3')
    expect(logOf(http.calls)).toEqual([
      'POST /api/auth/login {"email":"ops@example.com","password":"p"}',
      'POST /api/auth/refresh {"refreshToken":"refresh-1"}',
      'POST /api/auth/refresh {"refreshToken":"refresh-2"}',
    ])
    expect(http.calls[0]).toMatchObject({
      budget: 'authentication',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
    })
  })

  test('uses the lifetime in the token’s claims, independently of the vendor’s clock', async () => {
    const accessToken = toJwt({ iat: 1_000, exp: 1_300 })
    const http = createFakeHttp(() => ({ status: 200, json: { accessToken, refreshToken: 'refresh' } }))
    const session = createSession({ http, credentials, now })
    await session.accessToken()
    nowMs += 5 * minute - 30_000
    await session.accessToken()
    expect(http.calls).toHaveLength(1)
    nowMs += 1
    await session.accessToken()
    expect(http.calls).toHaveLength(2)
  })

  test.each<[string, FakeAnswer]>([
    ['refused', { status: 401, json: { message: 'Invalid refresh token.' } }],
    ['answered with 404', { status: 404 }],
    ['answered with another object', { status: 200, json: { token: 'elsewhere' } }],
    ['not answered with JSON', { status: 200 }],
  ])('logs in again when the refresh is %s', async (_, refusal) => {
    const http = createFakeHttp(call => (call.path.endsWith('/refresh') ? refusal : issueTokens()))
    const session = createSession({ http, credentials, now })
    await session.accessToken()
    nowMs += 60 * minute
    expect(await session.accessToken()).toBe('access-2')
    expect(http.calls.map(call => call.path)).toEqual(['/api/auth/login', '/api/auth/refresh', '/api/auth/login'])
  })

  test('keeps the refresh token when the refresh brings none', async () => {
    const http = createFakeHttp(call =>
      call.path.endsWith('/login') ? issueTokens() : { status: 200, json: { accessToken: 'access-next' } },
    )
    const session = createSession({ http, credentials, now })
    await session.accessToken()
    nowMs += 60 * minute
    await session.accessToken()
    nowMs += 60 * minute
    await session.accessToken()
    expect(logOf(http.calls).slice(1)).toEqual([
      'POST /api/auth/refresh {"refreshToken":"refresh-1"}',
      'POST /api/auth/refresh {"refreshToken":"refresh-1"}',
    ])
  })

  test('a refused login throws PROVIDER_UNAUTHORIZED in every waiting call, and the next call tries again', async () => {
    let status = 401
    const http = createFakeHttp(() => (status === 200 ? issueTokens() : { status }))
    const session = createSession({ http, credentials, now })
    const attempts = await Promise.allSettled([session.accessToken(), session.accessToken()])
    expect(attempts).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ code: 'PROVIDER_UNAUTHORIZED' }) },
      { status: 'rejected', reason: expect.objectContaining({ code: 'PROVIDER_UNAUTHORIZED' }) },
    ])
    expect(http.calls).toHaveLength(1)
    status = 200
    expect(await session.accessToken()).toBe('access-1')
  })
})

describe('1,000 calls at once', () => {
  const statement = { status: 200, json: { id: 'st-1', status: 'Processing' } }

  /** A vendor that accepts only the token it issued last. */
  function createVendor() {
    return createFakeHttp(call => {
      if (call.path.startsWith('/api/auth/')) return issueTokens()
      return call.headers?.authorization === `Bearer access-${issued}` ? statement : { status: 401 }
    })
  }

  async function ask(http: ReturnType<typeof createVendor>, datasource: ReturnType<typeof createFlvxtractDatasource>) {
    const before = http.calls.length
    await Promise.all(Array.from({ length: 1_000 }, () => datasource.get('st-1')))
    return http.calls.slice(before).filter(call => call.path.startsWith('/api/auth/'))
  }

  test('P11 without a token cause one login, and with an expired token one refresh', async () => {
    const http = createVendor()
    const datasource = createFlvxtractDatasource({ http, credentials, now })
    expect((await ask(http, datasource)).map(call => call.path)).toEqual(['/api/auth/login'])
    nowMs += 60 * minute
    expect((await ask(http, datasource)).map(call => call.path)).toEqual(['/api/auth/refresh'])
    expect(await ask(http, datasource)).toEqual([])
  })

  test('P11 with a token that the vendor no longer accepts cause one refresh, and all are answered', async () => {
    const http = createVendor()
    const datasource = createFlvxtractDatasource({ http, credentials, now })
    await datasource.get('st-1')
    issued = 7
    expect((await ask(http, datasource)).map(call => call.path)).toEqual(['/api/auth/refresh'])
  })
})
