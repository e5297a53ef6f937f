import { createRandom } from '../random.ts'
import { createIban } from './iban.ts'

/** The account of a company, the same in all its statements. */
export interface CompanyAccount {
  readonly iban: string
  readonly bic: string
  /** The sales of an ordinary month in cents. */
  readonly monthlySales: number
}

/** @param code the company's register and number, on which alone the account depends */
export function createCompanyAccount({ type, id }: { readonly type: string; readonly id: string }): CompanyAccount {
  const random = createRandom(`${type} ${id} account`)
  const digits = (count: number) => Array.from({ length: count }, () => random.integer(0, 9)).join('')
  const country = type === 'kvk' ? 'NL' : 'FR'
  const own = country === 'NL' ? `SIMU${digits(10)}` : `99999${digits(18)}`
  return {
    iban: createIban(country, own),
    bic: `SIMU${country}2XXXX`,
    monthlySales: random.integer(2_000_000, 40_000_000),
  }
}
