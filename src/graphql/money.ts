import { compareDecimals, type Decimal } from '../domain/decimal.ts'
import { AppError } from '../errors.ts'

interface DecimalRange {
  readonly min?: Decimal | null
  readonly max?: Decimal | null
}

/** @throws AppError BAD_USER_INPUT for a reversed range; `field` is its path in the input */
export function checkDecimalRange(range: DecimalRange | null | undefined, field: readonly string[]): void {
  if (range?.min != null && range.max != null && compareDecimals(range.min, range.max) > 0)
    throw new AppError('BAD_USER_INPUT', `min must not be above max, but is ${range.min} above ${range.max}.`, {
      field,
    })
}
