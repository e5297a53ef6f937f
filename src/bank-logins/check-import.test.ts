import { expect, test } from 'vitest'
import type { ImportedAccountInput, ImportedLoginInput, ImportedTransactionInput } from '../domain/imported-login.ts'
import { AppError, type InputFault } from '../errors.ts'
import { checkImport } from './check-import.ts'

const transaction: ImportedTransactionInput = { id: 't1', amount: '-12.30', currency: 'EUR', status: 'BOOKED' }
const account: ImportedAccountInput = { id: 'a1', type: 'CURRENT', currency: 'EUR' }
const login: ImportedLoginInput = { id: 'l1', bank: { name: 'Test Bank' }, accounts: [account] }

const withTransactions = (...transactions: ImportedTransactionInput[]): ImportedLoginInput => ({
  ...login,
  accounts: [{ ...account, transactions }],
})

function refused(logins: readonly ImportedLoginInput[]): AppError {
  try {
    checkImport(logins)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It was accepted.')
}

const placesOf = (faults: readonly InputFault[]) => faults.map(({ field }) => field?.join('.') ?? null)

test('valid input is completed: absent members are null or empty, and digits are kept', () => {
  const order = { id: 's1', amount: '-0.10', currency: 'EUR' }
  const amount = '123456789012345678901234567890.10'
  const whole: ImportedAccountInput = {
    ...account,
    iban: 'de02 1203 0000 0000 2020 51',
    balance: amount,
    transactions: [
      {
        ...transaction,
        bookingDate: '2024-02-29',
        description: 'Two\nlines',
        counterparty: { name: 'Shop' },
        tags: [{ name: 'food' }],
        codes: [{ type: 'GVC', value: '117' }],
      },
    ],
    // Ids of different kinds of objects may be equal.
    standingOrders: [{ ...order, id: 't1', executionDay: 31 }],
    securities: [{ id: 't1', currency: 'EUR', quantity: '1.000' }],
  }
  expect(checkImport([{ ...login, accounts: [whole] }])).toEqual([
    {
      id: 'l1',
      bank: { name: 'Test Bank', bic: null, bankCode: null },
      accounts: [
        {
          ...account,
          iban: 'DE02120300000000202051',
          number: null,
          name: null,
          owner: null,
          balance: amount,
          creditLine: null,
          monthlySpendingLimit: null,
          transactions: [
            {
              ...transaction,
              bookingDate: '2024-02-29',
              valueDate: null,
              description: 'Two\nlines',
              counterparty: { name: 'Shop', iban: null, bic: null, creditorId: null },
              mandateReference: null,
              tags: [{ name: 'food', source: null }],
              codes: [{ type: 'GVC', value: '117' }],
            },
          ],
          standingOrders: [
            {
              ...order,
              id: 't1',
              purpose: null,
              interval: null,
              executionDay: 31,
              firstExecutionDate: null,
              lastExecutionDate: null,
              createdAt: null,
            },
          ],
          securities: [
            {
              id: 't1',
              isin: null,
              name: null,
              market: null,
              quantity: '1.000',
              currency: 'EUR',
              price: null,
              purchasePrice: null,
              value: null,
              exchangeRate: null,
            },
          ],
        },
      ],
    },
  ])
})

test('all errors are reported at once, each with its path', () => {
  const error = refused([
    { id: ' ', bank: { name: '', bic: 'x'.repeat(51) }, accounts: [] },
    {
      ...login,
      accounts: [
        { ...account, iban: 'DE0', currency: 'eur', creditLine: '-1', balance: '1e5x' },
        {
          ...account,
          transactions: [
            { ...transaction, amount: '1,50', bookingDate: '2025-02-30', valueDate: '1899-12-31' },
            { ...transaction, description: 'a\0', tags: Array.from({ length: 21 }, () => ({ name: 'tag' })) },
          ],
          standingOrders: [{ id: 's1', amount: '1', currency: 'EUR', executionDay: 32 }],
          securities: [
            { id: 's1', currency: 'EUR' },
            { id: 's1', currency: 'EUR' },
          ],
        },
      ],
    },
    login,
  ])
  expect(error.code).toBe('BAD_USER_INPUT')
  const transactions = 'logins.1.accounts.1.transactions'
  expect(placesOf(error.faults).toSorted()).toEqual(
    [
      'logins.0.id',
      'logins.0.bank.name',
      'logins.0.bank.bic',
      'logins.1.accounts.0.iban',
      'logins.1.accounts.0.currency',
      'logins.1.accounts.0.creditLine',
      'logins.1.accounts.0.balance',
      'logins.1.accounts.1.id',
      `${transactions}.0.amount`,
      `${transactions}.0.bookingDate`,
      `${transactions}.0.valueDate`,
      `${transactions}.1.description`,
      `${transactions}.1.tags`,
      `${transactions}.1.id`,
      'logins.1.accounts.1.standingOrders.0.executionDay',
      'logins.1.accounts.1.securities.1.id',
      'logins.2.id',
      'logins.2.accounts.0.id',
    ].toSorted(),
  )
  expect(error.faults.find(({ field }) => field?.join('.') === 'logins.2.accounts.0.id')?.message).toContain(
    'logins.1.accounts.0',
  )
})

test('P32 an import that is too large is refused with one error, before its content is checked', () => {
  const bad = { ...transaction, amount: 'x' }
  for (const [logins, field] of [
    [Array.from({ length: 5_000 }, () => withTransactions(bad)), ['logins']],
    [[{ ...login, accounts: Array.from({ length: 51 }, () => account) }], ['logins', '0', 'accounts']],
    [[withTransactions(...Array.from({ length: 20_001 }, () => bad))], ['logins']],
  ] as const)
    expect(refused(logins)).toMatchObject({ code: 'BAD_USER_INPUT', field, faults: [{ field }] })
})

test('with many errors, the first are listed and the others are counted', () => {
  const { faults } = refused([withTransactions(...Array.from({ length: 500 }, () => transaction))])
  expect(faults).toHaveLength(100)
  expect(faults[0]?.field?.join('.')).toBe('logins.0.accounts.0.transactions.1.id')
  expect(faults.at(-1)).toEqual({ field: null, message: 'And 400 more.' })
})
