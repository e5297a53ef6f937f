import { z } from 'zod'
import { parseCalendarDate } from '../domain/calendar-date.ts'
import { exactDecimal, exactInteger, NumberLiteral } from '../http/exact-json.ts'

// Schemas for single members of vendors' answers. A member that is missing or of another type becomes null, unless its
// schema says otherwise.

/**
 * Marks a date or a number in a finding that the vendor gave but that cannot be read. The store reports the mark. It
 * would not report null, which means that the vendor gave no value.
 */
export const unreadable = 'unreadable'

const absent = z.union([z.null(), z.undefined(), z.string().regex(/^\s*$/)]).transform(() => null)

/** Absent, null and blank are null; every other value that the schema refuses is `unreadable`. */
export function orUnreadable(schema: z.ZodType<string | null>) {
  return z
    .union([absent, schema.refine(value => value !== null)])
    .catch(unreadable)
    .transform((value): string | null => value)
}

/** Whether the vendor gave a value that can be read. */
export function isReadable<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined && value !== unreadable && !Number.isNaN(value)
}

export const someText = z.string().trim().min(1)
export const text = someText.nullable().catch(null)

/** A number as the vendor wrote it. */
export const writtenNumber = z.instanceof(NumberLiteral).transform(literal => literal.source)

/** A decimal number, or `unreadable`. */
export const decimal = orUnreadable(exactDecimal)
/** The amount of a transaction, which is never null: without one it is `unreadable`. */
export const amount = exactDecimal.catch(unreadable)
/** A whole number, or NaN when it cannot be read. */
export const count = z
  .union([absent, exactInteger])
  .catch(Number.NaN)
  .transform((value): number | null => value)

/** A calendar date, or `unreadable`. */
export const day = orUnreadable(z.string().transform(parseCalendarDate))

const dayOrInstant = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** The same, also from an instant. Its date is taken as written, without conversion to another time zone: it is the bank's date. */
export const dayOfInstant = orUnreadable(
  z.string().transform(written => parseCalendarDate(dayOrInstant.exec(written.trim())?.[1] ?? '')),
)

export const instant = z.iso
  .datetime({ offset: true })
  .transform(written => new Date(written))
  .nullable()
  .catch(null)

/** A row that is not an object counts as an empty object. */
export function toRow(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

const members = z.record(z.string(), z.unknown())

/** The members of an object; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return members.safeParse(value).data ?? {}
}
