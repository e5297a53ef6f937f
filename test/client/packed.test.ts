import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { buildSchema, introspectionFromSchema } from 'graphql'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseTenantId } from '../../src/domain/tenant.ts'
import { type LoopbackServer, startLoopbackServer } from '../../src/http/testing/loopback-server.ts'
import { addChanges } from '../support/add-changes.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { pdfOf } from '../support/document-files.ts'
import { finalState, prepareCase, readLog, startAnalysis, startJourney } from '../support/journey.ts'
import { isChromiumInstalled, launchChromium } from '../support/launch-chromium.ts'
import { type PackedProject, packClient } from '../support/pack-client.ts'
import { root } from '../support/read-pages.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'
import config from './recipes/graphql-codegen.ts'

const entries = ['', '/apollo', '/codegen', '/documents', '/react', '/urql']
const source = join(root, 'test/client')
/** The recipes in the project, which docs/frontend.md quotes. */
const recipes = ['apollo.ts', 'case-timeline.tsx', 'transactions.tsx', 'upload-button.tsx']
const parts = ['project/src', 'project/index.html', 'project/tsconfig.json', ...recipes.map(name => `recipes/${name}`)]

let project: PackedProject
beforeAll(async () => {
  project = await packClient()
  for (const path of parts) await cp(join(source, path), join(project.folder, path), { recursive: true })
})

describe('the packed client', () => {
  test('contains its modules with types and its schema, and nothing of the server', async () => {
    const manifest = JSON.parse(project.manifest)
    expect(Object.keys(manifest.dependencies)).toEqual([
      '@graphql-typed-document-node/core',
      'graphql-sse',
      'graphql-ws',
    ])
    expect(manifest.scripts).toBeUndefined()
    expect(project.manifest).not.toContain('@assay/source')
    const folders = new Set(project.files.filter(name => name.includes('/')).map(name => name.split('/')[0]))
    expect([...folders]).toEqual(['dist'])
    for (const entry of entries) {
      const { default: module, types } = manifest.exports[`./client${entry}`]
      expect(project.files).toContain(module.slice(2))
      expect(project.files).toContain(types.slice(2))
    }
    expect(project.files).toContain('dist/client/schema.graphql')
    expect(project.files.filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([])
  })

  test('has as dependencies and peers exactly the packages that its modules and types import', async () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(project.manifest)
    const code = project.files.filter(name => /\.(js|d\.ts)$/.test(name))
    const texts = await Promise.all(
      code.map(name => readFile(join(project.folder, 'node_modules/assay', name), 'utf8')),
    )
    const imported = texts.flatMap(text =>
      [...text.matchAll(/(?:from|import) '((?:@[^/']+\/)?[^./@'][^/']*)/g)].map(([, name = '']) => name),
    )
    const named = [...Object.keys(dependencies), ...Object.keys(peerDependencies)]
    expect(named.toSorted()).toEqual([...new Set(imported)].toSorted())
    const required = Object.keys(peerDependencies).filter(name => !peerDependenciesMeta[name]?.optional)
    expect(required).toEqual(['graphql'])
  })

  test('each module loads with only its dependencies, graphql and its peers installed', async () => {
    const { dependencies } = JSON.parse(project.manifest)
    const given: readonly (readonly [entry: string, peers: readonly string[], name: string])[] = [
      ['', [], 'createSocketClient'],
      ['/codegen', [], 'assayCodegen'],
      ['/documents', [], 'CasePageDocument'],
      ['/apollo', ['@apollo/client', 'rxjs'], 'createAssayLink'],
      ['/react', ['react'], 'useEvents'],
      ['/urql', ['@urql/core', '@urql/exchange-graphcache'], 'toSubscriptionExchange'],
    ]
    expect(given.map(([entry]) => entry).toSorted()).toEqual(entries.toSorted())
    const wanted = given.map(([entry, peers]) => ({
      module: `assay/client${entry}`,
      packages: [...Object.keys(dependencies), 'graphql', ...peers],
    }))
    expect(await project.load(wanted)).toEqual(given.map(([, , name]) => expect.arrayContaining([name])))
  })

  test('leaves package.json unchanged', async () => {
    const copied = await readFile(join(project.folder, '../copy/package.json'), 'utf8')
    expect(copied).toBe(await readFile(join(root, 'package.json'), 'utf8'))
  })

  test('type-checks in a strict project, with its libraries, generated code and gql.tada', async () => {
    const sdl = await readFile(join(project.folder, 'node_modules/assay/dist/client/schema.graphql'), 'utf8')
    const own = 'query Own($id: ID!) { case(id: $id) { openedAt declared status applicant { displayName } } }'
    await mkdir(join(project.folder, 'src'))
    await writeFile(join(project.folder, 'src/own.graphql'), own)
    await generate({ ...config, cwd: project.folder, silent: true, errorsOnly: true })
    const schema = introspectionFromSchema(buildSchema(sdl))
    await writeFile(join(project.folder, 'project/src/schema.ts'), `export default ${JSON.stringify(schema)} as const`)
    await cp(join(project.folder, 'src/gql/graphql.ts'), join(project.folder, 'project/src/generated.ts'))
    await writeFile(join(project.folder, 'project/src/typed.ts'), typed(own))
    expect(await project.run('tsc', '--project', 'project', '--skipDefaultLibCheck')).toBe('')
  })

  test('has a schema that relay-compiler accepts', async () => {
    await writeFile(join(project.folder, 'project/src/relayScreen.js'), relayScreen)
    const settings = {
      src: 'project/src',
      language: 'javascript',
      schema: 'node_modules/assay/dist/client/schema.graphql',
    }
    await writeFile(join(project.folder, 'relay.config.json'), JSON.stringify(settings))
    await project.run('relay-compiler', 'relay.config.json')
    const made = await readFile(join(project.folder, 'project/src/__generated__/relayScreenQuery.graphql.js'), 'utf8')
    expect(made).toContain('"name": "relayScreenQuery"')
  })
})

/** Code that must type-check exactly, and code that must not type-check. */
function typed(own: string): string {
  return `import { initGraphQLTada } from 'gql.tada'
import type { ResultOf } from 'gql.tada'
import type { DateTime } from 'assay/client'
import type { OwnQuery } from './generated.ts'
import introspection from './schema.ts'

const graphql = initGraphQLTada<{ introspection: typeof introspection; scalars: { DateTime: string; JSON: unknown } }>()
const query = graphql(\`${own}\`)
type Case = NonNullable<ResultOf<typeof query>['case']>
export const openedAt = (found: Case): string => found.openedAt
export const isOpen = (found: Case): boolean => found.status === 'OPEN'
// @ts-expect-error: no such status
export const isOther = (found: Case): boolean => found.status === 'OPENED'

type Generated = NonNullable<OwnQuery['case']>
export const generatedAt = (found: Generated): DateTime => found.openedAt
export const label = ({ status }: Generated): string => {
  switch (status) {
    case 'OPEN':
    case 'RUNNING':
      return 'under way'
    default:
      return status
  }
}
// @ts-expect-error: the name may be null
export const nameOf = (found: Generated): string => found.applicant.displayName
`
}

const relayScreen = `import { graphql } from 'relay-runtime'
export const query = graphql\`
  query relayScreenQuery($id: ID!, $after: String) {
    applicant(id: $id) {
      transactions(first: 50, after: $after) @connection(key: "relayScreen_transactions") {
        edges { node { effectiveDate amount { value currency } } }
      }
    }
  }
\`
`

describe.skipIf(!isChromiumInstalled)('the packed client in a browser', () => {
  let site: LoopbackServer
  let proxy: BreakingProxy
  let app: TestApp
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const folder = join(project.folder, 'project')
    await build({ root: folder, configFile: false, logLevel: 'error', build: { minify: false } })
    const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' }
    site = await startLoopbackServer(async (response, { message }) => {
      const path = message.url === '/' ? '/index.html' : (message.url ?? '')
      const file = await readFile(join(folder, 'dist', path))
      response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(file)
    })
    proxy = await startBreakingProxy()
    app = await startApp(() => ({ PUBLIC_URL: proxy.url, ALLOWED_ORIGINS: site.url }))
    proxy.target = app
    browser = await launchChromium()
    // One for all tests, because a new one takes the browser longer than most of them. Small, because it is drawn in software.
    page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 400, height: 300 } })
    page.setDefaultTimeout(60_000)
  })
  afterAll(async () => {
    await browser?.close()
    await proxy?.stop()
    await app?.stop()
    await site?.close()
  })
  beforeEach(() => {
    proxy.target = app
    proxy.weather = () => ({})
  })

  /** Without another host this does not load the page again, which takes the browser longer than what it shows. */
  async function open(show: string, more: Readonly<Record<string, string>>, address = site.url): Promise<void> {
    const given = new URLSearchParams({ api: proxy.url, key: tenantKeys.acme, show, ...more })
    await page.goto(`${address}/#${given}`)
  }

  /** Looks less often than `expect.poll` by default, because looking costs the browser time. */
  const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { interval: 100 })
  /** The browser's `online` event, so that the next attempt is made at once. */
  const online = () => page.evaluate("dispatchEvent(new Event('online'))")
  const textOf = (selector: string) => page.locator(selector).innerText()

  test('P1 P2 P3 shows each of 1,000 replayed events, in order, over sockets and streams, and those that arrive together, unlike `data` of useSubscription', async () => {
    await prepareCase(app.client)
    const last = (await readLog(app.client)).at(-1)
    const sequences = Array.from({ length: 1_000 }, (_, index) => String((last?.sequence ?? 0) + 1 + index))
    const context = { tenant: parseTenantId('acme'), boundTo: null, correlationId: 'replay' }
    await addChanges(app.database, () => new Date()).change(context, 'REQUEST', async change => {
      for (const _ of sequences) change.emit({ type: 'CASE_OPENED' })
    })
    await open('replay', { after: last?.cursor ?? '' })
    const together = Array.from({ length: 1_000 }, (_, index) => String(index + 1))
    for (const [over, all] of [
      ['sockets', sequences],
      ['streams', sequences],
      ['burst', together],
    ] as const)
      for (const by of ['useEvents', 'onData']) await eventually(() => textOf(`#${over} .${by}`)).toBe(all.join(' '))
    const rendered = (await textOf('#burst .data')).split(' ')
    expect(rendered.at(-1)).toBe('1000')
    expect(rendered.length).toBeLessThan(10)
  })

  test('P1 P22 continues with the missed events after a short loss of the server', async () => {
    const { caseId, documentId } = await prepareCase(app.client)
    await open('timeline', { caseId })
    await page.locator('ol').waitFor({ state: 'attached' })
    proxy.target = null
    proxy.tear()
    const analysisId = await startAnalysis(app.client, { caseId, documentId })
    await finalState(app.client, analysisId)
    proxy.target = app
    await eventually(() => online().then(() => textOf('ol'))).toContain('ANALYSIS_COMPLETED')
    const types = (await page.locator('li').allInnerTexts()).map(text => text.split(' ').at(-1))
    const log = await readLog(app.client, null, { analysisId })
    expect(types.filter(type => type?.startsWith('ANALYSIS_'))).toEqual(log.map(({ type }) => type))
  })

  test('P14 P19 shows why a document is refused, and repeats the upload of another one whose connection breaks at each quarter, until it succeeds', async () => {
    const bytes = pdfOf(2_000_000)
    const { caseId } = await prepareCase(app.client)
    await open('upload', { caseId })
    const file = { name: 'words.txt', mimeType: 'text/plain', buffer: Buffer.from('Just words') }
    await page.locator('input').setInputFiles(file)
    await eventually(() => page.locator('[role=alert]').allInnerTexts()).toHaveLength(1)
    const quarters = [1, 2, 3, 4].map(quarter => (quarter * bytes.length) / 4 - 50_000)
    // Whichever connections carry the bytes: the browser opens others too, and repeats some requests by itself.
    proxy.weather = () => ({
      get brokenAfter() {
        return quarters[proxy.broken] ?? Number.POSITIVE_INFINITY
      },
    })
    // The connections that the browser keeps open have the weather of before.
    proxy.tear()
    await page.locator('input').setInputFiles({ name: 'large.pdf', mimeType: 'application/pdf', buffer: bytes })
    await eventually(() => online().then(() => page.locator('[role]').allInnerTexts())).toEqual([
      'The document has arrived.',
    ])
    const documents = z.array(z.object({ sha256: z.string().nullable() }))
    const stored = await app.client.read('case', caseId, z.object({ documents }))
    expect(stored.documents).toContainEqual({ sha256: createHash('sha256').update(bytes).digest('hex') })
    expect(proxy.broken).toBe(quarters.length)
  })

  test('shows further pages of a list below the first', async () => {
    const { applicantId, analysisId } = await startJourney(app.client)
    await finalState(app.client, analysisId)
    await open('transactions', { applicantId })
    await eventually(() => page.locator('li').count()).toBe(20)
    await page.locator('button').click()
    await eventually(() => page.locator('li').count()).toBe(40)
    const shown = await page.locator('li').allInnerTexts()
    expect(shown.map(text => text.slice(0, 10))).toEqual(
      shown
        .map(text => text.slice(0, 10))
        .toSorted()
        .toReversed(),
    )
  })

  test('P19 a page of a forbidden origin shows that the server cannot be reached', async () => {
    const { caseId } = await prepareCase(app.client)
    await open('upload', { caseId }, site.url.replace('127.0.0.1', 'localhost'))
    const file = { name: 'a.pdf', mimeType: 'application/pdf', buffer: pdfOf(1_000) }
    await page.locator('input').setInputFiles(file)
    await eventually(() => textOf('[role=alert]')).toBe('The server cannot be reached.')
  })
})
