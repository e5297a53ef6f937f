import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowedActions,
  analysisStatuses,
  canMove,
  isFinal,
  requiredActionTypes,
  waitsForProvider,
} from './analysis.ts'
import { caseStatusOf } from './case.ts'

test('P3 a final state never changes, and every other state can change to CANCELLED or FAILED', () => {
  for (const from of analysisStatuses)
    for (const to of analysisStatuses) {
      if (isFinal(from)) expect(canMove(from, to)).toBe(false)
      else if (to === 'FAILED' || to === 'CANCELLED') expect(canMove(from, to)).toBe(true)
    }
  expect(analysisStatuses.filter(isFinal)).toEqual(['COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'])
})

test('P3 no sequence of states continues after a final one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...analysisStatuses), { maxLength: 30 }), wishes => {
      let status: (typeof analysisStatuses)[number] = 'QUEUED'
      let ended = false
      for (const wish of wishes) {
        if (!canMove(status, wish)) continue
        expect(ended).toBe(false)
        status = wish
        ended = isFinal(status)
      }
    }),
  )
})

test('RESUME is allowed while an action is required, RETRY after an end without a full result, CANCEL before the end', () => {
  expect(Object.fromEntries(analysisStatuses.map(status => [status, allowedActions(status)]))).toEqual({
    QUEUED: ['CANCEL'],
    SUBMITTING: ['CANCEL'],
    PROCESSING: ['CANCEL'],
    ACTION_REQUIRED: ['RESUME', 'CANCEL'],
    COMPLETED: [],
    PARTIAL: ['RETRY'],
    FAILED: ['RETRY'],
    CANCELLED: ['RETRY'],
  })
})

test('an analysis with a customer’s consent cannot be retried', () => {
  const ended = analysisStatuses.filter(isFinal)
  expect(ended.flatMap(status => allowedActions(status, 'CONSENT'))).toEqual([])
  for (const status of analysisStatuses.filter(status => !isFinal(status)))
    expect(allowedActions(status, 'CONSENT')).toEqual(allowedActions(status))
})

test('an analysis waits for the provider only while a page has to be opened there', () => {
  for (const status of analysisStatuses)
    for (const type of requiredActionTypes)
      expect(waitsForProvider({ status, action: { type } })).toBe(status === 'ACTION_REQUIRED' && type === 'OPEN_URL')
  expect(waitsForProvider({ status: 'ACTION_REQUIRED', action: null })).toBe(false)
})

test.each([
  [[], 'OPEN'],
  [['CANCELLED'], 'OPEN'],
  [['COMPLETED', 'PROCESSING'], 'RUNNING'],
  [['PROCESSING', 'ACTION_REQUIRED'], 'ACTION_REQUIRED'],
  [['COMPLETED', 'CANCELLED'], 'COMPLETED'],
  [['FAILED', 'FAILED'], 'FAILED'],
  [['COMPLETED', 'FAILED'], 'PARTIAL'],
  [['PARTIAL'], 'PARTIAL'],
] as const)('a case whose analyses are %j is %s', (statuses, expected) => {
  expect(caseStatusOf(statuses)).toBe(expected)
})
