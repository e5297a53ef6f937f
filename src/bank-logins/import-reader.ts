import { type CalendarDate, isPlausibleDate, parseCalendarDate } from '../domain/calendar-date.ts'
import { type Decimal, parseDecimal, signOf } from '../domain/decimal.ts'
import { ibanShape } from '../domain/mask-number.ts'
import type { CurrencyCode } from '../domain/money.ts'
import { isLongerThan, type TextKind, textBounds } from '../domain/text-bounds.ts'
import { AppError, type InputFault } from '../errors.ts'

/** A path below the mutation's `input`. */
export type Path = readonly string[]

/** An optional value of the input. */
type Given<Value> = Value | null | undefined

/** The most errors that are listed. Others are only counted. */
const mostTold = 99

export type ImportReader = ReturnType<typeof createImportReader>

/** Reads members of an import. Errors are collected and replaced with a valid value, so that all are found at once. */
export function createImportReader() {
  const faults: InputFault[] = []
  let found = 0

  function note(field: Path, message: string): void {
    found += 1
    if (faults.length < mostTold) faults.push({ field, message })
  }

  /** Reads members of the object at a path. */
  function at(path: Path) {
    const below = (member: string): Path => [...path, member]

    function text(member: string, kind: TextKind, value: Given<string>): string | null {
      if (value == null) return null
      if (isLongerThan(value, textBounds[kind]))
        note(below(member), `Must have at most ${textBounds[kind]} characters.`)
      else if (/\p{Cc}|\p{Cs}/u.test(value)) note(below(member), 'Must not contain control characters.')
      return value.trim() || null
    }
    function needed(member: string, kind: TextKind, value: string): string {
      const read = text(member, kind, value)
      if (read === null) note(below(member), 'Must not be empty.')
      return read ?? ''
    }
    function decimal(member: string, value: Given<Decimal>, rule?: 'positive or zero'): Decimal | null {
      if (value == null) return null
      const read = value.length > textBounds.decimal ? null : parseDecimal(value)
      if (read === null) note(below(member), 'Must be a decimal number in plain notation, such as "-12.30".')
      else if (rule && signOf(read) < 0) note(below(member), `Must be ${rule}.`)
      return read
    }
    return {
      text,
      needed,
      decimal,
      id: (value: string): string => needed('id', 'reference', value),
      neededDecimal: (member: string, value: Decimal): Decimal => decimal(member, value) ?? '0',
      /** May have several lines. */
      prose(member: string, value: Given<string>): string | null {
        if (value == null) return null
        if (isLongerThan(value, textBounds.prose))
          note(below(member), `Must have at most ${textBounds.prose} characters.`)
        else if (value.includes('\0') || !value.isWellFormed())
          note(below(member), 'Must not contain U+0000 or unpaired surrogates.')
        return value.trim() === '' ? null : value
      },
      date(member: string, value: Given<CalendarDate>): CalendarDate | null {
        if (value == null) return null
        if (parseCalendarDate(value) === null || !isPlausibleDate(value))
          note(below(member), 'Must be an existing day from 1900-01-01 to 2200-12-31, such as "2025-08-31".')
        return value
      },
      currency(member: string, value: CurrencyCode): CurrencyCode {
        if (!/^[A-Z]{3}$/.test(value)) note(below(member), 'Must be three capital letters, such as "EUR".')
        return value
      },
      /** Checks the form, not the check digits. @returns it without spaces, in capitals */
      iban(member: string, value: Given<string>): string | null {
        const read = text(member, 'accountNumber', value)?.replace(/\s+/g, '').toUpperCase() ?? null
        if (read !== null && !ibanShape.test(read))
          note(below(member), 'Must be an IBAN: two letters, two digits, and 11 to 30 letters and digits.')
        return read
      },
      dayOfMonth(member: string, value: Given<number>): number | null {
        if (value == null) return null
        if (!Number.isInteger(value) || value < 1 || value > 31) note(below(member), 'Must be a day from 1 to 31.')
        return value
      },
      /** Items beyond the bound are not read. */
      list<Item>(member: string, most: number, items: Given<readonly Item[]>): readonly Item[] {
        if (items == null) return []
        if (items.length > most) note(below(member), `Must have at most ${most} entries.`)
        return items.slice(0, most)
      },
    }
  }

  return {
    at,
    /** Reports each id that an earlier item has too. */
    unique(what: string, items: readonly { readonly id: string; readonly path: Path }[]): void {
      const first = new Map<string, Path>()
      for (const { id, path } of items) {
        const earlier = first.get(id)
        if (earlier) note([...path, 'id'], `Another ${what} has this id, at ${earlier.join('.')}. Ids must be unique.`)
        else first.set(id, path)
      }
    },
    /** @throws AppError BAD_USER_INPUT when there were errors */
    refuse(): void {
      if (found === 0) return
      const others = found - faults.length
      const rest = others > 0 ? [{ field: null, message: `And ${others} more.` }] : []
      const count = found === 1 ? 'one error' : `${found} errors`
      throw new AppError('BAD_USER_INPUT', `The import has ${count}.`, { faults: [...faults, ...rest] })
    },
  }
}
