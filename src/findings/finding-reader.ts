import { type CalendarDate, isPlausibleDate, parseCalendarDate, utcDateOf } from '../domain/calendar-date.ts'
import { type Decimal, isDecimal } from '../domain/decimal.ts'
import { type BoundedBankList, type BoundedList, bankListBounds, listBounds } from '../domain/list-bounds.ts'
import { type CurrencyCode, type MonetaryAmount, toCurrencyCode, unknownCurrency } from '../domain/money.ts'
import { cutText, isLongerThan, type TextKind, textBounds } from '../domain/text-bounds.ts'
import { toStorableText } from '../domain/storable-text.ts'

const bounds = { ...listBounds, ...bankListBounds }
const largestInteger = 2 ** 31 - 1

/** A value of a vendor that is not stored because it is invalid for its member. */
export interface UnreadValue {
  /** Its document; null when it is unknown. */
  readonly documentId: string | null
  /** The object that has the member. */
  readonly owner: string
  readonly member: string
  /** Whether more was dropped or cut than an optional member. */
  readonly required: boolean
}

/** A value of a vendor, if it gave one. */
type Told<Value> = Value | null | undefined

export type FindingReader = ReturnType<typeof createFindingReader>

/**
 * Reads members of one finding. An absent value is null; an invalid value is replaced by null, cut or left out, and noted.
 *
 * @param note called with each member that is not stored, and with whether more was dropped or cut than an optional member
 */
export function createFindingReader(note: (member: string, required?: boolean) => void) {
  /** A valid value, or null for an invalid one, which is noted. */
  function fitting<Value>(member: string, value: Told<Value>, fits: (value: Value) => boolean): Value | null {
    if (value === null || value === undefined) return null
    if (fits(value)) return value
    note(member)
    return null
  }
  const text = (member: string, kind: TextKind, value: Told<string>): string | null =>
    fitting(member, value == null ? null : toStorableText(value), one => !isLongerThan(one, textBounds[kind]))
  function leaveOut(member: string): null {
    note(member, true)
    return null
  }
  const decimal = (member: string, value: Told<Decimal>): Decimal | null => fitting(member, value, isUsableDecimal)

  return {
    text,
    decimal,
    /** Prose, cut with an ellipsis when it is too long. */
    prose: (value: string): string => cutText(toStorableText(value), textBounds.prose),
    /** A required text, cut when it is too long. */
    needed(member: string, kind: TextKind, value: string): string {
      const cut = cutText(toStorableText(value), textBounds[kind])
      if (isLongerThan(value, textBounds[kind])) note(member, true)
      return cut
    },
    /** A required number; null when invalid, so that the whole can be left out. */
    neededDecimal: (member: string, value: Decimal): Decimal | null =>
      isUsableDecimal(value) ? value : leaveOut(member),
    leaveOut,
    /** The first items, up to the bound of the list. */
    list<Item>(name: BoundedList | BoundedBankList, member: string, items: readonly Item[] = []): readonly Item[] {
      if (items.length <= bounds[name]) return items
      note(member, true)
      return items.slice(0, bounds[name])
    },
    date: (member: string, value: Told<CalendarDate>): CalendarDate | null =>
      fitting(member, value, date => parseCalendarDate(date) !== null && isPlausibleDate(date)),
    instant: (member: string, value: Told<Date>): Date | null =>
      fitting(member, value, instant => !Number.isNaN(instant.getTime()) && isPlausibleDate(utcDateOf(instant))),
    count: (member: string, value: Told<number>): number | null =>
      fitting(member, value, number => Number.isInteger(number) && number >= 0 && number <= largestInteger),
    integer: (member: string, value: Told<number>): number | null =>
      fitting(member, value, number => Number.isInteger(number) && Math.abs(number) <= largestInteger),
    currency(member: string, value: Told<CurrencyCode>): CurrencyCode {
      if (value == null) return unknownCurrency
      const code = toCurrencyCode(value)
      if (code === unknownCurrency && value !== unknownCurrency) note(member)
      return code
    },
    money(member: string, amount: Told<MonetaryAmount>): MonetaryAmount | null {
      const value = decimal(member, amount?.value ?? null)
      return amount && value !== null ? { value, currency: toCurrencyCode(amount.currency) } : null
    },
  }
}

function isUsableDecimal(value: Decimal): boolean {
  return value.length <= textBounds.decimal && isDecimal(value)
}
