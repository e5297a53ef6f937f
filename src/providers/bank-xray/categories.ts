import { type CategoryMeaning, createCategoryReader } from '../../connector/category-words.ts'

const transfer: CategoryMeaning = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' }
const loan: CategoryMeaning = { in: 'LOAN_DISBURSEMENT', out: 'LOAN_REPAYMENT' }
const sales: CategoryMeaning = { in: 'OTHER_INCOME', out: 'OTHER' }
const taxes: CategoryMeaning = { in: 'OTHER_INCOME', out: 'TAX' }
/** A company pays salaries; our own SALARY is one received. */
const spending: CategoryMeaning = { in: 'OTHER', out: 'SPENDING' }

/** ASSUMED, every one: no page shows a category. */
export const toCategory = createCategoryReader({
  sales: sales,
  'customer payment': sales,
  revenue: sales,
  transfer: transfer,
  'internal transfer': transfer,
  loan: loan,
  'loan repayment': loan,
  tax: taxes,
  taxes: taxes,
  vat: taxes,
  'social security': taxes,
  salary: spending,
  salaries: spending,
  supplier: spending,
  suppliers: spending,
  rent: 'HOUSING',
  energy: 'UTILITIES',
  utilities: 'UTILITIES',
  telecom: 'UTILITIES',
  insurance: 'INSURANCE',
  transport: 'TRANSPORT',
  cash: 'CASH',
  'bank fees': 'FEES',
  fees: 'FEES',
  rejected: 'RETURNED',
  returned: 'RETURNED',
})
