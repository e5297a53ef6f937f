import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { errorCodes } from '../src/errors.ts'
import { capabilities } from '../src/providers/capability.ts'

const folder = resolve(import.meta.dirname, '..', 'docs')
const page = readFileSync(join(folder, 'adding-a-provider.md'), 'utf8')

test('the page on adding a provider links to files that exist, and runs tests that exist', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(links).not.toEqual([])
  const tests = [...page.matchAll(/npx vitest run (\S+)/g)].map(([, path = '']) => join('..', path))
  expect(tests).not.toEqual([])
  expect([...links, ...tests].filter(path => !existsSync(join(folder, path)))).toEqual([])
})

test('it names every capability, and only error codes that there are', () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(['products', ...capabilities].toSorted())
  const codes = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, name = '']) => name)
  expect(codes).not.toEqual([])
  expect(codes.filter(code => !errorCodes.some(known => known === code))).toEqual([])
})
