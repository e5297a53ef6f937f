import { graphql } from '../../__generated__/gql.ts'
import { LoadMore } from '../../layout/load-more.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import { TransactionRow } from './transaction-row.tsx'
import styles from './transactions.module.css'
import type { TransactionQuery } from './use-transaction-view.ts'

const Transactions = graphql(`
  query Transactions(
    $applicantId: ID!
    $filter: TransactionFilter!
    $orderBy: TransactionOrder!
    $first: Int!
    $after: String
  ) {
    applicant(id: $applicantId) {
      id
      transactions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            id
            ...TransactionRow
          }
        }
      }
    }
  }
`)

const pageSize = 50

interface TransactionTableProps {
  readonly applicantId: string
  readonly query: TransactionQuery
}

/** The matching transactions, page by page. */
export function TransactionTable({ applicantId, query }: TransactionTableProps) {
  const { data, fetchMore } = useLoaded(Transactions, { applicantId, ...query, first: pageSize })
  const transactions = data.applicant?.transactions
  if (!transactions || transactions.edges.length === 0)
    return (
      <p className="muted" role="status">
        No matching transaction.
      </p>
    )
  const { edges, pageInfo, totalCount } = transactions
  return (
    <div className="stack">
      <table className={styles.table}>
        <caption className="unseen">Transactions</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What it was</th>
            <th scope="col" className={styles.extra}>
              Category
            </th>
            <th scope="col" data-align="end">
              Amount
            </th>
            <th scope="col" data-align="end" className={styles.extra}>
              Balance
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ node }) => (
            <TransactionRow key={node.id} of={node} />
          ))}
        </tbody>
      </table>
      <LoadMore
        shown={edges.length}
        total={totalCount}
        noun="transactions"
        hasMore={pageInfo.hasNextPage}
        load={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
      />
    </div>
  )
}
