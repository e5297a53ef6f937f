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
])('P16 the status "%s" means %s: what nobody documents is never an end', (word, state) => {
  expect(stateOf(word)).toBe(state)
})

test('a statement is waiting only while the vendor says so', () => {
  expect(['Queued', 'pending', 'Processing', 'AwaitingReview'].map(isWaiting)).toEqual([true, true, false, false])
})
