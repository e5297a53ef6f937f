import { describe, expect, test } from 'vitest'
import { AppError } from '../../errors.ts'
import { NumberLiteral } from '../../http/exact-json.ts'
import { createVendorAddresses } from '../../http/vendor-addresses.ts'
import { parseUploadTarget } from './uploads.ts'

const url = 'https://store.example/bucket?X-Amz-Signature=secret'
const parse = (upload: unknown, baseUrl = 'https://vendor.example') =>
  parseUploadTarget(upload, createVendorAddresses({ provider: 'bank-xray', baseUrl }).check)

function faultOf(upload: unknown, baseUrl?: string): AppError {
  try {
    parse(upload, baseUrl)
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('Expected an AppError.')
}

describe('an upload target', () => {
  test('with fields is a form, in their order', () => {
    const fields = { key: 'media/1', policy: 'eyJ9', 'x-amz-date': new NumberLiteral('20260301') }
    expect(parse({ url, fields, more: 1 })).toEqual({
      kind: 'form',
      url: new URL(url),
      fields: [
        ['key', 'media/1'],
        ['policy', 'eyJ9'],
        ['x-amz-date', '20260301'],
      ],
    })
  })

  test.each([
    [{ url }, {}],
    [{ url, method: 'PUT', headers: null }, {}],
    [
      { url, method: 'put', fields: null, headers: { 'Content-Type': 'application/pdf' } },
      { 'Content-Type': 'application/pdf' },
    ],
    [
      {
        url,
        headers: {
          Host: 'other.example',
          'Content-Length': new NumberLiteral('5'),
          'Transfer-Encoding': 'chunked',
          a: 'b',
        },
      },
      { a: 'b' },
    ],
  ])(
    'without fields takes the raw bytes, with the given headers except those of the connection: %j',
    (upload, headers) => {
      expect(parse(upload)).toEqual({ kind: 'raw', url: new URL(url), headers })
    },
  )

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a bare address', url],
    ['no address', { fields: {} }],
    ['a numeric address', { url: new NumberLiteral('7') }],
    ['another method', { url, method: 'POST' }],
    ['fields of another type', { url, fields: 'list' }],
    ['a field of another type', { url, fields: { key: {} } }],
    ['a header with a line break', { url, headers: { a: 'b\r\nuserId: x' } }],
    ['a header name with a line break', { url, headers: { 'a\r\nb': 'c' } }],
    ['an invalid address', { url: 'store.example/bucket' }],
    ['an address without TLS', { url: 'http://store.example/bucket?secret' }],
    ['another scheme', { url: 'ftp://store.example/secret' }],
    ['a file', { url: 'file:///etc/secret' }],
    ['credentials in it', { url: 'https://secret:secret@store.example/' }],
    ['a private network', { url: 'https://192.168.1.1/secret' }],
  ])('P16 P20 that is %s is a PROVIDER_BAD_RESPONSE that quotes nothing', (_, upload) => {
    const error = faultOf(upload)
    expect(error.code).toBe('PROVIDER_BAD_RESPONSE')
    expect(`${error.message} ${error.cause}`).not.toMatch(/secret|store\.example/)
  })

  test('may be http when the vendor is reached by http, but has no other scheme', () => {
    expect(parse({ url: 'http://127.0.0.1:4711/bucket' }, 'http://127.0.0.1:4700')).toMatchObject({ kind: 'raw' })
    expect(faultOf({ url: 'ftp://127.0.0.1/bucket' }, 'http://127.0.0.1:4700').code).toBe('PROVIDER_BAD_RESPONSE')
  })
})
