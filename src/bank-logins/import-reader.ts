import { type CalendarDate, isPlausibleDate, parseCalendarDate } from '../domain/calendar-date.ts'
import { type Decimal, parseDecimal, signOf } from '../domain/decimal.ts'
import type { CurrencyCode } from '../domain/money.ts'
import { isLongerThan, type TextKind, textBounds } from '../domain/text-bounds.ts'
import { AppError, type InputFault } from '../errors.ts'

/** From the mutation's `input` downwards. */
export type Path = readonly string[]

/** A value of a caller, if it gave one. */
type Given<Value> = Value | null | undefined

/** So many faults are told one by one; of the others, how many they are. */
const mostTold = 99

export type ImportReader = ReturnType<typeof createImportReader>

/** Reads members of an import. What is wrong is noted, and something takes its place, so that all faults are found at once. */
export function createImportReader() {
  const faults: InputFault[] = []
  let found = 0

  function note(field: Path, message: string): void {
    found += 1
    if (faults.length < mostTold) faults.push({ field, message })
  }

  /** Reads members of what is at a path. */
  function at(path: Path) {
    const below = (member: string): Path => [...path, member]

    function text(member: string, kind: TextKind, value: Given<string>): string | null {
      if (value == null) return null
      if (isLongerThan(value, textBounds[kind])) note(below(member), `This has at most ${textBounds[kind]} characters.`)
      else if (/\p{Cc}|\p{Cs}/u.test(value)) note(below(member), 'This has no control characters.')
      return value.trim() || null
    }
    function needed(member: string, kind: TextKind, value: string): string {
      const read = text(member, kind, value)
      if (read === null) note(below(member), 'This cannot be empty.')
      return read ?? ''
    }
    function decimal(member: string, value: Given<Decimal>, rule?: 'positive or zero'): Decimal | null {
      if (value == null) return null
      const read = value.length > textBounds.decimal ? null : parseDecimal(value)
      if (read === null) note(below(member), 'This is a decimal number in plain notation, such as "-12.30".')
      else if (rule && signOf(read) < 0) note(below(member), `This is ${rule}.`)
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
          note(below(member), `This has at most ${textBounds.prose} characters.`)
        else if (value.includes('\0') || !value.isWellFormed())
          note(below(member), 'This has no U+0000 and no unpaired surrogates.')
        return value.trim() === '' ? null : value
      },
      date(member: string, value: Given<CalendarDate>): CalendarDate | null {
        if (value == null) return null
        if (parseCalendarDate(value) === null || !isPlausibleDate(value))
          note(below(member), 'This is an existing day from 1900-01-01 to 2200-12-31, such as "2025-08-31".')
        return value
      },
      currency(member: string, value: CurrencyCode): CurrencyCode {
        if (!/^[A-Z]{3}$/.test(value)) note(below(member), 'A currency is three capital letters, such as "EUR".')
        return value
      },
      /** Its form, not its check digits. Without spaces, in capitals. */
      iban(member: string, value: Given<string>): string | null {
        const read = text(member, 'accountNumber', value)?.replace(/\s+/g, '').toUpperCase() ?? null
        if (read !== null && !/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(read))
          note(below(member), 'An IBAN has two letters, two digits, and 11 to 30 letters and digits.')
        return read
      },
      dayOfMonth(member: string, value: Given<number>): number | null {
        if (value == null) return null
        if (!Number.isInteger(value) || value < 1 || value > 31) note(below(member), 'This is a day from 1 to 31.')
        return value
      },
      /** None beyond the bound is read. */
      list<Item>(member: string, most: number, items: Given<readonly Item[]>): readonly Item[] {
        if (items == null) return []
        if (items.length > most) note(below(member), `This has at most ${most} entries.`)
        return items.slice(0, most)
      },
    }
  }

  return {
    at,
    /** Notes each id that an earlier item has too. */
    unique(what: string, items: readonly { readonly id: string; readonly path: Path }[]): void {
      const first = new Map<string, Path>()
      for (const { id, path } of items) {
        const earlier = first.get(id)
        if (earlier) note([...path, 'id'], `Another ${what} has this id, at ${earlier.join('.')}. Each has its own.`)
        else first.set(id, path)
      }
    },
    /** @throws AppError BAD_USER_INPUT when something was noted */
    refuse(): void {
      if (found === 0) return
      const others = found - faults.length
      const rest = others > 0 ? [{ field: null, message: `And ${others} more.` }] : []
      const count = found === 1 ? 'one thing is' : `${found} things are`
      throw new AppError('BAD_USER_INPUT', `In the import ${count} wrong.`, { faults: [...faults, ...rest] })
    },
  }
}
