import type { CalendarDate } from '../domain/calendar-date.ts'
import type { Decimal } from '../domain/decimal.ts'
import type { CurrencyCode } from '../domain/money.ts'
import type { TenantId } from '../domain/tenant.ts'
import { type CalendarInterval, type CalendarPeriod, calendarPeriods, startOfPeriod } from './calendar-periods.ts'
import type { Queries } from './database.ts'
import { sql } from './sql.ts'

/** More periods than this are not answered. */
export const maxPeriods = 1_000

/** Money in and out within a period, in one currency. `moneyOut` is negative or zero, `net` is the sum of both. */
export interface CashFlowPeriod extends CalendarPeriod {
  readonly currency: CurrencyCode
  readonly moneyIn: Decimal
  readonly moneyOut: Decimal
  readonly net: Decimal
  readonly transactionCount: number
}

export interface CashFlowArgs extends CalendarPeriod {
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
 * Exact sums over the booked transactions that count, by applicant. Every period of the range is
 * there in every currency that occurs in it.
 */
export async function readCashFlows(
  queries: Queries,
  tenant: TenantId,
  applicantIds: readonly string[],
  { from, to, interval }: CashFlowArgs,
): Promise<Map<string, CashFlowPeriod[]>> {
  const query = sql`
    select item.applicant_id, date_trunc(${interval.toLowerCase()}::text, item.effective_date::timestamp)::date as start, item.currency,
      coalesce(sum(item.amount) filter (where item.amount > 0), 0) as money_in,
      coalesce(sum(item.amount) filter (where item.amount < 0), 0) as money_out,
      sum(item.amount) as net, count(*) as transaction_count
    from transactions as item
    where item.tenant_id = ${tenant} and item.applicant_id = any(${applicantIds}) and item.status = 'BOOKED'
      and item.effective_date between ${from}::date and ${to}::date
    group by 1, 2, 3`
  const rows = await queries.slowRows<SumRow>(tenant, query)
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
