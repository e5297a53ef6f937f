import { formatDay } from '../../format/dates.ts'
import { Amount } from '../../layout/amount.tsx'
import type { DailyBalance } from './to-daily-balances.ts'

/** The exact figures of the chart, also for screen readers. */
export function BalanceTable({ days }: { readonly days: readonly DailyBalance[] }) {
  return (
    <table>
      <caption className="unseen">Balance at the end of each day</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" data-align="end">
            Balance
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, balance }) => (
          <tr key={date}>
            <th scope="row">{formatDay(date)}</th>
            <td data-align="end">
              <Amount of={balance} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
