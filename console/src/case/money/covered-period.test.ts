import { describe, expect, test } from 'vitest'
import { coveredPeriod } from './covered-period.ts'

const today = new Date('2026-03-15T12:00:00Z')

describe('the period of statements', () => {
  test('is from the earliest first day to the latest last day', () => {
    const statements = [
      { from: '2025-04-01', to: '2025-06-30' },
      { from: '2025-01-01', to: null },
      { from: null, to: '2025-05-31' },
    ]
    expect(coveredPeriod(statements, today)).toEqual({ from: '2025-01-01', to: '2025-06-30' })
  })

  test('is the last year when no statement has a period', () => {
    expect(coveredPeriod([{ from: null, to: null }], today)).toEqual({ from: '2025-03-01', to: '2026-03-15' })
  })
})
