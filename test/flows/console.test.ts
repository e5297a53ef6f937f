import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createSampleStatement } from '../../src/demo/sample-statement.ts'
import { createBankBrowser } from '../support/bank-browser.ts'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { ensureConsole } from '../support/ensure-console.ts'
import { isChromiumInstalled, launchChromium } from '../support/launch-chromium.ts'
import { startApp } from '../support/start-app.ts'
import { tenantKeys } from '../support/start-app-on.ts'
import { startSandboxNode } from '../support/start-sandbox-node.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const violationsSchema = z.array(
  z.object({ id: z.string(), impact: z.string().nullable(), nodes: z.array(z.string()) }),
)

const statement = Buffer.from(createSampleStatement(), 'latin1')
/** What the simulator of a provider opens with that password only. */
const locked = Buffer.concat([statement, Buffer.from('\n% assay-simulate: password-sesame\n')])

describe.skipIf(!isChromiumInstalled)('the console in a browser', () => {
  let browser: Browser
  let page: Page
  let node: Awaited<ReturnType<typeof startSandboxNode>>
  /** Between the browser and the node. Without a target the server is away. */
  let server: BreakingProxy
  /** Of the files that are dropped. */
  let folder: string
  /** What the browser complained of: scripts, styles or addresses that the policy forbids, and errors that nobody caught. */
  const complaints: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'))
    server = await startBreakingProxy()
    ;[node, browser] = await Promise.all([
      startSandboxNode({
        PUBLIC_URL: server.url,
        SIMULATOR_SPEED: '200',
        POLL_SPEEDUP: '100',
        FINOOS_SCOPES: 'banking,documentShipment',
      }),
      launchChromium(),
      ensureConsole(),
    ])
    server.target = node
    page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    page.setDefaultTimeout(60_000)
    page.on('console', message => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await node?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  function loseServer(): void {
    server.target = null
    server.tear()
  }

  /**
   * What axe-core finds that keeps people from using a part of the page. Of tables and lists it looks at the first
   * rows, because the others are alike.
   */
  async function seriousViolations(part = 'html', options: object = {}): Promise<unknown> {
    // By the debugger: the page's own policy lets no script in.
    if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(axe)
    const context = { include: [part], exclude: ['tbody tr:nth-child(n+4)', 'li:nth-child(n+9)'] }
    const settings = { resultTypes: ['violations'], preload: false, ...options }
    const found =
      await page.evaluate(`axe.run(${JSON.stringify(context)}, ${JSON.stringify(settings)}).then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 200)) })))`)
    return violationsSchema.parse(found).filter(({ impact }) => impact === 'serious' || impact === 'critical')
  }

  /** By how many pixels the page is wider than the screen. */
  const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  /** Looks less often than `expect.poll` by default, because looking costs the browser time. */
  const eventually = <Value>(read: () => Promise<Value>) => expect.poll(read, { interval: 100 })
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const timeline = (text: string) => page.getByRole('log').getByText(text, { exact: true })
  const openTab = (name: string) => page.getByRole('link', { name, exact: true }).click()

  const transactions = () => page.getByRole('table', { name: 'Transactions', exact: true })
  const amounts = () =>
    transactions()
      .locator('tbody tr')
      .evaluateAll(rows => rows.map(row => row.querySelector('data')?.value ?? ''))
  const balance = () => page.getByRole('region', { name: 'Balance' })
  /** How many transactions the filters leave. */
  let few = 0

  /** As if it were dragged from a folder of the desktop. */
  async function drop(name: string, bytes: Buffer): Promise<void> {
    const file = join(folder, name)
    await writeFile(file, bytes)
    const zone = page.getByText('or drop them here')
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    // The zone moves while other parts of the page are loaded.
    for (let isDropped = false; !isDropped; ) {
      await zone.scrollIntoViewIfNeeded()
      const { x = 0, y = 0 } = (await zone.boundingBox()) ?? {}
      const drag = (type: 'dragEnter' | 'dragOver' | 'dragCancel' | 'drop') =>
        session.send('Input.dispatchDragEvent', { type, x: x + 2, y: y + 2, data })
      await drag('dragEnter')
      await drag('dragOver')
      const now = await zone.boundingBox()
      isDropped = now?.x === x && now.y === y
      await drag(isDropped ? 'drop' : 'dragCancel')
    }
    await session.detach()
    await page.getByRole('list', { name: 'Documents' }).getByText(name).waitFor()
  }

  async function analyse(product: string, provider = 'In your order'): Promise<void> {
    await button('Start an analysis').click()
    await page.getByLabel('What is to be asked?').selectOption({ label: product })
    await page.getByLabel('Provider', { exact: true }).selectOption({ label: provider })
  }

  test('opens a case for a new applicant, and takes a document that is dropped', async () => {
    await page.goto(`${server.url}/console`)
    await page.getByRole('link', { name: 'New case' }).last().click()
    await page.getByLabel('A company').check()
    await page.getByLabel('Name').fill('Exemple SARL')
    await page.getByLabel('Number').fill('123456782')
    await page.getByLabel('Use case').fill('Loan application')
    await button('Open the case').click()
    await heading('Exemple SARL').waitFor()
    // Whoever cannot see that the page has changed is taken to its title.
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Exemple SARL')
    await drop('statement.pdf', statement)
    await timeline('Document arrived').waitFor()
  })

  test('starts analyses, tells live how they go, and shows the decision once it is there', async () => {
    for (const product of ['Document check', 'Statement reading', 'Risk assessment']) {
      await analyse(product)
      if (product === 'Document check') await page.getByLabel('Ask for a page with its result').check()
      await button('Start').click()
      await button('Start an analysis').waitFor()
    }
    await timeline('Everything asked for has ended').first().waitFor()
    await heading('Decision about the documents').waitFor()
    await eventually(() => page.getByRole('list', { name: 'Analyses' }).getByText('Completed').count()).toBe(3)
    await page.getByText('Page with its result').click()
    const address = page.getByLabel('Address of the page with the result')
    await address.waitFor()
    expect(URL.canParse(await address.inputValue())).toBe(true)
    expect(await seriousViolations()).toEqual([])
  })

  test('shows statements and transactions, and finds those that are asked for', async () => {
    await openTab('Statements and money')
    await transactions().waitFor()
    await eventually(async () => new Set((await amounts()).map(amount => amount.startsWith('-')))).toEqual(
      new Set([true, false]),
    )
    const areAll = async (isWanted: (amount: string) => boolean) => {
      const shown = await amounts()
      return shown.length > 0 && shown.every(isWanted)
    }
    await page.getByLabel('Direction').selectOption('DEBIT')
    await eventually(() => areAll(amount => amount.startsWith('-'))).toBe(true)
    await page.getByLabel('Largest amount').fill('-10000')
    await eventually(() => areAll(amount => Number.parseFloat(amount) <= -10000)).toBe(true)
    few = (await amounts()).length
    expect(page.url()).toContain('direction=DEBIT&max=-10000')
  })

  test('keeps the filters when it is reloaded, names the part that could not be loaded, and loads it again on request', async () => {
    const fault = {
      message: 'A fault of ours.',
      extensions: { code: 'INTERNAL', retryable: false, correlationId: 'corr-1' },
    }
    await page.route('**/graphql', async route => {
      const body = route.request().postData() ?? ''
      if (body.includes('query CashFlow')) await route.fulfill({ json: { errors: [fault] } })
      // As if the statement were longer than a page.
      else if (body.includes('query StatementBalances'))
        await route.continue({ postData: body.replace('first: 500', 'first: 50') })
      else await route.continue()
    })
    await page.reload()
    await page.getByRole('alert').getByText('corr-1').waitFor()
    await timeline('Case opened').waitFor()
    await eventually(async () => (await amounts()).length).toBe(few)
    await balance()
      .getByText(/^50 of \d+ transactions are drawn$/)
      .waitFor()
    await page.unroute('**/graphql')
    await button('Try again').click()
    await page.locator('figure').nth(1).locator('svg path').first().waitFor()
  })

  test('draws money and balance with the same figures as a table, and more of a long statement on request', async () => {
    for (const summary of await page.getByText('The same figures as a table').all()) await summary.click()
    await page.locator('figure').first().locator('tbody tr').first().waitFor()
    const days = balance().locator('tbody tr')
    await days.first().waitFor()
    const drawn = await days.count()
    expect(await seriousViolations('main')).toEqual([])
    await balance().getByRole('button', { name: 'Show more' }).click()
    await eventually(() => days.count()).toBeGreaterThan(drawn)
    await button('Clear the filters').click()
    await eventually(async () => (await amounts()).length).toBeGreaterThan(few)
    await button('Show more').click()
    await eventually(async () => (await amounts()).length).toBeGreaterThan(50)
  })

  test('shows what speaks for and against the applicant, and the figures behind it', async () => {
    await openTab('Risk')
    await heading('Against the applicant').or(heading('For the applicant')).first().waitFor()
    await page.getByText('The figures behind it').first().click()
    await page.getByRole('columnheader', { name: 'Figure' }).first().waitFor()
    expect(await seriousViolations('main')).toEqual([])
  })

  test('asks for the password of a document when the provider needs it, and continues with it', async () => {
    await openTab('Documents and analyses')
    await drop('locked.pdf', locked)
    await analyse('Statement reading', 'FinBox BankConnect')
    await page.getByRole('checkbox', { name: 'statement.pdf' }).uncheck()
    await button('Start').click()
    await page.getByLabel('Password of locked.pdf').fill('open')
    expect(await seriousViolations('form')).toEqual([])
    await button('Go on with this password').click()
    await eventually(() => timeline('Analysis waits for somebody').count()).toBe(2)
    await page.getByLabel('Password of locked.pdf').fill('sesame')
    await button('Go on with this password').click()
    await eventually(() => page.getByRole('list', { name: 'Analyses' }).getByText('Completed').count()).toBe(4)
  })

  test('invites a customer, shows the address of the page for them, and what they handed over there', async () => {
    const completed = page.getByRole('list', { name: 'Analyses' }).getByText('Completed')
    const before = await completed.count()
    await button('Invite the customer').click()
    await page.getByLabel('Name of the customer').fill('Testine Musterwoman')
    expect(await seriousViolations('form')).toEqual([])
    await button('Invite').click()
    const address = page.getByLabel('Address of the page')
    await address.waitFor()
    expect(await page.getByRole('link', { name: 'Open the page' }).getAttribute('href')).toBe(
      await address.inputValue(),
    )
    expect(await seriousViolations('main')).toEqual([])
    // The customer agrees on the page of the provider.
    expect((await fetch(await address.inputValue(), { method: 'POST', redirect: 'manual' })).status).toBeLessThan(400)
    await eventually(() => completed.count()).toBe(before + 1)
    await address.waitFor({ state: 'detached' })
  })

  test('leads to the bank’s pages and back, and shows the accounts that were connected', async () => {
    await openTab('Bank logins')
    const start = new URL(page.url()).pathname
    await button('Connect a bank').click()
    await page.waitForURL(url => url.pathname !== start)
    const bank = createBankBrowser()
    await bank.open(page.url())
    await bank.connect('10020000', 'dummy+giro+short')
    await page.goto(bank.visited.at(-1) ?? '')
    await page.getByText('The bank says that it is done.').waitFor()
    await page.getByRole('table', { name: 'Accounts at fino Bank' }).waitFor()
    expect(await seriousViolations('main')).toEqual([])
  })

  test('sends a document as a letter, tells live that it was delivered, and says what is wrong with an address', async () => {
    await openTab('Letters and faxes')
    await button('Send a letter or fax').click()
    await page.getByLabel('Document').selectOption({ label: 'statement.pdf' })
    await page.getByLabel('Subject').fill('Your application')
    await page.getByLabel('Recipient').fill('Anna Beispiel')
    await page.getByLabel('How').selectOption({ label: 'As a fax' })
    await page.getByLabel('Fax number').fill('030 123456')
    await button('Send').click()
    await page.getByRole('alert').getByText('The fax number is an international one').waitFor()
    expect(await seriousViolations('main')).toEqual([])
    await page.getByLabel('How').selectOption({ label: 'As a letter' })
    await page.getByLabel('Street and number').fill('Beispielweg 1')
    await page.getByLabel('Postal code').fill('10115')
    await page.getByLabel('Town').fill('Berlin')
    await page.getByLabel('Country').fill('de')
    await button('Send').click()
    const letters = page.getByRole('list', { name: 'Letters and faxes' })
    await letters.getByText('Letter to Anna Beispiel').waitFor()
    await letters.getByText('Delivered', { exact: true }).waitFor()
    expect(await letters.getByRole('listitem').count()).toBe(1)
  })

  test('loses nothing when the server is lost and comes back', async () => {
    await openTab('Documents and analyses')
    const document = page.getByRole('list', { name: 'Documents' }).getByText('locked.pdf')
    await document.waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    const stored = await timeline('Document arrived').count()
    loseServer()
    await page.getByText('The connection to the server is lost.').waitFor()
    // What was loaded is still there.
    await document.waitFor()
    server.target = node
    await page.getByText('The connection to the server is lost.').waitFor({ state: 'detached' })
    await drop('after.pdf', Buffer.concat([statement, Buffer.from('\n% after\n')]))
    await eventually(() => timeline('Document arrived').count()).toBe(stored + 1)
  })

  test('offers sample documents by outcome, and sets the clock forward so that a case of two days ends at once', async () => {
    await page.getByLabel('Sample document').selectOption({ label: 'Read by people' })
    await button('Add to the case').click()
    await page.getByRole('list', { name: 'Documents' }).getByText('two-days.pdf').waitFor()
    await analyse('Risk assessment', 'Bank X-Ray')
    for (const name of ['statement.pdf', 'locked.pdf', 'after.pdf'])
      await page.getByRole('checkbox', { name }).uncheck()
    await button('Start').click()
    const running = page.getByRole('list', { name: 'Analyses' }).getByText('Processing', { exact: true })
    await running.waitFor()
    await page.getByLabel('Move the clock forward by').selectOption({ label: 'Two days' })
    await button('Move the clock').click()
    await running.waitFor({ state: 'detached' })
    await eventually(() => page.getByRole('list', { name: 'Analyses' }).getByText('Completed').count()).toBe(6)
  })

  test('fits a phone, in the light and in the dark', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await button('Dark theme').click()
    for (const tab of ['Statements and money', 'Risk', 'Bank logins', 'Letters and faxes', 'Documents and analyses']) {
      await openTab(tab)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      expect(await overflow()).toBeLessThanOrEqual(0)
      expect(await seriousViolations()).toEqual([])
    }
    await page.getByRole('link', { name: 'Work list' }).first().click()
    await page.getByRole('link', { name: 'Exemple SARL' }).waitFor()
    expect(await overflow()).toBeLessThanOrEqual(0)
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    expect(await seriousViolations()).toEqual([])
    await button('Dark theme').click()
    expect(await seriousViolations()).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('finds an applicant, and the cases that wait for somebody', async () => {
    await page.getByLabel('Applicant', { exact: true }).fill('exemple')
    await page.getByRole('button', { name: 'Exemple SARL' }).click()
    await page.getByText('Only cases of Exemple SARL').waitFor()
    await page.getByRole('link', { name: /^Waiting for somebody/ }).click()
    await page.getByText('No case fits.').waitFor()
    expect(await page.getByLabel('Sorted by').inputValue()).toBe('OPENED_AT_ASC')
  })

  test('asks for a key where callers have to be known, and keeps it for this tab only', async () => {
    const app = await startApp()
    try {
      await page.goto(`${app.url}/console`)
      await page.getByLabel('API key or access token').fill('not a key')
      await button('Sign in').click()
      await page.getByText('The server does not take this key, or no longer.').waitFor()
      await page.getByLabel('API key or access token').fill(tenantKeys.acme)
      await button('Sign in').click()
      await page.getByRole('link', { name: 'Open the first one' }).waitFor()
      expect(await page.evaluate('localStorage.length')).toBe(0)
      expect(await page.evaluate('document.cookie')).toBe('')
    } finally {
      await page.goto('about:blank')
      await app.stop()
    }
  })

  test('waits for a server that is away for a minute, says so, and shows what was asked for once it is back', async () => {
    await page.clock.install()
    // The answers to what is sent meanwhile need steps.
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 5) await page.clock.runFor(5_000)
    }
    await page.goto(`${server.url}/console`)
    const name = page.getByRole('link', { name: 'Exemple SARL' })
    await name.waitFor()
    loseServer()
    await name.click()
    await pass(60)
    await page.getByText('The connection to the server is lost.').waitFor()
    await page.getByText('The page is loading').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    server.target = node
    await eventually(() => pass(5).then(() => page.getByRole('heading', { name: 'Exemple SARL' }).count())).toBe(1)
    await eventually(() => pass(5).then(() => page.getByText('The connection to the server is lost.').count())).toBe(0)
  })

  test('does nothing that its policy forbids, and leaves no error uncaught', () => {
    expect(complaints).toEqual([])
  })
})
