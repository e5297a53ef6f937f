import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { failureOf } from '../../../test/support/failure-of.ts'
import { readFixture } from '../../../test/support/read-fixture.ts'
import { createVendorAddresses } from '../../http/vendor-addresses.ts'
import { createDateReader } from './dates.ts'
import { readLoginParts } from './login-parts.ts'
import { readLogins } from './read-logins.ts'

const dates = createDateReader('Europe/Berlin')
const { check } = createVendorAddresses({ provider: 'finoos', baseUrl: 'https://os.fino.cloud/api/v1' })

function read(body: string | Buffer | Iterable<string>) {
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: toReadable(body) }
  return Array.fromAsync(readLogins(readLoginParts(answer, dates, 2 ** 31), check))
}

function toReadable(body: string | Buffer | Iterable<string>): Readable {
  return Readable.from(typeof body === 'string' || Buffer.isBuffer(body) ? [Buffer.from(body)] : body, {
    objectMode: false,
  })
}

/** The findings of an answer with one account of these members. */
const readAccount = (members: object) =>
  read(JSON.stringify({ logins: [{ id: 'l', accounts: [{ id: 'a', ...members }] }] }))

test('the sample of the vendor’s quickstart becomes these findings', async () => {
  const eur = (value: string) => ({ value, currency: 'EUR' })
  expect(await read(readFixture(import.meta.dirname, 'logins'))).toEqual([
    {
      accounts: [
        {
          key: '0/0',
          loginKey: '0',
          reference: 'A38253.f837c3ab353',
          iban: 'DE64100200007791587578',
          number: '83767594',
          name: 'Girokonto',
          owner: 'Testine Müster',
          type: 'CURRENT',
          providerType: 'GIRO',
          currency: 'EUR',
          balance: '2004.41',
          creditLine: '0',
          monthlySpendingLimit: '6000',
          standingOrders: [
            {
              amount: eur('-200'),
              purpose: 'Taschengeld',
              interval: 'MONTHLY',
              executionDay: 2,
              firstExecutionDate: '2020-05-26',
              lastExecutionDate: '2020-05-26',
              createdAt: '2020-05-26',
            },
          ],
          securities: [
            {
              isin: 'US0378331005',
              name: 'finoOS Security',
              market: 'NASDAQ',
              quantity: '40',
              price: eur('100'),
              purchasePrice: eur('150'),
              value: eur('200'),
              exchangeRate: '1.23',
            },
          ],
        },
      ],
    },
    {
      logins: [
        {
          key: '0',
          reference: '5d7267d1b747aa683d88668f',
          bank: { name: 'fino Bank', bic: 'SUBSDE71', bankCode: '70199901', logo: null },
        },
      ],
    },
    {
      transactions: [
        {
          accountKey: '0/0',
          providerTransactionId: '5ecd4d9bb9e14800012d99e9',
          amount: '24.99',
          currency: 'EUR',
          status: 'BOOKED',
          bookingDate: '2020-05-26',
          valueDate: '2020-05-26',
          description: 'Welcome to finoOS',
          counterparty: {
            name: 'Brotladen Beispiel',
            iban: 'DE83701999010000002000',
            bic: 'GENODEF1S04',
            creditorId: 'DE97ZZZ12345678901',
          },
          mandateReference: 'MREF123ZZ678JJ',
          codes: [{ type: 'transactionCode', value: '999' }],
          tags: [{ name: 'salary', source: null }],
        },
      ],
    },
  ])
})

test('members may come in any order, because places identify logins and accounts', async () => {
  const found = await read(`{"logins": [
    {"accounts": [
      {"transactions": [{"amount": -1}], "id": "a1"},
      {"transactions": [{"amount": 2, "accountID": "a1"}], "id": "a1", "currency": "CHF"},
      {"currency": "SEK", "transactions": [{"amount": 4}, {"amount": 5, "currency": "NOK"}]}
    ], "bank": {"name": "A"}, "id": "l1"},
    {"id": 7, "accounts": null},
    {"id": "l1", "accounts": [{"transactions": [{"amount": 3}]}]}
  ]}`)
  expect(found.flatMap(({ logins = [] }) => logins.map(({ key, reference }) => [key, reference]))).toEqual([
    ['0', 'l1'],
    ['1', '7'],
    ['2', 'l1'],
  ])
  expect(
    found.flatMap(({ accounts = [] }) => accounts.map(one => [one.key, one.loginKey, one.reference, one.currency])),
  ).toEqual([
    ['0/0', '0', 'a1', 'XXX'],
    ['0/1', '0', 'a1', 'CHF'],
    ['0/2', '0', null, 'SEK'],
    ['2/0', '2', null, 'XXX'],
  ])
  expect(
    found.flatMap(({ transactions = [] }) => transactions.map(one => [one.accountKey, one.amount, one.currency])),
  ).toEqual([
    ['0/0', '-1', undefined],
    ['0/1', '2', undefined],
    ['0/2', '4', 'SEK'],
    ['0/2', '5', 'NOK'],
    ['2/0', '3', undefined],
  ])
})

test('P15 numbers keep every digit', async () => {
  const [accounts, , rows] = await read(`{"logins": [{"id": "l", "accounts": [{
    "id": "a", "balance": 123456789012345678.90,
    "transactions": [{"amount": -0.1}, {"amount": 0.30000000000000004}, {"amount": "999999999999999999.99"}],
    "securities": [{"quantity": 0.000000001, "amount": 1e3, "exchangeRate": 1.0}]
  }]}]}`)
  expect(accounts?.accounts).toMatchObject([
    {
      balance: '123456789012345678.90',
      securities: [{ quantity: '0.000000001', value: { value: '1000', currency: 'XXX' }, exchangeRate: '1.0' }],
    },
  ])
  expect(rows?.transactions?.map(one => one.amount)).toEqual(['-0.1', '0.30000000000000004', '999999999999999999.99'])
})

test('P16 a member of another type, null or unknown is dropped alone', async () => {
  const [accounts, logins, rows] = await read(
    JSON.stringify({
      extra: [],
      logins: [
        {
          id: 5,
          bank: { name: 7, bankCode: 10020000, logo: { url: 'javascript:alert(1)', type: 'png' } },
          accounts: [
            {
              id: 12,
              iban: {},
              number: 4711,
              type: 'KRYPTO_WALLET',
              balance: 'much',
              currency: 978,
              transactions: [
                null,
                'row',
                {
                  id: 3,
                  amount: {},
                  booked: 'yes',
                  bookingDate: 'soon',
                  counterPart: [],
                  codes: [null, { type: 'a' }],
                  tags: {},
                },
                { amount: 1, booked: false, valueDate: 20200101, counterPart: { name: '' } },
              ],
              standingOrders: [7, { amount: null, executionDay: 'first', interval: 'FORTNIGHTLY', id: '' }],
              securities: 'none',
            },
          ],
        },
      ],
    }),
  )
  const none = { amount: null, purpose: null, firstExecutionDate: null, lastExecutionDate: null, createdAt: null }
  expect(accounts?.accounts).toEqual([
    {
      key: '0/0',
      loginKey: '0',
      reference: '12',
      iban: null,
      number: '4711',
      name: null,
      owner: null,
      type: 'OTHER',
      providerType: 'KRYPTO_WALLET',
      currency: 'XXX',
      balance: 'unreadable',
      creditLine: null,
      monthlySpendingLimit: null,
      standingOrders: [
        { ...none, interval: null, executionDay: null },
        { ...none, interval: 'FORTNIGHTLY', executionDay: Number.NaN },
      ],
      securities: [],
    },
  ])
  expect(logins?.logins).toEqual([{ key: '0', reference: '5', bank: { bic: null, bankCode: '10020000', logo: null } }])
  expect(rows?.transactions?.map(one => [one.amount, one.status, one.bookingDate, one.valueDate, one.codes])).toEqual([
    ['unreadable', 'OTHER', null, null, []],
    ['unreadable', 'OTHER', null, null, []],
    ['unreadable', 'OTHER', 'unreadable', null, []],
    ['1', 'PENDING', null, 'unreadable', []],
  ])
  expect(rows?.transactions?.map(one => one.counterparty)).toEqual([null, null, null, null])
})

test.each([
  ['https://logos.example/a.png', 'image/png', { url: 'https://logos.example/a.png', mediaType: 'image/png' }],
  ['https://logos.example/a.png', 'string', { url: 'https://logos.example/a.png', mediaType: null }],
  ['https://10.0.0.1/a.png', 'image/png', null],
  ['http://logos.example/a.png', 'image/png', null],
  ['string', 'string', null],
])('the logo of a bank at %s of type %s is %j', async (url, type, logo) => {
  const [found] = await read(JSON.stringify({ logins: [{ id: 'l', bank: { name: 'A', logo: { url, type } } }] }))
  expect(found?.logins).toMatchObject([{ bank: { name: 'A', logo } }])
})

test.each(['{"logins": []}', '{"logins": null, "more": 1}'])('%s means a user without logins', async body => {
  expect(await read(body)).toEqual([])
})

test.each([
  ['an HTML page', '<html></html>'],
  ['nothing', ''],
  ['truncated', '{"logins": [{"id": "l", "accounts": [{"id": "a", "transactions": [{"amount": 1}'],
  ['null', 'null'],
  ['a list', '[]'],
  ['an object of another answer', '{"users": []}'],
  ['logins of another type', '{"logins": {"id": "l"}}'],
  ['logins that are null', '{"logins": [7]}'],
  ['a login without an id', '{"logins": [{"id": "", "bank": {"name": "A"}}]}'],
  ['deeply nested', `{"logins": ${'['.repeat(100_000)}`],
])('P16 %s is a PROVIDER_BAD_RESPONSE, so that no login counts as removed', async (_, body) => {
  expect(await failureOf(read(body))).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', provider: 'finoos' })
})

test('transactions come in batches of at most 1,000 while they arrive, and little more than one batch is in memory', async () => {
  const row = JSON.stringify({
    id: 'x',
    amount: 1,
    booked: true,
    bookingDate: '2025-07-01T10:00:00Z',
    purpose: 'p'.repeat(200),
  })
  let written = 0
  function* answer() {
    yield '{"logins": [{"id": "l", "accounts": [{"id": "a", "currency": "EUR", "transactions": ['
    for (; written < 8; written += 1) yield `${written > 0 ? ',' : ''}${`${row},`.repeat(999)}${row}`
    yield ']}]}]}'
  }
  const body = { status: 200, headers: {}, body: toReadable(answer()) }
  let taken = 0
  for await (const { transactions = [] } of readLogins(readLoginParts(body, dates, 2 ** 31), check)) {
    expect(transactions.length).toBeLessThanOrEqual(1_000)
    taken += transactions.length
    // Transactions that were written and not read yet are in the buffers of the streams.
    expect(written * 1_000 - taken).toBeLessThan(5_000)
  }
  expect(taken).toBe(8_000)
})

test('an account of an unknown type keeps the vendor’s word', async () => {
  const types = ['giro', 'Savings', 'CREDIT_CARD', 'LOAN', 'depot', 'constructor', '']
  const found = await Promise.all(types.map(type => readAccount({ type })))
  expect(found.map(([first]) => first?.accounts?.map(({ type, providerType }) => [type, providerType])[0])).toEqual([
    ['CURRENT', 'giro'],
    ['SAVINGS', 'Savings'],
    ['CARD', 'CREDIT_CARD'],
    ['LOAN', 'LOAN'],
    ['SECURITIES', 'depot'],
    ['OTHER', 'constructor'],
    ['OTHER', null],
  ])
})
