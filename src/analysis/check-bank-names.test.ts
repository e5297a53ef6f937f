import { expect, test } from 'vitest'
import type { Bank } from '../domain/bank.ts'
import { nearestBanks } from './check-bank-names.ts'

const bank = (name: string, fullName: string | null): Bank => ({
  name,
  fullName,
  bic: null,
  bankCode: null,
  logo: null,
})
const banks = [
  bank('AXIS', 'Axis Bank'),
  bank('HDFC', 'HDFC Bank'),
  bank('HSBC', 'HSBC Bank'),
  bank('KOTAK', 'Kotak Mahindra Bank'),
  bank('SBI', 'State Bank of India'),
]

test.each([
  ['HFDC', 'HDFC'],
  ['hdfc', 'HDFC'],
  ['State Bnk of India', 'SBI'],
  ['kotak  mahindra bank', 'KOTAK'],
])('the bank nearest to "%s" is %s, by its short or full name, whatever its case and spaces', (text, name) => {
  const nearest = nearestBanks(text, banks)
  expect(nearest).toHaveLength(3)
  expect(nearest[0]?.name).toBe(name)
})
