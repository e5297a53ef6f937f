import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { coreVariables } from '../src/config.ts'
import { variablesOf } from '../src/providers/account-limits.ts'
import { providers } from '../src/providers/index.ts'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !path.startsWith('__generated__'))
  .map(path => ({ path, text: readFileSync(join(source, path), 'utf8') }))
const code = files.filter(file => !file.path.endsWith('.test.ts'))

/** The first folder below `src`, or the file's own name without its ending. */
const placeOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? ''

/** Which places each place may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  domain: ['errors'],
  errors: [],
  correlation: [],
  maintenance: [],
  housekeeping: ['documents', 'maintenance', 'store'],
  telemetry: [],
  'reserve-port': [],
  callers: ['domain', 'errors'],
  config: ['auth', 'callers', 'documents', 'domain', 'providers'],
  http: ['domain', 'errors'],
  auth: ['domain', 'errors'],
  store: ['domain', 'errors'],
  events: ['auth', 'domain', 'errors', 'store'],
  work: ['auth', 'domain', 'errors', 'events', 'store'],
  documents: ['auth', 'domain', 'errors', 'events', 'store'],
  intake: ['domain', 'errors', 'events', 'store'],
  erasure: ['documents', 'domain', 'errors', 'events', 'providers', 'store'],
  connector: ['domain', 'errors', 'http'],
  simulation: ['domain'],
  providers: ['config', 'connector', 'domain', 'errors', 'http', 'simulation'],
  findings: ['domain', 'providers', 'store'],
  analysis: ['auth', 'documents', 'domain', 'errors', 'events', 'findings', 'providers', 'store', 'work'],
  'bank-logins': ['analysis', 'auth', 'domain', 'errors', 'events', 'findings', 'providers', 'store', 'work'],
  shipments: ['auth', 'documents', 'domain', 'errors', 'events', 'providers', 'store', 'work'],
  reports: ['auth', 'domain', 'errors', 'providers', 'store'],
  loaders: ['auth', 'domain', 'errors', 'findings', 'providers', 'store'],
  graphql: ['__generated__', 'auth', 'domain', 'errors', 'events', 'loaders', 'providers', 'reports', 'store'],
  server: [
    'analysis',
    'auth',
    'bank-logins',
    'callers',
    'correlation',
    'documents',
    'domain',
    'errors',
    'graphql',
    'providers',
    'reports',
    'shipments',
  ],
}
/** These know everything. */
const entries = ['app', 'main', 'doctor', 'describe-start-failure', 'simulators', 'register-webhooks', 'demo']

function importsOf({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(match =>
    relative(source, join(source, dirname(path), match[1] ?? '')),
  )
}

describe('structure', () => {
  test('every folder imports only from where it may', () => {
    const wrong = code.flatMap(file => {
      const place = placeOf(file.path)
      if (entries.includes(place)) return []
      const may = [place, ...(allowed[place] ?? [])]
      return importsOf(file)
        .filter(target => !may.includes(placeOf(target)))
        .map(target => `${file.path} imports ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('every folder has its rule', () => {
    const places = new Set(code.map(file => placeOf(file.path)))
    expect([...places].filter(place => !(place in allowed) && !entries.includes(place))).toEqual([])
  })

  test('a provider’s folder is imported by the registration alone, and imports no other provider', () => {
    const wrong = code
      .filter(file => file.path !== 'providers/index.ts')
      .flatMap(file =>
        importsOf(file)
          .filter(target => /^providers\/[^/]+\//.test(target))
          .filter(target => target.split('/')[1] !== file.path.split('/')[1])
          .map(target => `${file.path} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('inside a provider’s folder only the provider interface, what all connectors are made of, domain and errors are used', () => {
    const wrong = code
      .filter(file => /^providers\/[^/]+\//.test(file.path))
      .flatMap(file =>
        importsOf(file)
          .filter(target => !target.startsWith(file.path.split('/').slice(0, 2).join('/')))
          .filter(
            target =>
              !/^(providers\/(provider|[a-z-]+-driver|bank-catalogue|company-directory|payment-partner-source|findings)|errors)\.ts$/.test(
                target,
              ),
          )
          .filter(target => !['connector', 'domain', 'http', 'simulation'].includes(placeOf(target)))
          .map(target => `${file.path} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('nothing outside a provider’s folder and its registration names it', () => {
    const names = providers.flatMap(provider => [provider.id, provider.name])
    const pattern = new RegExp(names.join('|'), 'i')
    const wrong = code
      .filter(file => !/^providers\/([^/]+\/|index\.ts)/.test(file.path))
      .filter(file => pattern.test(file.text))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  test('the environment is read by entry points alone', () => {
    const wrong = code.filter(file => file.text.includes('process.env') && !entries.includes(placeOf(file.path)))
    expect(wrong.map(file => file.path)).toEqual([])
  })

  test('file names are kebab-case and say something', () => {
    const wrong = files.filter(({ path }) => {
      const name = basename(path).replace(/(\.test)?\.ts$/, '')
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(utils?|helpers?|manager|service|common|misc)$/.test(name)
    })
    expect(wrong.map(file => file.path)).toEqual([])
  })

  test('every resolver file has its twin in the schema, or serves all of them', () => {
    const concepts = readdirSync(join(root, 'schema')).map(name => basename(name, '.graphql'))
    expect(concepts).toContain('analysis')
    const missing = concepts.filter(name => name !== 'schema' && !code.some(file => file.path === `graphql/${name}.ts`))
    expect(missing).toEqual([])
  })

  test('.env.example lists exactly the variables that are read', () => {
    const listed = readFileSync(join(root, '.env.example'), 'utf8')
      .split('\n')
      .flatMap(line => /^([A-Z0-9_]+)=/.exec(line)?.[1] ?? [])
    const read = [...coreVariables, ...providers.flatMap(variablesOf)]
    const ofSimulators = ['SIMULATORS_PORT', 'WEBHOOK_BASE_URL']
    expect(listed.toSorted()).toEqual([...read, ...ofSimulators].toSorted())
  })
})
