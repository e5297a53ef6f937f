import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signOf } from '../domain/decimal.ts'
import { directionOf } from '../domain/money.ts'
import { toDirection, toSignedAmount, toTotalDebits } from './signed-amount.ts'

const unsigned = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
const signed = fc.tuple(fc.boolean(), unsigned).map(([minus, amount]) => (minus ? `-${amount}` : amount))
const words = fc.constantFrom('credit', 'debit', 'CREDIT', 'Debit', 'CR', 'dr', 'other', '', null)

test('P15 amounts keep every digit, with any type', () => {
  fc.assert(
    fc.property(signed, words, (amount, word) => {
      expect(toSignedAmount(amount, toDirection(word)).replace('-', '')).toBe(amount.replace('-', ''))
    }),
  )
})

test('a positive amount becomes negative for a debit, and stays positive for a credit or an unknown type', () => {
  fc.assert(
    fc.property(unsigned, words, (amount, word) => {
      fc.pre(signOf(amount) !== 0)
      const direction = toDirection(word)
      expect(signOf(toSignedAmount(amount, direction))).toBe(direction === 'DEBIT' ? -1 : 1)
    }),
  )
})

test('a negative amount stays negative, also for a credit', () => {
  fc.assert(
    fc.property(unsigned, words, (amount, word) => {
      fc.pre(signOf(amount) !== 0)
      expect(toSignedAmount(`-${amount}`, toDirection(word))).toBe(`-${amount}`)
    }),
  )
})

test('the direction agrees with the sign, and for zero with the vendor’s word', () => {
  fc.assert(
    fc.property(signed, words, (amount, word) => {
      const direction = toDirection(word)
      const value = toSignedAmount(amount, direction)
      const expected = { '-1': 'DEBIT', 0: direction ?? 'CREDIT', 1: 'CREDIT' }[signOf(value)]
      expect(directionOf(value, direction)).toBe(expected)
    }),
  )
})

test.each([
  ['68226.41', '-68226.41'],
  ['-68226.41', '-68226.41'],
  ['0.00', '0.00'],
  [null, null],
])('the total of debits %s becomes %s, which is negative or zero', (written, normalised) => {
  expect(toTotalDebits(written)).toBe(normalised)
})
