import { expect, test } from 'vitest'
import { toDailyBalances } from './to-daily-balances.ts'

test('the balance of a day is its last known one', () => {
  const after = (effectiveDate: string, value: string | null) => ({
    effectiveDate,
    balanceAfter: value === null ? null : { value, currency: 'EUR' },
  })
  const movements = [
    after('2025-01-02', '100.00'),
    after('2025-01-02', '80.00'),
    after('2025-01-02', null),
    after('2025-01-03', null),
    after('2025-01-05', '95.50'),
  ]
  expect(toDailyBalances(movements)).toEqual([
    { date: '2025-01-02', balance: { value: '80.00', currency: 'EUR' } },
    { date: '2025-01-05', balance: { value: '95.50', currency: 'EUR' } },
  ])
})
