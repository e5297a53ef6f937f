import { centsToNumber } from '../../../simulation/exact-number.ts'
import type { Row } from './account-content.ts'
import { toLongMonth, toMidnight, toShortDate, toShortMonth } from './dates.ts'
import { isBounceOrPenalty } from './month-figures.ts'

/** A transaction with `metadata` as an object, as most lists have it. */
export function toTransaction(row: Row) {
  return {
    transaction_type: row.cents > 0 ? 'credit' : 'debit',
    transaction_note: row.printed.note,
    chq_num: row.chequeNumber,
    amount: row.printed.amount,
    balance: row.printed.balance,
    date: toMidnight(row.date),
    hash: row.hash,
    category: row.printed.category,
    metadata: {
      unclean_merchant: row.merchant,
      transaction_channel: row.channel,
      description: row.description,
    },
  }
}

/** A transaction with the members of `metadata` at the top, as four lists have it: recurring, of lenders, own, bounced. */
function toFlatTransaction(row: Row) {
  const { metadata, ...rest } = toTransaction(row)
  return {
    ...rest,
    transaction_channel: metadata.transaction_channel,
    merchant_category: row.merchantCategory,
    description: metadata.description,
  }
}

/** ASSUMED: these kinds of monthly movements are recurring. */
const recurringKinds: ReadonlySet<string> = new Set(['rent', 'insurance', 'loan', 'utilities', 'telecom', 'salary'])
const greatestCount = 5

/** Collects the lists of one account beside `transactions`. Every entry has the hash of its transaction. */
export function createTransactionLists() {
  const salaries: Row[] = []
  const ofLenders: Row[] = []
  const own: Row[] = []
  const bounced: Row[] = []
  const recurring = new Map<string, Row[]>()
  const greatest = { credit: new Map<string, Row[]>(), debit: new Map<string, Row[]>() }
  const spent = new Map<string, number>()

  return {
    /** Must be called once with every row, in order of date. */
    visit(row: Row): void {
      const side = row.cents > 0 ? 'credit' : 'debit'
      if (row.channel === 'salary') salaries.push(row)
      if (row.description === 'lender_transaction') ofLenders.push(row)
      if (row.description === 'self_transfer') own.push(row)
      if (isBounceOrPenalty(row)) bounced.push(row)
      if (recurringKinds.has(row.kind)) {
        const key = `${side} ${row.channel} ${row.merchant}`
        recurring.set(key, [...(recurring.get(key) ?? []), row])
      }
      const month = row.date.slice(0, 7)
      keepGreatest(greatest[side], month, row)
      if (side === 'debit') {
        const category = row.category.startsWith('Transfer to') ? 'Transfers' : row.category
        spent.set(category, (spent.get(category) ?? 0) - row.cents)
      }
    },
    /** The lists as members of `data`. */
    toMembers(accountId: string) {
      const groups = [...recurring.values()].filter(({ length }) => length > 1)
      const toGroups = (side: 1 | -1) =>
        groups.filter(([first]) => Math.sign(first?.cents ?? 0) === side).map(rows => toGroup(accountId, rows))
      return {
        salary_transactions: salaries.map(toSalary),
        recurring_transactions: { debit_transactions: toGroups(-1), credit_transactions: toGroups(1) },
        lender_transactions: ofLenders.map(toFlatTransaction),
        top_credits_debits: [
          { type: 'top_5_debit', data: toGreatest(greatest.debit) },
          { type: 'top_5_credit', data: toGreatest(greatest.credit) },
        ],
        expense_categories: toShares(spent),
        self_and_sister_transactions: own.map(toFlatTransaction),
        bounced_or_penal_transactions: bounced.map(toFlatTransaction),
      }
    },
  }
}

function keepGreatest(months: Map<string, Row[]>, month: string, row: Row): void {
  const before = months.get(month) ?? []
  if (before.length === greatestCount && Math.abs(before.at(-1)?.cents ?? 0) >= Math.abs(row.cents)) return
  const sorted = [...before, row].toSorted((one, other) => Math.abs(other.cents) - Math.abs(one.cents))
  months.set(month, sorted.slice(0, greatestCount))
}

function toGreatest(months: ReadonlyMap<string, readonly Row[]>) {
  return [...months].map(([month, rows]) => ({
    month: toShortMonth(`${month}-01`),
    data: rows.map(row => ({ ...toTransaction(row), date: toShortDate(row.date) })),
  }))
}

function toSalary(row: Row) {
  const { metadata, ...rest } = toTransaction(row)
  return { ...rest, employer_name: null, salary_month: toLongMonth(row.date), metadata }
}

function toGroup(accountId: string, rows: readonly Row[]) {
  const amounts = rows.map(({ cents }) => Math.abs(cents)).toSorted((one, other) => one - other)
  return {
    account_id: accountId,
    transaction_channel: rows[0]?.channel.toUpperCase() ?? '',
    clean_transaction_note: rows[0]?.merchant ?? '',
    median: centsToNumber(amounts[Math.floor(amounts.length / 2)] ?? 0),
    start_date: toMidnight(rows[0]?.date ?? ''),
    end_date: toMidnight(rows.at(-1)?.date ?? ''),
    transactions: rows.map(row => {
      const { chq_num: _, ...flat } = toFlatTransaction(row)
      return flat
    }),
  }
}

/** Whole percents, greatest first. Shares below half a percent are left out. */
function toShares(spent: ReadonlyMap<string, number>) {
  const total = [...spent.values()].reduce((one, other) => one + other, 0)
  return [...spent]
    .map(([category, sum]) => ({ category, percentage: total === 0 ? 0 : Math.round((sum * 100) / total) }))
    .filter(({ percentage }) => percentage > 0)
    .toSorted((one, other) => other.percentage - one.percentage)
}
