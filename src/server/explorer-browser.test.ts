import { existsSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from './testing/open-socket.ts'
import type { TestServer } from './testing/start-test-server.ts'
import { acmeKey, startTestServer } from './testing/start-test-server.ts'

const executablePath = '/usr/bin/chromium'

const upload =
  'mutation Upload { createDocumentUpload { document { id } upload { url method headers { name value } } userErrors } }'
const analysis = 'mutation Analysis { startAnalysis { analysis { id } userErrors } }'
const me = 'query Me { me { tenant } }'
const ticks = 'subscription Ticks($from: Int!) { ticks(from: $from) { number } }'
const greeting = 'query Greeting($name: String) { hello(name: $name) }'

describe.skipIf(!existsSync(executablePath))('the explorer in a browser without the internet', () => {
  const sent: { readonly type: string | undefined; readonly body: string }[] = []
  /** How an upload is answered; null: it is stored. */
  let refusal: { readonly status: number; readonly code: string } | null = null
  let server: TestServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const elsewhere: string[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    server = await startTestServer({
      explorer: true,
      routes: [
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
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    context = await browser.newContext({ viewport: { width: 1500, height: 900 } })
    context.setDefaultTimeout(20_000)
    page = await openPage()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  async function openPage(): Promise<Page> {
    const opened = await context.newPage()
    opened.on('request', request => {
      const url = request.url()
      if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) elsewhere.push(url)
    })
    opened.on('console', message => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
    })
    opened.on('pageerror', error => complaints.push(error.message))
    return opened
  }

  /**
   * As someone does who has never been here, but whose browser has kept the files. The tab that is shown first has no
   * variables then, as GraphiQL takes over only those of the others.
   */
  async function openTabs(
    tabs: readonly { readonly query: string; readonly variables?: string }[],
    key = acmeKey,
  ): Promise<void> {
    await page.close()
    page = await openPage()
    await page.route('**/explorer/operations.json', route =>
      route.fulfill({ json: [{ name: 'Tabs', operations: tabs }] }),
    )
    await page.goto(`${server.url}/explorer/operations.json`)
    await page.evaluate(`localStorage.clear(); sessionStorage.setItem('assay:key', '${key}')`)
    await page.goto(`${server.url}/explorer`)
    await untilItRuns()
  }

  async function enterKey(): Promise<void> {
    await page.locator('#api-key').fill(acmeKey)
    // The page loads anew with the key.
    const loaded = page.waitForEvent('load')
    await page.locator('#api-key').press('Tab')
    await loaded
    await untilItRuns()
  }

  /** Without both of its editors, GraphiQL leaves a click on its button without an answer. */
  async function untilItRuns(): Promise<void> {
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.locator('.result-window .view-line').first().waitFor({ state: 'attached' })
  }

  const result = (part: string) => page.locator('.result-window', { hasText: part }).waitFor()
  const button = (label: 'Execute' | 'Stop') => page.locator(`.graphiql-execute-button[aria-label^="${label}"]`)
  const run = () => button('Execute').click()
  const open = (tab: string) => page.locator('.graphiql-tab-button', { hasText: tab }).click()

  test('shows the ready-made operations, each in a tab', async () => {
    await page.goto(`${server.url}/explorer`)
    await page.locator('.graphiql-tab').first().waitFor()
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(
      expect.arrayContaining(['CreateApplicant', 'AnalysisUpdated', 'CaseResult']),
    )
  })

  test('shows another group of operations when it is chosen, at 1,440 px without covering anything, and remembers it', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.locator('#group').selectOption('Bank accounts')
    await page.locator('.graphiql-tab', { hasText: 'ConnectBank' }).first().waitFor()
    const tabs = await page.locator('.graphiql-tab').allInnerTexts()
    expect(tabs).toEqual(expect.arrayContaining(['ConnectBank', 'BankLogins', 'DisconnectBank']))
    expect(tabs).not.toContain('StartAnalysis')
    const header = await page.locator('header').boundingBox()
    const editor = await page.locator('.graphiql-query-editor').boundingBox()
    expect((editor?.y ?? 0) - (header?.height ?? 0)).toBeGreaterThan(0)
    expect(editor?.height).toBeGreaterThan(300)
    await page.reload()
    await page.locator('.graphiql-tab', { hasText: 'ConnectBank' }).first().waitFor()
    await page.locator('#group').selectOption('Documents')
    await page.locator('.graphiql-tab', { hasText: 'StartAnalysis' }).first().waitFor()
  })

  test('sends the key, a document, and what came of it', async () => {
    sent.length = 0
    await openTabs([{ query: me }, { query: upload }, { query: greeting, variables: '{"name": "{{document}}"}' }], '')
    await enterKey()
    await run()
    await result('acme')
    await open('Greeting')
    await run()
    await result('There is no document yet')
    await open('Upload')
    await run()
    await result('doc_01kb0000000000000000000000')
    await page.locator('#sample').click()
    await page.locator('#uploaded', { hasText: 'STORED' }).waitFor()
    // One address takes one file.
    await run()
    await page.locator('#uploaded', { hasText: 'to doc_' }).waitFor()
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

  test('offers an address no more once a file was stored there, whatever is run afterwards', async () => {
    await openTabs([{ query: me }, { query: upload }, { query: analysis }])
    await open('Upload')
    await run()
    await page.locator('#uploaded', { hasText: 'to doc_' }).waitFor()
    await page.locator('#sample').click()
    await page.locator('#uploaded', { hasText: 'STORED' }).waitFor()
    await open('Analysis')
    await run()
    await result('ana_01kb0000000000000000000000')
    expect(await page.locator('#uploaded').textContent()).toBe('STORED. Go on with StartAnalysis.')
    expect(await page.locator('#sample').isDisabled()).toBe(true)
    await page.reload()
    await untilItRuns()
    expect(await page.locator('#uploaded').textContent()).toBe('Run CreateDocumentUpload first.')
    expect(await page.locator('#sample').isDisabled()).toBe(true)
  })

  test('says that a file was refused, and offers the address again only where it is still good', async () => {
    await openTabs([{ query: me }, { query: upload }])
    await open('Upload')
    for (const { says, isGood, ...how } of [
      { status: 415, code: 'DOCUMENT_TYPE_UNSUPPORTED', says: '415 Not taken. Run CreateDocumentUpload again.' },
      { status: 410, code: 'INVALID_STATE', says: '410 Not taken. Run CreateDocumentUpload again.' },
      { status: 400, code: 'BAD_USER_INPUT', says: '400 Not taken.', isGood: true },
      { status: 500, code: 'INTERNAL', says: '500 Not taken.', isGood: true },
    ]) {
      refusal = how
      await run()
      await page.locator('#uploaded', { hasText: 'to doc_' }).waitFor()
      await page.locator('#sample').click()
      await page.locator('#uploaded', { hasText: says }).waitFor()
      expect(await page.locator('#sample').isDisabled()).toBe(!isGood)
    }
    refusal = null
  })

  test('keeps its tabs when it is opened again', async () => {
    await openTabs([{ query: me }, { query: upload }, { query: greeting }])
    await open('Greeting')
    await expect.poll(() => page.evaluate('localStorage["graphiql:tabState"]')).toContain('"activeTabIndex":2')
    await page.reload()
    await page.locator('.graphiql-query-editor', { hasText: 'Greeting' }).waitFor()
    expect(await page.locator('.graphiql-tab').allInnerTexts()).toEqual(['Me', 'Upload', 'Greeting'])
  })

  test('follows a subscription, and ends it when told to', async () => {
    await openTabs([{ query: me }, { query: ticks, variables: '{"from": 7}' }])
    await open('Ticks')
    await run()
    await until(() => server.feed.listeners === 1)
    server.feed.publish(7)
    await result('"number": 7')
    server.feed.publish(8)
    await result('"number": 8')
    await button('Stop').click()
    await until(() => server.feed.listeners === 0)
  })

  test('says why a socket was closed', async () => {
    await openTabs([{ query: me }, { query: ticks, variables: '{"from": 7}' }])
    await open('Ticks')
    await page.evaluate('document.getElementById("api-key").value = "wrong"')
    await run()
    await result('The socket was closed: 4403')
  })

  test('asked for nothing elsewhere, and broke no rule of its page', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] })
  })

  test('Apollo Sandbox, out of reach, gives way to a hint', async () => {
    await page.route('https://**', route => route.abort())
    await page.goto(`${server.url}/`)
    await page.locator('#offline a').waitFor()
    await page.locator('#offline a').click()
    await page.waitForURL(`${server.url}/explorer`)
  })
})
