import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isChromiumInstalled, launchChromium } from '../../test/support/launch-chromium.ts'
import { AppError } from '../errors.ts'
import { loadOperationGroups } from './explorer/load-operations.ts'
import { registerSandboxRoute } from './sandbox-route.ts'
import { until } from './testing/open-socket.ts'
import { createStandingSandbox } from './testing/standing-sandbox.ts'
import type { TestServer } from './testing/start-test-server.ts'
import { acmeKey, startTestServer } from './testing/start-test-server.ts'

const upload =
  'mutation Upload { createDocumentUpload { document { id } upload { url method headers { name value } } userErrors } }'
const analysis = 'mutation Analysis { startAnalysis { analysis { id } userErrors } }'
const me = 'query Me { me { tenant } }'
const ticks = 'subscription Ticks($from: Int!) { ticks(from: $from) { number } }'
const greeting = 'query Greeting($name: String) { hello(name: $name) }'
/** Most tests share one page with these tabs, because loading the editor takes the longest. */
const tabs = [
  { name: 'Me', query: me, variables: '{}' },
  { name: 'Upload', query: upload, variables: '{}' },
  { name: 'Greeting', query: greeting, variables: '{"name": "{{document}}"}' },
  { name: 'Analysis', query: analysis, variables: '{}' },
  { name: 'Ticks', query: ticks, variables: '{"from": 7}' },
]

describe.skipIf(!isChromiumInstalled)('the explorer in a browser without the internet', () => {
  const sent: { readonly type: string | undefined; readonly body: string }[] = []
  /** How an upload is answered; null to store it. */
  let refusal: { readonly status: number; readonly code: string } | null = null
  /** Whether `/sandbox` is served. */
  let isSandbox = false
  let server: TestServer
  let browser: Browser
  let page: Page
  const elsewhere: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    server = await startTestServer({
      explorer: true,
      routes: [
        app => {
          app.addHook('onRequest', async () => {
            if (!isSandbox) throw new AppError('NOT_FOUND', 'Nothing is served at this address.')
          })
          registerSandboxRoute(app, createStandingSandbox())
        },
        app => {
          app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
          app.put('/uploads/:token', async ({ headers, body }, reply) => {
            sent.push({ type: headers['content-type'], body: String(body) })
            if (refusal === null) return reply.code(201).send({ status: 'STORED' })
            return reply.code(refusal.status).send({ error: { code: refusal.code, message: 'Not taken.' } })
          })
        },
      ],
    })
    browser = await launchChromium()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    page.setDefaultTimeout(60_000)
    page.on('request', request => {
      const url = request.url()
      if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) elsewhere.push(url)
    })
    page.on('console', message => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    // Adds a group of operations. Playwright's routes would switch off the browser's cache.
    await page.addInitScript(`{
      const send = fetch
      globalThis.fetch = async (url, init) => {
        const answer = await send(url, init)
        if (!String(url).endsWith('/operations.json')) return answer
        return Response.json([${JSON.stringify({ name: 'Tabs', operations: tabs })}, ...(await answer.json())])
      }
    }`)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  async function enterKey(): Promise<void> {
    await page.locator('#api-key').fill(acmeKey)
    // The page reloads with the key.
    const loaded = page.waitForEvent('load')
    await page.locator('#api-key').press('Tab')
    await loaded
    await untilItRuns()
  }

  /** Until both editors are loaded, GraphiQL ignores clicks on its button. */
  async function untilItRuns(): Promise<void> {
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.locator('.result-window .view-line').first().waitFor({ state: 'attached' })
  }

  const result = (part: string) => page.locator('.result-window', { hasText: part }).waitFor()
  const button = (label: 'Execute' | 'Stop') => page.locator(`.graphiql-execute-button[aria-label^="${label}"]`)
  const run = () => button('Execute').click()
  const open = (tab: string) => page.locator('.graphiql-tab-button', { hasText: tab }).click()
  const uploaded = (text: string) => page.locator('#uploaded', { hasText: text }).waitFor()

  test('does not name the tool that it is built with, sends the key, uploads a document, and runs operations with the ids of created objects', async () => {
    await page.goto(`${server.url}/explorer`, { waitUntil: 'commit' })
    await page.locator('#group option').first().waitFor({ state: 'attached' })
    // Like a new user, whose tabs are the first group's.
    await page.evaluate(
      `addEventListener('pagehide', () => { localStorage.clear(); sessionStorage['assay:tabs'] = 'ready-made' })`,
    )
    await enterKey()
    expect(await page.locator('body').innerText()).not.toMatch(/ruru|sponsor/i)
    expect(await page.getByRole('button', { name: 'Explain' }).count()).toBe(0)
    expect(await page.locator('.sandbox:visible').count()).toBe(0)
    await run()
    await result('acme')
    await open('Greeting')
    await run()
    await result('There is no document yet')
    await open('Upload')
    await run()
    await result('doc_01kb0000000000000000000000')
    await page.locator('#sample').click()
    await uploaded('STORED')
    // An address accepts one file.
    await run()
    await uploaded('to doc_')
    await page
      .locator('#file')
      .setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('chosen') })
    await page.locator('#upload [type=submit]').click()
    await until(() => sent.length === 2)
    expect(sent).toEqual([
      { type: 'application/pdf', body: expect.stringMatching(/^%PDF-1\.4\n[\s\S]*%%EOF\n$/) },
      { type: 'application/pdf', body: 'chosen' },
    ])
    await open('Greeting')
    await run()
    await result('Hello doc_01kb0000000000000000000000')
  })

  test('does not offer an address again after a file was stored there', async () => {
    await uploaded('STORED')
    await open('Analysis')
    await run()
    await result('ana_01kb0000000000000000000000')
    expect(await page.locator('#uploaded').textContent()).toBe('STORED. Go on with StartAnalysis.')
    expect(await page.locator('#sample').isDisabled()).toBe(true)
  })

  test('says that a file was refused, and offers the address again only if it can still be used', async () => {
    await open('Upload')
    for (const { says, isGood, ...how } of [
      { status: 415, code: 'DOCUMENT_TYPE_UNSUPPORTED', says: '415 Not taken. Run CreateDocumentUpload again.' },
      { status: 500, code: 'INTERNAL', says: '500 Not taken.', isGood: true },
    ]) {
      refusal = how
      await run()
      await uploaded('to doc_')
      await page.locator('#sample').click()
      await uploaded(says)
      expect(await page.locator('#sample').isDisabled()).toBe(!isGood)
    }
    refusal = null
  })

  test('follows a subscription, shows all events, and ends it on request', async () => {
    await open('Ticks')
    await run()
    await until(() => server.feed.listeners === 1)
    server.feed.publish(7)
    await result('"number": 7')
    server.feed.publish(8)
    await result('"received": 2')
    const shown = async () => (await page.locator('.result-window').innerText()).replaceAll('\u00a0', ' ')
    await expect.poll(shown).toMatch(/"number": 8[\s\S]*"number": 7/)
    await button('Stop').click()
    await until(() => server.feed.listeners === 0)
  })

  test('says why a socket was closed', async () => {
    await page.evaluate('document.getElementById("api-key").value = "wrong"')
    await run()
    await result('The socket was closed: 4403')
  })

  test('keeps its tabs when it is reopened', async () => {
    isSandbox = true
    await page.evaluate(`sessionStorage['assay:key'] = '${acmeKey}'`)
    await open('Greeting')
    await expect.poll(() => page.evaluate('localStorage["graphiql:tabState"]')).toContain('"activeTabIndex":2')
    await page.reload()
    await page.locator('.graphiql-query-editor', { hasText: 'Greeting' }).waitFor()
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual([
      'Me',
      'Upload',
      'Greeting',
      'Analysis',
      'Ticks',
    ])
  })

  test('in a sandbox, offers documents by outcome and sets the clock forward', async () => {
    sent.length = 0
    await untilItRuns()
    await open('Upload')
    await run()
    await uploaded('to doc_')
    await page.locator('#outcome').selectOption({ label: 'Partial result' })
    await page.locator('#sample').click()
    await uploaded('STORED')
    expect(sent).toEqual([{ type: 'application/pdf', body: expect.stringContaining('% assay-simulate: half\n') }])
    await page.locator('#time button', { hasText: '+40 hours' }).click()
    await page.locator('#clock', { hasText: '2026-03-03 04:00 UTC, 40 h ahead' }).waitFor()
    await page.locator('#time button', { hasText: '+1 hour' }).click()
    await page.locator('#clock', { hasText: '40 hours is all there is' }).waitFor()
  })

  test('shows the operations of the widest group at 1,440 px, and remembers the group', async () => {
    const groups = await loadOperationGroups()
    const widthOf = (group: (typeof groups)[number]) =>
      group.operations.reduce((sum, { name }) => sum + name.length + 9, 0)
    const widest = groups.toSorted((one, other) => widthOf(other) - widthOf(one))[0]
    // GraphiQL stores its tabs with a delay, which may be over while the page is left.
    await expect.poll(() => page.evaluate('localStorage["graphiql:tabState"]')).toBeTruthy()
    await page.evaluate(
      `const state = localStorage['graphiql:tabState']; addEventListener('pagehide', () => { localStorage['graphiql:tabState'] = state })`,
    )
    await page.locator('#group').selectOption(widest?.name ?? '')
    const last = page.locator('.graphiql-tab', { hasText: widest?.operations.at(-1)?.name ?? '' })
    await last.waitFor()
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(widest?.operations.map(({ name }) => name))
    const editor = page.locator('.graphiql-query-editor')
    await expect.poll(async () => (await editor.boundingBox())?.height).toBeGreaterThan(300)
    const [tab, more, header, top] = await Promise.all(
      [last, page.locator('.graphiql-tab-add'), page.locator('header'), editor].map(part => part.boundingBox()),
    )
    expect((tab?.x ?? 0) + (tab?.width ?? 0)).toBeLessThanOrEqual(more?.x ?? 0)
    expect(more?.x).toBeLessThan(1_400)
    expect((top?.y ?? 0) - (header?.height ?? 0)).toBeGreaterThan(0)
  })

  test('loads nothing from other servers and does not violate its content security policy', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] })
  })

  test('Apollo Sandbox gets the chosen operation, its variables with ids of created objects, and the key', async () => {
    await page.route(/^https:/, route =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'window.EmbeddedSandbox = class { constructor(options) { window.given = options } dispose() { window.disposed = true } }',
      }),
    )
    await page.evaluate("sessionStorage.clear(); sessionStorage.setItem('assay:document', JSON.stringify('doc_1'))")
    await page.goto(`${server.url}/`)
    await page.locator('#operation').selectOption({ label: 'Greeting' })
    await page.locator('#api-key').fill(acmeKey)
    await page.locator('#api-key').press('Tab')
    await expect
      .poll(() => page.evaluate('({ ...window.given.initialState, disposed: window.disposed })'))
      .toEqual({
        document: greeting,
        variables: { name: 'doc_1' },
        sharedHeaders: { 'x-api-key': acmeKey },
        pollForSchemaUpdates: false,
        disposed: true,
      })
    const headers = `{ 'content-type': 'application/json', 'x-api-key': '${acmeKey}' }`
    const request = JSON.stringify({ query: greeting, variables: { name: '{{document}}' } })
    const answer = `window.given.handleRequest('/graphql', { method: 'POST', headers: ${headers}, body: ${JSON.stringify(request)} })`
    expect(await page.evaluate(`${answer}.then(answer => answer.json())`)).toEqual({ data: { hello: 'Hello doc_1' } })
    await page.unroute(/^https:/)
  })

  test('when Apollo Sandbox cannot be loaded, the page says so', async () => {
    await page.route(/^https:/, route => route.abort())
    await page.goto(`${server.url}/`)
    await page.locator('#offline a').waitFor()
    await page.locator('#offline a').click()
    await page.waitForURL(`${server.url}/explorer`, { waitUntil: 'commit' })
  })
})
