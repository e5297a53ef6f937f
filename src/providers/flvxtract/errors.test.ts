import { describe, expect, test } from 'vitest'
import { readFixture } from '../../../test/support/read-fixture.ts'
import {
  documentFaultOf,
  isDocumentStatus,
  parseErrorPayload,
  toDocumentError,
  toFlvxtractError,
  toStatementError,
} from './errors.ts'

const silent = { words: '', quotaType: null, traceId: null }

describe('a status', () => {
  test.each([
    [400, 'PROVIDER_REJECTED', false],
    [401, 'PROVIDER_UNAUTHORIZED', false],
    [402, 'PROVIDER_QUOTA_EXCEEDED', false],
    [403, 'PROVIDER_FORBIDDEN', false],
    [404, 'PROVIDER_REJECTED', false],
    [409, 'PROVIDER_REJECTED', false],
    [418, 'PROVIDER_REJECTED', false],
    [429, 'PROVIDER_RATE_LIMITED', true],
    [500, 'PROVIDER_UNAVAILABLE', true],
    [503, 'PROVIDER_UNAVAILABLE', true],
    [302, 'PROVIDER_BAD_RESPONSE', true],
  ])('%i is %s, retryable: %s, with the status kept', (status, code, retryable) => {
    expect(toFlvxtractError(status, silent)).toMatchObject({
      code,
      retryable,
      provider: 'flvxtract',
      providerCode: String(status),
    })
  })

  test('404 for a statement is RESULT_EXPIRED, and other statuses keep their meaning', () => {
    expect(toStatementError(404, silent)).toMatchObject({ code: 'RESULT_EXPIRED', providerCode: '404' })
    expect(toStatementError(500, silent)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', providerCode: '500' })
  })

  test.each([
    [400, true],
    [401, false],
    [402, false],
    [403, false],
    [404, false],
    [413, true],
    [415, true],
    [422, true],
    [429, false],
    [500, false],
  ])('%i as the answer to an upload rejects only the document: %s', (status, expected) => {
    expect(isDocumentStatus(status)).toBe(expected)
  })
})

describe('an error body', () => {
  test('of a used-up quota has the type of the quota as provider code', () => {
    const error = toFlvxtractError(402, parseErrorPayload(readFixture(import.meta.dirname, 'quota-error')))
    expect(error).toMatchObject({ code: 'PROVIDER_QUOTA_EXCEEDED', providerCode: 'MonthlyUploads', retryable: false })
  })

  test('is never quoted, except for its trace id', () => {
    const { message } = toDocumentError(400, parseErrorPayload(readFixture(import.meta.dirname, 'validation-error')))
    expect(message).toBe(
      'FLVXtract found the request invalid. Its trace id: 00-cf3d4c9f2353d95f7fbe4f4b2e04f8a6-1b2c3d4e5f607182-00',
    )
  })

  test.each([
    ['empty', ''],
    ['an HTML page', '<html>502</html>'],
    ['truncated', '{"message": "Val'],
    ['a list', '[1]'],
    ['an object with members of other types', '{"message": 7, "errors": [], "details": "none", "traceId": {}}'],
    ['an injection attempt', '{"details": {"quotaType": "<b>"}, "traceId": "see https://example.com"}'],
  ])('P16 that is %s gives no words, quota or trace id', (_, text) => {
    expect(parseErrorPayload(Buffer.from(text))).toEqual(silent)
  })
})

describe('the fault of a document', () => {
  test.each([
    ['The PDF is password protected.', 'DOCUMENT_PASSWORD_INCORRECT'],
    ['PASSWORD_REQUIRED', 'DOCUMENT_PASSWORD_INCORRECT'],
    ['FileEncrypted', 'DOCUMENT_PASSWORD_INCORRECT'],
    ['Duplicate statement', 'STATEMENT_DUPLICATE'],
    ['This file was already uploaded.', 'STATEMENT_DUPLICATE'],
    ['Scanned document detected', 'DOCUMENT_IS_IMAGE'],
    ['PDF_IS_IMAGE', 'DOCUMENT_IS_IMAGE'],
    ['Unsupported bank format', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['UNSUPPORTED_FORMAT', 'STATEMENT_UNSUPPORTED_FORMAT'],
    ['Only PDF files are supported.', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['The file is not a PDF.', 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['File is too large', 'DOCUMENT_TOO_LARGE'],
    ['The file is corrupted', 'DOCUMENT_INVALID'],
    ['The file is empty.', 'DOCUMENT_EMPTY'],
    ['The bank could not be recognised', 'BANK_UNDETECTED'],
  ])('in "%s" is %s', (words, code) => {
    expect(documentFaultOf(words)?.code).toBe(code)
  })

  test('is unknown when the text names none', () => {
    expect(documentFaultOf('Something went wrong on page 2.')).toBeNull()
  })
})
