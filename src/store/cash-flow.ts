import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode } from '../domain/money.ts'
import type { Reach } from '../domain/reach.ts'
import { type CalendarInterval, calendarPeriods, startOfPeriod } from './calendar-periods.ts'
import type { ReachQueries } from './database.ts'
import type { DaySpan } from './day-spans.ts'
import { sql } from './sql.ts'
import { within } from './within.ts'

/** The most periods that one answer has. */
export const maxPeriods = 1_000

/** Money in and out within a period, in one currency. `moneyOut` is negative or zero, `net` is the sum of both. */
export interface CashFlowPeriod extends DaySpan {
  readonly currency: CurrencyCode
  readonly moneyIn: Decimal
  readonly moneyOut: Decimal
  readonly net: Decimal
  readonly transactionCount: number
}

export interface CashFlowArgs extends DaySpan {
  readonly interval: CalendarInterval
}

interface SumRow {
  readonly applicant_id: string
  readonly start: CalendarDate
  readonly currency: CurrencyCode
  readonly money_in: Decimal
  readonly money_out: Decimal
  readonly net: Decimal
  readonly transaction_count: number
}

/**
 * Exact sums of the booked transactions that count, by applicant. Every currency that occurs in the range has an entry
 * for every period.
 */
export async function readCashFlows(
  queries: ReachQueries,
  reach: Reach,
  applicantIds: readonly string[],
  { from, to, interval }: CashFlowArgs,
): Promise<Map<string, CashFlowPeriod[]>> {
  // The index of dates holds the rows of one applicant side by side, with all columns that are summed. Summing by day
  // first means that the period is computed once for each day, not for each row.
  const query = sql`
    select parent.id as applicant_id, period.* from unnest(${applicantIds}::text[]) as parent(id)
    cross join lateral (
      select date_trunc(${interval.toLowerCase()}::text, day.date::timestamp)::date as start, day.currency,
        coalesce(sum(day.money_in), 0) as money_in, coalesce(sum(day.money_out), 0) as money_out,
        sum(day.net) as net, sum(day.transaction_count)::bigint as transaction_count
      from (
        select item.effective_date as date, item.currency, sum(item.amount) filter (where item.amount > 0) as money_in,
          sum(item.amount) filter (where item.amount < 0) as money_out, sum(item.amount) as net,
          count(*) as transaction_count
        from transactions as item
        where ${within(reach)} and item.applicant_id = parent.id and item.status = 'BOOKED'
          and item.effective_date between ${from}::date and ${to}::date
        group by 1, 2
      ) as day
      group by 1, 2
    ) as period`
  const rows = await queries.slowRows<SumRow>(reach.tenant, query)
  const periods = calendarPeriods({ from, to }, interval, maxPeriods)
  const flows = new Map<string, CashFlowPeriod[]>()
  for (const [applicant, sums] of Map.groupBy(rows, row => row.applicant_id)) {
    const byPeriod = new Map(sums.map(row => [`${row.start} ${row.currency}`, row]))
    const currencies = [...new Set(sums.map(row => row.currency))].sort()
    flows.set(
      applicant,
      periods.flatMap(period =>
        currencies.map(currency => {
          const sum = byPeriod.get(`${startOfPeriod(period.from, interval)} ${currency}`)
          return { ...period, currency, ...toAmounts(sum) }
        }),
      ),
    )
  }
  return flows
}

function toAmounts(sum: SumRow | undefined): Omit<CashFlowPeriod, 'from' | 'to' | 'currency'> {
  if (!sum) return { moneyIn: '0', moneyOut: '0', net: '0', transactionCount: 0 }
  return { moneyIn: sum.money_in, moneyOut: sum.money_out, net: sum.net, transactionCount: sum.transaction_count }
}
