import { graphql } from '../../__generated__/gql.ts'
import type { CashFlowQueryVariables } from '../../__generated__/graphql.ts'
import { useLoaded } from '../../loading/use-loaded.ts'
import { CashFlowChart } from './cash-flow-chart.tsx'
import { CashFlowTable } from './cash-flow-table.tsx'
import styles from './charts.module.css'
import { trimEmptyPeriods } from './trim-empty-periods.ts'

const CashFlowQuery = graphql(`
  query CashFlow($applicantId: ID!, $from: Date!, $to: Date!, $interval: CashFlowInterval!) {
    applicant(id: $applicantId) {
      id
      cashFlow(from: $from, to: $to, interval: $interval) {
        from
        to
        currency
        moneyIn
        moneyOut
        net
        transactionCount
      }
    }
  }
`)

const currencies = new Intl.DisplayNames(undefined, { type: 'currency' })

/** A text for the currency; `XXX` is an unknown one. */
function nameCurrency(code: string): string {
  return code === 'XXX' ? 'In an unknown currency' : `In ${currencies.of(code) ?? code} (${code})`
}

/** A chart and a table for each currency, because amounts of different currencies are never added. */
export function CashFlowCharts({ variables }: { readonly variables: CashFlowQueryVariables }) {
  const { data } = useLoaded(CashFlowQuery, variables)
  const periods = data.applicant?.cashFlow ?? []
  if (periods.length === 0) return <p className="muted">No booked transaction is known in this time.</p>
  return [...Map.groupBy(periods, ({ currency }) => currency)].map(([currency, all]) => {
    const members = trimEmptyPeriods(all)
    return (
      <figure key={currency} className={styles.figure}>
        <figcaption className={styles.caption}>{nameCurrency(currency)}</figcaption>
        <CashFlowChart periods={members} />
        <details>
          <summary>The same figures as a table</summary>
          <CashFlowTable periods={members} />
        </details>
      </figure>
    )
  })
}
