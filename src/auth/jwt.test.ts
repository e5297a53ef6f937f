import { exportJWK, exportSPKI, SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startIssuer, type TestIssuer } from '../../test/support/jwt-issuer.ts'
import { createJwtVerifier } from './jwt.ts'

const time = new Date('2026-03-01T12:00:00Z')
const seconds = time.getTime() / 1_000
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a JWT', () => {
  let issuer: TestIssuer
  let verify: ReturnType<typeof createJwtVerifier>
  beforeEach(async () => {
    issuer = await startIssuer(() => time)
    verify = createJwtVerifier(issuer.settings, () => time)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await issuer.close()
  })

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('signed with %s contains tenant, scopes and expiry', async alg => {
    await issuer.addKey('key', alg)
    expect(await verify(await issuer.sign('key', { scope: 'read openid erase' }))).toEqual({
      tenant: 'acme',
      applicant: null,
      scopes: new Set(['read', 'erase']),
      expiresAt: new Date((seconds + 3_600 + 30) * 1_000),
    })
  })

  test('may be for only one applicant', async () => {
    await issuer.addKey('key', 'ES256')
    expect(await verify(await issuer.sign('key', { applicant: 'customer-1' }))).toMatchObject({
      applicant: 'customer-1',
    })
  })

  test('is verified with keys that are fetched once for simultaneous requests', async () => {
    await issuer.addKey('key', 'ES256')
    const tokens = await Promise.all(Array.from({ length: 50 }, () => issuer.sign('key')))
    expect(await Promise.all(tokens.map(verify))).not.toContain(null)
    expect(issuer.fetches()).toBe(1)
  })

  test('P19 with a key that was published later is accepted: the keys are fetched again, but not for every unknown key', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: time })
    await issuer.addKey('old', 'ES256')
    const old = await issuer.sign('old')
    expect(await verify(old)).not.toBeNull()
    await issuer.addKey('new', 'RS256')
    issuer.withdraw('old')
    const fresh = await issuer.sign('new')
    expect(await verify(fresh)).toBeNull()
    expect(issuer.fetches()).toBe(1)
    vi.setSystemTime(time.getTime() + 31_000)
    expect(await verify(fresh)).toMatchObject({ tenant: 'acme' })
    expect(issuer.fetches()).toBe(2)
    // A key that is no longer published is no longer accepted.
    expect(await verify(old)).toBeNull()
  })

  test('without a key id is verified with each key', async () => {
    await issuer.addKey('first', 'RS256')
    await issuer.addKey('second', 'RS256')
    expect(await verify(await issuer.sign('second', {}, {}))).toMatchObject({ tenant: 'acme' })
    issuer.withdraw('second')
    const other = createJwtVerifier(issuer.settings, () => time)
    expect(await other(await issuer.sign('second', {}, {}))).toBeNull()
  })

  test.each([
    ['ended 29 s ago', { exp: seconds - 29 }],
    ['begins in 29 s', { nbf: seconds + 29 }],
  ])('that %s is accepted, because clocks differ', async (_when, claims) => {
    await issuer.addKey('key', 'ES256')
    expect(await verify(await issuer.sign('key', claims))).toMatchObject({ tenant: 'acme' })
  })

  test('P19 that ended 31 s ago is refused as expired', async () => {
    await issuer.addKey('key', 'ES256')
    await expect(verify(await issuer.sign('key', { exp: seconds - 31 }))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token has expired. Get a new one.',
    })
  })

  test.each([
    ['tenant', { tenant: undefined }],
    ['tenant', { tenant: 'ACME corp' }],
    ['tenant', { tenant: ['acme'] }],
    ['scope', { scope: undefined }],
    ['scope', { scope: ['read'] }],
    ['applicant', { applicant: null }],
    ['applicant', { applicant: '' }],
    ['applicant', { applicant: ['customer-1'] }],
    ['applicant', { applicant: 'x'.repeat(256) }],
  ])('P18 without a valid claim %s is refused, and the error names the claim: %j', async (name, claims) => {
    await issuer.addKey('key', 'ES256')
    await expect(verify(await issuer.sign('key', claims))).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: `The token is genuine, but its claim ${name} is missing or malformed.`,
    })
  })

  test.each([
    ['of another issuer', { iss: 'https://other.example' }],
    ['of no issuer', { iss: undefined }],
    ['for another audience', { aud: 'other' }],
    ['for nobody', { aud: undefined }],
    ['without an expiry', { exp: undefined }],
    ['that begins in 31 s', { nbf: seconds + 31 }],
  ])('P18 %s is refused', async (_what, claims) => {
    await issuer.addKey('key', 'ES256')
    expect(await verify(await issuer.sign('key', claims))).toBeNull()
  })

  test('P18 forged in any of the known ways is refused', async () => {
    const { publicKey } = await issuer.addKey('key', 'RS256')
    const genuine = await issuer.sign('key')
    const [header = '', payload = '', signature = ''] = genuine.split('.')
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const published = new TextEncoder().encode(await exportSPKI(publicKey))
    const otherIssuer = await startIssuer(() => time)
    await otherIssuer.addKey('key', 'RS256')

    const forged = [
      `${encode({ alg: 'none' })}.${payload}.`,
      `${encode({ alg: 'none', kid: 'key' })}.${payload}.${signature}`,
      await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'key' }).sign(published),
      `${header}.${encode({ ...claims, tenant: 'other' })}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${header}.${payload}.`,
      await otherIssuer.sign('key'),
      'acme-0123456789-abcdefghij',
      '..',
      'a.b.c',
    ]
    for (const token of forged) expect([token, await verify(token)]).toEqual([token, null])
    expect(await verify(genuine)).not.toBeNull()
    await otherIssuer.close()
  })

  test.each([
    ['answers with a fault', { status: 500, body: '{}' }],
    ['answers with a page', { status: 200, body: '<html></html>' }],
    ['answers something else', { status: 200, body: '{"kees": []}' }],
    ['points elsewhere', { status: 302, body: '' }],
  ])(
    'that cannot be verified because the issuer %s is answered with a retryable error, not as a wrong credential',
    async (_how, answer) => {
      await issuer.addKey('key', 'ES256')
      const token = await issuer.sign('key')
      issuer.answer(answer)
      const outage = { code: 'INTERNAL', retryable: true, retryAfterSeconds: 5 }
      await expect(verify(token)).rejects.toMatchObject(outage)
      issuer.answer(null)
      expect(await verify(token)).toMatchObject({ tenant: 'acme' })
    },
  )

  test('P32 is not verified with keys of more than a megabyte, which are not read completely', async () => {
    const { publicKey } = await issuer.addKey('key', 'ES256')
    const token = await issuer.sign('key')
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'ES256', use: 'sig' }]
    issuer.answer({ status: 200, body: JSON.stringify({ keys, padding: 'x'.repeat(3 * 1024 * 1024) }) })
    await expect(verify(token)).rejects.toMatchObject({ code: 'INTERNAL', retryable: true })
  })

  test('that cannot be verified because the issuer does not answer is not a wrong credential either', async () => {
    await issuer.addKey('key', 'ES256')
    const token = await issuer.sign('key')
    await issuer.close()
    await expect(verify(token)).rejects.toMatchObject({ code: 'INTERNAL', retryable: true })
  })
})
