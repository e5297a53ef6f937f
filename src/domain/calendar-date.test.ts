import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, monthOf, monthsBetween, parseCalendarDate } from './calendar-date.ts'

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test.each(['2025-02-30', '2025-13-01', '2025-1-1', '01/02/2025', '2025-01-01T00:00:00Z', ''])(
  '%s is not a day',
  text => {
    expect(parseCalendarDate(text)).toBeNull()
  },
)

test('every day is parsed unchanged, and adding days and subtracting them again gives the same day', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, distance) => {
      expect(parseCalendarDate(day)).toBe(day)
      expect(addDays(addDays(day, distance), -distance)).toBe(day)
    }),
  )
})

test('the months between two days are complete, unique and in order', () => {
  fc.assert(
    fc.property(days, fc.nat(3000), (from, distance) => {
      const to = addDays(from, distance)
      const months = monthsBetween(from, to)
      expect(months[0]).toBe(monthOf(from))
      expect(months.at(-1)).toBe(monthOf(to))
      expect(months).toEqual([...new Set(months)].sort())
      expect(months).toHaveLength(
        (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
          Number(to.slice(5, 7)) -
          Number(from.slice(5, 7)) +
          1,
      )
    }),
  )
  expect(monthsBetween('2025-02-01', '2025-01-31')).toEqual([])
})
