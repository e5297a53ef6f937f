import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { ScrollArea } from '../../layout/scroll-area.tsx'
import { StatementRow } from './statement-row.tsx'

const StatementTableFragment = graphql(`
  fragment StatementTable on Case {
    statements(first: 50) {
      totalCount
      edges {
        node {
          id
          ...StatementRow
        }
      }
    }
  }
`)

/** The bank statements of a case without duplicates. */
export function StatementTable({ of }: { readonly of: FragmentType<typeof StatementTableFragment> }) {
  const { statements } = readFragment(StatementTableFragment, of)
  if (statements.edges.length === 0)
    return <p className="muted">None was read yet. Start a statement extraction or a risk assessment.</p>
  return (
    <ScrollArea label="Bank statements">
      <table>
        <caption>
          {statements.totalCount > statements.edges.length
            ? `The latest ${statements.edges.length} of ${statements.totalCount} statements`
            : 'The latest period first'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col">Period</th>
            <th scope="col" data-align="end">
              Opening balance
            </th>
            <th scope="col" data-align="end">
              Closing balance
            </th>
            <th scope="col">Checks</th>
          </tr>
        </thead>
        <tbody>
          {statements.edges.map(({ node }) => (
            <StatementRow key={node.id} of={node} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
