import { expect, test } from 'vitest'
import { trimEmptyPeriods } from './trim-empty-periods.ts'

test('empty periods are left out at both ends and kept in between', () => {
  const periods = [0, 0, 3, 0, 2, 0].map((transactionCount, month) => ({ month, transactionCount }))
  expect(trimEmptyPeriods(periods).map(({ month }) => month)).toEqual([2, 3, 4])
  expect(trimEmptyPeriods(periods.slice(0, 2))).toEqual([])
})
