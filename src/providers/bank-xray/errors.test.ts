import { describe, expect, test } from 'vitest'
import { isSuccess } from '../../connector/vendor-errors.ts'
import { toBankXrayError, toReportError, toRequestError, toStoreError } from './errors.ts'

describe('a status', () => {
  test.each([
    [302, 'PROVIDER_BAD_RESPONSE', true],
    [400, 'PROVIDER_REJECTED', false],
    [401, 'PROVIDER_UNAUTHORIZED', false],
    [402, 'PROVIDER_QUOTA_EXCEEDED', false],
    [403, 'PROVIDER_FORBIDDEN', false],
    [404, 'PROVIDER_REJECTED', false],
    [409, 'PROVIDER_REJECTED', false],
    [413, 'DOCUMENT_TOO_LARGE', false],
    [415, 'DOCUMENT_TYPE_UNSUPPORTED', false],
    [418, 'PROVIDER_REJECTED', false],
    [422, 'PROVIDER_REJECTED', false],
    [429, 'PROVIDER_RATE_LIMITED', true],
    [500, 'PROVIDER_UNAVAILABLE', true],
    [503, 'PROVIDER_UNAVAILABLE', true],
  ])('%i is %s, retryable: %s, with the status kept', (status, code, retryable) => {
    const expected = { code, retryable, provider: 'bank-xray', providerCode: String(status) }
    expect(toBankXrayError(status)).toMatchObject(expected)
    if (status !== 404) {
      expect(toRequestError(status)).toMatchObject(expected)
      expect(toReportError(status)).toMatchObject(expected)
    }
  })

  test('404 for a request or a report is RESULT_EXPIRED', () => {
    for (const error of [toRequestError(404), toReportError(404)])
      expect(error).toMatchObject({ code: 'RESULT_EXPIRED', retryable: false, providerCode: '404' })
  })

  test('403 for a report names the missing permission', () => {
    expect(toReportError(403).message).toContain('read_bank_xray_report')
    expect(toBankXrayError(403).message).not.toContain('read_bank_xray_report')
  })

  test('the error of a 401 mentions the three headers, which a proxy may have removed', () => {
    expect(toBankXrayError(401).message).toContain('three headers')
  })

  test.each([
    [500, 'PROVIDER_UNAVAILABLE', true],
    [503, 'PROVIDER_UNAVAILABLE', true],
    [307, 'PROVIDER_BAD_RESPONSE', true],
  ])('%i from the store is %s, retryable: %s', (status, code, retryable) => {
    expect(toStoreError(status)).toMatchObject({ code, retryable, providerCode: String(status) })
  })

  test.each([
    [199, false],
    [200, true],
    [201, true],
    [204, true],
    [300, false],
  ])('isSuccess of %i is %s', (status, expected) => {
    expect(isSuccess({ status })).toBe(expected)
  })
})
