import { Link } from 'wouter'
import { graphql } from '../__generated__/gql.ts'
import { LoadMore } from '../layout/load-more.tsx'
import { useLoaded } from '../loading/use-loaded.ts'
import styles from './case-list.module.css'
import { CaseRow } from './case-row.tsx'
import type { WorkListQuery } from './use-work-list-view.ts'

const WorkList = graphql(`
  query WorkList($filter: CaseFilter!, $orderBy: CaseOrder!, $first: Int!, $after: String) {
    cases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          ...CaseRow
        }
      }
    }
  }
`)

const pageSize = 25

interface CaseListProps {
  readonly query: WorkListQuery
}

/** The matching cases, page by page. */
export function CaseList({ query }: CaseListProps) {
  const { data, fetchMore } = useLoaded(WorkList, { ...query, first: pageSize })
  const { edges, pageInfo, totalCount } = data.cases
  if (edges.length === 0) return <NoCases areAllAskedFor={Object.keys(query.filter).length === 0} />
  return (
    <div className="stack">
      <div className={styles.table}>
        <table>
          <caption className="unseen">Cases</caption>
          <thead>
            <tr>
              <th scope="col">Applicant</th>
              <th scope="col">Case</th>
              <th scope="col">Status</th>
              <th scope="col" className={styles.moment}>
                Opened
              </th>
              <th scope="col" className={styles.moment}>
                Changed
              </th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node }) => (
              <CaseRow key={node.id} of={node} />
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore
        shown={edges.length}
        total={totalCount}
        noun="cases"
        hasMore={pageInfo.hasNextPage}
        load={() => fetchMore({ variables: { after: pageInfo.endCursor } })}
      />
    </div>
  )
}

function NoCases({ areAllAskedFor }: { readonly areAllAskedFor: boolean }) {
  if (!areAllAskedFor) return <p className="muted">No case fits.</p>
  return (
    <p className="muted">
      There is no case yet. <Link href="/new">Open the first one</Link>, and add a document to it.
    </p>
  )
}
