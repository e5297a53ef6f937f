import { expect, test } from 'vitest'
import { toCategory } from './normalise.ts'

test.each([
  ['Salary', '1', 'SALARY'],
  ['bank-charges', '-1', 'FEES'],
  ['BankCharges', '-1', 'FEES'],
  ['Transfer', '1', 'TRANSFER_IN'],
  ['Transfer', '-1', 'TRANSFER_OUT'],
  ['loan', '0.00', 'LOAN_DISBURSEMENT'],
  ['loan', '-5', 'LOAN_REPAYMENT'],
  ['Unclassified (AI)', '1', 'OTHER'],
  ['constructor', '1', 'OTHER'],
])('the category "%s" of %s is %s, and the word is kept', (word, amount, code) => {
  expect(toCategory(word, amount)).toEqual({ code, providerCode: word })
})

test('no word means no category', () => {
  expect(toCategory(null, '1')).toBeNull()
})
