import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createBankBrowser } from '../support/bank-browser.ts'
import { dumpDatabase } from '../support/dump-database.ts'
import type { GraphqlClient } from '../support/graphql-client.ts'
import { createApplicant, endOfLog, eraseApplicant, followEvents } from '../support/journey.ts'
import { startApp, type TestApp } from '../support/start-app.ts'
import { type BankVendor, startBankVendor } from '../support/start-vendor.ts'

const returnUrls = {
  successUrl: 'https://app.example.com/back?step=bank',
  errorUrl: 'https://app.example.com/back/error',
  exitUrl: 'https://app.example.com/back/exit',
}
const userIp = '203.0.114.7'
const testBank = '10020000'
/** A customer with one account, of which the bank shows 30 days. */
const userName = 'dummy+giro+short'

let app: TestApp
let bank: BankVendor
beforeAll(async () => {
  bank = await startBankVendor()
  app = await startApp(() => ({ ...bank.variables, ALLOWED_REDIRECTS: 'https://app.example.com/back' }))
})
afterAll(async () => {
  await app.stop()
  await bank.stop()
})

const session = {
  redirectUrl: z.string().nullable(),
  session: z.object({ id: z.string(), status: z.string() }).nullable(),
}

const loginShape = z.object({
  id: z.string(),
  stale: z.boolean(),
  removedAt: z.string().nullable(),
  synchronization: z.object({ state: z.string() }).nullable(),
  bank: z.object({ name: z.string() }),
  accounts: z.array(
    z.object({
      id: z.string(),
      maskedIban: z.string().nullable(),
      transactions: z.object({ totalCount: z.number() }).describe('first: 1'),
    }),
  ),
})

async function loginsOf(client: GraphqlClient, applicantId: string, maxAgeSeconds: number | null = null) {
  const bankLogins = z.array(loginShape).describe(`maxAgeSeconds: ${maxAgeSeconds}`)
  return (await client.read('applicant', applicantId, z.object({ bankLogins }))).bankLogins
}

/** Follows the events of an applicant's bank logins. */
async function follow(client: GraphqlClient, applicantId: string) {
  const following = followEvents(client, await endOfLog(client), { applicantId })
  return {
    /** The types of events up to the given one. */
    until: async (type: string) => (await following.until(event => event.type === type)).map(event => event.type),
    stop: () => following.stop(),
  }
}

const statusOf = async (client: GraphqlClient, sessionId = '') =>
  (await client.read('bankSession', sessionId, z.object({ status: z.string() }))).status

test('a customer connects, synchronizes, manages, reconnects, removes and erases accounts', async () => {
  const { client } = app
  const { control } = bank
  const applicantId = await createApplicant(client)
  const events = await follow(client, applicantId)

  // Connecting: through the provider's pages and back through this server.
  const connection = { applicantId, ...returnUrls, recurring: true }
  const begun = await client.mutate('connectBank', { ...connection, idempotencyKey: 'k' }, session)
  expect(begun).toMatchObject({ session: { status: 'OPEN' }, userErrors: [] })
  expect(await client.mutate('connectBank', { ...connection, idempotencyKey: 'k' }, session)).toEqual(begun)
  const browser = createBankBrowser()
  await browser.open(begun.redirectUrl ?? '')
  await browser.connect(testBank, userName)
  expect(browser.visited.at(-1)).toBe(`${returnUrls.successUrl}&connection=${begun.session?.id}`)
  const [returned = '', query] = browser.visited.at(-2)?.split('?') ?? []
  expect([returned.startsWith(`${app.url}/callbacks/`), query]).toEqual([true, expect.stringMatching(/^userID=/)])
  expect(await events.until('BANK_LOGIN_CONNECTED')).toEqual(expect.arrayContaining(['BANK_LOGIN_CONNECTED']))
  expect(await statusOf(client, begun.session?.id)).toBe('SUCCEEDED')
  const [login] = await loginsOf(client, applicantId)
  if (!login) throw new Error('There is no login.')
  expect(login).toMatchObject({ stale: false, bank: { name: 'fino Bank' }, synchronization: { state: 'SYNCHRONIZED' } })
  const counts = login.accounts.map(account => account.transactions.totalCount)
  expect(counts).toEqual([expect.any(Number)])
  expect(counts[0]).toBeGreaterThan(5)

  // The address works once, and other parameters are ignored.
  expect((await fetch(`${returned}?userID=another`, { redirect: 'manual' })).status).toBe(410)
  expect((await fetch(`${returned.slice(0, -4)}AAAA`, { redirect: 'manual' })).status).toBe(404)
  expect(app.log()).not.toContain(returned.split('/').at(-1))

  // Synchronizing without the customer.
  const [atVendor] = control.users().find(user => user.logins.length > 0)?.logins ?? []
  const iban = atVendor?.accounts[0]?.iban ?? ''
  control.addMovement(iban, { amount: '-12.34' })
  const ofLogin = { bankLoginId: login.id, userIp }
  const synchronized = await client.mutate('synchronizeBankLogin', { ...ofLogin, ...returnUrls }, session)
  expect(synchronized).toMatchObject({ redirectUrl: null, session: null, userErrors: [] })
  expect(await events.until('BANK_LOGIN_SYNCHRONIZED')).toEqual(['BANK_LOGIN_SYNCHRONIZED'])
  const after = await loginsOf(client, applicantId)
  expect(after.map(one => one.id)).toEqual([login.id])
  const added = after[0]?.accounts.map(account => account.transactions.totalCount) ?? []
  expect(added.reduce((sum, count) => sum + count)).toBe(counts.reduce((sum, count) => sum + count) + 1)

  // Synchronizing with the customer, whose browser never returns: polling notices it.
  control.requireSca(atVendor?.id ?? '')
  const asked = await client.mutate('synchronizeBankLogin', { ...ofLogin, ...returnUrls }, session)
  expect(await events.until('BANK_LOGIN_ACTION_REQUIRED')).toContain('BANK_LOGIN_ACTION_REQUIRED')
  control.completeSession(asked.redirectUrl ?? '')
  expect(await events.until('BANK_LOGIN_SYNCHRONIZED')).toContain('BANK_LOGIN_SYNCHRONIZED')
  expect(await statusOf(client, asked.session?.id)).toBe('SUCCEEDED')

  // Managing: another bank is added; the next time the customer cancels.
  const visit = { applicantId, userIp, ...returnUrls }
  const managing = await client.mutate('manageBankLogins', { ...visit, addBankLogin: true }, session)
  const adding = createBankBrowser()
  await adding.open(managing.redirectUrl ?? '')
  await adding.connect('99910010', 'anna+giro+short')
  expect(await events.until('BANK_LOGIN_CONNECTED')).toEqual(['BANK_LOGIN_CONNECTED'])
  const left = await client.mutate('manageBankLogins', visit, session)
  const leaving = await fetch(control.completeSession(left.redirectUrl ?? '', { outcome: 'exit' }), {
    redirect: 'manual',
  })
  expect([leaving.status, leaving.headers.get('location')]).toEqual([
    303,
    `${returnUrls.exitUrl}?connection=${left.session?.id}`,
  ])

  // After reconnecting with other ids of the provider, it is the same login.
  Object.assign(control.reconnecting, { login: 'change', accounts: 'change', movements: 'change' })
  const again = await client.mutate('connectBank', connection, session)
  await fetch(control.completeSession(again.redirectUrl ?? '', { userName }), { redirect: 'manual' })
  await events.until('BANK_LOGIN_CONNECTED')
  const both = await loginsOf(client, applicantId, 3_600)
  expect(both).toHaveLength(2)
  expect(both[0]?.id).toBe(login.id)
  expect(both[0]?.accounts.map(account => account.id)).toEqual(login.accounts.map(account => account.id))

  // Removing one login, then all. Data that was read stays.
  const removed = await client.mutate('deleteBankLogin', ofLogin, {})
  expect(removed.userErrors).toEqual([])
  expect(await events.until('BANK_LOGIN_REMOVED')).toContain('BANK_LOGIN_REMOVED')
  const disconnected = await client.mutate('disconnectBank', { applicantId, userIp }, {})
  expect(disconnected.userErrors).toEqual([])
  expect(await events.until('BANK_LOGIN_REMOVED')).toEqual(['BANK_LOGIN_REMOVED'])
  expect(await loginsOf(client, applicantId)).toEqual([])
  const gone = await client.read('bankLogin', login.id, loginShape)
  expect(gone).toMatchObject({ removedAt: expect.any(String), accounts: expect.any(Array) })
  expect(control.users().flatMap(user => user.logins)).toEqual([])

  // Erasing: here and at the provider.
  await events.stop()
  expect((await eraseApplicant(client, applicantId)).erasure?.complete).toBe(true)
  expect(control.users()).toEqual([])
  const rows = [...(await dumpDatabase(app.database))]
    .filter(([table]) => table !== 'public.events')
    .flatMap(([, own]) => own)
  for (const trace of [iban, login.id, begun.session?.id ?? 'none'])
    expect(rows.filter(row => row.includes(trace))).toEqual([])
})
