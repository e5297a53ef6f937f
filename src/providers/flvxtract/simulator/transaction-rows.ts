import { addDays } from '../../../domain/calendar-date.ts'
import { centsToNumber, formatCents } from '../../../simulation/exact-number.ts'
import { oddTexts } from '../../../simulation/odd-texts.ts'
import { createRandom, type Random } from '../../../simulation/random.ts'
import type { Movement } from '../../../simulation/statements/movements.ts'
import type { PersonKind } from '../../../simulation/statements/person-movements.ts'

/** ASSUMED: what the vendor calls each kind of movement. */
const categories: Readonly<Record<PersonKind, string>> = {
  rent: 'Rent',
  insurance: 'Insurance',
  loan: 'Loan Repayment',
  utilities: 'Utilities',
  telecom: 'Telecommunications',
  salary: 'Salary',
  fee: 'Bank Charges',
  card: 'Card Payment',
  groceries: 'Groceries',
  restaurant: 'Restaurants',
  transport: 'Transport',
  cash: 'Cash Withdrawal',
  'transfer-in': 'Transfer In',
  'transfer-out': 'Transfer Out',
}
/** Words that no list of categories has. */
const oddCategories = ['LEVY/3', 'Unclassified (AI)', 'misc.'] as const

/**
 * The movements as the vendor lists them, with the flaws that extracted statements have: a row without id, value date or
 * balance, an amount sent as text, an unheard-of category, odd characters, two rows alike. The running balance is always exact.
 * ASSUMED: members and their names; amounts are unsigned and `type` says which way.
 */
export function* createTransactionRows(
  movements: Iterable<Movement<PersonKind>>,
  opening: number,
  digest: string,
): Generator<Readonly<Record<string, unknown>>> {
  const random = createRandom(`${digest} rows`)
  let balance = opening
  let position = 0
  for (const movement of movements) {
    balance += movement.cents
    position += 1
    const unsigned = Math.abs(movement.cents)
    const printed = {
      date: movement.date,
      description: movement.description,
      amount: centsToNumber(unsigned),
      type: movement.cents > 0 ? 'credit' : 'debit',
      category: categories[movement.kind],
    }
    if (movement.isTwin) {
      yield printed
      continue
    }
    yield {
      id: random.percent(2) ? undefined : `${digest.slice(0, 12)}-${position}`,
      ...printed,
      valueDate: pickValueDate(random, movement.date),
      description: random.percent(3) ? random.pick(oddTexts)(movement.description) : movement.description,
      amount: random.percent(2) ? formatCents(unsigned) : printed.amount,
      balance: random.percent(2) ? undefined : centsToNumber(balance),
      category: random.percent(2) ? random.pick(oddCategories) : printed.category,
      reference: random.percent(60) ? `FT${random.integer(10_000_000, 99_999_999)}` : null,
    }
  }
}

/** Mostly the booking date, at times the next day, at times not printed. */
function pickValueDate(random: Random, date: string): string | null | undefined {
  if (random.percent(2)) return undefined
  if (random.percent(2)) return null
  return random.percent(10) ? addDays(date, 1) : date
}
