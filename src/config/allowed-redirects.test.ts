import { expect, test } from 'vitest'
import { readAllowedRedirects } from './allowed-redirects.ts'

test('addresses are read as written, without surrounding blanks', () => {
  const faults: string[] = []
  const text = ' https://app.example.com/banking , http://localhost:3000,, '
  expect(readAllowedRedirects(text, faults)).toEqual(['https://app.example.com/banking', 'http://localhost:3000'])
  expect(readAllowedRedirects(undefined, faults)).toEqual([])
  expect(faults).toEqual([])
})

test('P23 each value that is not a web address is a fault of the variable', () => {
  const faults: string[] = []
  readAllowedRedirects('app.example.com,https://app.example.com,javascript:alert(1),app://back', faults, 'MINE')
  expect(faults).toEqual([
    'MINE: got "app.example.com"; wants http or https URLs, comma-separated, such as https://app.example.com/banking',
    'MINE: got "javascript:alert(1)"; wants http or https URLs, comma-separated, such as https://app.example.com/banking',
    'MINE: got "app://back"; wants http or https URLs, comma-separated, such as https://app.example.com/banking',
  ])
})
