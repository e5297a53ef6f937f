import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { negateDecimal, sumDecimals } from '../../../domain/decimal.ts'
import { movementsOf, planDocument, steerDocument } from '../../../simulation/statements/document-plan.ts'
import type { ShownMovement } from './account-history.ts'
import { createBankWorld, type OpenedAccount } from './bank-world.ts'
import { findBank, testBank } from './banks.ts'
import { berlinDateOf } from './berlin-time.ts'
import { type AccountType, customerWords } from './customer-plan.ts'
import { shipmentWords } from './shipments.ts'
import { startTestSimulator, type TestSimulator, testStart, userIp } from './start-test-simulator.ts'

const hour = 3_600_000
const start = Date.parse(testStart)

/** The balance and movements that a bank shows of one account, by id. */
const readingOf = ({ history }: OpenedAccount, at: number) => ({
  balance: history.balanceAt(at),
  shown: new Map([...history.shownAt(at)].map(one => [one.key, one] as const)),
})

function open(userName: string, type: AccountType = 'GIRO'): OpenedAccount {
  const world = createBankWorld(() => new Date(start))
  const found = world.open(testBank, userName, 'person').accounts.find(({ account }) => account.type === type)
  if (!found) throw new Error(`There is no ${type}.`)
  return found
}

describe('an account at its bank', () => {
  test('changes its balance exactly by the booked movements, independently of pending ones', () => {
    const userName = fc.stringMatching(/^[a-z]{1,8}$/)
    const type = fc.constantFrom<AccountType>('GIRO', 'SAVINGS', 'CREDITCARD', 'LOAN')
    const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(userName, type, steps, (name, accountType, hours) => {
        const account = open(`${name}+every+short`, accountType)
        let at = start
        let before = readingOf(account, at)
        for (const step of hours) {
          at += step * hour
          const after = readingOf(account, at)
          const isNew = (one: ShownMovement) => one.isBooked && before.shown.get(one.key)?.isBooked !== true
          const booked = [...after.shown.values()].filter(isNew).map(one => one.amount)
          expect(sumDecimals([after.balance, negateDecimal(before.balance)])).toBe(sumDecimals(['0.00', ...booked]))
          before = after
        }
      }),
      { numRuns: 6 },
    )
  })

  test('books a pending movement under the same or another id, drops some pending ones, and no longer shows old ones', () => {
    const account = open('dummy+short')
    const seen = { sameId: 0, otherId: 0, gone: 0, otherSum: 0, forgotten: 0 }
    let before = readingOf(account, start).shown
    for (let at = start + 8 * hour; at < start + 40 * 24 * hour; at += 8 * hour) {
      const { shown } = readingOf(account, at)
      expect(shown.size).toBe([...account.history.shownAt(at)].length)
      for (const [key, one] of before) {
        const same = shown.get(key)
        if (one.isBooked && !same) seen.forgotten += 1
        if (one.kind === 'hold' && !same) seen.gone += 1
        if (one.isBooked || one.kind === 'hold') continue
        const booked = same?.isBooked ? same : shown.get(`${key.slice(0, -1)}1`)
        expect(booked ?? same, `${one.purpose} is still pending, or booked`).toBeDefined()
        if (booked) seen[booked === same ? 'sameId' : 'otherId'] += 1
        if (booked && booked.amount !== one.amount) seen.otherSum += 1
      }
      before = shown
    }
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0)
  })

  test('transfers to the customer’s savings, loan and card, and each account shows its side', () => {
    const bank = findBank('99950020')
    if (!bank) throw new Error('There is no such bank.')
    const { accounts } = createBankWorld(() => new Date(start)).open(bank, 'anna+every', 'person')
    const transfers = accounts.map(({ account, history }) => ({
      type: account.type,
      amounts: [...history.shownAt(start)].filter(one => one.kind === 'own-transfer').map(one => one.amount),
    }))
    const all = transfers.flatMap(({ amounts }) => amounts)
    expect(all.length).toBeGreaterThan(50)
    expect(sumDecimals(all)).toBe('0.00')
    const ibans = accounts.map(({ account }) => account.iban)
    const others = accounts.flatMap(({ history }) =>
      [...history.shownAt(start)].filter(one => one.kind === 'own-transfer'),
    )
    expect(others.filter(one => !ibans.includes(one.party?.iban ?? ''))).toEqual([])
  })

  test('has the same movements as documents with the same account word', () => {
    const steered = steerDocument(['account-a', 'country-de', 'quarter-a'], new Date(start))
    const document = [...movementsOf(planDocument('any digest', steered))]
    const shown = [...open('dummy+account-a').history.shownAt(start)]
    expect(document.length).toBeGreaterThan(50)
    expect(
      shown.filter(one => one.date >= '2025-12-01' && one.date <= '2026-02-28').map(one => [one.date, one.purpose]),
    ).toEqual(document.map(one => [one.date, one.description]))
  })
})

const account = z.object({
  id: z.string(),
  iban: z.string(),
  balance: z.number(),
  type: z.string(),
  transactions: z.array(
    z.object({
      id: z.string(),
      accountID: z.string(),
      booked: z.boolean(),
      amount: z.number(),
      bookingDate: z.string().optional(),
    }),
  ),
  standingOrders: z.array(z.object({ id: z.literal(''), accountID: z.string() })),
  securities: z.array(z.object({ id: z.string() })),
})
const answer = z.object({ logins: z.array(z.object({ id: z.string(), accounts: z.array(account) })) })

describe('a connected login', () => {
  let simulator: TestSimulator
  let userId: string
  beforeAll(async () => {
    simulator = await startTestSimulator()
  })
  afterAll(() => simulator.stop())

  const read = async (id = userId) =>
    answer.parse((await simulator.send('GET', `/users/${id}/banking/logins`)).json).logins
  const statusOf = async () => (await simulator.send('GET', `/users/${userId}/banking/logins/status`)).json
  const sync = (bankLoginId: string) => {
    const body = {
      bankLoginId,
      redirectURL: 'https://app.example',
      errorURL: 'https://app.example',
      exitURL: 'https://app.example',
    }
    return simulator.send('POST', `/users/${userId}/banking/sync`, body, { ...simulator.headers, ...userIp })
  }

  test('is read every six hours until its consent ends, and after that only with the user', async () => {
    const { control } = simulator
    userId = await simulator.user()
    const { id, accounts } = control.connect(userId, { accounts: ['GIRO'] })
    const iban = accounts[0]?.iban ?? ''
    const status = (is: string, lastSynchronization: string, synchronizedAutomatically: boolean) => ({
      loginsStatuses: [{ id, status: is, lastSynchronization, synchronizedAutomatically }],
    })
    expect(await statusOf()).toEqual(status('SYNCHRONIZED', '2026-03-05T10:00:01.000Z', true))
    control.advanceBanks(hour)
    control.addMovement(iban, {
      amount: '123456789012.34',
      pendingFrom: start + 1,
      bookedAt: start + 30 * hour,
      keepsId: false,
    })
    const added = async () => (await read())[0]?.accounts[0]?.transactions.find(one => one.amount === 123456789012.34)
    expect(await added()).toBeUndefined()
    expect((await sync(id)).status).toBe(204)
    const pending = await added()
    expect(pending).toMatchObject({ booked: false })
    control.advanceBanks(35 * hour)
    const booked = await added()
    expect(booked).toMatchObject({ booked: true })
    expect(booked?.id).not.toBe(pending?.id)
    control.advanceBanks(90 * 24 * hour)
    expect(await statusOf()).toEqual(status('SCA_REQUIRED', '2026-06-03T04:00:01.000Z', false))
    const redirect = z.object({ redirectURL: z.string() }).parse((await sync(id)).json).redirectURL
    expect(control.completeSession(redirect)).toBe(`https://app.example?userID=${userId}`)
    expect(await statusOf()).toMatchObject({ loginsStatuses: [{ id, status: 'SYNCHRONIZED' }] })
    control.failLogin(id, true)
    expect(await statusOf()).toMatchObject({ loginsStatuses: [{ id, status: 'ERROR' }] })
    control.advanceBanks(-91 * 24 * hour - 12 * hour)
  })

  test('has the oddities of the vendor’s samples', async () => {
    userId = await simulator.user()
    simulator.control.connect(userId, { userName: 'dummy+strangers+digits' })
    const text = (await simulator.send('GET', `/users/${userId}/banking/logins`)).text
    expect(text).toContain('"amount":123456789012345.67')
    const accounts = answer.parse(JSON.parse(text)).logins[0]?.accounts ?? []
    expect(accounts.map(one => one.type)).toEqual(['GIRO', 'SAVINGS', 'CREDITCARD', 'LOAN', 'DEPOT'])
    const ids = accounts.map(one => one.id)
    const named = accounts.flatMap(one => [...one.transactions, ...one.standingOrders]).map(one => one.accountID)
    expect(named.filter(one => ids.includes(one))).toEqual([])
    const deposit = accounts.find(one => one.type === 'DEPOT')
    const transactionIds = deposit?.transactions.map(one => one.id) ?? []
    expect(deposit?.securities.some(one => transactionIds.includes(one.id))).toBe(true)
    const withoutTransactions = await simulator.send('GET', `/users/${userId}/banking/logins?includeTransactions=false`)
    expect(withoutTransactions.text).not.toContain('"transactions"')
    const slow = await simulator.user()
    const { id } = simulator.control.connect(slow, { userName: 'dummy+slow' })
    expect([simulator.control.login(id).status, (await read(slow))[0]?.accounts]).toEqual(['SYNCHRONIZING', []])
    simulator.control.advanceBanks(8_000)
    expect([simulator.control.login(id).status, (await read(slow))[0]?.accounts.length]).toEqual(['SYNCHRONIZED', 5])
  })

  test('has days as midnight in Berlin, as midnight UTC or with the time of day', async () => {
    const seen = new Set<string>()
    userId = await simulator.user()
    simulator.control.connect(userId, { userName: 'dummy+giro' })
    const [giro] = (await read())[0]?.accounts ?? []
    const days = (giro?.transactions ?? []).flatMap(({ booked, bookingDate = '' }) => {
      if (!booked) return []
      const time = bookingDate.slice(10)
      seen.add(time === 'T00:00:00Z' ? 'UTC' : /^T2[23]:00:00Z$/.test(time) ? 'Berlin' : 'time')
      return time === 'T00:00:00Z' ? bookingDate.slice(0, 10) : berlinDateOf(Date.parse(bookingDate))
    })
    expect(seen.size).toBe(3)
    // Booked transactions come in the order of their days.
    expect(days).toEqual(days.toSorted())
  })

  test('keeps its ids when it is connected again, unless the control changes them', async () => {
    const { control } = simulator
    userId = await simulator.user()
    const first = control.connect(userId, { accounts: ['GIRO'] })
    const before = await read()
    expect(control.connect(userId, { accounts: ['GIRO', 'LOAN'] }).id).toBe(first.id)
    expect((await read())[0]?.accounts[0]).toEqual(before[0]?.accounts[0])
    control.reconnecting.movements = 'change'
    control.connect(userId)
    const [changed] = await read()
    expect(changed?.accounts[0]?.id).toBe(before[0]?.accounts[0]?.id)
    expect(changed?.accounts[0]?.transactions[0]?.id).not.toBe(before[0]?.accounts[0]?.transactions[0]?.id)
    control.reconnecting.login = 'second-login'
    const second = control.connect(userId)
    expect(await statusOf()).toMatchObject({
      loginsStatuses: [
        { id: first.id, status: 'SCA_REQUIRED' },
        { id: second.id, status: 'SYNCHRONIZED' },
      ],
    })
    expect(second.accounts[0]?.iban).toBe(first.accounts[0]?.iban)
    const other = control.connect(userId, { userName: 'dummy+joint', plan: { iban: 'DE02120300000000202051' } })
    expect(other.accounts.map(one => one.iban)).toContain('DE02120300000000202051')
  })
})

test('the README lists every steering word', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  for (const word of [...customerWords, ...shipmentWords]) expect(readme).toContain(`\`${word}\``)
})
