import { AppError } from '../errors.ts'
import { calendarPeriods } from '../store/calendar-periods.ts'
import { type CashFlowArgs, type CashFlowPeriod, maxPeriods } from '../store/cash-flow.ts'
import { checkDateRange } from './date-range.ts'

/**
 * Checks the number of periods of all currencies together.
 *
 * @throws AppError BAD_USER_INPUT
 */
export function checkCashFlowLength(periods: readonly CashFlowPeriod[]): readonly CashFlowPeriod[] {
  if (periods.length <= maxPeriods) return periods
  throw new AppError(
    'BAD_USER_INPUT',
    `This range has more than ${maxPeriods} periods in all currencies together. Ask for longer periods or fewer days.`,
    { field: ['interval'] },
  )
}

/** @throws AppError BAD_USER_INPUT for a reversed range, or one with too many periods */
export function checkCashFlowArgs({ from, to, interval }: CashFlowArgs): void {
  checkDateRange({ from, to }, ['from'])
  if (calendarPeriods({ from, to }, interval, maxPeriods + 1).length > maxPeriods)
    throw new AppError(
      'BAD_USER_INPUT',
      `This range has more than ${maxPeriods} periods. Ask for longer periods or fewer days.`,
      { field: ['interval'] },
    )
}
