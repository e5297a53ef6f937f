import { describe, expect, test } from 'vitest'
import { isNotReady, parseRefusal, toDocumentError, toFinboxError, toProcessingError, toResultError } from './errors.ts'

const refusalOf = (status: number, body: unknown) =>
  parseRefusal({ status, body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) })
const coded = (code: string) => ({ error: { code, message: 'Of Mr Secret.' } })
const ofUpload = (code: string) => ({ session_id: '', statement_id: '', ...coded(code) })

describe('a refusal of one document', () => {
  // https://docs.finbox.in/session-flow/submit-data-backend.html, "Error Scenario Validation Matrix", and later codes.
  test.each([
    ['MISSING_FILE_OBJECT', 'PROVIDER_REJECTED'],
    ['INVALID_FILE_OBJECT', 'DOCUMENT_INVALID'],
    ['EMPTY_FILE', 'DOCUMENT_EMPTY'],
    ['INVALID_FILE_URL', 'PROVIDER_REJECTED'],
    ['INVALID_BASE_64', 'PROVIDER_REJECTED'],
    ['PASSWORD_INCORRECT', 'DOCUMENT_PASSWORD_INCORRECT'],
    ['PDF_IS_IMAGE', 'DOCUMENT_IS_IMAGE'],
    ['STATEMENT_UNSUPPORTED_FORMAT', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['STATEMENT_DUPLICATE', 'STATEMENT_DUPLICATE'],
    ['OUT_OF_DATE_RANGE', 'STATEMENT_OUT_OF_RANGE'],
    ['BANK_NAME_UNDETECTED', 'BANK_UNDETECTED'],
    ['BANK_NAME_MISMATCH', 'BANK_MISMATCH'],
    ['INVALID_ACCOUNT_CATEGORY', 'PROVIDER_REJECTED'],
    ['STATEMENT_TOO_MANY_PAGES', 'DOCUMENT_TOO_LARGE'],
    ['EXTRACTION_FAILED', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['STATEMENT_NO_TRANSACTIONS', 'DOCUMENT_EMPTY'],
    ['NULL_ACCOUNT_NUMBER', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['UNPARSABLE', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['NO_TRANSACTIONS_FROM_AA', 'PROVIDER_REJECTED'],
    ['SOMETHING_NEW', 'PROVIDER_REJECTED'],
  ])('%s is %s, at the upload and after the processing, and the message quotes nothing of the vendor', (code, ours) => {
    const error = toDocumentError(refusalOf(400, ofUpload(code)))
    expect(error).toMatchObject({ code: ours, providerCode: code, provider: 'finbox' })
    expect(error?.message).not.toContain('Secret')
    expect(toProcessingError(code)).toMatchObject({ code: ours, providerCode: code })
  })

  test('a validation error about the bank is BANK_UNDETECTED, and keeps the list of banks', () => {
    const fields = { bank_name: ["Please use following bank strings: ['AXIS', 'JNKBNK', 'model']"] }
    for (const body of [fields, { detail: fields.bank_name[0] }])
      expect(toDocumentError(refusalOf(400, body))).toMatchObject({
        code: 'BANK_UNDETECTED',
        message: 'FinBox does not know the bank that was named. It knows: AXIS, JNKBNK, model',
      })
  })
})

describe('a refusal of a call', () => {
  test.each([
    [400, ofUpload('SESSION_EXPIRED'), 'PROVIDER_SESSION_EXPIRED'],
    [400, ofUpload('SESSION_NOT_FOUND'), 'PROVIDER_SESSION_EXPIRED'],
    [404, coded('SESSION_NOT_FOUND'), 'PROVIDER_SESSION_EXPIRED'],
    [410, coded('SESSION_DELETED'), 'PROVIDER_SESSION_EXPIRED'],
    [402, ofUpload('TRIAL_PERIOD_EXPIRED'), 'PROVIDER_QUOTA_EXCEEDED'],
    [402, coded('PAYMENT_REQUIRED'), 'PROVIDER_QUOTA_EXCEEDED'],
    [402, {}, 'PROVIDER_QUOTA_EXCEEDED'],
    [403, ofUpload('INVALID_API_KEY'), 'PROVIDER_UNAUTHORIZED'],
    [403, coded('ACCESS_DENIED'), 'PROVIDER_UNAUTHORIZED'],
    [403, { detail: 'Authentication credentials were not provided.' }, 'PROVIDER_UNAUTHORIZED'],
    [401, coded('AUTHENTICATION_CREDENTIALS_NOT_PROVIDED'), 'PROVIDER_UNAUTHORIZED'],
    [401, { detail: 'Invalid token.' }, 'PROVIDER_UNAUTHORIZED'],
    [403, { detail: 'Route not allowed' }, 'PROVIDER_FORBIDDEN'],
    [403, coded('MODE_NOT_ENABLED'), 'PROVIDER_FORBIDDEN'],
    [400, coded('MODE_NOT_AVAILABLE'), 'PROVIDER_FORBIDDEN'],
    [400, { code: 'INVALID_DATE_FORMAT', message: 'No.' }, 'PROVIDER_REJECTED'],
    ...[
      'INVALID_BANK_NAME',
      'MISSING_BANK_NAME',
      'INVALID_DATE_RANGE',
      'MISSING_DATE_FIELD',
      'INVALID_MOBILE_NUMBER',
      'INVALID_SESSION_EXPIRY',
      'INVALID_AA_PARAMETER',
      'MISSING_AA_PARAMETER',
      'INVALID_URL',
      'INVALID_LENGTH',
      'INVALID_REQUEST',
      'INVALID_PARAMETER_COUNT',
      'KEY_REQUIRED',
      'DUPLICATE_PROCESSING_REQUEST',
    ].map(code => [400, coded(code), 'PROVIDER_REJECTED'] as const),
    [405, coded('METHOD_NOT_ALLOWED'), 'PROVIDER_REJECTED'],
    [415, coded('UNSUPPORTED_MEDIA_TYPE'), 'PROVIDER_REJECTED'],
    [400, coded('UNPARSABLE_STATEMENTS'), 'STATEMENT_UNSUPPORTED_FORMAT'],
    [500, coded('SESSION_EXPIRED'), 'PROVIDER_UNAVAILABLE'],
    [502, '<html>Mr Secret</html>', 'PROVIDER_UNAVAILABLE'],
    [400, '{"error": {"code"', 'PROVIDER_REJECTED'],
    [400, { error: { code: 'mr secret' } }, 'PROVIDER_REJECTED'],
  ] as const)('%i %j is %s', (status, body, code) => {
    const error = toFinboxError(refusalOf(status, body))
    expect(error).toMatchObject({ code, provider: 'finbox' })
    expect(`${error.message} ${error.providerCode}`).not.toMatch(/secret/i)
  })

  test('of the session or the account is no fault of the document', () => {
    for (const code of ['SESSION_EXPIRED', 'TRIAL_PERIOD_EXPIRED', 'INVALID_API_KEY'])
      expect(toDocumentError(refusalOf(400, ofUpload(code)))).toBeNull()
    for (const status of [401, 402, 403, 404, 429, 500]) expect(toDocumentError(refusalOf(status, {}))).toBeNull()
  })

  test('of a submitted session that no longer exists is RESULT_EXPIRED', () => {
    expect(toResultError(refusalOf(404, coded('SESSION_NOT_FOUND')))).toMatchObject({ code: 'RESULT_EXPIRED' })
    expect(toResultError(refusalOf(410, coded('SESSION_DELETED')))).toMatchObject({ code: 'RESULT_EXPIRED' })
    expect(toResultError(refusalOf(403, coded('ACCESS_DENIED')))).toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
  })

  test('isNotReady is true for the two codes of a result that is not there yet', () => {
    expect(isNotReady(refusalOf(400, coded('PROCESSING_NOT_REQUESTED')))).toBe(true)
    expect(isNotReady(refusalOf(400, coded('PROCESSING_NOT_COMPLETED')))).toBe(true)
    expect(isNotReady(refusalOf(400, coded('INVALID_REQUEST')))).toBe(false)
  })
})

test.each([
  'MISSING_TRANSACTIONS',
  'INCOMPLETE_MONTHS',
  'BALANCE_MISMATCH',
  'INCOMPLETE_MONTHS_UPLOAD',
  'INCOMPLETE_DATES_UPLOAD',
])('a fault of an account (%s) is PROVIDER_REJECTED with the vendor’s code', code => {
  expect(toProcessingError(code)).toMatchObject({ code: 'PROVIDER_REJECTED', providerCode: code })
})
