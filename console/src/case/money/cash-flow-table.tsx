import { formatPeriod } from '../../format/dates.ts'
import { Amount } from '../../layout/amount.tsx'
import { ScrollArea } from '../../layout/scroll-area.tsx'
import type { CashFlowPeriod } from './cash-flow-period.ts'

/** The exact figures of the chart, also for screen readers. */
export function CashFlowTable({ periods }: { readonly periods: readonly CashFlowPeriod[] }) {
  return (
    <ScrollArea label="Money in and out">
      <table>
        <caption className="unseen">Money in and out</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" data-align="end">
              In
            </th>
            <th scope="col" data-align="end">
              Out
            </th>
            <th scope="col" data-align="end">
              Net
            </th>
            <th scope="col" data-align="end">
              Transactions
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ from, to, currency, moneyIn, moneyOut, net, transactionCount }) => (
            <tr key={from}>
              <th scope="row">{formatPeriod(from, to)}</th>
              {[moneyIn, moneyOut, net].map((value, column) => (
                <td key={column} data-align="end">
                  <Amount of={{ value, currency }} />
                </td>
              ))}
              <td data-align="end">{transactionCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
