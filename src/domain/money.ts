import type { Decimal } from './decimal.ts'
import { signOf } from './decimal.ts'

/** ISO 4217; `XXX` when unknown. */
export type CurrencyCode = string

export const unknownCurrency: CurrencyCode = 'XXX'

/** An amount from the account holder's point of view: positive into the account, negative out of it. */
export interface MonetaryAmount {
  readonly value: Decimal
  readonly currency: CurrencyCode
}

export const creditDebits = ['CREDIT', 'DEBIT'] as const
export type CreditDebit = (typeof creditDebits)[number]

/** The direction that agrees with the sign; for zero that of the vendor, else CREDIT. */
export function directionOf(value: Decimal, vendorWord: CreditDebit | null): CreditDebit {
  const sign = signOf(value)
  if (sign === 0) return vendorWord ?? 'CREDIT'
  return sign < 0 ? 'DEBIT' : 'CREDIT'
}

/** @returns the code in capitals, or XXX for anything that is not three letters. */
export function toCurrencyCode(word: string | null | undefined): CurrencyCode {
  const code = word?.trim().toUpperCase() ?? ''
  return /^[A-Z]{3}$/.test(code) ? code : unknownCurrency
}
