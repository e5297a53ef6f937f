import type { Decimal } from '../../domain/decimal.ts'
import { signOf } from '../../domain/decimal.ts'
import type { Category, CategoryCode } from '../../domain/transaction.ts'

/** A word that means one thing when money comes in and another when it goes out. */
interface ByDirection {
  readonly in: CategoryCode
  readonly out: CategoryCode
}

const income: ByDirection = { in: 'OTHER_INCOME', out: 'OTHER' }
const transfer: ByDirection = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' }
const loan: ByDirection = { in: 'LOAN_DISBURSEMENT', out: 'LOAN_REPAYMENT' }

/** ASSUMED, every one: https://flvxtract.com/docs shows no category. Keys are lower case with single spaces. */
const codes: ReadonlyMap<string, CategoryCode | ByDirection> = new Map<string, CategoryCode | ByDirection>([
  ['salary', 'SALARY'],
  ['wages', 'SALARY'],
  ['payroll', 'SALARY'],
  ['benefit', 'BENEFIT'],
  ['benefits', 'BENEFIT'],
  ['pension', 'BENEFIT'],
  ['income', income],
  ['other income', income],
  ['interest', { in: 'OTHER_INCOME', out: 'FEES' }],
  ['transfer', transfer],
  ['transfers', transfer],
  ['transfer in', 'TRANSFER_IN'],
  ['transfer out', 'TRANSFER_OUT'],
  ['rent', 'HOUSING'],
  ['housing', 'HOUSING'],
  ['mortgage', 'HOUSING'],
  ['utilities', 'UTILITIES'],
  ['utility', 'UTILITIES'],
  ['bills', 'UTILITIES'],
  ['airtime', 'UTILITIES'],
  ['groceries', 'GROCERIES'],
  ['transport', 'TRANSPORT'],
  ['transportation', 'TRANSPORT'],
  ['fuel', 'TRANSPORT'],
  ['insurance', 'INSURANCE'],
  ['tax', 'TAX'],
  ['taxes', 'TAX'],
  ['loan', loan],
  ['loans', loan],
  ['loan disbursement', 'LOAN_DISBURSEMENT'],
  ['loan repayment', 'LOAN_REPAYMENT'],
  ['gambling', 'GAMBLING'],
  ['betting', 'GAMBLING'],
  ['cash', 'CASH'],
  ['atm', 'CASH'],
  ['cash withdrawal', 'CASH'],
  ['atm withdrawal', 'CASH'],
  ['cash deposit', 'CASH'],
  ['fee', 'FEES'],
  ['fees', 'FEES'],
  ['charges', 'FEES'],
  ['bank charges', 'FEES'],
  ['reversal', 'RETURNED'],
  ['returned', 'RETURNED'],
  ['bounced', 'RETURNED'],
  ['shopping', 'SPENDING'],
  ['entertainment', 'SPENDING'],
  ['dining', 'SPENDING'],
  ['food', 'SPENDING'],
  ['pos', 'SPENDING'],
])

/**
 * The vendor's word as our category, with the word itself beside it; an unknown word is OTHER.
 * @returns null when there is no word.
 */
export function toCategory(word: string | null, amount: Decimal): Category | null {
  if (word === null) return null
  const key = word
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const meaning = codes.get(key) ?? 'OTHER'
  const code = typeof meaning === 'string' ? meaning : signOf(amount) < 0 ? meaning.out : meaning.in
  return { code, providerCode: word }
}
