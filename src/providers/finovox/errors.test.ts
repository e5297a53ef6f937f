import { describe, expect, test } from 'vitest'
import { AppError } from '../../errors.ts'
import {
  effectOfCaseStatus,
  folderOutcomeUnknown,
  isFinalRetrieveStatus,
  toCaseError,
  toRetrieveError,
} from './errors.ts'

describe('a refusal of a folder', () => {
  test.each([
    [400, 'PROVIDER_REJECTED', false, 'refused'],
    [401, 'PROVIDER_UNAUTHORIZED', false, 'refused'],
    [403, 'PROVIDER_FORBIDDEN', false, 'refused'],
    [404, 'PROVIDER_REJECTED', false, 'refused'],
    [413, 'DOCUMENT_TOO_LARGE', false, 'refused'],
    [422, 'PROVIDER_REJECTED', false, 'refused'],
    [429, 'PROVIDER_RATE_LIMITED', true, 'refused'],
    [500, 'PROVIDER_UNAVAILABLE', true, 'postponed'],
    [408, 'PROVIDER_UNAVAILABLE', true, 'unknown'],
    [502, 'PROVIDER_UNAVAILABLE', true, 'unknown'],
    [503, 'PROVIDER_UNAVAILABLE', true, 'unknown'],
    [504, 'PROVIDER_UNAVAILABLE', true, 'unknown'],
    [302, 'PROVIDER_BAD_RESPONSE', true, 'unknown'],
  ] as const)('with %i is %s (retryable: %s) and leaves the folder %s', (status, code, retryable, effect) => {
    expect(toCaseError(status)).toMatchObject({ code, retryable, provider: 'finovox', providerCode: String(status) })
    expect(effectOfCaseStatus(status)).toBe(effect)
  })
})

describe('an answer without a result', () => {
  test.each([
    [400, 'PROVIDER_REJECTED', false, true],
    [401, 'PROVIDER_REJECTED', true, true],
    [403, 'PROVIDER_REJECTED', true, true],
    [404, 'RESULT_EXPIRED', false, true],
    [422, 'PROVIDER_REJECTED', false, true],
    [429, 'PROVIDER_RATE_LIMITED', true, true],
    [500, 'PROVIDER_REJECTED', true, true],
    [408, 'PROVIDER_UNAVAILABLE', true, false],
    [502, 'PROVIDER_UNAVAILABLE', true, false],
    [503, 'PROVIDER_UNAVAILABLE', true, false],
    [302, 'PROVIDER_BAD_RESPONSE', true, false],
  ] as const)('with %i is %s (retryable: %s, final: %s)', (status, code, retryable, isFinal) => {
    expect(toRetrieveError(status)).toMatchObject({
      code,
      retryable,
      provider: 'finovox',
      providerCode: String(status),
    })
    expect(isFinalRetrieveStatus(status)).toBe(isFinal)
  })

  test('with 401 does not mention the key, because there the token is wrong', () => {
    expect(toRetrieveError(401).message).not.toMatch(/key/i)
    expect(toCaseError(401).message).toMatch(/key/i)
  })
})

test('P12 folderOutcomeUnknown is retryable by the caller and has the original error as cause', () => {
  const cause = new AppError('PROVIDER_UNAVAILABLE', 'reset', { provider: 'finovox', providerCode: 'ECONNRESET' })
  expect(folderOutcomeUnknown(cause)).toMatchObject({
    code: 'SUBMISSION_OUTCOME_UNKNOWN',
    retryable: true,
    provider: 'finovox',
    providerCode: 'ECONNRESET',
    cause,
  })
  expect(folderOutcomeUnknown(null)).toMatchObject({ code: 'SUBMISSION_OUTCOME_UNKNOWN', providerCode: null })
})
