import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDateReader, dateMember } from './dates.ts'

const berlin = createDateReader('Europe/Berlin')
const days = fc.date({ min: new Date('1996-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** 01:00 UTC of the last Sunday of a month, when summer time begins and ends in the EU: Directive 2000/84/EC. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * 86_400_000
}

/** The day in Berlin by that rule, computed without the time zone database. */
function dayInBerlin(instant: Date): string {
  const year = instant.getUTCFullYear()
  const isSummer = instant.getTime() >= lastSunday(year, 2) && instant.getTime() < lastSunday(year, 9)
  return dayOf(new Date(instant.getTime() + (isSummer ? 2 : 1) * 3_600_000))
}

describe('an instant', () => {
  test('is the day in Berlin, in summer and in winter', () => {
    fc.assert(
      fc.property(days, instant => {
        const written = instant.toISOString()
        fc.pre(!written.includes('T00:00:00'))
        expect(berlin.toBankDate(written)).toBe(dayInBerlin(instant))
      }),
    )
  })

  test('is the day in Berlin around each change to and from summer time, with any written offset', () => {
    const hours = fc.integer({ min: -30, max: 30 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1996, max: 2100 }),
        fc.constantFrom(2, 9),
        hours,
        hours,
        (year, month, hour, zone) => {
          const instant = new Date(lastSunday(year, month) + hour * 3_600_000 + 60_000)
          const offset = zone % 14
          const local = new Date(instant.getTime() + offset * 3_600_000).toISOString().slice(0, 19)
          const sign = offset < 0 ? '-' : '+'
          const written = `${local}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`
          expect(berlin.toBankDate(written)).toBe(dayInBerlin(instant))
        },
      ),
    )
  })

  test('of exactly midnight in UTC is that day, in every time zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC')
    const ends = fc.constantFrom('Z', 'z', '+00:00', '-00:00', '.000Z', '.000000000+00:00')
    fc.assert(
      fc.property(days, zones, ends, (instant, zone, end) => {
        expect(createDateReader(zone).toBankDate(`${dayOf(instant)}T00:00:00${end}`)).toBe(dayOf(instant))
      }),
    )
  })

  test.each([
    ['2025-07-01T22:00:00Z', '2025-07-02'],
    ['2025-07-01T21:59:59.999Z', '2025-07-01'],
    ['2025-01-01T23:00:00Z', '2025-01-02'],
    ['2025-07-02T00:00:00+02:00', '2025-07-02'],
    ['2025-07-01T00:00:00.001Z', '2025-07-01'],
    ['2024-12-31T23:30:00Z', '2025-01-01'],
    ['2025-07-01T23:30:00', '2025-07-01'],
    ['2025-07-01', '2025-07-01'],
    [' 2020-05-26T17:11:22Z ', '2020-05-26'],
  ])('%s is %s', (written, day) => {
    expect(berlin.toBankDate(written)).toBe(day)
  })

  test.each([
    '',
    'soon',
    '2025-02-30T10:00:00Z',
    '2025-13-01',
    '2025-01-01T24:00:00Z',
    '2025-01-01T10:00:00+25:00',
    '20250101',
  ])('P16 "%s" is not a date', written => {
    expect(berlin.toBankDate(written)).toBeNull()
  })
})

test.each([
  ['2025-07-01T22:00:00Z', '2025-07-02'],
  ['0001-01-01T00:00:00Z', null],
  ['', null],
  [null, null],
  [undefined, null],
  ['soon', 'unreadable'],
  [{}, 'unreadable'],
])('P16 the member %j is %j', (value, date) => {
  expect(dateMember(berlin).parse(value)).toBe(date)
})
