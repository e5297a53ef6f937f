import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJsonExactly } from '../domain/exact-number.ts'
import { parseJsonBody } from './parse-json-body.ts'

const space = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ')
const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,30})$/)
const number = fc
  .tuple(
    fc.constantFrom('', '-'),
    digits,
    fc.constantFrom('', '.0', '.10', '.25'),
    fc.constantFrom('', 'e2', 'E-7', 'e+30'),
  )
  .map(parts => parts.join(''))
const leaf = fc.oneof(number, fc.json(), fc.constantFrom('"1e5"', '"a 10.50 b"', '"app_01hq5e7d"', 'null', 'true'))

/** JSON with numbers in every spelling and white space wherever it may be. */
const { value: json } = fc.letrec<{ value: string }>(tie => {
  const value = fc.tuple(space, tie('value'), space).map(parts => parts.join(''))
  return {
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(value, { maxLength: 3 }).map(items => `[${items}]`),
      fc.array(value, { maxLength: 3 }).map(items => `{${items.map((item, index) => `"1.${index}":${item}`)}}`),
    ),
  }
})

describe('the JSON of a body', () => {
  test('keeps every digit of every number, in any position', () => {
    fc.assert(
      fc.property(fc.tuple(space, json, space), parts => {
        const text = parts.join('')
        expect(JSON.stringify(parseJsonBody(Buffer.from(text)))).toBe(JSON.stringify(parseJsonExactly(text)))
      }),
      { numRuns: 500 },
    )
  })

  test.each(['-0', '1.0', '[1E2]', '{"a":12345678901234567890}', ' 10.50'])('%s is serialized as it was sent', text => {
    expect(JSON.stringify(parseJsonBody(Buffer.from(text)))).toBe(text.trim())
  })
})
