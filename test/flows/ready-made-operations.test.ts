import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadOperations } from '../../src/server/explorer/load-operations.ts'
import { createBankBrowser } from '../support/bank-browser.ts'
import { endOfLog, uniquePdf } from '../support/journey.ts'
import { root } from '../support/read-pages.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-vendor.ts'

const origin = 'https://app.example.com'
const userIp = '203.0.114.7'

let app: TestApp
let bank: BankVendor
beforeAll(async () => {
  bank = await startBankVendor()
  app = await startApp(() => ({ ...bank.variables, ALLOWED_REDIRECTS: `${origin}/explorer` }))
})
afterAll(async () => {
  await app.stop()
  await bank.stop()
})

/** What a mutation answers when there is nothing to put right. */
const payloadShape = z.looseObject({
  redirectUrl: z.string().nullish(),
  upload: z.object({ url: z.string() }).nullish(),
  userErrors: z.tuple([]),
})
const loginsShape = z.object({
  applicant: z.object({
    bankLogins: z.tuple([z.looseObject({ id: z.string(), accounts: z.array(z.looseObject({ id: z.string() })) })]),
  }),
})
const dataShape = z.record(z.string(), z.unknown())
/** What the explorer's page remembers of answers, and fills in. */
interface Memory {
  learn(answer: { readonly data: unknown }): boolean
  fillIn(variables: unknown, origin: string): { readonly filledIn: unknown; readonly missing: readonly string[] }
  id(kind: string): string | null
}
interface Storage {
  getItem(name: string): string | null
  setItem(name: string, text: string): void
}
/** The page's script, which has no types. */
const scriptShape = z.object({
  createMemory: z.custom<(storage: Storage) => Memory>(value => typeof value === 'function'),
})
const logShape = z.object({
  events: z.object({ edges: z.array(z.object({ cursor: z.string(), node: z.object({ type: z.string() }) })) }),
})

test('the ready-made operations walk through everything, each with the ids that the explorer remembers of the ones before it', async () => {
  const operations = new Map((await loadOperations()).map(operation => [operation.name, operation]))
  const walked = new Set<string>()
  const { createMemory } = scriptShape.parse(await import(join(root, 'src/server/explorer/memory.js')))
  const stored = new Map<string, string>()
  const memory = createMemory({
    getItem: name => stored.get(name) ?? null,
    setItem: (name, text) => stored.set(name, text),
  })

  function take(name: string) {
    const { query = '', variables = '{}' } = operations.get(name) ?? {}
    walked.add(name)
    // The request of a browser would come from the customer's own address.
    const asked = JSON.parse(variables.replaceAll('"userIp": null', `"userIp": "${userIp}"`))
    const { filledIn, missing } = memory.fillIn(asked, origin)
    expect(missing).toEqual([])
    return [query, dataShape.parse(filledIn)] as const
  }
  async function ask(name: string) {
    const data = await app.client.ask(dataShape, ...take(name))
    memory.learn({ data })
    return data
  }
  function follow(name: string, more: Record<string, unknown> = {}) {
    const [query, variables] = take(name)
    return app.client.subscribe(dataShape, query, { ...variables, ...more })
  }
  const make = async (name: string) => payloadShape.parse(Object.values(await ask(name))[0])

  expect(await ask('DataProviders')).toMatchObject({ dataProviders: expect.arrayContaining([expect.anything()]) })
  await make('CreateApplicant')
  await make('OpenCase')
  const { upload } = await make('CreateDocumentUpload')
  const headers = { 'content-type': 'application/pdf' }
  await fetch(upload?.url ?? '', { method: 'PUT', headers, body: new Uint8Array(uniquePdf()) })
  await make('StartAnalysis')
  const versions = await follow('AnalysisUpdated').until()
  expect(versions.at(-1)).toMatchObject({ analysisUpdated: { status: 'COMPLETED', error: null } })
  const { edges } = logShape.parse(await ask('EventLog')).events
  const types = edges.map(({ node }) => node.type)
  expect(types).toEqual(expect.arrayContaining(['CASE_OPENED', 'DOCUMENT_STORED', 'ANALYSIS_COMPLETED']))
  const following = follow('Events', { after: edges[0]?.cursor })
  expect(await following.next()).toMatchObject({ events: { cursor: edges[1]?.cursor, type: types[1] } })
  await following.stop()
  expect(await ask('CaseResult')).toMatchObject({ case: { statements: { totalCount: 1 } } })
  expect(await ask('ApplicantMoney')).toMatchObject({ applicant: { cashFlow: expect.any(Array) } })

  const handingOver = app.vendor.control.fault('upload', { kind: 'hang' })
  await make('StartAnalysis')
  await handingOver.met
  expect(await make('CancelAnalysis')).toMatchObject({ analysis: { status: 'CANCELLED' } })
  const cancelled = memory.id('analysis')
  expect(await make('RetryAnalysis')).toMatchObject({ analysis: { retryOf: { id: cancelled } } })
  handingOver.release()
  expect(await make('RequestConsent')).toMatchObject({ consent: { joinUrl: expect.any(String) } })

  const events = follow('BankEvents', { after: await endOfLog(app.client) })
  const { redirectUrl } = await make('ConnectBank')
  const browser = createBankBrowser()
  await browser.open(redirectUrl ?? '')
  await browser.connect('10020000', 'dummy+giro+short')
  expect(browser.visited.at(-1)).toBe(`${origin}/explorer?bank=connected&connection=${memory.id('session')}`)
  const told = await events.until(data => JSON.stringify(data).includes('BANK_LOGIN_CONNECTED'))
  expect(told.at(-1)).toMatchObject({ events: { bankLogin: { bank: { name: 'fino Bank' } } } })
  await events.stop()
  expect(await ask('BankSession')).toMatchObject({ bankSession: { status: 'SUCCEEDED' } })
  const { applicant } = loginsShape.parse(await ask('BankLogins'))
  const [login] = applicant.bankLogins
  expect(login).toMatchObject({ synchronization: { state: 'SYNCHRONIZED' }, stale: false })
  const states = follow('BankLoginUpdated')
  expect(await states.next()).toMatchObject({ bankLoginUpdated: { id: login?.id, stale: false } })
  await states.stop()
  expect(await ask('BankAccount')).toMatchObject({ bankAccount: { iban: expect.stringMatching(/^DE/) } })
  expect(await make('SynchronizeBankLogin')).toMatchObject({ bankLogin: { id: login?.id } })
  expect(await make('ManageBankLogins')).toMatchObject({ redirectUrl: expect.any(String) })
  expect(await ask('PaymentPartners')).toMatchObject({ applicant: { paymentPartners: expect.any(Array) } })
  expect(await ask('Companies')).toMatchObject({ companies: expect.any(Array) })
  await make('SendLetter')
  expect(await ask('Shipment')).toMatchObject({ shipment: { channel: 'LETTER' } })
  expect(await make('DeleteBankLogin')).toMatchObject({ bankLogin: { removedAt: expect.any(String) } })
  expect(await make('DisconnectBank')).toMatchObject({ applicant: { bankLogins: [] } })
  expect(await make('ImportBankLogins')).toMatchObject({
    bankLogins: [{ accounts: [{ balance: { value: '1234.50' } }] }],
  })

  expect(await make('EraseApplicant')).toMatchObject({ erasure: { remaining: expect.any(Array) } })
  expect(await ask('CaseResult')).toEqual({ case: null })
  expect([...walked].toSorted()).toEqual([...operations.keys()].toSorted())
})
