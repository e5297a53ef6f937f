import { expect, test } from 'vitest'
import { createOriginPolicy } from './origin-policy.ts'

const options = { allowedOrigins: ['https://app.example.com'], publicUrl: 'https://api.example.com' }
const anonymous = createOriginPolicy({ ...options, anonymous: true })
const closed = createOriginPolicy({ ...options, anonymous: false })

test.each([
  'localhost:4000',
  'LOCALHOST',
  '127.0.0.1:4000',
  '127.1.2.3',
  '[::1]:4000',
  'api.example.com',
  'app.example.com',
])('P19 anonymous: the host %s is known', host => {
  expect(anonymous.mayCall({ host, origin: undefined })).toBe(true)
})

test.each([
  undefined,
  '',
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example:4000',
  'evil.example/localhost',
  'localhost@evil.example',
  '192.168.1.1',
  'studio.apollographql.com',
])('P19 anonymous: the host %s is not known', host => {
  expect(anonymous.mayCall({ host, origin: undefined })).toBe(false)
})

test.each([
  'http://localhost:3000',
  'http://127.0.0.1:4000',
  'http://[::1]:4000',
  'https://app.example.com',
  'https://api.example.com',
  'https://studio.apollographql.com',
])('P19 anonymous: a page of %s may call', origin => {
  expect(anonymous.mayCall({ host: 'localhost:4000', origin })).toBe(true)
  expect(anonymous.isTrusted({ host: 'localhost:4000', origin })).toBe(true)
})

test.each(['null', '', 'https://evil.example', 'http://app.example.com', 'https://localhost.evil.example', 'file://'])(
  'P19 anonymous: a page of %s may not call',
  origin => {
    expect(anonymous.mayCall({ host: 'localhost:4000', origin })).toBe(false)
    expect(anonymous.isTrusted({ host: 'localhost:4000', origin })).toBe(false)
  },
)

test('P19 anonymous: a page of an unknown host may not call, even under the same host', () => {
  expect(anonymous.mayCall({ host: 'evil.example:4000', origin: 'http://evil.example:4000' })).toBe(false)
})

test('with credentials, requests of every origin are answered', () => {
  expect(closed.mayCall({ host: '10.0.0.7:4000', origin: 'https://evil.example' })).toBe(true)
  expect(closed.mayCall({ host: undefined, origin: 'null' })).toBe(true)
})

test.each([
  [undefined, true],
  ['https://app.example.com', true],
  ['https://api.example.com', true],
  ['http://10.0.0.7:4000', true],
  ['http://localhost:3000', false],
  ['https://studio.apollographql.com', false],
  ['null', false],
])('with credentials: whether a page of %s is trusted is %s', (origin, trusted) => {
  expect(closed.isTrusted({ host: '10.0.0.7:4000', origin })).toBe(trusted)
})

const named = createOriginPolicy({ ...options, anonymous: true, sandboxHosts: ['assay', '192.168.0.7'] })

test.each([
  ['assay:4000', undefined, true],
  ['ASSAY', 'http://assay:8080', true],
  ['192.168.0.7:4000', 'http://localhost:3000', true],
  ['localhost:4000', 'http://assay', true],
  ['assay', 'https://evil.example', false],
  ['assay.evil.example', undefined, false],
  ['assay@evil.example', undefined, false],
  ['192.168.0.70', undefined, false],
  ['evil.example', 'http://assay', false],
])('P19 a sandbox with its own host names: host %s, origin %s', (host, origin, mayCall) => {
  expect(named.mayCall({ host, origin })).toBe(mayCall)
})

test('P19 host names of a sandbox are ignored if credentials are required', () => {
  const policy = createOriginPolicy({ ...options, anonymous: false, sandboxHosts: ['assay'] })
  expect(policy.isTrusted({ host: 'api.example.com', origin: 'http://assay' })).toBe(false)
})
