import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDecimals, isDecimal, negateDecimal, parseDecimal, scaleOf, signOf, sumDecimals } from './decimal.ts'

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(12))
  .map(([negative, digits, scale]) => {
    const text = digits.toString().padStart(scale + 1, '0')
    const value = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
    return negative && /[1-9]/.test(value) ? `-${value}` : value
  })

test.each([
  ['0.10', '0.10'],
  ['123456789012345.67', '123456789012345.67'],
  ['-0.00', '0.00'],
  ['+5', '5'],
  ['007.50', '7.50'],
  ['1.5e2', '150'],
  ['1.23E-4', '0.000123'],
  ['-1e3', '-1000'],
  ['12.', '12'],
  ['', null],
  ['1,5', null],
  ['NaN', null],
  ['1e9999', null],
  ['0x10', null],
])('P15 %s is read as %s', (text, expected) => {
  expect(parseDecimal(text)).toBe(expected)
})

test('P15 any decimal in plain notation is parsed unchanged', () => {
  fc.assert(
    fc.property(decimals, value => {
      expect(parseDecimal(value)).toBe(value)
    }),
  )
})

test('P15 exponents move the point without losing digits', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: -40, max: 40 }), (value, exponent) => {
      const parsed = parseDecimal(`${value}e${exponent}`) ?? ''
      expect(isDecimal(parsed)).toBe(true)
      expect(new Big(parsed).eq(`${value}e${exponent}`)).toBe(true)
    }),
  )
})

test('P15 a sum is exact in any order, and has the largest scale of its terms', () => {
  fc.assert(
    fc.property(fc.array(decimals, { maxLength: 20 }), terms => {
      const sum = sumDecimals(terms)
      expect(sumDecimals(terms.toReversed())).toBe(sum)
      expect(scaleOf(sum)).toBe(Math.max(0, ...terms.map(scaleOf)))
      expect(signOf(sumDecimals([...terms, negateDecimal(sum)]))).toBe(0)
    }),
  )
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(sumDecimals([])).toBe('0')
})

test('negating twice gives the same number, and zero has no sign', () => {
  fc.assert(
    fc.property(decimals, value => {
      expect(negateDecimal(negateDecimal(value))).toBe(value)
    }),
  )
  expect(negateDecimal('0.00')).toBe('0.00')
  expect(compareDecimals('0.0', '-0')).toBe(0)
  expect(compareDecimals('-1.01', '-1.001')).toBe(-1)
})
