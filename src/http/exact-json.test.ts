import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { exactDecimal, exactInteger, NumberLiteral, parseExactJson } from './exact-json.ts'

function failureOf(input: string | Uint8Array, contentType?: string): AppError {
  try {
    parseExactJson(input, { provider: 'acme', contentType })
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('Expected an AppError.')
}

describe('P15 a number', () => {
  test.each([
    '0.10',
    '123456789012345.67',
    '-0',
    '1e3',
    '1E400',
    '0.1000000000000000055511151231257827',
    '999999999999999999.99',
  ])('%s keeps its written digits', source => {
    expect(parseExactJson(`{"amount": ${source}, "list": [${source}]}`)).toEqual({
      amount: new NumberLiteral(source),
      list: [new NumberLiteral(source)],
    })
    expect(parseExactJson(source)).toEqual(new NumberLiteral(source))
  })

  test('with any digits is the same decimal after parsing', () => {
    const digits = fc.stringMatching(/^(0|[1-9]\d{0,30})(\.\d{1,20})?$/)
    fc.assert(
      fc.property(fc.boolean(), digits, (isNegative, magnitude) => {
        const source = isNegative ? `-${magnitude}` : magnitude
        const { amount } = z.object({ amount: exactDecimal }).parse(parseExactJson(`{"amount":${source}}`))
        expect(amount).toBe(/[1-9]/.test(magnitude) ? source : magnitude)
      }),
    )
  })

  test('is the only difference from JSON.parse', () => {
    const plain = (value: unknown): unknown => {
      if (value instanceof NumberLiteral) return Number(value.source)
      if (Array.isArray(value)) return value.map(plain)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
    }
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), text => {
        fc.pre(!text.includes('__proto__') && !text.includes('\\u0000') && !text.includes('\\ud'))
        expect(plain(parseExactJson(text))).toEqual(JSON.parse(text))
      }),
    )
  })
})

describe('P16 an answer that is not JSON is PROVIDER_BAD_RESPONSE, and the error quotes nothing of it', () => {
  test('an HTML page', () => {
    const page = `<html>${'x'.repeat(493)}Mr Secret</html>`.padEnd(512)
    const failure = failureOf(page.slice(0, 512), 'text/html; charset=utf-8')
    expect(failure).toMatchObject({
      code: 'PROVIDER_BAD_RESPONSE',
      provider: 'acme',
      retryable: true,
      cause: undefined,
    })
    expect(failure.message).toBe('The answer is not JSON (content type text/html, 512 bytes).')
  })

  test.each([
    ['nothing', '', 0],
    ['a truncated text', '{"name": "Mr Secret", "am', 25],
    ['two texts', '{} {}', 5],
    ['an invalid content type', 'Mr Secret', 9],
  ])('%s', (_, text, size) => {
    expect(failureOf(text, '<script>').message).toBe(`The answer is not JSON (content type unknown, ${size} bytes).`)
    expect(String(failureOf(text).cause)).not.toContain('Secret')
  })

  test('bytes that are not UTF-8', () => {
    const failure = failureOf(Buffer.from([0x22, 0xe9, 0x22]), 'application/json')
    expect(failure.message).toBe('The answer is not UTF-8 (content type application/json, 3 bytes).')
  })

  test.each([
    ['[', '['.repeat(10_000_000)],
    ['[]', '['.repeat(5_000_000) + ']'.repeat(5_000_000)],
    ['{"a":', '{"a":'.repeat(2_000_000)],
  ])('10 MB of %s', (_, text) => {
    expect(failureOf(text).message).toContain('nested too deeply')
  })
})

describe('P16 surprises inside', () => {
  test('brackets in strings do not count as nesting', () => {
    const value = `${'['.repeat(1000)}"\\${'{'.repeat(1000)}`
    expect(parseExactJson(JSON.stringify([value]))).toEqual([value])
  })

  test('a nesting of 128 is read', () => {
    expect(() => parseExactJson('['.repeat(128) + ']'.repeat(128))).not.toThrow()
  })

  test('a key __proto__ is left out and changes no prototype', () => {
    const value = parseExactJson('{"__proto__": {"admin": true}, "a": [{"__proto__": 1, "b": 2}]}')
    expect(JSON.stringify(value)).toBe('{"a":[{"b":{"source":"2"}}]}')
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  test('a byte order mark is skipped', () => {
    expect(parseExactJson(Buffer.from('\ufeff{"a":null}'))).toEqual({ a: null })
  })

  test('characters that no database can store become U+FFFD', () => {
    expect(parseExactJson('["a\\u0000b", "c\\ud800d", "\\ud83d\\ude00"]')).toEqual(['a\ufffdb', 'c\ufffdd', '😀'])
  })
})

describe('exactDecimal and exactInteger', () => {
  test.each([
    [new NumberLiteral('0.10'), '0.10', null],
    [new NumberLiteral('1.5e2'), '150', 150],
    [new NumberLiteral('-0'), '0', 0],
    [new NumberLiteral('12.00'), '12.00', 12],
    [new NumberLiteral('9007199254740991'), '9007199254740991', 9007199254740991],
    [new NumberLiteral('9007199254740992'), '9007199254740992', null],
    ['-17', '-17', -17],
    ['1,234.50', null, null],
    ['', null, null],
    [12, null, null],
    [null, null, null],
    [undefined, null, null],
  ])('%j is %j and %j', (value, decimal, integer) => {
    expect(exactDecimal.safeParse(value).data ?? null).toBe(decimal)
    expect(exactInteger.safeParse(value).data ?? null).toBe(integer)
  })

  test('may be optional in a schema, and their errors quote nothing', () => {
    const schema = z.object({ amount: exactDecimal.nullish(), count: exactInteger.optional() })
    expect(schema.parse({ amount: null })).toEqual({ amount: null })
    expect(schema.safeParse({ amount: 'Mr Secret' }).error?.message).not.toContain('Secret')
  })
})
