import { expect, test } from 'vitest'
import { AppError, type ErrorCode, errorCodes } from '../errors.ts'
import type { AnalysisState } from '../store/analysis-life.ts'
import { judgeFailure } from './judge-failure.ts'

const at = new Date('2026-03-01T12:00:00Z')
const before = (ms: number) => new Date(at.getTime() - ms)
const minuteMs = 60_000

const state: AnalysisState = {
  id: 'ana_1',
  caseId: 'case_1',
  applicantId: 'app_1',
  origin: 'DOCUMENTS',
  product: 'STATEMENT_EXTRACTION',
  providerId: 'first',
  providerNamed: false,
  status: 'PROCESSING',
  stage: 'EXTRACTING',
  providerStage: null,
  version: 3,
  action: null,
  obstacle: null,
  obstacleSince: null,
  deadline: at,
  turn: null,
  options: {},
}
const obstacle = (code: ErrorCode) => ({
  code,
  message: '',
  userMessage: '',
  retryable: true,
  retryAfterSeconds: null,
  providerCode: null,
})

function judge(code: ErrorCode, more: Partial<AnalysisState> = {}, { isVerdict = false, pollSpeedup = 1 } = {}) {
  const error = new AppError(code, 'It failed.')
  const look = isVerdict ? null : { failures: 1, at: new Date(at.getTime() + 1_000) }
  return judgeFailure({ ...state, ...more }, { error, look }, { at, pollSpeedup })
}

test('the next provider is asked at once only after these failures', () => {
  const atOnce: ErrorCode[] = [
    'DOCUMENT_IS_IMAGE',
    'DOCUMENT_TYPE_UNSUPPORTED',
    'STATEMENT_UNSUPPORTED_FORMAT',
    'BANK_UNDETECTED',
    'PROVIDER_UNAUTHORIZED',
    'PROVIDER_FORBIDDEN',
    'PROVIDER_QUOTA_EXCEEDED',
  ]
  for (const isVerdict of [false, true])
    expect(errorCodes.filter(code => judge(code, {}, { isVerdict }).asksNext)).toEqual(atOnce)
})

test('the next provider is asked after ten minutes of an outage, and not after other failures that last as long', () => {
  const lasting = (code: ErrorCode, ms: number) => ({ obstacle: obstacle(code), obstacleSince: before(ms) })
  const asksAfter = (code: ErrorCode, ms: number, pollSpeedup = 1) =>
    judge(code, lasting(code, ms), { pollSpeedup }).asksNext
  expect(asksAfter('PROVIDER_TIMEOUT', 10 * minuteMs - 1)).toBe(false)
  expect(asksAfter('PROVIDER_TIMEOUT', 10 * minuteMs)).toBe(true)
  expect(asksAfter('PROVIDER_UNAVAILABLE', minuteMs, 10)).toBe(true)
  expect(asksAfter('PROVIDER_UNAVAILABLE', minuteMs - 1, 10)).toBe(false)
  expect(judge('PROVIDER_TIMEOUT', lasting('PROVIDER_UNAVAILABLE', 10 * minuteMs)).asksNext).toBe(true)
  expect(judge('PROVIDER_TIMEOUT', lasting('PROVIDER_RATE_LIMITED', 10 * minuteMs)).asksNext).toBe(false)
  for (const code of [
    'PROVIDER_RATE_LIMITED',
    'PROVIDER_BAD_RESPONSE',
    'PROVIDER_SESSION_EXPIRED',
    'INTERNAL',
  ] as const)
    expect(asksAfter(code, 24 * 60 * minuteMs)).toBe(false)
})

test('there is no fallback if the caller named the provider, a customer was invited, or an action was requested', () => {
  const keeping: Partial<AnalysisState>[] = [
    { providerNamed: true },
    { origin: 'CONSENT' },
    { status: 'QUEUED' },
    { status: 'ACTION_REQUIRED' },
  ]
  expect(keeping.map(more => judge('PROVIDER_QUOTA_EXCEEDED', more).asksNext)).toEqual([false, false, false, false])
})

test('a transient failure is retried up to a number of times; a failed result is not', () => {
  expect(errorCodes.filter(code => judge(code).isBorne)).toEqual([
    'PROVIDER_RATE_LIMITED',
    'PROVIDER_TIMEOUT',
    'PROVIDER_UNAVAILABLE',
    'PROVIDER_BAD_RESPONSE',
    'PROVIDER_SESSION_EXPIRED',
    'INTERNAL',
  ])
  expect(errorCodes.filter(code => judge(code, {}, { isVerdict: true }).isBorne)).toEqual([])
})
