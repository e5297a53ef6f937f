import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKvkNumber, isSiren } from './company-registration.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(list => list.join(''))

/** The eight digits with their check digit. */
const siren = digits(8)
  .filter(body => /[1-9]/.test(body))
  .map(body => {
    // Counted from the left over eight digits: those in the second, fourth … place count twice.
    const sum = [...body].reduce((total, character, index) => {
      const doubled = Number(character) * (1 + (index % 2))
      return total + Math.floor(doubled / 10) + (doubled % 10)
    }, 0)
    return `${body}${(10 - (sum % 10)) % 10}`
  })

describe('a SIREN', () => {
  test.each(['732829320', '123456782', '000000018'])('%s is valid', text => {
    expect(isSiren(text)).toBe(true)
  })

  test('is valid for any eight digits with their check digit', () => {
    fc.assert(fc.property(siren, text => isSiren(text)))
  })

  test('is invalid after one digit was changed', () => {
    const changed = fc
      .tuple(siren, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }))
      .map(([text, at, by]) => text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1))
    fc.assert(fc.property(changed, text => !isSiren(text)))
  })

  test('is invalid after two neighbouring digits were swapped, except 0 and 9', () => {
    const swapped = fc
      .tuple(siren, fc.integer({ min: 0, max: 7 }))
      .filter(([text, at]) => text[at] !== text[at + 1] && !['09', '90'].includes(text.slice(at, at + 2)))
      .map(([text, at]) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2))
    fc.assert(fc.property(swapped, text => !isSiren(text)))
  })

  test('has exactly nine digits', () => {
    const others = fc.integer({ min: 0, max: 20 }).filter(length => length !== 9)
    fc.assert(fc.property(others.chain(digits), text => !isSiren(text)))
  })

  test('contains only digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter(text => !/^\d+$/.test(text)),
        text => !isSiren(text),
      ),
    )
  })

  test.each(['000000000', '', '732 829 320', '732829320\n', '٧٣٢٨٢٩٣٢٠', '73282932000074'])('%j is invalid', text => {
    expect(isSiren(text)).toBe(false)
  })
})

describe('a KVK number', () => {
  test('is any eight digits that are not all zeros', () => {
    fc.assert(fc.property(digits(8), text => isKvkNumber(text) === (text !== '00000000')))
  })

  test.each(['', '1234567', '123456789', '1234567a', '12 34 56 78', '12345678\n', '00000000'])(
    '%j is invalid',
    text => {
      expect(isKvkNumber(text)).toBe(false)
    },
  )
})
