import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { isEnumType, isInputObjectType, isObjectType, parse, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { ConfigError } from '../src/config/config-error.ts'
import { coreVariables, loadConfig } from '../src/config.ts'
import { errorCodes } from '../src/errors.ts'
import { createSchema } from '../src/graphql/schema.ts'
import { variablesOf } from '../src/providers/account-limits.ts'
import { capabilities } from '../src/providers/capability.ts'
import { providers } from '../src/providers/index.ts'
import { checkCommands } from './support/check-commands.ts'
import { type CodeBlock, type Page, readPage, readPages, root } from './support/read-pages.ts'

const pages = readPages()
const general = pages.filter(({ path }) => !path.startsWith('src/'))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const schema = createSchema()

const variables = [
  ...coreVariables,
  ...providers.flatMap(variablesOf),
  ...['SIMULATORS_PORT', 'WEBHOOK_BASE_URL', 'TEST_DATABASE_URL', 'ASSAY_URL', 'API_KEY'],
]
const isVariable = (name: string) => variables.includes(name)
const enumValues = Object.values(schema.getTypeMap()).flatMap(type =>
  isEnumType(type) ? type.getValues().map(({ name }) => name) : [],
)
/** Words in capitals that are neither settings nor in the schema: codes of other programs, and the kinds of `Problem`. */
const otherWords = ['PERSISTED_QUERY_NOT_FOUND', 'INVALID_API_KEY', 'TRY_AGAIN', 'SIGN_IN', 'NOT_ALLOWED']

/** The checks of code blocks by language. Any other language is a fault. */
const checks: Readonly<Record<string, (block: CodeBlock, page: Page) => string[]>> = {
  graphql: ({ code }) => validate(schema, parse(code)).map(({ message }) => message),
  json: ({ code }) => (JSON.parse(code) === undefined ? ['is empty'] : []),
  yaml: (block, page) => (block.quoted ? checkQuote(block, page) : parseYaml(block.code) ? [] : ['is empty']),
  sh: ({ code }) => checkCommands(code, isVariable),
  dotenv: ({ code }) => checkSettings(code),
  mermaid: ({ code }) => checkDiagram(code),
  text: ({ code }) => {
    const [first = ''] = code.split('\n')
    const isPrinted = globSync('src/**/*.ts', { cwd: root }).some(path => read(path).includes(first))
    return isPrinted ? [] : [`no file in src/ prints "${first}"`]
  },
  js: checkQuote,
  ts: checkQuote,
  tsx: checkQuote,
}

describe.each(pages)('$path', page => {
  const { path, text, prose, blocks } = page

  test('links only to files and headings that exist', () => {
    const links = [...prose.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link)
    const dead = links.filter(link => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? path : join(dirname(path), file)
      if (!existsSync(join(root, target))) return true
      return heading !== undefined && !headingsOf(target).includes(heading)
    })
    expect(dead).toEqual([])
  })

  test('has only code blocks that are run or checked', () => {
    const faults = blocks.flatMap(block => {
      const check = checks[block.language]
      const found = check ? check(block, page) : [`there is no check for blocks of "${block.language}"`]
      return found.map(fault => `line ${block.line}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  test('names only files and scripts that exist', () => {
    const files = [...text.matchAll(/`((?:src|test|bench|tools|docs|schema|client|console)\/[\w./-]+)`/g)]
    expect(files.map(([, file = '']) => file).filter(file => !existsSync(join(root, file)))).toEqual([])
    const commands = [...prose.matchAll(/`((?:npm|npx|node) [^`<…]+)`/g)].map(([, command = '']) => command)
    expect(commands.flatMap(command => checkCommands(command, isVariable))).toEqual([])
  })
})

describe.each(general)('$path', ({ prose }) => {
  const words = [...prose.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

  test('names only variables, error codes and enum values that exist', () => {
    const known = new Set<string>([...variables, ...errorCodes, ...enumValues, ...otherWords])
    const named = words.filter(word => /^[A-Z]+(_[A-Z0-9]+)+$/.test(word))
    expect(named.filter(word => !known.has(word))).toEqual([])
  })

  test('names only members of types that exist', () => {
    const named = words.flatMap(word => {
      const [, type = '', member = ''] = /^([A-Z]\w+)\.(\w+)(?:\(.*\))?$/.exec(word) ?? []
      return type === '' ? [] : [{ type, member }]
    })
    expect(named.filter(({ type, member }) => !hasMember(type, member))).toEqual([])
  })

  test('names only metrics that exist', () => {
    const source = read('src/server/metrics.ts')
    const named = words.filter(word => /^(assay|process)_\w+$/.test(word))
    expect(named.filter(name => !source.includes(`'${name}'`))).toEqual([])
  })
})

test('a page quotes every recipe', () => {
  const quoted = pages.flatMap(({ path, blocks }) =>
    blocks.flatMap(block => (block.quoted === undefined ? [] : [join(dirname(path), block.quoted)])),
  )
  const recipes = globSync('test/client/recipes/*', { cwd: root })
  expect(recipes).not.toEqual([])
  expect(recipes.filter(recipe => !quoted.includes(recipe))).toEqual([])
})

test('.env.example has the defaults of the program', () => {
  const { SIMULATORS_PORT, WEBHOOK_BASE_URL, ...given } = parseEnv(read('.env.example'))
  const { environment, ...settings } = loadConfig(given, providers)
  const { environment: none, ...defaults } = loadConfig({}, providers)
  expect(settings).toEqual(defaults)
  expect(none).toEqual({})
  const written = loadConfig(environment, providers)
  for (const provider of providers) {
    const read = (values: Readonly<Record<string, string | undefined>>) => provider.settings.parse(values)
    expect(read(written.environment).baseUrl).toBe(read({}).baseUrl)
    expect(read(written.environment).account).toBe(read({}).account)
  }
})

test('the page on adding a provider names every capability, and only existing error codes', () => {
  const page = read('docs/adding-a-provider.md')
  const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(rows.toSorted()).toEqual(['products', ...capabilities].toSorted())
})

test('the page on operations names metrics', () => {
  expect(read('docs/operations.md')).toMatch(/`assay_\w+`/)
})

test('every promise is listed in order, with files whose tests name it', () => {
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

/** A code block of a programming language must quote a file that a test runs. */
function checkQuote({ code, quoted }: CodeBlock, { path }: Page): string[] {
  if (quoted === undefined) return ['quotes no file: end the paragraph above with a link to the file and a colon']
  const file = join(dirname(path), quoted)
  if (read(file) !== code) return [`differs from ${file}`]
  const name = file.split('/').at(-1) ?? ''
  const isTested = globSync('test/**/*.ts', { cwd: root }).some(test => read(test).includes(name))
  return isTested ? [] : [`no test names ${name}`]
}

/** A block of settings must be valid together with a secret and a key. */
function checkSettings(code: string): string[] {
  const given = Object.fromEntries(
    [...code.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const unknown = Object.keys(given).filter(name => !isVariable(name))
  try {
    loadConfig({ SECRET_KEY: 's'.repeat(32), API_KEYS: `acme:${'k'.repeat(24)}`, ...given }, providers)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [...unknown, error.message]
  }
  return unknown.map(name => `no code reads the variable ${name}`)
}

const node = String.raw`\w+(?:\[\(.*?\)\]|\(\(.*?\)\)|\[.*?\])?`
const nodes = `${node}(?: & ${node})*`
const flow = new RegExp(`^${nodes}(?: (?:-->|-.->)(?:\\|[^|]+\\|)? ${nodes})+$`)

/** Checks the part of Mermaid's flow charts that the pages use. */
function checkDiagram(code: string): string[] {
  const [head = '', ...lines] = code.trimEnd().split('\n')
  const faults = lines.map(line => line.trim()).filter(line => !flow.test(line))
  return /^flowchart (LR|TB)$/.test(head) ? faults : [`begins with "${head}"`]
}

function headingsOf(path: string): string[] {
  return [...readPage(path).prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function hasMember(name: string, member: string): boolean {
  const type = schema.getType(name)
  if (isObjectType(type) || isInputObjectType(type)) return Object.hasOwn(type.getFields(), member)
  return isEnumType(type) && type.getValue(member) !== undefined
}
