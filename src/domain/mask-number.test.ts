import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/support/any-text.ts'
import { isMasked, maskNumber, separateNumbers } from './mask-number.ts'

const noNumbers = { accountNumber: null, maskedNumber: null, iban: null, maskedIban: null }

test.each([
  ['0012345678', '******5678'],
  ['00 1234 5678', '******5678'],
  ['12345678', '****5678'],
  ['1234567', '*******'],
  ['1234', '****'],
  ['', ''],
  ['FR7699999000010123456789012', 'FR*********************9012'],
  ['DE89 3704 0044 0532 0130 00', 'DE****************3000'],
  ['NO9386011117947', 'NO*********7947'],
])('the mask of %s is %s', (number, mask) => expect(maskNumber(number)).toBe(mask))

test('a mask shows at most the country code and four characters, and hides at least four or all', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 40 }), number => {
      const mask = [...maskNumber(number)]
      const hidden = mask.filter(character => character === '*').length
      expect(mask.length - hidden).toBeLessThanOrEqual(6)
      expect(hidden >= 4 || hidden === mask.length).toBe(true)
    }),
  )
})

test.each([
  ['******5678', true],
  ['XXXXXX5678', true],
  ['••••5678', true],
  ['FR76XXXXXXXXXXXXXXXXXXX9012', true],
  ['0012345678', false],
  ['FR7699999000010123456789012', false],
  // A valid IBAN: the letters XX are part of the number.
  ['GB85XXXX60161331926819', false],
])('%s is masked: %s', (number, masked) => expect(isMasked(number)).toBe(masked))

test('each number has its mask; the mask of the IBAN is used if there is no number', () => {
  expect(separateNumbers({ ...noNumbers, accountNumber: '0012345678', iban: 'NO9386011117947' })).toEqual({
    accountNumber: '0012345678',
    maskedNumber: '******5678',
    iban: 'NO9386011117947',
    maskedIban: 'NO*********7947',
  })
  expect(separateNumbers({ ...noNumbers, iban: 'NO9386011117947' })).toMatchObject({ maskedNumber: 'NO*********7947' })
  expect(separateNumbers(noNumbers)).toEqual(noNumbers)
})

test('a masked number is moved to the mask, and a mask that hides nothing is masked', () => {
  expect(separateNumbers({ ...noNumbers, accountNumber: '****5678', iban: 'NO••••7947' })).toEqual({
    accountNumber: null,
    maskedNumber: '****5678',
    iban: null,
    maskedIban: 'NO••••7947',
  })
  expect(separateNumbers({ ...noNumbers, maskedNumber: '0012345678' })).toMatchObject({ maskedNumber: '******5678' })
})
