import { describe, expect, test } from 'vitest'
import { chooseText } from './choose-text.ts'

const english = { language: 'en', text: 'Forged' }
const french = { language: 'fr-FR', text: 'Falsifié' }
const polish = { language: 'pl', text: 'Sfałszowany' }

describe('a text in several languages', () => {
  test('is chosen in the most preferred language, independently of its region', () => {
    expect(chooseText([english, french], ['de', 'fr-CA', 'en'])).toBe(french)
  })

  test('is English when no preferred language is available, and else the first one', () => {
    expect(chooseText([french, english], ['de'])).toBe(english)
    expect(chooseText([polish, french], ['de'])).toBe(polish)
    expect(chooseText([], ['de'])).toBeUndefined()
  })
})
