import { describe, expect, test } from 'vitest'
import { groupByAccount, isOtherAccount, isSameAccount, toAccountIdentity } from './account-identity.ts'
import type { StatementAccount } from './statement.ts'

const holderName = 'A. Example'
const identify = (account: Partial<StatementAccount>, bankName: string | null = 'Bank') =>
  toAccountIdentity(bankName, { holderName, ...account })

describe('accounts', () => {
  test.each([
    ['with and without separators', { accountNumber: '0123 4567-89' }, { accountNumber: '123456789' }],
    ['an IBAN with spaces', { iban: 'NL91 ABNA 0123 4567 89' }, { iban: 'nl91abna0123456789' }],
    ['an IBAN as the account number', { accountNumber: 'NL91ABNA0123456789' }, { iban: 'NL91ABNA0123456789' }],
    ['the number within the IBAN', { accountNumber: '0123456789' }, { iban: 'NL91ABNA0123456789' }],
  ])('are the same: %s', (_, a, b) => {
    expect(isSameAccount(identify(a), identify(b))).toBe(true)
    expect(isOtherAccount(identify(a), identify(b))).toBe(false)
  })

  test.each([
    ['two numbers', { accountNumber: '111111' }, { accountNumber: '222222' }],
    ['two IBANs', { iban: 'NL91ABNA0123456789' }, { iban: 'NL05ABNA9876543210' }],
    ['a number and a mask with another end', { accountNumber: '111111' }, { maskedNumber: '**2222' }],
  ])('are others: %s', (_, a, b) => {
    expect(isSameAccount(identify(a), identify(b))).toBe(false)
    expect(isOtherAccount(identify(a), identify(b))).toBe(true)
  })

  test.each(['XXXXXX6789', '****6789', '••6789', '01XXXX6789'])(
    'a number with hidden characters is not a full number: %s',
    text => {
      expect(identify({ accountNumber: text })).toMatchObject({ number: null, iban: null, tail: '6789' })
    },
  )

  test('without a number, or with fewer than four characters, an account has no identity', () => {
    for (const account of [{}, { maskedNumber: '***789' }, { accountNumber: ' - ' }])
      expect(identify(account)).toEqual({ iban: null, number: null, tail: null, mask: null })
    expect(identify({ maskedNumber: '***6789' }, null).mask).toBeNull()
    expect(identify({ maskedNumber: '***6789', holderName: null }).mask).toBeNull()
  })

  test('a mask belongs to the account with this end of the same holder at the same bank', () => {
    const joins = (masked: ReturnType<typeof identify>) => {
      const number = { id: 'number', identity: identify({ accountNumber: '55512345' }) }
      const groups = groupByAccount([number, { id: 'masked', identity: masked }])
      return groups.get('masked') === groups.get('number')
    }
    const maskedNumber = '****2345'
    expect(joins(identify({ maskedNumber }))).toBe(true)
    expect(joins(identify({ maskedNumber: '****2346' }))).toBe(false)
    expect(joins(identify({ maskedNumber, holderName: 'B. Example' }))).toBe(false)
    expect(joins(identify({ maskedNumber }, 'Another Bank'))).toBe(false)
  })

  test('a statement with both number and IBAN joins those with one of them; an ambiguous mask joins none', () => {
    const group = (...accounts: readonly Partial<StatementAccount>[]) => {
      const groups = groupByAccount(
        accounts.map((account, index) => ({ id: String(index), identity: identify(account) })),
      )
      const all = [...groups.values()]
      return all.map(one => (one === null ? null : all.indexOf(one)))
    }
    const number = { accountNumber: '55512345' }
    const iban = { iban: 'FR7630006000011234567890189' }
    const masked = { maskedNumber: '****2345' }
    expect(group(number, iban)).toEqual([0, 1])
    expect(group(number, iban, { ...number, ...iban })).toEqual([0, 0, 0])
    expect(group(number, masked, {})).toEqual([0, 0, null])
    expect(group(number, { accountNumber: '77712345' }, masked, masked)).toEqual([0, 1, 2, 2])
  })
})
