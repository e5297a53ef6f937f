import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountTypes } from '../../domain/bank-login.ts'
import type { ImportedAccount, ImportedLogin, ImportedTransaction } from '../../domain/imported-login.ts'
import { createDateReader } from './dates.ts'
import { toVendorLogins } from './imported-logins.ts'
import { readLoginParts } from './login-parts.ts'
import { readLogins } from './read-logins.ts'

const transaction: ImportedTransaction = {
  id: 't',
  amount: '-24.90',
  currency: 'EUR',
  bookingDate: '2025-03-30',
  valueDate: null,
  status: 'PENDING',
  description: 'Brot "und" Butter',
  counterparty: { name: 'Brotladen Beispiel', iban: null, bic: null, creditorId: 'DE97ZZZ12345678901' },
  mandateReference: null,
  tags: [{ name: 'food', source: null }],
  codes: [{ type: 'transactionCode', value: '999' }],
}

const account: ImportedAccount = {
  id: 'a',
  iban: 'DE64100200007791587578',
  number: null,
  name: 'Girokonto',
  owner: null,
  type: 'CURRENT',
  currency: 'EUR',
  balance: '1234567890123456.70',
  creditLine: null,
  monthlySpendingLimit: '0',
  transactions: [transaction],
  standingOrders: [
    {
      id: 's',
      amount: '-200',
      currency: 'EUR',
      purpose: null,
      interval: 'MONTHLY',
      executionDay: 2,
      firstExecutionDate: '2025-01-02',
      lastExecutionDate: null,
      createdAt: null,
    },
  ],
  securities: [
    {
      id: 'w',
      isin: 'US0378331005',
      name: null,
      market: null,
      quantity: '0.000001',
      currency: 'USD',
      price: '100.10',
      purchasePrice: null,
      value: null,
      exchangeRate: '1.20',
    },
  ],
}

const login: ImportedLogin = {
  id: 'l',
  bank: { name: 'fino Bank', bic: null, bankCode: '10020000' },
  accounts: [account],
}

test('an import is written in the vendor’s format, with every digit of its numbers', () => {
  expect(JSON.stringify(toVendorLogins([login]))).toBe(
    '[{"id":"l","bank":{"name":"fino Bank","bankCode":"10020000"},"accounts":[{"id":"a","iban":"DE64100200007791587578",' +
      '"name":"Girokonto","type":"GIRO","currency":"EUR","balance":1234567890123456.70,"monthlySpendingLimit":0,' +
      '"transactions":[{"id":"t","accountID":"a","amount":-24.90,"currency":"EUR","booked":false,' +
      '"bookingDate":"2025-03-30T00:00:00Z","purpose":"Brot \\"und\\" Butter",' +
      '"counterPart":{"name":"Brotladen Beispiel","creditorId":"DE97ZZZ12345678901"},' +
      '"codes":[{"type":"transactionCode","value":"999"}],"tags":[{"name":"food"}]}],' +
      '"standingOrders":[{"id":"s","accountID":"a","amount":200,"currency":"EUR","interval":"MONTHLY","executionDay":2,' +
      '"firstExecutionDate":"2025-01-02T00:00:00Z"}],' +
      '"securities":[{"id":"w","accountID":"a","isin":"US0378331005","quantity":0.000001,"currency":"USD",' +
      '"priceAmount":100.10,"priceCurrency":"USD","exchangeRate":1.20}]}]}]',
  )
})

const digits = (max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: max }).map(all => all.join(''))
const decimals = fc
  .tuple(fc.constantFrom('', '-'), digits(30), fc.option(digits(30)))
  .map(
    ([sign, whole, fraction]) => `${sign}${whole.replace(/^0+(?=\d)/, '')}${fraction === null ? '' : `.${fraction}`}`,
  )
  .filter(decimal => !(decimal.startsWith('-') && !/[1-9]/.test(decimal)))
const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('P15 imported logins are read back with the same digits, days and types', async () => {
  const imports = fc.record({
    amount: decimals,
    balance: decimals,
    bookingDate: days,
    type: fc.constantFrom(...accountTypes),
  })
  await fc.assert(
    fc.asyncProperty(imports, async ({ amount, balance, bookingDate, type }) => {
      const given = {
        ...login,
        accounts: [{ ...account, type, balance, transactions: [{ ...transaction, amount, bookingDate }] }],
      }
      const body = Readable.from([Buffer.from(JSON.stringify({ logins: toVendorLogins([given]) }))], {
        objectMode: false,
      })
      const parts = readLoginParts({ status: 200, headers: {}, body }, createDateReader('America/New_York'), 2 ** 20)
      const found = await Array.fromAsync(readLogins(parts, address => new URL(address)))
      expect(found.flatMap(one => one.accounts ?? [])).toMatchObject([
        { balance, type, standingOrders: [{ amount: { value: '-200' } }] },
      ])
      expect(found.flatMap(one => one.transactions ?? [])).toMatchObject([{ amount, bookingDate, status: 'PENDING' }])
    }),
    { numRuns: 30 },
  )
})
