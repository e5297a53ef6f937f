import { centsToNumber } from '../../../simulation/exact-number.ts'
import { createRandom } from '../../../simulation/random.ts'
import type { AccountContent } from './account-content.ts'
import { toShortMonth } from './dates.ts'
import { type Bucket, figureOf, type MonthFigures } from './month-figures.ts'
import { metrics } from './monthly-analysis.ts'
import type { SimulatedAccount } from './sessions.ts'

/** Predictors of the last twelve months, `<name>_0` for the latest, each with the metric of one month that it repeats. */
const monthly: Readonly<Record<string, string>> = {
  credits: 'amt_credit',
  debits: 'amt_debit',
  income: 'amt_income_credit',
  expense: 'amt_debits_wo_reversal',
  total_salary: 'total_amount_of_salary',
  cnt_salary: 'number_of_salary_transactions',
  number_of_transactions: 'cnt_transactions',
  cnt_credit_transaction: 'cnt_credit',
  cnt_debit_transaction: 'cnt_debit',
  avg_credit_transaction: 'avg_credit_transaction_size',
  avg_debit_transaction: 'avg_debit_transaction_size',
  avg_balance: 'avg_bal',
  min_balance: 'min_eod_balance',
  max_balance: 'max_eod_balance',
  bal_last: 'closing_balance',
  balance_on_1st: 'balance_net_off_on_1st',
  balance_on_5th: 'balance_net_off_on_5th',
  balance_on_10th: 'balance_net_off_on_10th',
  balance_on_15th: 'balance_net_off_on_15th',
  balance_on_20th: 'balance_net_off_on_20th',
  balance_on_25th: 'balance_net_off_on_25th',
  balance_on_30th: 'balance_net_off_on_30th',
  obligation: 'loan_emi',
  amt_upi_credits: 'amt_upi_credit',
  cnt_upi_credits: 'cnt_upi_credit',
  amt_upi_debits: 'amt_upi_debit',
  cnt_upi_debits: 'cnt_upi_debit',
  amt_cash_deposit: 'amt_cash_deposit_credit',
  cnt_cash_deposit: 'cnt_cash_deposit_credit',
  amt_cash_withdrawl_debit: 'amt_cash_withdrawl_debit',
  cnt_cash_withdrawl_debit: 'cnt_cash_withdrawl_debit',
  amt_loan_credits: 'amt_loan_credits',
  cnt_loan_credits: 'cnt_loan_credits',
  max_amount_loan_credits: 'max_amt_loan_credits',
  amt_emi_debit: 'amt_emi_debit',
  cnt_emi_debit: 'cnt_emi_debit',
  amt_self_transfer_credit: 'amt_self_transfer_credit',
  cnt_self_transfer_credit: 'cnt_self_transfer_credit',
  amt_self_transfer_debit: 'amt_self_transfer_debit',
  cnt_self_transfer_debit: 'cnt_self_transfer_debit',
  total_creditcard_payment: 'amt_credit_card_bill_debit',
  amt_minimum_balance_chrg: 'amt_min_bal_charge',
  cnt_minimum_balance_chrg: 'cnt_min_bal_charge',
  inward_chq_bounces_insuff_fund: 'cnt_inward_cheque_bounce_insuff_funds_credit',
  total_inward_chq_bounces_insuff_fund: 'amt_inward_cheque_bounce_insuff_funds_credit',
  outward_chq_bounces_insuff_fund: 'cnt_outward_cheque_bounce_insuff_funds_debit',
  total_outward_chq_bounces_insuff_fund: 'amt_outward_cheque_bounce_insuff_funds_debit',
  emi_bounce: 'cnt_emi_bounce_credit',
  total_emi_bounce: 'amt_emi_bounce_credit',
  amt_debit_fuel: 'amt_fuel_related_debits',
  amt_debit_online_shopping: 'amt_shopping_related_debits',
  amt_debit_mobile_bill: 'amt_bill_related_debits',
  cnt_days_account_overdrawn: 'cnt_days_account_overdrawn',
  number_of_days_cc_limit_breached: 'number_of_days_cc_limit_breached',
  employer_name: 'employer_name',
}

/** Sums of all months. */
const totals: Readonly<Record<string, readonly [Bucket, 'sum' | 'count']>> = {
  credits: ['credit', 'sum'],
  debits: ['debit', 'sum'],
  total_income: ['income_credit', 'sum'],
  total_expense: ['debit', 'sum'],
  total_salary_credits: ['salary', 'sum'],
  total_number_of_salary_credits: ['salary', 'count'],
  amt_total_credit_transactions: ['credit', 'sum'],
  cnt_total_credit_transactions: ['credit', 'count'],
  amt_total_debit_transactions: ['debit', 'sum'],
  cnt_total_debit_transactions: ['debit', 'count'],
  amt_upi_credit_transactions: ['upi_credit', 'sum'],
  cnt_upi_credit_transactions: ['upi_credit', 'count'],
  amt_upi_debit_transactions: ['upi_debit', 'sum'],
  cnt_upi_debit_transactions: ['upi_debit', 'count'],
  cash_withdrawals: ['cash_withdrawl_debit', 'count'],
  total_cash_withdrawal: ['cash_withdrawl_debit', 'sum'],
  total_amt_cash_deposit: ['cash_deposit_credit', 'sum'],
  total_emi_ecs_loan: ['emi_debit', 'sum'],
  total_number_of_emi_debits: ['emi_debit', 'count'],
  total_number_of_self_credits: ['self_transfer_credit', 'count'],
  total_number_of_self_debits: ['self_transfer_debit', 'count'],
  total_creditcard_payment: ['credit_card_bill_debit', 'sum'],
  total_chq_issue: ['chq_debit', 'sum'],
  chq_issues: ['chq_debit', 'count'],
  amt_refund_credit: ['refund_credit', 'sum'],
  cnt_refund_credit: ['refund_credit', 'count'],
  amt_interest_credit: ['bank_interest_credit', 'sum'],
  amt_loan_credit: ['loan_credits', 'sum'],
  total_cnt_of_loan_credits: ['loan_credits', 'count'],
  inward_chq_bounces: ['inward_cheque_bounce_credit', 'count'],
  outward_chq_bounces: ['outward_cheque_bounce_debit', 'count'],
  total_bounce_or_penal_charge: ['bounce_penal', 'sum'],
  total_cnt_bounce_or_penal_charge: ['bounce_penal', 'count'],
  amt_penalty_charge_debit: ['min_bal_charge', 'sum'],
  pos_expenses: ['debit_card_debit', 'sum'],
  total_amt_of_investment_expense: ['investment', 'sum'],
}

/** Predictors whose names do not say what they count. Their values are drawn at random. */
const drawn = {
  flags: ['salary_present_in_recent_month', 'has_negative_balance', 'mostly_cash_transactions', 'equal_credit_debit'],
  words: ['author_fraud', 'date_fraud', 'inconsistent_transaction', 'transaction_fraud', 'negative_balance'],
  ratios: [
    'fixed_obligation_to_income_ratio',
    'inward_bounce_ratio_3months',
    'emi_debit_vs_business_credit',
    'perc_self_credit_to_total_credit',
    'ratio_upi_amt_spent_in_first_7_days_to_total_upi_debits',
    'salary_confidence_v2',
    'salary_txn_frequency',
    'adjusted_abb',
    'median_abb_3months',
  ],
} as const

/** All predictors by the vendor's name. ASSUMED: the meaning of each, from its name. Months without a statement are null. */
export function createPredictors(
  account: SimulatedAccount,
  { identity }: AccountContent,
  months: readonly MonthFigures[],
): Readonly<Record<string, unknown>> {
  const latestFirst = months.toReversed()
  const twelve = Array.from({ length: 12 }, (_, index) => latestFirst[index] ?? null)
  const random = createRandom(`${account.seed} predictors`)
  const days = months.flatMap(({ endOfDay }) => [...endOfDay.values()])
  const sumOf = (bucket: Bucket, member: 'sum' | 'count') =>
    months.reduce((total, month) => total + figureOf(month, bucket)[member], 0)
  const more = account.statements.reduce((most, { plan }) => Math.max(most, plan.morePredictors), 0)
  const mean = days.length === 0 ? 0 : Math.round(days.reduce((one, other) => one + other, 0) / days.length)
  return {
    customer_name: identity.holder,
    accountnumber: identity.number,
    bank_name: account.bank,
    ifsc_code: identity.ifsc,
    account_type: 'SAVINGS',
    start_date: months[0]?.from ?? null,
    end_date: months.at(-1)?.to ?? null,
    month_duration: months.length,
    ...Object.fromEntries(twelve.map((month, index) => [`month_${index}`, month && toShortMonth(`${month.month}-01`)])),
    ...Object.fromEntries(
      Object.entries(monthly).flatMap(([name, metric]) =>
        twelve.map((month, index) => [`${name}_${index}`, month && metrics.get(metric)?.(month)]),
      ),
    ),
    ...Object.fromEntries(
      Object.entries(totals).map(([name, [bucket, member]]) => {
        const total = sumOf(bucket, member)
        return [name, member === 'sum' ? centsToNumber(total) : total]
      }),
    ),
    avg_daily_closing_balance: centsToNumber(mean),
    min_eod_balance: days.length === 0 ? null : centsToNumber(Math.min(...days)),
    avg_monthly_credits: centsToNumber(Math.round(sumOf('credit', 'sum') / Math.max(1, months.length))),
    avg_monthly_debits: centsToNumber(Math.round(sumOf('debit', 'sum') / Math.max(1, months.length))),
    cnt_days_bal_present: days.length,
    ...Object.fromEntries(drawn.flags.map(name => [name, random.percent(50)])),
    ...Object.fromEntries(drawn.words.map(name => [name, random.percent(80) ? 'NO' : 'YES'])),
    ...Object.fromEntries(drawn.ratios.map(name => [name, centsToNumber(random.integer(0, 10_000))])),
    ...Object.fromEntries(
      Array.from({ length: more }, (_, index) => [
        `simulated_figure_${index + 1}`,
        centsToNumber(random.integer(-99_999, 99_999)),
      ]),
    ),
  }
}
