import type { Decimal } from '../domain/decimal.ts'
import { negateDecimal, signOf } from '../domain/decimal.ts'
import type { CreditDebit } from '../domain/money.ts'

// For vendors whose documentation does not say whether amounts are signed.

/** ASSUMED: the words `credit` and `debit` in any case. The short forms are those that statements print. */
const directions: ReadonlyMap<string, CreditDebit> = new Map([
  ['credit', 'CREDIT'],
  ['cr', 'CREDIT'],
  ['debit', 'DEBIT'],
  ['dr', 'DEBIT'],
])

/** @returns null for no word or an unknown one */
export function toDirection(word: string | null): CreditDebit | null {
  return directions.get(word?.trim().toLowerCase() ?? '') ?? null
}

/**
 * The amount as the account holder sees it. A positive amount takes its sign from the direction; a negative amount is signed
 * already and keeps its sign, also when the direction is CREDIT.
 */
export function toSignedAmount(amount: Decimal, direction: CreditDebit | null): Decimal {
  return signOf(amount) > 0 && direction === 'DEBIT' ? negateDecimal(amount) : amount
}

/** A total of debits as zero or a negative number; vendors write it without a sign. */
export function toTotalDebits(total: Decimal | null): Decimal | null {
  return total !== null && signOf(total) > 0 ? negateDecimal(total) : total
}
