import type { Decimal } from '../../domain/decimal.ts'
import { negateDecimal, signOf } from '../../domain/decimal.ts'
import type { CreditDebit } from '../../domain/money.ts'

/** ASSUMED: `credit` and `debit` in any case; the short forms that statements print are understood too. */
const directions: ReadonlyMap<string, CreditDebit> = new Map([
  ['credit', 'CREDIT'],
  ['cr', 'CREDIT'],
  ['debit', 'DEBIT'],
  ['dr', 'DEBIT'],
])

export function toDirection(word: string | null): CreditDebit | null {
  return directions.get(word?.trim().toLowerCase() ?? '') ?? null
}

/**
 * The amount from the holder's point of view. Whether the vendor signs its amounts is undocumented, so both are read: a
 * positive amount takes its sign from the direction, a negative one is signed already and keeps its sign. Where the two
 * contradict each other (negative and credit) the explicit sign wins, as an unknown word never overrules it either.
 */
export function toSignedAmount(amount: Decimal, direction: CreditDebit | null): Decimal {
  return signOf(amount) > 0 && direction === 'DEBIT' ? negateDecimal(amount) : amount
}
