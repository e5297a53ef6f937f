import { type CategoryMeaning, createCategoryReader } from '../../connector/category-words.ts'
import type { Decimal } from '../../domain/decimal.ts'
import type { TransactionCategory } from '../../domain/transaction.ts'

const transfer: CategoryMeaning = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' }
const loan: CategoryMeaning = { in: 'LOAN_DISBURSEMENT', out: 'LOAN_REPAYMENT' }
const income: CategoryMeaning = { in: 'OTHER_INCOME', out: 'OTHER' }

/** ASSUMED: the vendor's list of categories is not public. These are the words of its samples, and similar words. */
const knownCategory = createCategoryReader({
  salary: 'SALARY',
  'salary paid': { in: 'SALARY', out: 'SPENDING' },
  pension: 'BENEFIT',
  subsidy: 'BENEFIT',
  income: income,
  interest: income,
  'bank interest': income,
  'interest received': income,
  investment: { in: 'OTHER_INCOME', out: 'SPENDING' },
  'investment cash in': 'OTHER_INCOME',
  dividend: 'OTHER_INCOME',
  refund: income,
  cashback: income,
  transfers: transfer,
  'self transfer': transfer,
  'sister company transfer': transfer,
  rent: 'HOUSING',
  utilities: 'UTILITIES',
  'electricity bill': 'UTILITIES',
  'telecom bill': 'UTILITIES',
  bills: 'UTILITIES',
  'bill payment': 'UTILITIES',
  groceries: 'GROCERIES',
  fuel: 'TRANSPORT',
  travel: 'TRANSPORT',
  transport: 'TRANSPORT',
  insurance: 'INSURANCE',
  tax: 'TAX',
  taxes: 'TAX',
  'loan disbursed': loan,
  loan: loan,
  'loan repayment': loan,
  emi: 'LOAN_REPAYMENT',
  'credit card bill': 'LOAN_REPAYMENT',
  gaming: 'GAMBLING',
  gambling: 'GAMBLING',
  cash: 'CASH',
  'cash withdrawal': 'CASH',
  'cash withdrawl': 'CASH',
  'cash deposit': 'CASH',
  'bank charge': 'FEES',
  'bank charges': 'FEES',
  'penalty charge': 'FEES',
  bounced: 'RETURNED',
  reversal: 'RETURNED',
  'cheque bounce': 'RETURNED',
  shopping: 'SPENDING',
  food: 'SPENDING',
  entertainment: 'SPENDING',
  medical: 'SPENDING',
  education: 'SPENDING',
  others: 'OTHER',
})

/** The category of a transaction. "Transfer to" and "Transfer from" are followed by the name of the other party. */
export function toCategory(word: string | null, amount: Decimal): TransactionCategory | null {
  const category = knownCategory(word, amount)
  if (category?.code !== 'OTHER') return category
  if (/^transfer to\b/i.test(word ?? '')) return { ...category, code: 'TRANSFER_OUT' }
  if (/^transfer from\b/i.test(word ?? '')) return { ...category, code: 'TRANSFER_IN' }
  return category
}
