import { expect, test } from 'vitest'
import { isWaiting, stateOf } from './status.ts'

test.each([
  ['Completed', 'completed'],
  ['completed', 'completed'],
  [' COMPLETED ', 'completed'],
  ['Partial', 'partial'],
  ['failed', 'failed'],
  ['Processing', 'running'],
  ['Queued', 'running'],
  ['AwaitingReview', 'running'],
  ['constructor', 'running'],
  ['', 'running'],
])('P16 the status "%s" means %s, and an undocumented status is never final', (word, state) => {
  expect(stateOf(word)).toBe(state)
})

test('a statement is waiting only with a status that says so', () => {
  expect(['Queued', 'pending', 'Processing', 'AwaitingReview'].map(isWaiting)).toEqual([true, true, false, false])
})
