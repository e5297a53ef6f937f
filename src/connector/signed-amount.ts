import type { Decimal } from '../domain/decimal.ts'
import { negateDecimal, signOf } from '../domain/decimal.ts'
import type { CreditDebit } from '../domain/money.ts'

// For vendors that do not say whether they sign their amounts.

/** ASSUMED: `credit` and `debit` in any case; the short forms that statements print are understood too. */
const directions: ReadonlyMap<string, CreditDebit> = new Map([
  ['credit', 'CREDIT'],
  ['cr', 'CREDIT'],
  ['debit', 'DEBIT'],
  ['dr', 'DEBIT'],
])

/** @returns null for no word, or one that nobody knows */
export function toDirection(word: string | null): CreditDebit | null {
  return directions.get(word?.trim().toLowerCase() ?? '') ?? null
}

/**
 * The amount from the holder's point of view: a positive one takes its sign from the direction, a negative one is signed
 * already and keeps its sign. Where the two contradict each other (negative and credit) the explicit sign wins, as an unknown
 * word never overrules it either.
 */
export function toSignedAmount(amount: Decimal, direction: CreditDebit | null): Decimal {
  return signOf(amount) > 0 && direction === 'DEBIT' ? negateDecimal(amount) : amount
}

/** A total of debits, which vendors write without a sign: negative or zero. */
export function toTotalDebits(total: Decimal | null): Decimal | null {
  return total !== null && signOf(total) > 0 ? negateDecimal(total) : total
}
