import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/support/any-text.ts'
import { parseTenantId } from '../domain/tenant.ts'
import { AppError } from '../errors.ts'
import { createRedirectPolicy } from './redirect-policy.ts'

const acme = parseTenantId('acme')
const own = parseTenantId('own')
const options = {
  allowedRedirects: ['https://app.example.com/banking', 'https://root.example.com', 'https://slash.example.com/a/'],
  tenants: new Map([[own, ['https://own.example.com']]]),
}
const closed = createRedirectPolicy({ ...options, anonymous: false })
const anonymous = createRedirectPolicy({ ...options, anonymous: true })

const isAllowed = (address: string, policy = closed, tenant = acme): boolean => {
  try {
    policy.toAllowed(tenant, address, ['redirectUrl'])
    return true
  } catch {
    return false
  }
}

describe('a redirect address', () => {
  test.each([
    ['https://app.example.com/banking', 'https://app.example.com/banking'],
    ['https://app.example.com/banking/', 'https://app.example.com/banking/'],
    ['https://app.example.com/banking/done?case=1#top', 'https://app.example.com/banking/done?case=1#top'],
    ['https://app.example.com/banking?case=1', 'https://app.example.com/banking?case=1'],
    ['HTTPS://APP.example.com:443/x/../banking', 'https://app.example.com/banking'],
    [' https://app.example.com/ban\nking ', 'https://app.example.com/banking'],
    ['https://root.example.com', 'https://root.example.com/'],
    ['https://root.example.com/a%2fb', 'https://root.example.com/a%2fb'],
    ['https://slash.example.com/a', 'https://slash.example.com/a'],
    ['https://slash.example.com/a/b', 'https://slash.example.com/a/b'],
  ])('%j is allowed and becomes %s', (address, expected) => {
    expect(closed.toAllowed(acme, address, [])).toBe(expected)
  })

  test.each([
    'https://app.example.com/',
    'https://app.example.com/bankingx',
    'https://app.example.com/Banking',
    'https://app.example.com/banking/../admin',
    'https://app.example.com/banking/%2e%2e/admin',
    'https://app.example.com/banking/..%2fadmin',
    'https://app.example.com/banking/..%5Cadmin',
    'https://app.example.com/banking\\..\\admin',
    'https://app.example.com//banking',
    'http://app.example.com/banking',
    'https://app.example.com:8443/banking',
    'https://app.example.com.evil.example/banking',
    'https://evil.example/https://app.example.com/banking',
    'https://app.example.com@evil.example/banking',
    'https://user@app.example.com/banking',
    'https://user:secret@app.example.com/banking',
    'https://evil.example\\@app.example.com/banking',
    '//app.example.com/banking',
    '/banking',
    'javascript:alert(1)//https://app.example.com/banking',
    'data:text/html,https://app.example.com/banking',
    'app://app.example.com/banking',
    'blob:https://app.example.com/banking',
    'http://localhost:3000/',
    'https://own.example.com/',
    '',
    `https://app.example.com/banking/${'x'.repeat(2_000)}`,
  ])('%j is not allowed', address => {
    expect(isAllowed(address)).toBe(false)
  })

  test('that is not allowed is refused as REDIRECT_NOT_ALLOWED with its field, and the error does not contain it', () => {
    const refused = () => closed.toAllowed(acme, 'https://evil.example/?token=s3cret', ['redirectUrl'])
    expect(refused).toThrow(AppError)
    expect(refused).toThrow(expect.objectContaining({ code: 'REDIRECT_NOT_ALLOWED', field: ['redirectUrl'] }))
    expect(refused).not.toThrow(/s3cret/)
  })

  test('of a tenant with its own addresses is compared only with those', () => {
    expect(isAllowed('https://own.example.com/anything', closed, own)).toBe(true)
    expect(isAllowed('https://app.example.com/banking', closed, own)).toBe(false)
  })
})

describe('P18 loopback', () => {
  test.each([
    'http://localhost:3000/back',
    'https://localhost/',
    'http://127.0.0.1:4000/x',
    'http://127.1/',
    'http://[::1]:80/',
  ])('%s is allowed only without credentials', address => {
    expect(isAllowed(address, anonymous)).toBe(true)
    expect(isAllowed(address, closed)).toBe(false)
  })

  test.each([
    'http://localhost.evil.example/',
    'http://evil.example/localhost',
    'http://user@localhost/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://1270.0.0.1/',
    'ws://localhost/',
  ])('%s is not loopback', address => {
    expect(isAllowed(address, anonymous)).toBe(false)
  })
})

const segment = fc.stringMatching(/^[a-z0-9_~-]{1,8}$/)
const path = fc.array(segment, { maxLength: 4 }).map(segments => segments.join('/'))
const origin = fc.constantFrom('https://a.example', 'https://b.example', 'http://a.example', 'https://a.example:8443')

test('an address is allowed exactly if it has the origin of an allowed one and begins with its path segments', () => {
  fc.assert(
    fc.property(origin, path, origin, path, (allowedOrigin, allowedPath, otherOrigin, otherPath) => {
      const policy = createRedirectPolicy({
        allowedRedirects: [`${allowedOrigin}/${allowedPath}`],
        tenants: new Map(),
        anonymous: false,
      })
      const wanted = allowedPath.split('/').filter(part => part !== '')
      const given = otherPath.split('/').filter(part => part !== '')
      const begins = wanted.every((part, index) => given[index] === part)
      expect(isAllowed(`${otherOrigin}/${otherPath}`, policy)).toBe(allowedOrigin === otherOrigin && begins)
      expect(isAllowed(`${allowedOrigin}/${allowedPath}/${otherPath}`, policy)).toBe(true)
    }),
  )
})

test('every allowed address is returned with an allowed origin and path, and the result is allowed again', () => {
  const pieces = fc.constantFrom(
    'https://app.example.com/banking',
    ...['https:', '//', '/', '\\', '..', '%2e%2e', '%2f', '@', ':', '?', '#', '\t', '\n', ' ', 'evil.example'],
    'app.example.com',
    'banking',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), anyText({ maxLength: 6 }), (parts, noise) => {
      for (const address of [parts.join(''), parts.join('') + noise, noise + parts.join('')]) {
        if (!isAllowed(address)) continue
        const written = closed.toAllowed(acme, address, [])
        expect(written).toMatch(/^https:\/\/app\.example\.com\/banking([/?#]|$)/)
        expect(written.split(/[?#]/)[0]).not.toMatch(/\/\.\.(\/|$)/)
        expect(closed.toAllowed(acme, written, [])).toBe(written)
      }
    }),
    { numRuns: 3_000 },
  )
})
