import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createApiKeyVerifier, parseApiKeys } from './api-keys.ts'
import { scopes } from './caller.ts'

const keyOfAcme = 'acme-0123456789-abcdefghij'
const keyOfGlobex = 'globex_0123456789_ABCDEFGHIJ'

function verifierOf(text: string) {
  const parsed = parseApiKeys(text)
  if (!parsed.ok) throw new Error(parsed.faults.join())
  return createApiKeyVerifier(parsed.entries)
}

describe('parseApiKeys', () => {
  test('a key without scopes has all of them', () => {
    expect(verifierOf(`acme:${keyOfAcme}`)(keyOfAcme)).toMatchObject({ tenant: 'acme', scopes })
  })

  test('scopes may contain colons', () => {
    expect(verifierOf(`acme:${keyOfAcme}:read+read:account-numbers`)(keyOfAcme)?.scopes).toEqual([
      'read',
      'read:account-numbers',
    ])
  })

  test('all faults are reported at once, with the number of the entry', () => {
    expect(
      parseApiKeys(`ACME:${keyOfAcme},globex:short,initech,acme:${keyOfAcme}:read+fly,acme:${keyOfAcme}:`),
    ).toEqual({
      ok: false,
      faults: [
        'entry 1 has a tenant that is not 1 to 64 of a-z, 0-9 and -',
        'entry 2 has a key that is not at least 24 of A-Z, a-z, 0-9, _ and -',
        'entry 3 is not of the form tenant:key or tenant:key:scope+scope',
        `entry 4 has an unknown scope; the scopes are ${scopes.join(', ')}`,
        `entry 5 has an unknown scope; the scopes are ${scopes.join(', ')}`,
      ],
    })
  })

  test('the same key for two tenants is a fault', () => {
    expect(parseApiKeys(`acme:${keyOfAcme},globex:${keyOfAcme}`)).toEqual({
      ok: false,
      faults: ['the same key is given more than once'],
    })
  })

  test('P20 neither a fault nor an entry contains a key, wherever the key is in the text', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{24,40}$/),
        fc.constantFrom(
          (key: string) => `acme:${key}`,
          (key: string) => `acme:${key}!`,
          (key: string) => `${key}X:acme`,
          (key: string) => `acme:${keyOfAcme}:${key}`,
          (key: string) => key,
        ),
        (key, place) => {
          expect(JSON.stringify(parseApiKeys(place(key)))).not.toContain(key)
        },
      ),
    )
  })
})

describe('createApiKeyVerifier', () => {
  const verify = verifierOf(`acme:${keyOfAcme}:read, globex:${keyOfGlobex}`)

  test('P17 a key is found with its own tenant and scopes', () => {
    expect(verify(keyOfAcme)).toMatchObject({ tenant: 'acme', scopes: ['read'] })
    expect(verify(keyOfGlobex)).toMatchObject({ tenant: 'globex', scopes })
  })

  test('any other text is not found', () => {
    for (const key of ['', keyOfAcme.slice(0, -1), `${keyOfAcme}x`, keyOfAcme.toUpperCase(), 'x'.repeat(100_000)])
      expect(verify(key)).toBeNull()
  })
})
