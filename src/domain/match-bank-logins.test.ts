import { describe, expect, test } from 'vitest'
import { type AccountFacts, type LoginFacts, type LoginsAndAccounts, matchBankLogins } from './match-bank-logins.ts'

const iban = 'DE02120300000000202051'
const otherIban = 'DE02500105170137075030'
const bank = { name: 'Bank', fullName: null, bic: null, bankCode: '10020000' }

/** A login with its provider's id, and accounts whose ids begin with the login's id. */
function login(
  id: string,
  reference: string,
  accounts: readonly Partial<AccountFacts>[],
  removed = false,
): { readonly login: LoginFacts; readonly accounts: readonly AccountFacts[] } {
  const removedAt = removed ? new Date(0) : null
  const none = { iban: null, number: null, name: null, type: 'CURRENT', currency: 'EUR', reference: null } as const
  return {
    login: { id, reference, bank, removedAt },
    accounts: accounts.map((account, index) => ({ ...none, id: `${id}${index}`, loginId: id, removedAt, ...account })),
  }
}

function match(read: readonly ReturnType<typeof login>[], known: readonly ReturnType<typeof login>[]) {
  const together = (all: readonly ReturnType<typeof login>[]): LoginsAndAccounts => ({
    logins: all.map(one => one.login),
    accounts: all.flatMap(one => one.accounts),
  })
  const { logins, accounts } = matchBankLogins(together(read), together(known))
  return { ...Object.fromEntries(logins), ...Object.fromEntries(accounts) }
}

describe('P30 logins and accounts of a reading are matched', () => {
  const cases: [string, Parameters<typeof match>, Record<string, string>][] = [
    [
      'by ids of the provider',
      [[login('r', '1', [{ reference: 'a' }])], [login('k', '1', [{ reference: 'a' }])]],
      { r: 'k', r0: 'k0' },
    ],
    [
      'by an IBAN in any notation',
      [[login('r', '2', [{ iban: 'de02 1203 0000 0000 2020 51' }])], [login('k', '1', [{ iban }])]],
      { r: 'k', r0: 'k0' },
    ],
    [
      'by number and bank',
      [[login('r', '2', [{ number: '004711' }])], [login('k', '1', [{ number: '4711' }])]],
      { r: 'k', r0: 'k0' },
    ],
    [
      'by name within the login, if there is no number',
      [
        [login('r', '1', [{ name: 'Depot' }]), login('s', '2', [{ name: 'Depot' }])],
        [login('k', '1', [{ name: 'Cash' }, { name: 'Depot' }])],
      ],
      { r: 'k', r0: 'k1' },
    ],
    [
      'not by an id that now belongs to another account',
      [[login('r', '1', [{ reference: 'a', iban: otherIban }])], [login('k', '1', [{ reference: 'a', iban }])]],
      { r: 'k' },
    ],
    [
      'by IBAN and currency, if an IBAN has several',
      [
        [login('r', '2', [{ iban, currency: 'USD' }, { iban }])],
        [login('k', '1', [{ iban }, { iban, currency: 'USD' }])],
      ],
      { r: 'k', r0: 'k1', r1: 'k0' },
    ],
    [
      'each in its own login, if two logins have the account',
      [
        [login('r', '1', [{ iban }]), login('s', '2', [{ iban }])],
        [login('k', '2', [{ iban }]), login('l', '1', [{ iban }])],
      ],
      { r: 'l', s: 'k', r0: 'l0', s0: 'k0' },
    ],
    [
      'also with removed ones, newest first, but after connected ones',
      [
        [login('r', '9', [{ iban }]), login('s', '8', [{ iban }])],
        [login('k', '1', [{ iban }]), login('l', '2', [{ iban }], true), login('m', '3', [{ iban }], true)],
      ],
      { r: 'k', s: 'm', r0: 'k0', s0: 'm0' },
    ],
    [
      'in another login than before',
      [
        [login('r', '1', []), login('s', '2', [{ reference: 'a', iban }])],
        [login('k', '1', [{ reference: 'a', iban }])],
      ],
      { r: 'k', s0: 'k0' },
    ],
  ]
  test.each(cases)('%s', (_, [read, known], expected) => {
    expect(match(read, known)).toEqual(expected)
  })
})
