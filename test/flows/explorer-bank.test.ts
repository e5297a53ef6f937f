import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ownPort } from '../support/own-port.ts'
import { keys, startApp, type TestApp } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-bank-vendor.ts'

const executablePath = '/usr/bin/chromium'

const answerShape = z.object({ data: z.object({ connectBank: z.object({ redirectUrl: z.string() }) }) })

describe.skipIf(!existsSync(executablePath))('connecting a bank from the explorer, in a browser', () => {
  let app: TestApp
  let bank: BankVendor
  let browser: Browser

  beforeAll(async () => {
    bank = await startBankVendor()
    const port = await ownPort()
    app = await startApp(() => ({
      ...bank.variables,
      PORT: port,
      ALLOWED_REDIRECTS: `http://127.0.0.1:${port}/explorer`,
    }))
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
    await bank.stop()
  })

  test('the operations lead through the bank’s pages and back, until bankLoginUpdated returns the login', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    await page.goto(`${app.url}/explorer/operations.json`)
    await page.evaluate(
      `sessionStorage.setItem('assay:key', '${keys.acme}'); localStorage.setItem('assay:group', 'Bank accounts')`,
    )
    await page.goto(`${app.url}/explorer`)
    await page.locator('.graphiql-query-editor .view-line').first().waitFor()
    await page.locator('.result-window .view-line').first().waitFor({ state: 'attached' })
    async function open(tab: string): Promise<void> {
      await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${tab}$`) }).click()
      await page.locator('.graphiql-execute-button').click()
    }
    /** @returns the answer, of which the page shows the beginning */
    async function ask(tab: string): Promise<string> {
      const text = new RegExp(`(query|mutation) ${tab}\\b`)
      const answered = page.waitForResponse(response => text.test(response.request().postData() ?? ''))
      await open(tab)
      return (await answered).text()
    }

    expect(await ask('CreateApplicant')).toContain('app_')
    const { redirectUrl } = answerShape.parse(JSON.parse(await ask('ConnectBank'))).data.connectBank

    const visit = await context.newPage()
    await visit.goto(redirectUrl)
    await visit.locator('button[name=bank][value="10020000"]').click()
    await visit.locator('input[name=username]').fill('dummy+giro+short')
    await visit.locator('input[name=password]').fill('654321')
    await visit.getByRole('button', { name: 'Continue' }).click()
    await visit.locator('#tan').fill(await visit.locator('.tan').innerText())
    await visit.getByRole('button', { name: 'Confirm' }).click()
    await visit.getByRole('button', { name: 'Connect' }).click()
    await visit.waitForURL(/\/explorer\?bank=connected&connection=bks_/)
    await visit.close()

    expect(await ask('BankSession')).toContain('SUCCEEDED')
    await expect.poll(() => ask('BankLogins'), { interval: 500 }).toContain('blg_')
    await open('BankLoginUpdated')
    await page.locator('.result-window', { hasText: 'SYNCHRONIZED' }).waitFor()
  }, 180_000)
})
