import type { TransactionCategoryCode, TransactionFilter, TransactionOrder } from '../../__generated__/graphql.ts'

/** The filter fields of transactions, by their names in the address of the page. */
export const transactionFields = ['from', 'to', 'min', 'max', 'direction', 'category', 'search'] as const
export type TransactionField = (typeof transactionFields)[number]

/** The categories in the order of the menu. */
export const transactionCategories = [
  'SALARY',
  'BENEFIT',
  'OTHER_INCOME',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'HOUSING',
  'UTILITIES',
  'GROCERIES',
  'TRANSPORT',
  'INSURANCE',
  'TAX',
  'LOAN_DISBURSEMENT',
  'LOAN_REPAYMENT',
  'GAMBLING',
  'CASH',
  'FEES',
  'RETURNED',
  'SPENDING',
  'OTHER',
] as const satisfies readonly TransactionCategoryCode[]

export const transactionOrders = [
  { order: 'EFFECTIVE_DATE_DESC', name: 'Latest first' },
  { order: 'EFFECTIVE_DATE_ASC', name: 'Earliest first' },
  { order: 'AMOUNT_DESC', name: 'Largest in first' },
  { order: 'AMOUNT_ASC', name: 'Largest out first' },
] as const satisfies readonly { readonly order: TransactionOrder; readonly name: string }[]

const decimal = /^-?\d+(\.\d+)?$/
const day = /^\d{4}-\d{2}-\d{2}$/
const longestSearch = 200

/** The filter of the fields. Empty and incomplete values are left out. */
export function toTransactionFilter(read: (field: TransactionField) => string | null): TransactionFilter {
  const fitting = (field: TransactionField, pattern: RegExp): string | undefined => {
    const text = read(field)?.trim().replace(',', '.') ?? ''
    return pattern.test(text) ? text : undefined
  }
  const [from, to] = [fitting('from', day), fitting('to', day)]
  const [min, max] = [fitting('min', decimal), fitting('max', decimal)]
  const direction = (['CREDIT', 'DEBIT'] as const).find(one => one === read('direction'))
  const category = transactionCategories.find(one => one === read('category'))
  const search = read('search')?.trim().slice(0, longestSearch)
  return {
    ...((from || to) && { effectiveDate: { from, to } }),
    ...((min || max) && { amount: { min, max } }),
    ...(direction && { direction }),
    ...(category && { categories: [category] }),
    ...(search && { search }),
  }
}
