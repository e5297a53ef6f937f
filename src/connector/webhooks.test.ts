import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/support/any-text.ts'
import { isSecretAddress, isSignedBySha256 } from './webhooks.ts'

const body = Buffer.from('{"event": "new"}\n')
const sign = (bytes: Buffer, secret: string) => `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`
const isSigned = (header: string | readonly string[] | undefined, bytes = body) =>
  isSignedBySha256(header, bytes, ['secret-new', 'secret-old'])

describe('a signature', () => {
  test('P9 over the raw bytes under any of the secrets is valid', () => {
    expect(isSigned(sign(body, 'secret-new'))).toBe(true)
    expect(isSigned(sign(body, 'secret-old'))).toBe(true)
  })

  test('P9 over bytes that are not UTF-8 is valid', () => {
    const bytes = Buffer.from([0xff, 0x00, 0xc3, 0x28])
    expect(isSigned(sign(bytes, 'secret-new'), bytes)).toBe(true)
  })

  test('P9 over the same JSON with other white space is not valid', () => {
    expect(isSigned(sign(body, 'secret-new'), Buffer.from('{"event":"new"}'))).toBe(false)
  })

  const hex = sign(body, 'secret-new').slice('sha256='.length)
  test.each<[string, string | readonly string[] | undefined]>([
    ['missing', undefined],
    ['empty', ''],
    ['sent twice', [sign(body, 'secret-new'), sign(body, 'secret-new')]],
    ['under another secret', sign(body, 'secret-stolen')],
    ['under an empty secret', sign(body, '')],
    ['without its prefix', hex],
    ['of another algorithm', `sha1=${hex}`],
    ['too short', `sha256=${hex.slice(0, -2)}`],
    ['too long', `sha256=${hex}00`],
    ['not hexadecimal', `sha256=${'z'.repeat(64)}`],
    ['in Base64', `sha256=${Buffer.from(hex, 'hex').toString('base64')}`],
    ['followed by a line break', `sha256=${hex}\n`],
  ])('P9 that is %s is refused without an exception', (_, header) => {
    expect(isSigned(header)).toBe(false)
  })

  test('P9 of any other text is refused without an exception', () => {
    fc.assert(
      fc.property(anyText(), text => {
        expect(isSigned(text)).toBe(false)
        expect(isSigned(`sha256=${text}`)).toBe(false)
      }),
    )
  })
})

describe('a secret address', () => {
  const isSecret = (token: string | null) => isSecretAddress({ token }, ['token-new', 'token-old'])

  test('P9 with any of the tokens is accepted', () => {
    expect(isSecret('token-new')).toBe(true)
    expect(isSecret('token-old')).toBe(true)
  })

  test('P9 with any other text, or none, is refused without an exception', () => {
    expect(isSecret(null)).toBe(false)
    fc.assert(
      fc.property(anyText(), text => {
        expect(isSecret(text)).toBe(false)
        expect(isSecret(`token-new${text} `)).toBe(false)
      }),
    )
  })
})
