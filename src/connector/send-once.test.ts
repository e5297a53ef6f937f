import { expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { toNotSent } from '../http/was-not-sent.ts'
import { sendOnce } from './send-once.ts'

const error = (code: ErrorCode) => new AppError(code, 'It failed.', { provider: 'acme' })
const toUnknown = (cause: AppError) => new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Nobody knows.', { cause })

/** The code of the error when the call ends this way and reading its answer fails. */
const codeAfter = async (ask: () => Promise<{ readonly status: number }>) =>
  (
    await failureOf(
      sendOnce(async watch => {
        await watch(ask)
        throw error('PROVIDER_BAD_RESPONSE')
      }, toUnknown),
    )
  ).code

test.each([
  ['a connection that broke', error('PROVIDER_UNAVAILABLE'), 'SUBMISSION_OUTCOME_UNKNOWN'],
  ['no answer in time', error('PROVIDER_TIMEOUT'), 'SUBMISSION_OUTCOME_UNKNOWN'],
  ['an answer that is not HTTP', error('PROVIDER_BAD_RESPONSE'), 'SUBMISSION_OUTCOME_UNKNOWN'],
  ['an unforeseen failure', new Error('?'), 'SUBMISSION_OUTCOME_UNKNOWN'],
  ['a connection that could not be opened', toNotSent(error('PROVIDER_UNAVAILABLE')), 'PROVIDER_UNAVAILABLE'],
  ['a rate limit', error('PROVIDER_RATE_LIMITED'), 'PROVIDER_RATE_LIMITED'],
  ['a document that could not be read', error('NOT_FOUND'), 'NOT_FOUND'],
])('P12 after %s, the error says whether the vendor may have acted', async (_, thrown, code) => {
  expect(await codeAfter(() => Promise.reject(thrown))).toBe(code)
})

test.each([
  [200, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [302, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [503, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [400, 'PROVIDER_BAD_RESPONSE'],
  [403, 'PROVIDER_BAD_RESPONSE'],
])('P12 after status %i, the error says whether the vendor may have acted', async (status, code) => {
  expect(await codeAfter(async () => ({ status }))).toBe(code)
})

test('an error before the call is thrown unchanged', async () => {
  const failure = await failureOf(sendOnce(() => Promise.reject(error('PROVIDER_UNAUTHORIZED')), toUnknown))
  expect(failure.code).toBe('PROVIDER_UNAUTHORIZED')
})
