import { expect, test } from 'vitest'
import { failureOf } from '../../test/support/failure-of.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { toNotSent } from '../http/was-not-sent.ts'
import { sendOnce } from './send-once.ts'

const error = (code: ErrorCode) => new AppError(code, 'It failed.', { provider: 'acme' })
const toUnknown = (cause: AppError) => new AppError('SUBMISSION_OUTCOME_UNKNOWN', 'Nobody knows.', { cause })

/** What a caller is told when the call ends so, and then the reading of its answer fails. */
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
  ['a failure nobody foresaw', new Error('?'), 'SUBMISSION_OUTCOME_UNKNOWN'],
  ['a connection that did not come about', toNotSent(error('PROVIDER_UNAVAILABLE')), 'PROVIDER_UNAVAILABLE'],
  ['a rate limit', error('PROVIDER_RATE_LIMITED'), 'PROVIDER_RATE_LIMITED'],
  ['a document that could not be read', error('NOT_FOUND'), 'NOT_FOUND'],
])('P12 after %s, whether it was done is told honestly', async (_, thrown, code) => {
  expect(await codeAfter(() => Promise.reject(thrown))).toBe(code)
})

test.each([
  [200, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [302, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [503, 'SUBMISSION_OUTCOME_UNKNOWN'],
  [400, 'PROVIDER_BAD_RESPONSE'],
  [403, 'PROVIDER_BAD_RESPONSE'],
])('P12 after status %i, whether it was done is told honestly', async (status, code) => {
  expect(await codeAfter(async () => ({ status }))).toBe(code)
})

test('what fails before the call is made is told as it is', async () => {
  const failure = await failureOf(sendOnce(() => Promise.reject(error('PROVIDER_UNAUTHORIZED')), toUnknown))
  expect(failure.code).toBe('PROVIDER_UNAUTHORIZED')
})
