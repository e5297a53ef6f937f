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
  bank('YESBNK', 'Yes Bank'),
]

test.each([
  ['HFDC', 'HDFC'],
  ['hdfc', 'HDFC'],
  ['State Bnk of India', 'SBI'],
  ['kotak  mahindra bank', 'KOTAK'],
  ['State Bank', 'SBI'],
  ['india', 'SBI'],
  ['yes', 'YESBNK'],
  ['Axis Bank Limited, Mumbai', 'AXIS'],
  ['Kotak Mahindra', 'KOTAK'],
])('the bank whose short or full name is nearest to "%s", in whole or in part, is %s', (text, name) => {
  const nearest = nearestBanks(text, banks)
  expect(nearest).toHaveLength(3)
  expect(nearest[0]?.name).toBe(name)
})
