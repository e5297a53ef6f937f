import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type BreakingProxy, startBreakingProxy } from '../support/breaking-proxy.ts'
import { pdfOf } from '../support/document-files.ts'
import { createApplicant, openCase } from '../support/journey.ts'
import { keys, startApp, type TestApp } from '../support/start-app.ts'

const executablePath = '/usr/bin/chromium'

/** Far more than fits between a browser and a server that does not read. */
const bytes = pdfOf(20_000_000)

const html = `<!doctype html><title>Upload</title><script type="module">
import { uploadWithProgress } from './upload-with-progress.js'

const query = \`mutation ($input: CreateDocumentUploadInput!) {
  createDocumentUpload(input: $input) { upload { url method headers { name value } } }
}\`
globalThis.announce = async (url, key, caseId) => {
  const headers = { 'content-type': 'application/json', 'x-api-key': key }
  const body = JSON.stringify({ query, variables: { input: { caseId, fileName: 'a.pdf', mediaType: 'application/pdf' } } })
  const { data } = await fetch(url + '/graphql', { method: 'POST', headers, body }).then(answer => answer.json())
  return data.createDocumentUpload.upload
}
globalThis.progress = []
globalThis.giveUp = new AbortController()
globalThis.send = async (upload, name = 'large.pdf') => {
  const file = await fetch(name).then(answer => answer.blob())
  const sending = uploadWithProgress(upload, file, { onProgress: part => progress.push(part), signal: giveUp.signal })
  return sending.then(stored => ({ stored }), ({ name, message, code }) => ({ error: { name, message, code } }))
}
</script>`

describe.skipIf(!existsSync(executablePath))('sending a document from a page', () => {
  let site: Server
  let proxy: BreakingProxy
  let app: TestApp
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const script = await readFile(new URL('recipes/upload-with-progress.js', import.meta.url))
    const files: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
      '/': ['text/html', html],
      '/upload-with-progress.js': ['text/javascript', script],
      '/large.pdf': ['application/pdf', bytes],
      '/words.txt': ['text/plain', 'Just words'],
    }
    site = createServer(({ url = '' }, response) => {
      const [type, body] = files[url] ?? ['text/plain', '']
      response.setHeader('content-type', type).end(body)
    })
    await once(site.listen(0, '127.0.0.1'), 'listening')
    proxy = await startBreakingProxy()
    app = await startApp(() => ({ PUBLIC_URL: proxy.url, ALLOWED_ORIGINS: addressOf('127.0.0.1') }))
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  })
  afterAll(async () => {
    await browser.close()
    await proxy.stop()
    await app.stop()
    site.close()
  })
  beforeEach(async () => {
    proxy.target = app
    proxy.weather = () => ({})
    page = await openPage('127.0.0.1')
  })

  afterEach(() => page.close())

  function addressOf(host: string): string {
    const address = site.address()
    if (address === null || typeof address === 'string') throw new Error('The site listens on no port.')
    return `http://${host}:${address.port}`
  }

  async function openPage(host: string): Promise<Page> {
    const opened = await browser.newPage()
    await opened.goto(addressOf(host))
    return opened
  }

  const run = (name: string, ...args: unknown[]) =>
    page.evaluate<unknown>(`${name}(${args.map(arg => JSON.stringify(arg)).join()})`)
  const announce = async () =>
    run('announce', proxy.url, keys.acme, await openCase(app.client, await createApplicant(app.client)))
  const progress = async () => z.array(z.number()).parse(await page.evaluate('progress'))
  const underWay = () => expect.poll(async () => (await progress()).at(-1), { timeout: 20_000 }).toBeGreaterThan(0)
  const stored = {
    documentId: expect.stringMatching(/^doc_/),
    status: 'STORED',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    byteSize: bytes.length,
    mediaType: 'application/pdf',
  }

  test('P14 a page of an allowed origin sees how far it is, and in the end what was stored', async () => {
    proxy.weather = () => ({ heldAfter: 100_000 })
    const sending = run('send', await announce())
    await underWay()
    expect((await progress()).at(-1)).toBeLessThan(1)
    proxy.calm()
    expect(await sending).toEqual({ stored })
    const parts = await progress()
    expect(parts).toEqual(parts.toSorted((left, right) => left - right))
    expect(parts.at(-1)).toBe(1)
  })

  test('P19 after the connection broke the same upload is tried again, and once it is there refused', async () => {
    proxy.weather = () => ({ heldAfter: 100_000 })
    const upload = await announce()
    const sending = run('send', upload)
    await underWay()
    // A browser tries once more by itself where the connection was in use before.
    proxy.target = null
    proxy.tear()
    expect(await sending).toEqual({ error: { name: 'Error', message: 'The connection broke.' } })
    proxy.target = app
    proxy.weather = () => ({})
    expect(await run('send', upload)).toEqual({ stored })
    expect(await run('send', upload)).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  test('it can be given up', async () => {
    proxy.weather = () => ({ heldAfter: 100_000 })
    const sending = run('send', await announce())
    await underWay()
    await page.evaluate('giveUp.abort()')
    expect(await sending).toMatchObject({ error: { name: 'AbortError' } })
    expect(await run('send', await announce())).toMatchObject({ error: { name: 'AbortError' } })
  })

  test('says why a document is refused', async () => {
    expect(await run('send', await announce(), 'words.txt')).toEqual({
      error: { name: 'Error', message: expect.any(String), code: 'DOCUMENT_TYPE_UNSUPPORTED' },
    })
  })

  test('P19 a page of another origin is not let, and uses nothing up', async () => {
    const upload = await announce()
    await page.close()
    page = await openPage('localhost')
    expect(await run('send', upload)).toEqual({ error: { name: 'Error', message: 'The connection broke.' } })
    await page.close()
    page = await openPage('127.0.0.1')
    expect(await run('send', upload)).toEqual({ stored })
  })
})
