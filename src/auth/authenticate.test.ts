import { expect, test } from 'vitest'
import { parseTenantId } from '../domain/tenant.ts'
import { createApiKeyVerifier, parseApiKeys } from './api-keys.ts'
import type { Credentials } from './authenticate.ts'
import { createAuthenticator } from './authenticate.ts'
import type { Caller } from './caller.ts'
import { scopes } from './caller.ts'

const key = 'acme-0123456789-abcdefghij'
const parsed = parseApiKeys(`acme:${key}:read`)
const apiKeys = createApiKeyVerifier(parsed.ok ? parsed.entries : [])
const acme: Caller = { tenant: parseTenantId('acme'), scopes: new Set(['read']), anonymous: false, expiresAt: null }
const authenticate = createAuthenticator({ apiKeys, anonymous: null })

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

test('no credential: the message says what to send', async () => {
  await expect(authenticate({ headers: { 'x-api-key': '' } })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'No credential was sent. Send an API key as "x-api-key", or it as "Authorization: Bearer …".',
  })
})

test.each([
  ['an unknown key', { headers: { 'x-api-key': 'acme-0123456789-abcdefghiJ' } }],
  ['two keys in one header', { headers: { 'x-api-key': `${key}, ${key}` } }],
  ['a wrong key before a right one', { headers: { 'x-api-key': key }, connectionParams: { apiKey: 'wrong' } }],
])('%s is refused without being repeated', async (_what, credentials) => {
  const refusal = authenticate(credentials)
  await expect(refusal).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining('acme-') })
})

test.each([
  ['another scheme', { headers: { authorization: `Basic ${key}` } }],
  ['a parameter that is no text', { headers: {}, connectionParams: { apiKey: [key] } }],
])('%s is no credential', async (_what, credentials) => {
  await expect(authenticate(credentials)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('what is no API key is tried as a JWT where those are accepted', async () => {
  const caller: Caller = { ...acme, expiresAt: new Date('2026-01-01T00:00:00Z') }
  const withJwt = createAuthenticator({
    apiKeys,
    anonymous: null,
    jwt: async token => (token === 'header.payload.signature' ? caller : null),
  })
  expect(await withJwt({ headers: { authorization: 'Bearer header.payload.signature' } })).toEqual(caller)
  await expect(withJwt({ headers: { authorization: 'Bearer header.payload.forged' } })).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
})

test('P18 everybody is the sandbox where nobody has to show anything', async () => {
  const sandbox = createAuthenticator({ apiKeys, anonymous: { tenant: parseTenantId('sandbox') } })
  expect(await sandbox({ headers: {} })).toEqual({
    tenant: 'sandbox',
    scopes: new Set(scopes),
    anonymous: true,
    expiresAt: null,
  })
})
