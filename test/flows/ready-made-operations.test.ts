import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { loadOperations } from '../../src/server/explorer/load-operations.ts'
import { createBankBrowser } from '../support/bank-browser.ts'
import { endOfLog, uniquePdf } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-bank-vendor.ts'

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

const made = z.looseObject({ id: z.string() }).nullish()
/** What a mutation answers when there is nothing to put right. */
const payloadShape = z.looseObject({
  applicant: made,
  case: made,
  document: made,
  analysis: made,
  shipment: made,
  session: made,
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
const logShape = z.object({
  events: z.object({ edges: z.array(z.object({ cursor: z.string(), node: z.object({ type: z.string() }) })) }),
})

test('the ready-made operations walk through everything, each with the ids of what the ones before it made', async () => {
  const operations = new Map((await loadOperations()).map(operation => [operation.name, operation]))
  const walked = new Set<string>()
  const ids = new Map([['origin', origin]])

  function take(name: string) {
    const { query = '', variables = '{}' } = operations.get(name) ?? {}
    walked.add(name)
    const filledIn = variables
      .replace(/\{\{(\w+)\}\}/g, (_, kind: string) => ids.get(kind) ?? 'none')
      // The request of a browser would come from the customer's own address.
      .replaceAll('"userIp": null', `"userIp": "${userIp}"`)
    return [query, dataShape.parse(JSON.parse(filledIn))] as const
  }
  const ask = (name: string) => app.client.ask(dataShape, ...take(name))
  function follow(name: string, more: Record<string, unknown> = {}) {
    const [query, variables] = take(name)
    return app.client.subscribe(dataShape, query, { ...variables, ...more })
  }
  async function make(name: string) {
    const payload = payloadShape.parse(Object.values(await ask(name))[0])
    for (const kind of ['applicant', 'case', 'document', 'analysis', 'session', 'shipment'] as const) {
      const id = payload[kind]?.id
      if (id) ids.set(kind, id)
    }
    return payload
  }

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
  const cancelled = ids.get('analysis')
  expect(await make('RetryAnalysis')).toMatchObject({ analysis: { retryOf: { id: cancelled } } })
  handingOver.release()
  expect(await make('RequestConsent')).toMatchObject({ consent: { joinUrl: expect.any(String) } })

  const events = follow('BankEvents', { after: await endOfLog(app.client) })
  const { redirectUrl } = await make('ConnectBank')
  const browser = createBankBrowser()
  await browser.open(redirectUrl ?? '')
  await browser.connect('10020000', 'dummy+giro+short')
  expect(browser.visited.at(-1)).toBe(`${origin}/explorer?bank=connected&connection=${ids.get('session')}`)
  const told = await events.until(data => JSON.stringify(data).includes('BANK_LOGIN_CONNECTED'))
  expect(told.at(-1)).toMatchObject({ events: { bankLogin: { bank: { name: 'fino Bank' } } } })
  await events.stop()
  expect(await ask('BankSession')).toMatchObject({ bankSession: { status: 'SUCCEEDED' } })
  const { applicant } = loginsShape.parse(await ask('BankLogins'))
  const [login] = applicant.bankLogins
  expect(login).toMatchObject({ synchronization: { state: 'SYNCHRONIZED' }, stale: false })
  const [account] = login?.accounts ?? []
  ids.set('login', login?.id ?? '')
  ids.set('account', account?.id ?? '')
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
