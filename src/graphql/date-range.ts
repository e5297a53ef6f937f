import type { CalendarDate } from '../domain/calendar-date.ts'
import { AppError } from '../errors.ts'

interface DateRange {
  readonly from?: CalendarDate | null
  readonly to?: CalendarDate | null
}

/** @throws AppError BAD_USER_INPUT for a reversed range; `field` is its path in the input */
export function checkDateRange(range: DateRange | null | undefined, field: readonly string[]): void {
  if (range?.from != null && range.to != null && range.from > range.to)
    throw new AppError('BAD_USER_INPUT', `from must not be after to, but ${range.from} is after ${range.to}.`, {
      field,
    })
}

interface InstantRange {
  readonly from?: Date | null
  readonly to?: Date | null
}

/** @throws AppError BAD_USER_INPUT for a reversed range; `field` is its path in the input */
export function checkInstantRange(range: InstantRange | null | undefined, field: readonly string[]): void {
  if (range?.from != null && range.to != null && range.from > range.to)
    throw new AppError('BAD_USER_INPUT', 'from must not be after to.', { field })
}

/** The most values of a list in a filter, because each value is a query of its own. */
const mostValues = 20

/** @throws AppError BAD_USER_INPUT for a list in a filter with too many values; `field` is its path in the input */
export function checkValues(values: readonly unknown[] | null | undefined, field: readonly string[]): void {
  if (values && values.length > mostValues)
    throw new AppError('BAD_USER_INPUT', `At most ${mostValues} values can be asked for at once.`, { field })
}
