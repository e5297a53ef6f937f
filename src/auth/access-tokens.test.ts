import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { parseTenantId } from '../domain/tenant.ts'
import { createAccessTokens } from './access-tokens.ts'
import { deriveKeys } from './derive-keys.ts'
import { createSigner } from './signer.ts'

const secret = 'a-secret-of-at-least-32-characters'
const time = new Date('2026-03-01T12:00:00Z')
const tokens = createAccessTokens([secret], () => time)
const grant = {
  tenant: parseTenantId('acme'),
  applicantId: 'app_1',
  scopes: new Set(['read', 'write'] as const),
  expiresAt: new Date(time.getTime() + 900_000),
}
const { applicantId: applicant, ...rest } = grant
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('an access token', () => {
  test('contains its applicant, scopes and expiry', async () => {
    expect(await tokens.verify(await tokens.issue(grant))).toEqual({ ...rest, applicant })
  })

  test('is valid to its last second, and expired afterwards', async () => {
    const token = await tokens.issue(grant)
    const at = (ms: number) =>
      createAccessTokens([secret], () => new Date(grant.expiresAt.getTime() + ms)).verify(token)
    expect(await at(-1)).not.toBeNull()
    await expect(at(0)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The access token has expired. Create a new one with createAccessToken.',
    })
  })

  test('is signed with the newest secret, and accepted while its own secret is configured', async () => {
    const token = await tokens.issue(grant)
    const rotated = createAccessTokens(['another-secret-of-32-characters-', secret], () => time)
    expect(await rotated.verify(token)).not.toBeNull()
    await expect(tokens.verify(await rotated.issue(grant))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('P18 forged in any of the known ways is refused', async () => {
    const token = await tokens.issue(grant)
    const [header = '', payload = '', signature = ''] = token.split('.')
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const typ = 'assay-access+jwt'
    const sign = (purpose: string, changes: object, alg = 'HS256') => {
      const [key = new Uint8Array()] = deriveKeys([secret], purpose)
      return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg, typ }).sign(key)
    }
    expect(await tokens.verify(await sign('access-token', {}))).not.toBeNull()

    const forged = {
      'without a signature': `${encode({ alg: 'none', typ })}.${payload}.`,
      'with a signature of no algorithm': `${encode({ alg: 'none', typ })}.${payload}.${signature}`,
      'for another applicant': `${header}.${encode({ ...claims, sub: 'app_2' })}.${signature}`,
      'for another tenant': `${header}.${encode({ ...claims, tenant: 'globex' })}.${signature}`,
      'with another signature': `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      'with another secret': await createAccessTokens(['another-secret-of-32-characters-'], () => time).issue(grant),
      'with the secret itself': await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ })
        .sign(new TextEncoder().encode(secret)),
      'with the key of another purpose': await sign('upload', {}),
      'by another algorithm': await sign('access-token', {}, 'HS384'),
      'for another audience': await sign('access-token', { aud: 'assay' }),
      'without an audience': await sign('access-token', { aud: undefined }),
      'without an end': await sign('access-token', { exp: undefined }),
      'without an applicant': await sign('access-token', { sub: undefined }),
      'for a tenant that cannot be': await sign('access-token', { tenant: 'ACME corp' }),
      'not in JSON': `${header}.${Buffer.from('no').toString('base64url')}.${signature}`,
    }
    for (const [how, one] of Object.entries(forged)) {
      const refusal = tokens.verify(one).catch(error => error)
      expect([how, await refusal]).toEqual([how, expect.objectContaining({ code: 'UNAUTHENTICATED' })])
    }
  })

  test('P18 is distinguished from every other credential', async () => {
    const [key = new Uint8Array()] = deriveKeys([secret], 'access-token')
    const untyped = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key)
    const others = [
      'acme-0123456789-abcdefghij',
      '',
      '..',
      'a.b.c',
      '€',
      createSigner([secret], 'access-token').sign('x'),
      untyped,
    ]
    for (const one of others) expect([one, await tokens.verify(one)]).toEqual([one, null])
  })
})
