import fc from 'fast-check'
import { GraphQLError, type GraphQLScalarType, parseValue } from 'graphql'
import { describe, expect, test } from 'vitest'
import { parseJsonExactly } from '../domain/exact-number.ts'
import { scalarResolvers } from './scalars.ts'

const { Decimal, Date: CalendarDate, DateTime, CurrencyCode, Cursor, JSON: Json, URL: Url } = scalarResolvers

const literal = (scalar: GraphQLScalarType, text: string) => scalar.parseLiteral(parseValue(text), {})
const refused = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })

describe('Decimal', () => {
  test('P15 keeps every digit of inputs and outputs', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,60}(\.\d{1,40})?$/), text => {
        expect(Decimal.parseValue(text)).toBe(text)
        expect(literal(Decimal, JSON.stringify(text))).toBe(text)
        expect(Decimal.serialize(text)).toBe(text)
      }),
    )
  })

  test('accepts whole numbers that are exact', () => {
    expect(literal(Decimal, '123456789012345678901234567890')).toBe('123456789012345678901234567890')
    expect(Decimal.parseValue(-12)).toBe('-12')
  })

  test.each([
    12.5,
    2 ** 53,
    Number.NaN,
    '1e5',
    '1,5',
    '',
    ' 1',
    '+1',
    '.5',
    '1.',
    'NaN',
    null,
    true,
    {},
    '1'.repeat(16_001),
  ])('refuses %j', value => expect(() => Decimal.parseValue(value)).toThrow(refused))

  test.each(['12.50', '1e3', 'true', '[1]'])('refuses the literal %s', text => {
    expect(() => literal(Decimal, text)).toThrow(refused)
  })

  test('never serializes a number', () => {
    expect(() => Decimal.serialize(12.5)).toThrow(TypeError)
    expect(() => Decimal.serialize('12,5')).toThrow(TypeError)
  })
})

describe('Date', () => {
  test('is an existing day', () => {
    expect(CalendarDate.parseValue('2024-02-29')).toBe('2024-02-29')
    expect(literal(CalendarDate, '"2025-12-31"')).toBe('2025-12-31')
    expect(CalendarDate.serialize('2025-12-31')).toBe('2025-12-31')
  })

  test.each(['2025-02-29', '2025-13-01', '2025-1-1', '0000-01-01', '2025-01-01T00:00:00Z', 20250101, null])(
    'refuses %j',
    value => expect(() => CalendarDate.parseValue(value)).toThrow(refused),
  )

  test('refuses a number literal', () => {
    expect(() => literal(CalendarDate, '20250101')).toThrow(refused)
  })
})

describe('DateTime', () => {
  test.each([
    ['2025-08-31T09:30:00Z', '2025-08-31T09:30:00.000Z'],
    ['2025-08-31t09:30:00.123456z', '2025-08-31T09:30:00.123Z'],
    ['2025-08-31T00:30:00+02:00', '2025-08-30T22:30:00.000Z'],
    ['2024-02-29T23:59:59-23:59', '2024-03-01T23:58:59.000Z'],
  ])('takes %s', (text, instant) => {
    expect(DateTime.serialize(DateTime.parseValue(text))).toBe(instant)
    expect(DateTime.serialize(literal(DateTime, JSON.stringify(text)))).toBe(instant)
  })

  test.each([
    '2025-08-31',
    '2025-08-31T09:30Z',
    '2025-08-31T09:30:00',
    '2025-02-29T09:30:00Z',
    '2025-08-31T24:00:00Z',
    '2025-08-31T09:60:00Z',
    '2025-08-31T23:59:60Z',
    '2025-08-31T09:30:00+24:00',
    '2025-08-31 09:30:00Z',
    1_756_632_600_000,
    null,
  ])('refuses %j', value => expect(() => DateTime.parseValue(value)).toThrow(refused))
})

describe('JSON', () => {
  test('keeps any value, as a variable and as a literal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), any => {
        const value: unknown = JSON.parse(JSON.stringify(any))
        expect(Json.parseValue(value)).toEqual(value)
      }),
    )
    expect(literal(Json, '{a: [1, -2.5, "x", true, null], b: {__proto__: 1}}')).toEqual(
      JSON.parse('{"a": [1, -2.5, "x", true, null], "b": {"__proto__": 1}}'),
    )
  })

  test('accepts variables within a literal', () => {
    expect(Json.parseLiteral(parseValue('{a: [$v]}'), { v: { b: 1 } })).toEqual({ a: [{ b: 1 }] })
  })

  test.each(['9007199254740993', '1234567899517.1299', '1500.00', '-0', '1e999', '0.10'])(
    'P15 keeps every digit of the number %s',
    source => {
      expect(JSON.stringify(literal(Json, `{amount: ${source}}`))).toBe(`{"amount":${source}}`)
      expect(JSON.stringify(Json.parseValue(parseJsonExactly(`[${source}]`)))).toBe(`[${source}]`)
    },
  )

  test('refuses values that are not JSON', () => {
    expect(() => literal(Json, 'SALARY')).toThrow(refused)
    expect(() => Json.parseValue(() => 1)).toThrow(refused)
  })
})

test('CurrencyCode, Cursor and URL accept only valid values', () => {
  expect(CurrencyCode.parseValue('EUR')).toBe('EUR')
  expect(() => CurrencyCode.parseValue('eur')).toThrow(refused)
  expect(Cursor.parseValue('abc')).toBe('abc')
  expect(() => literal(Cursor, '12')).toThrow(refused)
  expect(Url.parseValue('https://example.com/')).toBe('https://example.com/')
  expect(() => Url.parseValue('/relative')).toThrow(GraphQLError)
})
