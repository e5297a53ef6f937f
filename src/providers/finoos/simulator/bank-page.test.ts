import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createBankBrowser } from '../../../../test/support/bank-browser.ts'
import { addresses, startTestSimulator, type TestSimulator, userIp } from './start-test-simulator.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())

const sessionAddress = z.strictObject({ redirectURL: z.url() })

function expectAccessible(html: string): void {
  expect(html).toMatch(/^<!doctype html><html lang="en">.*<title>[^<]+<\/title>.*<main>/s)
  expect(html).not.toMatch(/<script|<img (?![^>]*alt=)/)
  for (const [, id] of html.matchAll(/<input (?:[^>]* )?id="(\w+)"/g)) expect(html).toContain(`<label for="${id}">`)
}

async function openSession(userId: string, kind: string, body: object = {}) {
  const headers = { ...simulator.headers, ...userIp }
  const { json } = await simulator.send('POST', `/users/${userId}/banking/${kind}`, { ...addresses, ...body }, headers)
  const { redirectURL } = sessionAddress.parse(json)
  const browser = createBankBrowser(expectAccessible)
  const open = (query = '') => browser.open(redirectURL + query)
  await open()
  return { ...browser, open }
}

const loginsOf = (userId: string) => simulator.control.users().find(one => one.id === userId)?.logins ?? []
const ended = 'Session not available'

test('a user finds a bank, logs in, enters the TAN and connects the chosen accounts, once per session', async () => {
  const userId = await simulator.user()
  const browser = await openSession(userId, 'connect', { recurring: false })
  expect(browser.place()).toBe('Choose your bank')
  await browser.open('?search=10020000')
  expect(browser.shown(/name="bank" value="(\d+)"/g)).toEqual(['10020000'])
  await browser.signIn('10020000', 'dummy', 'wrong')
  expect(browser.fault()).toBe('The bank does not accept this user name and password.')
  await browser.signIn('10020000', 'anna')
  expect(browser.fault()).toBe('The bank does not accept this user name and password.')
  await browser.signIn('10020000', 'dummy')
  expect(browser.place()).toBe('Confirm with a TAN')
  await browser.post('tan', [['tan', 'wrong']])
  expect(browser.fault()).toBe('The TAN is wrong. Please try again.')
  await browser.confirm()
  const ibans = browser.offered()
  expect(ibans).toHaveLength(5)
  await browser.choose([])
  expect(browser.fault()).toBe('Please choose at least one account.')
  await browser.choose(ibans.slice(0, 2))
  expect(browser.place()).toBe(`https://app.example/back?state=a%20b&userID=${userId}`)
  expect(loginsOf(userId)).toMatchObject([{ bankCode: '10020000', userName: 'dummy', recurring: false }])
  expect(loginsOf(userId)[0]?.accounts.map(one => one.iban)).toEqual(ibans.slice(0, 2))
  await browser.open()
  expect(browser.place()).toBe(ended)
})

test('cancelling leads to exitURL; a bank that is out of order and a third wrong TAN lead to errorURL', async () => {
  const userId = await simulator.user()
  const cancelled = await openSession(userId, 'connect')
  await cancelled.post('cancel')
  expect(cancelled.place()).toBe(`https://app.example/exit?userID=${userId}#top`)
  const failing = await openSession(userId, 'connect')
  await failing.signIn('99980070', 'anna')
  expect(failing.place()).toBe(`https://app.example/error?userID=${userId}`)
  const refused = await openSession(userId, 'connect')
  await refused.signIn('99910010', 'anna')
  for (let attempt = 0; attempt < 3; attempt++) await refused.post('tan', [['tan', '']])
  expect(refused.place()).toBe(`https://app.example/error?userID=${userId}`)
  expect(loginsOf(userId)).toEqual([])
})

test('the management page lists, removes and adds logins; the synchronization page asks only for a TAN', async () => {
  const userId = await simulator.user()
  const { id } = simulator.control.connect(userId)
  const browser = await openSession(userId, 'manage?addBankLogin=false')
  expect(browser.shown(/<strong>(.*?)<\/strong>/g)).toEqual(['fino Bank'])
  await browser.post('remove', [['login', id]])
  expect(loginsOf(userId)).toEqual([])
  await browser.post('add')
  await browser.signIn('99970060', 'anna+giro')
  await browser.confirm()
  await browser.choose(browser.offered())
  expect(browser.place()).toContain('/back?')
  const done = await openSession(userId, 'manage?addBankLogin=false')
  await done.post('done')
  expect(done.place()).toContain('/back?')
  expect((await openSession(userId, 'manage?addBankLogin=true')).place()).toBe('Choose your bank')
  const [login] = loginsOf(userId)
  expect(login).toMatchObject({ bankName: 'Kranichbank', synchronizedAutomatically: false })
  simulator.control.advanceBanks(3_600_000)
  const synchronising = await openSession(userId, 'sync', { bankLoginId: login?.id })
  expect(synchronising.place()).toBe('Confirm with a TAN')
  await synchronising.confirm()
  expect(synchronising.place()).toContain('/back?')
  expect(loginsOf(userId)).toMatchObject([{ id: login?.id, lastSynchronization: '2026-03-05T11:00:01.000Z' }])
})

test('a session ends after 30 minutes, and when its user is deleted', async () => {
  const { clock, send } = simulator
  const userId = await simulator.user()
  const late = await openSession(userId, 'connect')
  const orphan = await openSession(userId, 'connect')
  await send('DELETE', `/users/${userId}`)
  await orphan.open()
  expect(orphan.place()).toBe(ended)
  const other = await openSession(await simulator.user(), 'connect')
  clock.advance(299_000)
  await other.open()
  expect(other.place()).toBe('Choose your bank')
  clock.advance(1_501_000)
  await other.open()
  await late.open()
  expect([other.place(), late.place()]).toEqual([ended, ended])
  expect((await fetch(new URL('/bank/unknown', simulator.baseUrl))).status).toBe(404)
})
