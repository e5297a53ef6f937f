import { centsToNumber } from '../../../simulation/exact-number.ts'
import { createRandom } from '../../../simulation/random.ts'
import { toLongMonth } from './dates.ts'
import { type Bucket, buckets, figureOf, type MonthFigures } from './month-figures.ts'

/** Computes a figure of one month; null when the month has none. */
export type Metric = (month: MonthFigures) => unknown

const sum = (month: MonthFigures, bucket: Bucket) => figureOf(month, bucket).sum
const count = (month: MonthFigures, bucket: Bucket) => figureOf(month, bucket).count
const days = ({ endOfDay }: MonthFigures) => [...endOfDay.values()]
const average = (total: number, of: number) => centsToNumber(of === 0 ? 0 : Math.round(total / of))
/** In hundredths of a percent. */
const share = (part: number, whole: number) => centsToNumber(whole === 0 ? 0 : Math.round((part * 10_000) / whole))
const total = (values: readonly number[]) => values.reduce((one, other) => one + other, 0)
const turnover = (month: MonthFigures) => count(month, 'credit') + count(month, 'debit')

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function modeOf(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

/** The balance at the end of a day of the month; null when it is not covered. */
function balanceOn(day: number): Metric {
  return ({ month, endOfDay }) => {
    const balance = endOfDay.get(`${month}-${String(day).padStart(2, '0')}`)
    return balance === undefined ? null : centsToNumber(balance)
  }
}

function balancesOn(...wanted: readonly number[]): (month: MonthFigures) => readonly number[] {
  return ({ month, endOfDay }) => wanted.flatMap(day => endOfDay.get(`${month}-${String(day).padStart(2, '0')}`) ?? [])
}

const daysBelow =
  (paise: number): Metric =>
  month =>
    days(month).filter(balance => balance < paise).length

function* bucketMetrics(): Generator<readonly [string, Metric]> {
  for (const bucket of buckets) {
    if (bucket === 'salary') continue
    yield [`amt_${bucket}`, month => centsToNumber(sum(month, bucket))]
    yield [`cnt_${bucket}`, month => count(month, bucket)]
    yield [`max_amt_${bucket}`, month => centsToNumber(figureOf(month, bucket).most)]
    yield [`min_amt_${bucket}`, month => centsToNumber(figureOf(month, bucket).least)]
    yield [`avg_amt_${bucket}`, month => average(sum(month, bucket), count(month, bucket))]
  }
}

const namedMetrics: Readonly<Record<string, Metric>> = {
  opening_balance: ({ opening }) => centsToNumber(opening),
  closing_balance: ({ closing }) => centsToNumber(closing),
  median_balance: month => centsToNumber(medianOf(days(month))),
  mode_balance: month => centsToNumber(modeOf(days(month))),
  avg_bal: month => average(total(days(month)), days(month).length),
  max_eod_balance: month => centsToNumber(Math.max(...days(month))),
  min_eod_balance: month => centsToNumber(Math.min(...days(month))),
  sum_of_eod_balance: month => centsToNumber(total(days(month))),
  cnt_of_eod_balance: month => days(month).length,
  cnt_transactions: turnover,
  net_cash_inflow: month => centsToNumber(sum(month, 'credit') - sum(month, 'debit')),
  avg_credit_transaction_size: month => average(sum(month, 'credit'), count(month, 'credit')),
  avg_debit_transaction_size: month => average(sum(month, 'debit'), count(month, 'debit')),
  total_amount_of_salary: month => centsToNumber(sum(month, 'salary')),
  number_of_salary_transactions: month => count(month, 'salary'),
  max_amount_of_salary: month => centsToNumber(figureOf(month, 'salary').most),
  min_amount_of_salary: month => centsToNumber(figureOf(month, 'salary').least),
  avg_amount_of_salary: month => average(sum(month, 'salary'), count(month, 'salary')),
  loan_emi: month => centsToNumber(sum(month, 'emi_debit')),
  avg_emi: month => average(sum(month, 'emi_debit'), count(month, 'emi_debit')),
  turnover_excluding_loan_and_self_credit: month =>
    centsToNumber(sum(month, 'credit') - sum(month, 'loan_credits') - sum(month, 'self_transfer_credit')),
  amt_credit_wo_self_transfer: month => centsToNumber(sum(month, 'credit') - sum(month, 'self_transfer_credit')),
  amt_debit_wo_self_transfer: month => centsToNumber(sum(month, 'debit') - sum(month, 'self_transfer_debit')),
  amt_credits_wo_reversal: month => centsToNumber(sum(month, 'credit') - sum(month, 'reversal_credit')),
  cnt_credits_wo_reversal: month => count(month, 'credit') - count(month, 'reversal_credit'),
  amt_debits_wo_reversal: month => centsToNumber(sum(month, 'debit')),
  cnt_debits_wo_reversal: month => count(month, 'debit'),
  amt_spent_on_groceries: month => centsToNumber(sum(month, 'grocery_related_debits')),
  perc_salary_spend_cash_withdrawl: month => share(sum(month, 'cash_withdrawl_debit'), sum(month, 'salary')),
  perc_salary_spend_bill_payment: month => share(sum(month, 'bill_payment_debit'), sum(month, 'salary')),
  perc_salary_spend_debit_card: month => share(sum(month, 'debit_card_debit'), sum(month, 'salary')),
  perc_salary_spend_net_banking_transfer: month =>
    share(sum(month, 'net_banking_transfer_debit'), sum(month, 'salary')),
  perc_salary_spend_upi: month => share(sum(month, 'upi_debit'), sum(month, 'salary')),
  perc_cash_deposit_to_total_credit: month => share(sum(month, 'cash_deposit_credit'), sum(month, 'credit')),
  perc_inward_bounce: month => share(count(month, 'inward_cheque_bounce_credit'), turnover(month)),
  perc_outward_bounce: month => share(count(month, 'outward_cheque_bounce_debit'), turnover(month)),
  cnt_inward_bounces: month => count(month, 'inward_cheque_bounce_credit'),
  amt_inward_bounces: month => centsToNumber(sum(month, 'inward_cheque_bounce_credit')),
  cnt_days_eod_bal_lt_1000: daysBelow(100_000),
  cnt_days_eod_bal_lt_25000: daysBelow(2_500_000),
  no_of_days_eod_lt_5k: daysBelow(500_000),
  no_of_days_eod_lt_20k: daysBelow(2_000_000),
  no_of_days_eod_lt_1lk: daysBelow(10_000_000),
  cnt_negative_balance: daysBelow(0),
  cnt_days_account_overdrawn: daysBelow(0),
  cnt_days_negative_od_eod_balance: daysBelow(0),
  max_overdraft_balance: month => centsToNumber(Math.max(0, ...days(month).map(balance => -balance))),
  sum_of_eod_bal_on_1_10_15_25: month => centsToNumber(total(balancesOn(1, 10, 15, 25)(month))),
  avg_of_eod_bal_on_1_10_15_25: month => average(total(balancesOn(1, 10, 15, 25)(month)), 4),
  sum_of_eod_bal_on_1_5_15_25: month => centsToNumber(total(balancesOn(1, 5, 15, 25)(month))),
  avg_of_eod_bal_on_1_5_15_25: month => average(total(balancesOn(1, 5, 15, 25)(month)), 4),
  start_date: ({ from }) => from,
  end_date: ({ to }) => to,
  employer_name: () => null,
  highest_salary_date: () => null,
  is_current_month: () => false,
  is_complete_month: () => true,
}

/** Figures whose names do not say what they count. Their values are drawn at random. */
const drawnNames = [
  'sanction_limit',
  'drawing_power_limit',
  'cnt_ccod_interest',
  'amt_ccod_interest',
  'no_of_days_to_serve_cc_interest',
  'cnt_stop_emi_charge',
  'amt_stop_emi_charge',
  'avg_amt_overdraft_utilization',
  'avg_amt_overdraft_utilization_perc',
  'no_of_instances_account_overdrawn',
  'max_days_account_in_overdrawn_state',
  'number_of_days_cc_limit_breached',
  'amt_dividend_credit',
  'amt_rent_credit',
  'amt_pension_credit',
  'amt_netting_credits',
  'cnt_netting_credits',
  'amt_netting_debits',
  'cnt_netting_debits',
  'abb_isto_emi',
  'avg_bal_multipleof5',
  'sum_salary_spent_within_5_days_of_credit',
  'perc_salary_amt_debit_within5_days',
  'eod_balance_lt_500_2_months_gte_10',
] as const

const ordinals: Readonly<Record<number, string>> = {
  1: '1st',
  5: '5th',
  10: '10th',
  15: '15th',
  20: '20th',
  25: '25th',
  30: '30th',
}
const eodDays = [1, 2, 4, 5, 6, 10, 11, 15, 16, 17, 20, 21, 25, 30]

/** All metrics by the vendor's name. ASSUMED: the meaning of each, from its name. */
export const metrics: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  ...Object.entries(namedMetrics),
  ...bucketMetrics(),
  ...eodDays.map(day => [`eod_bal_on_${String(day).padStart(2, '0')}`, balanceOn(day)] as const),
  ...Object.entries(ordinals).map(([day, name]) => [`balance_net_off_on_${name}`, balanceOn(Number(day))] as const),
  ...drawnNames.map(
    name =>
      [
        name,
        ({ month, opening }: MonthFigures) => {
          const random = createRandom(`${name} ${month} ${opening}`)
          const drawn = random.percent(70) ? 0 : random.integer(1, 400_000)
          return name.startsWith('cnt_') || name.includes('_of_') ? drawn % 30 : centsToNumber(drawn)
        },
      ] as const,
  ),
])

/** `{metric: {"Aug-2025": value}}` */
export function createMonthlyAnalysis(months: readonly MonthFigures[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...metrics].map(([name, metric]) => [
      name,
      Object.fromEntries(months.map(month => [toLongMonth(`${month.month}-01`), metric(month)])),
    ]),
  )
}
