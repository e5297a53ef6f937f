import type { Decimal } from '../domain/decimal.ts'
import { signOf } from '../domain/decimal.ts'
import type { TransactionCategory, TransactionCategoryCode } from '../domain/transaction.ts'

/** A category, or one for money that comes in and another for money that goes out. */
export type CategoryMeaning =
  | TransactionCategoryCode
  | { readonly in: TransactionCategoryCode; readonly out: TransactionCategoryCode }

/**
 * Reads a vendor's words for categories: the word as our category, with the word itself beside it; an unknown one is OTHER, and
 * none is null.
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
