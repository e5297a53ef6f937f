import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { parseCalendarDate } from '../domain/calendar-date.ts'
import { isDecimal } from '../domain/decimal.ts'
import { isLongerThan, textBounds } from '../domain/text-bounds.ts'
import type { JsonValue } from '../domain/json.ts'
import { parseInstant } from './parse-instant.ts'
import { parseJsonLiteral, parseJsonValue } from './parse-json.ts'

const datePattern = /^\d{4}-\d{2}-\d{2}$/

/** Refuses an input value. The text is shown to the caller. */
export function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

function parseDecimalInput(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  if (typeof value === 'string' && value.length <= textBounds.decimal && isDecimal(value)) return value
  return refuse(
    `A Decimal is a string in plain notation, such as "-12.30", or a whole number, of at most ${textBounds.decimal} characters.`,
  )
}

function parseDateInput(value: unknown): string {
  const date = typeof value === 'string' ? parseCalendarDate(value) : null
  // The calendar has no year 0.
  if (date === null || date < '0001') return refuse('A Date is an existing day, such as "2025-08-31".')
  return date
}

function parseDateTimeInput(value: unknown): Date {
  const instant = typeof value === 'string' ? parseInstant(value) : null
  return instant ?? refuse('A DateTime is an instant of RFC 3339, such as "2025-08-31T09:30:00Z".')
}

function parseCurrencyInput(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value
  return refuse('A CurrencyCode is three capital letters, such as "EUR".')
}

function parseTextInput(value: unknown): string {
  if (typeof value === 'string' && !isLongerThan(value, textBounds.cursor)) return value
  return refuse('A Cursor is a string that an event or a page gave you.')
}

function parseUrlInput(value: unknown): string {
  if (typeof value === 'string' && !isLongerThan(value, textBounds.url) && URL.canParse(value)) return value
  return refuse(`A URL is absolute, such as "https://example.com/", and has at most ${textBounds.url} characters.`)
}

/** The text of a string literal, or of an integer literal, whose digits are exact. */
function textOf(node: ValueNode): string | null {
  return node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null
}

/** A scalar whose values are strings in the code and in JSON. */
function textScalar(name: string, parse: (value: unknown) => string, isValid: (text: string) => boolean) {
  return new GraphQLScalarType<string, string>({
    name,
    serialize(value) {
      if (typeof value === 'string' && isValid(value)) return value
      throw new TypeError(`A ${name} was expected.`)
    },
    parseValue: parse,
    parseLiteral: node => parse(node.kind === Kind.STRING ? node.value : null),
  })
}

const decimalScalar = new GraphQLScalarType<string, string>({
  ...textScalar('Decimal', parseDecimalInput, isDecimal).toConfig(),
  parseLiteral: node => parseDecimalInput(textOf(node)),
})

const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize(value) {
    if (value instanceof Date) return value.toISOString()
    throw new TypeError('A DateTime was expected.')
  },
  parseValue: parseDateTimeInput,
  parseLiteral: node => parseDateTimeInput(textOf(node)),
})

const jsonScalar = new GraphQLScalarType<JsonValue, unknown>({
  name: 'JSON',
  serialize: value => value,
  parseValue: parseJsonValue,
  parseLiteral: parseJsonLiteral,
})

export const scalarResolvers = {
  Decimal: decimalScalar,
  // Whether the day exists was checked when the value was stored.
  Date: textScalar('Date', parseDateInput, text => datePattern.test(text)),
  DateTime: dateTimeScalar,
  CurrencyCode: textScalar('CurrencyCode', parseCurrencyInput, text => text.length === 3),
  Cursor: textScalar('Cursor', parseTextInput, () => true),
  JSON: jsonScalar,
  URL: textScalar('URL', parseUrlInput, () => true),
}
