import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from '../../test/support/any-text.ts'
import { foldText, toSearchText } from './fold-text.ts'

const text = anyText({ maxLength: 40 })
const spaces = fc.constantFrom(' ', '  ', '\u00a0', '\u202f', '\u2003', '\u3000', '\t', '\n', '\u00a0 \u2009')

describe('folding of text', () => {
  test.each([
    ['Café Müller', 'CAFE\u0301 MU\u0308LLER'],
    ['Miete\u00a0Januar', 'miete januar'],
    ['Hauptstraße', 'HAUPTSTRASSE'],
    ['ﬁnance', 'Finance'],
    ['Ｒｅｎｔ', 'rent'],
    ['ΟΔΟΣ', 'οδος'],
    ['Rück\u00adzahlung', 'Rückzahlung'],
    ['  rent \t\n paid ', 'rent paid'],
    ['№ 5', 'NO 5'],
  ])('%j and %j are the same', (one, other) => {
    expect(foldText(one)).toBe(foldText(other))
  })

  test('gives equal results for every Unicode form and case, and when it is repeated', () => {
    fc.assert(
      fc.property(text, value => {
        const folded = foldText(value)
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(value.normalize(form))).toBe(folded)
        expect(foldText(value.toUpperCase())).toBe(folded)
        expect(foldText(folded)).toBe(folded)
      }),
      { numRuns: 2_000 },
    )
  })

  test('gives equal results for any white space between words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäöüß0-9]{1,8}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(words, fc.array(spaces, { minLength: 5, maxLength: 5 }), (parts, between) => {
        const spaced = parts.map((part, index) => part + (between[index] ?? '')).join('')
        expect(foldText(spaced)).toBe(foldText(parts.join(' ')))
      }),
    )
  })

  test('keeps each word of a text findable, in any form', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u), { minLength: 1 }), words => {
        const stored = toSearchText(words.join('\u00a0').normalize('NFC'), null)
        for (const word of words) expect(stored).toContain(foldText(word.normalize('NFD')))
      }),
    )
  })

  test('of a description and a name matches nothing across both', () => {
    expect(toSearchText('rent', 'paid')).not.toContain(foldText('rent paid'))
    expect(toSearchText(null, null)).toBe('\n')
  })
})
