import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../domain/calendar-date.ts'
import { type CalendarInterval, calendarPeriods, startOfPeriod } from './calendar-periods.ts'

const days = fc.integer({ min: 0, max: 20_000 }).map(offset => addDays('1990-01-01', offset))
const intervals = fc.constantFrom<CalendarInterval>('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR')

describe('calendar periods', () => {
  test('cover every day of the range exactly once, and no day outside it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 900 }), intervals, (from, length, interval) => {
        const to = addDays(from, length)
        const periods = calendarPeriods({ from, to }, interval, 1_000)
        expect(periods[0]?.from).toBe(from)
        expect(periods.at(-1)?.to).toBe(to)
        const wrong = periods.filter((period, index) => {
          const next = periods[index + 1]
          const start = startOfPeriod(period.from, interval)
          return (
            period.from > period.to ||
            (next && next.from !== addDays(period.to, 1)) ||
            startOfPeriod(period.to, interval) !== start ||
            (index > 0 && start !== period.from)
          )
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  test('begin on the first day of the calendar week, month, quarter or year', () => {
    const starts = (interval: CalendarInterval) =>
      ['2024-02-29', '2024-12-30', '2025-01-05', '2025-01-06'].map(day => startOfPeriod(day, interval))
    expect(starts('DAY')).toEqual(['2024-02-29', '2024-12-30', '2025-01-05', '2025-01-06'])
    expect(starts('WEEK')).toEqual(['2024-02-26', '2024-12-30', '2024-12-30', '2025-01-06'])
    expect(starts('MONTH')).toEqual(['2024-02-01', '2024-12-01', '2025-01-01', '2025-01-01'])
    expect(starts('QUARTER')).toEqual(['2024-01-01', '2024-10-01', '2025-01-01', '2025-01-01'])
    expect(starts('YEAR')).toEqual(['2024-01-01', '2024-01-01', '2025-01-01', '2025-01-01'])
  })

  test('are at most as many as the limit, and end at the last day of the calendar', () => {
    expect(calendarPeriods({ from: '2020-01-01', to: '2025-12-31' }, 'DAY', 3)).toHaveLength(3)
    expect(calendarPeriods({ from: '9999-12-30', to: '9999-12-31' }, 'MONTH', 1_000)).toEqual([
      { from: '9999-12-30', to: '9999-12-31' },
    ])
    expect(calendarPeriods({ from: '2025-01-02', to: '2025-01-01' }, 'MONTH', 1_000)).toEqual([])
  })
})
