import type { Decimal } from '../domain/decimal.ts'
import { signOf } from '../domain/decimal.ts'
import type { TransactionCategory, TransactionCategoryCode } from '../domain/transaction.ts'

/** A category, or one category for incoming and another for outgoing amounts. */
export type CategoryMeaning =
  | TransactionCategoryCode
  | { readonly in: TransactionCategoryCode; readonly out: TransactionCategoryCode }

/**
 * Creates the function that maps a vendor's word for a category to ours and keeps the word as `providerCode`. An unknown word
 * is OTHER; no word is null.
 *
 * @param meanings by word, in lower case with single spaces: "bank-charges" and "BankCharges" are both looked up as `bank charges`
 */
export function createCategoryReader(meanings: Readonly<Record<string, CategoryMeaning>>) {
  const known = new Map(Object.entries(meanings))
  return function toCategory(word: string | null, amount: Decimal): TransactionCategory | null {
    if (word === null) return null
    const key = word
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    const meaning = known.get(key) ?? 'OTHER'
    const code = typeof meaning === 'string' ? meaning : signOf(amount) < 0 ? meaning.out : meaning.in
    return { code, providerCode: word }
  }
}
