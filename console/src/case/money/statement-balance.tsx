import { graphql } from '../../__generated__/gql.ts'
import { LoadMore } from '../../layout/load-more.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { BalanceChart } from './balance-chart.tsx'
import { BalanceTable } from './balance-table.tsx'
import styles from './charts.module.css'
import { toDailyBalances } from './to-daily-balances.ts'

// The largest page. Of a statement with more transactions, further pages are drawn when they are asked for.
const StatementBalances = graphql(`
  query StatementBalances($id: ID!, $after: String) {
    statement(id: $id) {
      id
      transactions(first: 500, after: $after, orderBy: EFFECTIVE_DATE_ASC) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            effectiveDate
            balanceAfter {
              value
              currency
            }
          }
        }
      }
    }
  }
`)

/** The balance of one statement at the end of each day. */
export function StatementBalance({ id }: { readonly id: string }) {
  const { data, fetchMore } = useLoaded(StatementBalances, { id }, 'cache-first')
  if (data.statement === null) return null
  const { edges, totalCount, pageInfo } = data.statement.transactions
  const days = toDailyBalances(edges.map(({ node }) => node))
  if (days.length === 0) return <p className="muted">This statement has no balances.</p>
  return (
    <figure className={styles.figure}>
      <figcaption className="unseen">Balance at the end of each day</figcaption>
      <BalanceChart days={days} />
      {totalCount > edges.length && (
        <LoadMore
          shown={edges.length}
          total={totalCount}
          noun="transactions are drawn"
          hasMore={pageInfo.hasNextPage}
          load={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
        />
      )}
      <details>
        <summary>The same figures as a table</summary>
        <BalanceTable days={days} />
      </details>
    </figure>
  )
}
