import { expect, test } from 'vitest'
import { wholeTenant } from '../domain/reach.ts'
import { parseTenantId, type TenantId } from '../domain/tenant.ts'
import { createAccessTokens } from './access-tokens.ts'
import { createApiKeyVerifier, parseApiKeys } from './api-keys.ts'
import type { Credentials } from './authenticate.ts'
import { createAuthenticator } from './authenticate.ts'
import type { Caller } from './caller.ts'
import { scopes } from './caller.ts'
import type { TokenClaims } from './token-claims.ts'

const key = 'acme-0123456789-abcdefghij'
const parsed = parseApiKeys(`acme:${key}:read`)
const apiKeys = createApiKeyVerifier(parsed.ok ? parsed.entries : [])
const acme: Caller = {
  ...wholeTenant(parseTenantId('acme')),
  scopes: new Set(['read']),
  anonymous: false,
  expiresAt: null,
}
const secrets = ['a-secret-of-at-least-32-characters']
const time = new Date('2026-01-01T00:00:00Z')
const accessTokens = createAccessTokens(secrets, () => time)
const usual = {
  apiKeys,
  accessTokens,
  anonymous: null,
  /** The tenant has only the applicant `app_1`, with the reference `customer-1`. */
  findApplicantId: async (_tenant: TenantId, named: string) =>
    ['app_1', 'customer-1'].includes(named) ? 'app_1' : null,
}
const authenticate = createAuthenticator(usual)

const shown: [string, Credentials][] = [
  ['the header x-api-key', { headers: { 'x-api-key': key } }],
  ['the header Authorization', { headers: { authorization: `Bearer ${key}` } }],
  ['the scheme in any case', { headers: { authorization: `bearer ${key}` } }],
  ['the parameter x-api-key', { headers: {}, connectionParams: { 'x-api-key': key } }],
  ['the parameter X-Api-Key', { headers: {}, connectionParams: { 'X-Api-Key': key } }],
  ['the parameter apiKey', { headers: {}, connectionParams: { apiKey: key } }],
  ['the parameter authorization', { headers: {}, connectionParams: { authorization: `Bearer ${key}` } }],
  ['the parameter Authorization', { headers: {}, connectionParams: { Authorization: `Bearer ${key}` } }],
  ['a parameter before a header', { headers: { 'x-api-key': 'other' }, connectionParams: { apiKey: key } }],
  ['a header beside other parameters', { headers: { 'x-api-key': key }, connectionParams: { locale: 'nl' } }],
]

test.each(shown)('a key is taken from %s', async (_where, credentials) => {
  expect(await authenticate(credentials)).toEqual(acme)
})

test('without a credential, the message says what to send', async () => {
  await expect(authenticate({ headers: { 'x-api-key': '' } })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'No credential was sent. Send an API key as "x-api-key", or it or a token as "Authorization: Bearer …".',
  })
})

test.each([
  ['an unknown key', { headers: { 'x-api-key': 'acme-0123456789-abcdefghiJ' } }],
  ['two keys in one header', { headers: { 'x-api-key': `${key}, ${key}` } }],
  ['a wrong key before a right one', { headers: { 'x-api-key': key }, connectionParams: { apiKey: 'wrong' } }],
])('%s is refused, and the error does not contain it', async (_what, credentials) => {
  const refusal = authenticate(credentials)
  await expect(refusal).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining('acme-') })
})

test.each([
  ['another scheme', { headers: { authorization: `Basic ${key}` } }],
  ['a parameter that is not a string', { headers: {}, connectionParams: { apiKey: [key] } }],
])('%s is not a credential', async (_what, credentials) => {
  await expect(authenticate(credentials)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

const claims: TokenClaims = {
  tenant: acme.tenant,
  applicant: null,
  scopes: acme.scopes,
  expiresAt: new Date(time.getTime() + 60_000),
}
const { applicant: _, ...grant } = { ...claims, applicantId: 'app_1' }
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

test('a credential that is not an API key is tried as a JWT, if JWTs are accepted', async () => {
  const withJwt = createAuthenticator({
    ...usual,
    jwt: async token => (token === 'header.payload.signature' ? claims : null),
  })
  expect(await withJwt(bearer('header.payload.signature'))).toEqual({ ...acme, expiresAt: claims.expiresAt })
  await expect(withJwt(bearer('header.payload.forged'))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test.each(['app_1', 'customer-1'])(
  'a JWT for the applicant %s is bound to it, by its id or its reference',
  async applicant => {
    const withJwt = createAuthenticator({ ...usual, jwt: async () => ({ ...claims, applicant }) })
    expect(await withJwt(bearer('a.b.c'))).toEqual({ ...acme, boundTo: 'app_1', expiresAt: claims.expiresAt })
  },
)

test('a token for an unknown or erased applicant is refused', async () => {
  const withJwt = createAuthenticator({ ...usual, jwt: async () => ({ ...claims, applicant: 'customer-2' }) })
  const refusal = {
    code: 'UNAUTHENTICATED',
    message: 'The applicant of the token does not exist (any more).',
  }
  await expect(withJwt(bearer('a.b.c'))).rejects.toMatchObject(refusal)
  const token = await accessTokens.issue({ ...grant, applicantId: 'app_erased' })
  await expect(authenticate(bearer(token))).rejects.toMatchObject(refusal)
})

test('an access token binds to its applicant, also if no credentials are required', async () => {
  const token = await accessTokens.issue(grant)
  const sandbox = createAuthenticator({ ...usual, anonymous: { tenant: parseTenantId('sandbox') } })
  for (const check of [authenticate, sandbox])
    expect(await check(bearer(token))).toEqual({ ...acme, boundTo: 'app_1', expiresAt: claims.expiresAt })
  const forged = `${token.slice(0, -4)}AAAA`
  for (const check of [authenticate, sandbox])
    await expect(check(bearer(forged))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('P18 every caller is the tenant of the sandbox if no credentials are required', async () => {
  const sandbox = createAuthenticator({ ...usual, anonymous: { tenant: parseTenantId('sandbox') } })
  expect(await sandbox({ headers: {} })).toEqual({
    tenant: 'sandbox',
    boundTo: null,
    scopes: new Set(scopes),
    anonymous: true,
    expiresAt: null,
  })
})
