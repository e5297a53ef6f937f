import { describe, expect, test } from 'vitest'
import { toTransactionFilter } from './transaction-filter.ts'

const filterOf = (address: string) => {
  const params = new URLSearchParams(address)
  return toTransactionFilter(field => params.get(field))
}

describe('the filter of transactions in the address of the page', () => {
  test('has every filled field', () => {
    expect(
      filterOf('from=2025-01-01&to=2025-03-31&min=-500.00&max=0&direction=DEBIT&category=HOUSING&search=%20rent%20'),
    ).toEqual({
      effectiveDate: { from: '2025-01-01', to: '2025-03-31' },
      amount: { min: '-500.00', max: '0' },
      direction: 'DEBIT',
      categories: ['HOUSING'],
      search: 'rent',
    })
  })

  test('leaves out empty, incomplete and unknown values', () => {
    expect(filterOf('')).toEqual({})
    expect(filterOf('min=-&max=12.&from=2025-0&direction=SIDEWAYS&category=YACHTS&search=%20')).toEqual({})
  })

  test('accepts a comma as decimal separator', () => {
    expect(filterOf('min=12,50')).toEqual({ amount: { min: '12.50', max: undefined } })
  })

  test('cuts a text to the API’s maximum length', () => {
    expect(filterOf(`search=${'a'.repeat(300)}`).search).toHaveLength(200)
  })
})
