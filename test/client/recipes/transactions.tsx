import { useSuspenseQuery } from '@apollo/client/react'
import { TransactionsPageDocument } from 'assay/client/documents'

/** An applicant's transactions, newest first, with a button for more. */
export function Transactions({ applicantId }: { applicantId: string }) {
  const { data, fetchMore } = useSuspenseQuery(TransactionsPageDocument, { variables: { applicantId, first: 20 } })
  const list = data.applicant?.transactions
  const { hasNextPage, endCursor } = list?.pageInfo ?? {}
  return (
    <>
      <ul>
        {list?.edges.map(({ node: { id, effectiveDate, amount, description } }) => (
          <li key={id}>
            {effectiveDate} {amount.value} {amount.currency} {description}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => fetchMore({ variables: { after: endCursor } })}>
          More
        </button>
      )}
    </>
  )
}
