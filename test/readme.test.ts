import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorCodes, isRetryable } from '../src/errors.ts'
import { providers } from '../src/providers/index.ts'
import { readPage, readPages, root } from './support/read-pages.ts'

const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()) })
const readme = readPage('README.md')

/** The rows of the page's first table with this title in its first column, as cells. */
function tableOf(title: string, { text } = readme): string[][] {
  const [, body = ''] = new RegExp(`^\\| ${title} \\|.*\\n\\|[- |]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(text) ?? []
  return body
    .trimEnd()
    .split('\n')
    .map(row =>
      row
        .slice(1, -1)
        .split('|')
        .map(cell => cell.trim()),
    )
}

const wordsIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')

describe('the README', () => {
  test('can be read in five minutes, and starts with the demo and then the tests', () => {
    expect(readme.text.split('\n').length).toBeLessThan(220)
    const commands = readme.blocks.filter(({ language }) => language === 'sh').map(({ code }) => code)
    expect(commands.slice(0, 2)).toEqual(['npm ci && npm run demo\n', 'npm test\n'])
  })

  test('links to every page of docs/', () => {
    const missing = readPages().filter(({ path }) => path.startsWith('docs/') && !readme.text.includes(`](${path})`))
    expect(missing.map(({ path }) => path)).toEqual([])
  })

  test('lists all providers', () => {
    expect(tableOf('provider').map(([name]) => name)).toEqual(providers.map(provider => provider.name))
  })

  test('lists all scripts', () => {
    const { scripts } = manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    const listed = tableOf('command').map(([command]) => wordsIn(command)[0]?.split(' ').at(-1))
    const ofNpm = ['prepare', 'prepack', 'postpack']
    const main = Object.keys(scripts).filter(name => !name.includes(':') && !ofNpm.includes(name))
    expect(listed.toSorted()).toEqual(main.toSorted())
  })
})

test('the page on errors lists all codes and which of them are retryable', () => {
  const listed = tableOf('code', readPage('docs/errors.md')).map(([name, retryable]) => ({
    code: wordsIn(name)[0],
    retryable,
  }))
  expect(listed).toEqual(errorCodes.map(code => ({ code, retryable: isRetryable(code) ? 'yes' : 'no' })))
})
