import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorCodes } from '../src/errors.ts'
import { capabilities } from '../src/providers/capability.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const pages = ['CONTRIBUTING.md', ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`)]
const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts

describe.each(pages)('%s', path => {
  const page = read(path)

  test('links to files that exist', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => join(dirname(path), link))
    expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
  })

  test('names files, scripts and tests that exist', () => {
    const files = [...page.matchAll(/`((?:src|test|bench|tools|docs|schema)\/[\w./-]+)`/g)].map(([, file = '']) => file)
    const tests = [...page.matchAll(/npx vitest run (test\/\S+)/g)].map(([, file = '']) => file)
    expect([...files, ...tests].filter(file => !existsSync(join(root, file)))).toEqual([])
    const named = [...page.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.filter(name => !Object.hasOwn(scripts, name))).toEqual([])
  })
})

test('the page on adding a provider names every capability, and only error codes that there are', () => {
  const page = read('docs/adding-a-provider.md')
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(['products', ...capabilities].toSorted())
  const codes = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, name = '']) => name)
  expect(codes).not.toEqual([])
  expect(codes.filter(code => !errorCodes.some(known => known === code))).toEqual([])
})

test('the page on operations names metrics that there are', () => {
  const source = read('src/server/metrics.ts')
  const named = [...read('docs/operations.md').matchAll(/`((?:assay|process)_\w+)`/g)].map(([, name = '']) => name)
  expect(named).not.toEqual([])
  expect(named.filter(name => !source.includes(`'${name}'`))).toEqual([])
})

test('every promise is listed in its order, with files whose tests name it', () => {
  const rows = [...read('docs/promises.md').matchAll(/^\| (P\d+) \| .* \| (.*) \|$/gm)]
  expect(rows.map(([, name]) => name)).toEqual(Array.from({ length: 32 }, (_, index) => `P${index + 1}`))
  const unproven = rows.flatMap(([, name = '', links = '']) =>
    [...links.matchAll(/\]\(\.\.\/([^)]+)\)/g)]
      .map(([, file = '']) => file)
      .filter(file => !new RegExp(`['"\`][^'"\`]*\\b${name}\\b`).test(read(file)))
      .map(file => `${name} ${file}`),
  )
  expect(unproven).toEqual([])
})
