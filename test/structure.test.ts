import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { coreVariables } from '../src/config.ts'
import { variablesOf } from '../src/providers/account-limits.ts'
import { providers } from '../src/providers/index.ts'

const root = resolve(import.meta.dirname, '..')
const source = join(root, 'src')

const files = readTypeScript(source)
const clientFiles = readTypeScript(join(root, 'client'))
const consoleFiles = readTypeScript(join(root, 'console/src'))
const code = files.filter(file => !file.path.endsWith('.test.ts'))

function readTypeScript(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.startsWith('__generated__'))
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** The first folder below `src`, or the file's name without its extension. */
const placeOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? ''

/** The places from which each place may import, besides itself. */
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
  simulation: ['domain', 'errors'],
  providers: ['config', 'connector', 'domain', 'errors', 'http', 'simulation'],
  findings: ['domain', 'providers', 'store'],
  sandbox: ['domain', 'errors', 'providers', 'simulation', 'store'],
  analysis: ['auth', 'documents', 'domain', 'errors', 'events', 'findings', 'providers', 'store', 'work'],
  'bank-logins': ['analysis', 'auth', 'domain', 'errors', 'events', 'findings', 'providers', 'store', 'work'],
  shipments: ['auth', 'documents', 'domain', 'errors', 'events', 'providers', 'store', 'work'],
  reports: ['auth', 'domain', 'errors', 'providers', 'store'],
  loaders: ['auth', 'domain', 'errors', 'findings', 'providers', 'store'],
  graphql: [
    '__generated__',
    'auth',
    'documents',
    'domain',
    'errors',
    'events',
    'loaders',
    'providers',
    'reports',
    'store',
  ],
  'row-plans': ['auth', 'domain', 'graphql', 'loaders', 'server', 'store'],
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
    'sandbox',
    'shipments',
  ],
}
/** These may import everything. */
const entries = [
  'app',
  'main',
  'doctor',
  'describe-ready',
  'describe-start-failure',
  'simulators',
  'register-webhooks',
  'demo',
]

function importsOf({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(match =>
    relative(source, join(source, dirname(path), match[1] ?? '')),
  )
}

describe('structure', () => {
  test('every folder imports only from allowed places', () => {
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

  test('the client imports nothing of the server, so that it can be packed separately', () => {
    const wrong = clientFiles.flatMap(({ path, text }) =>
      [...text.matchAll(/from '(\.[^']+)'/g)]
        .map(([, target = '']) => join(root, 'client', dirname(path), target))
        .filter(target => !target.startsWith(join(root, 'client')))
        .map(target => `client/${path} imports ${relative(root, target)}`),
    )
    expect(clientFiles.length).toBeGreaterThan(10)
    expect(wrong).toEqual([])
    expect(clientFiles.filter(({ text }) => text.includes("from 'node:")).map(({ path }) => path)).toEqual([])
  })

  test('the console imports only itself and packages, so that it can be copied', () => {
    const wrong = consoleFiles.flatMap(({ path, text }) =>
      [...text.matchAll(/from '(\.[^']+)'/g)]
        .map(([, target = '']) => join(root, 'console/src', dirname(path), target))
        .filter(target => !target.startsWith(join(root, 'console/src')))
        .map(target => `console/src/${path} imports ${relative(root, target)}`),
    )
    expect(consoleFiles.length).toBeGreaterThan(50)
    expect(wrong).toEqual([])
  })

  test('measurements import no module of the test runner, because it refuses to load outside of a test', () => {
    const importPattern = /^(?:import|export) (?!type)(?:[\w*{}\s,]+ from )?'([^']+)'/gm
    const reached = new Map<string, string>()
    const follow = (file: string, from: string): void => {
      if (reached.has(file)) return
      reached.set(file, from)
      for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(importPattern))
        if (target.startsWith('.')) follow(join(dirname(file), target), file)
        else reached.set(target, file)
    }
    const programs = readTypeScript(join(root, 'bench'))
    for (const { path } of programs) follow(join(root, 'bench', path), '')
    expect(programs.length).toBeGreaterThan(20)
    expect(reached.size).toBeGreaterThan(200)
    expect(reached.get('vitest')).toBeUndefined()
  })

  test('every folder has its rule', () => {
    const places = new Set(code.map(file => placeOf(file.path)))
    expect([...places].filter(place => !(place in allowed) && !entries.includes(place))).toEqual([])
  })

  test('only the registration imports a provider’s folder, and no provider imports another', () => {
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

  test('a provider’s folder uses only the provider interface, the connector parts, domain and errors', () => {
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

  test('only a provider’s folder and the registration name the provider', () => {
    const names = providers.flatMap(provider => [provider.id, provider.name])
    const pattern = new RegExp(names.join('|'), 'i')
    const wrong = code
      .filter(file => !/^providers\/([^/]+\/|index\.ts)/.test(file.path))
      .filter(file => pattern.test(file.text))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  test('only entry points read the environment', () => {
    const wrong = code.filter(file => file.text.includes('process.env') && !entries.includes(placeOf(file.path)))
    expect(wrong.map(file => file.path)).toEqual([])
  })

  test('file names are kebab-case and not generic words such as utils', () => {
    const wrong = [...files, ...clientFiles, ...consoleFiles].filter(({ path }) => {
      const name = basename(path).replace(/(\.test)?\.tsx?$/, '')
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || /^(utils?|helpers?|manager|service|common|misc)$/.test(name)
    })
    expect(wrong.map(file => file.path)).toEqual([])
  })

  test('every resolver file has a schema file of the same name, or serves all of them', () => {
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
