import { expect, test } from 'vitest'
import { parseDay, parseMonth, toSlashDate } from './dates.ts'

test.each([
  ['2025-08-14', '2025-08-14'],
  ['2025-08-14 23:59:59', '2025-08-14'],
  ['2025-11-13T06:48:43.660968Z', '2025-11-13'],
  ['2025-11-13 06:48:43.660968+00:00', '2025-11-13'],
  ['14/08/2025', '2025-08-14'],
  ['14-Aug-25', '2025-08-14'],
  ['1-Sep-2025', '2025-09-01'],
  ['31/02/2025', null],
  ['08/14/2025', null],
  ['14-Foo-25', null],
  ['Aug-25', null],
  ['', null],
])('the day %s is %s', (written, day) => expect(parseDay(written)).toBe(day))

test.each([
  ['Aug-25', '2025-08'],
  ['Aug-2025', '2025-08'],
  ['2025-08', '2025-08'],
  ['2025-13', null],
  ['Months_order', null],
  ['14-Aug-25', null],
])('the month %s is %s', (written, month) => expect(parseMonth(written)).toBe(month))

test('a request names days as DD/MM/YYYY', () => expect(toSlashDate('2025-08-01')).toBe('01/08/2025'))
