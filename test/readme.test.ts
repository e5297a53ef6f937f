import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { coreVariables } from '../src/config.ts'
import { errorCodes, isRetryable } from '../src/errors.ts'
import { createSchema } from '../src/graphql/schema.ts'
import { loadTypeDefs } from '../src/graphql/type-defs.ts'
import { variablesOf } from '../src/providers/account-limits.ts'
import { providers } from '../src/providers/index.ts'
import { createErrorReference } from '../tools/error-reference.ts'

const manifestSchema = z.object({ scripts: z.record(z.string(), z.string()) })
const root = resolve(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

const blocksOf = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(match => match[1] ?? '')

/** The rows of the table whose first title this is, each as its cells. */
function tableOf(title: string): string[][] {
  const [, body = ''] = new RegExp(`^\\| ${title} \\|.*\\n\\|[- |]+\\|\\n((?:\\|.*\\n)+)`, 'm').exec(readme) ?? []
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
  test('begins with the demo, and then the tests', () => {
    expect(blocksOf('sh').slice(0, 2)).toEqual(['npm ci && npm run demo\n', 'npm test\n'])
  })

  test('shows operations that the schema allows', () => {
    const schema = createSchema()
    const operations = blocksOf('graphql')
    expect(operations.length).toBeGreaterThan(6)
    for (const operation of operations) expect(validate(schema, parse(operation))).toEqual([])
  })

  test('lists exactly the variables that are read', () => {
    const listed = tableOf('variable').flatMap(([names]) => wordsIn(names))
    const ofSimulators = ['SIMULATORS_PORT', 'WEBHOOK_BASE_URL']
    const read = [...coreVariables, ...providers.flatMap(variablesOf), ...ofSimulators]
    expect(listed.toSorted()).toEqual(read.toSorted())
  })

  test('lists exactly the error codes that there are, and which may be tried again', () => {
    const listed = tableOf('code').map(([name, retryable]) => ({ code: wordsIn(name)[0], retryable }))
    expect(listed).toEqual(errorCodes.map(code => ({ code, retryable: isRetryable(code) ? 'yes' : 'no' })))
    expect(readme).toContain(createErrorReference(loadTypeDefs()))
  })

  test('quotes each recipe just as it is tried out, below a link to it', () => {
    const place = 'test/flows/recipes'
    const names = readdirSync(join(root, place))
    expect(names.length).toBeGreaterThan(3)
    for (const name of names) {
      const source = readFileSync(join(root, place, name), 'utf8')
      const path = `${place}/${name}`
      expect(readme).toContain(`[${path}](${path}):\n\n\`\`\`${extname(name).slice(1)}\n${source}\`\`\`\n`)
    }
  })

  test('lists the providers that there are', () => {
    expect(tableOf('provider').map(([name]) => name)).toEqual(providers.map(provider => provider.name))
  })

  test('names scripts and files that exist', () => {
    const { scripts } = manifestSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    const listed = tableOf('command').map(([command]) => wordsIn(command)[0]?.split(' ').at(-1))
    const main = Object.keys(scripts).filter(name => !name.includes(':'))
    expect(listed.toSorted()).toEqual(main.toSorted())
    const files = [
      ...[...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(match => match[1] ?? ''),
      ...tableOf('folder').flatMap(([names]) => wordsIn(names)),
    ]
    expect(files.filter(file => !existsSync(join(root, file)))).toEqual([])
  })
})
