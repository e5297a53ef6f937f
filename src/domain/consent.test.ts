import { expect, test } from 'vitest'
import type { AppError } from '../errors.ts'
import { analysisStatuses } from './analysis.ts'
import { consentStatusOf } from './consent.ts'

const errorOf = (code: AppError['code']) => ({
  code,
  message: '',
  userMessage: '',
  retryable: false,
  retryAfterSeconds: null,
  providerCode: null,
})

test('the status of an invitation follows its analysis until the customer has agreed', () => {
  const statuses = analysisStatuses.map(status => [status, consentStatusOf({ givenAt: null }, { status, error: null })])
  expect(Object.fromEntries(statuses)).toEqual({
    QUEUED: 'REQUESTED',
    SUBMITTING: 'REQUESTED',
    ACTION_REQUIRED: 'PENDING',
    PROCESSING: 'GIVEN',
    COMPLETED: 'GIVEN',
    PARTIAL: 'GIVEN',
    FAILED: 'FAILED',
    CANCELLED: 'CANCELLED',
  })
  const expired = { status: 'FAILED', error: errorOf('CONSENT_EXPIRED') } as const
  expect(consentStatusOf({ givenAt: null }, expired)).toBe('EXPIRED')
})

test('a given consent stays given, whatever the status of the analysis', () => {
  for (const status of analysisStatuses)
    for (const error of [null, errorOf('CONSENT_EXPIRED')])
      expect(consentStatusOf({ givenAt: new Date(0) }, { status, error })).toBe('GIVEN')
})
