import type { CalendarDate } from '../domain/calendar-date.ts'
import { AppError } from '../errors.ts'

interface DateRange {
  readonly from?: CalendarDate | null
  readonly to?: CalendarDate | null
}

/** @throws AppError BAD_USER_INPUT for a range whose ends are the wrong way round; `field` is its place in the input */
export function checkDateRange(range: DateRange | null | undefined, field: readonly string[]): void {
  if (range?.from != null && range.to != null && range.from > range.to)
    throw new AppError('BAD_USER_INPUT', `from must not be after to, but ${range.from} is after ${range.to}.`, {
      field,
    })
}
