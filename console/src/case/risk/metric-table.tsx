import { graphql } from '../../__generated__/gql.ts'
import { formatDecimal } from '../../format/money.ts'
import { LazyDetails } from '../../layout/lazy-details.tsx'
import { LoadMore } from '../../layout/load-more.tsx'
import { ScrollArea } from '../../layout/scroll-area.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'

const Metrics = graphql(`
  query Metrics($id: ID!, $first: Int!, $after: String) {
    riskAssessment(id: $id) {
      id
      metrics(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            name
            value
            unit
            basis
          }
        }
      }
    }
  }
`)

const pageSize = 50

interface MetricTableProps {
  readonly assessmentId: string
}

/** The metrics of an assessment. There may be thousands, so they are loaded when opened. */
export function MetricTable({ assessmentId }: MetricTableProps) {
  return (
    <LazyDetails summary="The figures behind it">
      <MetricRows assessmentId={assessmentId} />
    </LazyDetails>
  )
}

function MetricRows({ assessmentId }: MetricTableProps) {
  const { data, fetchMore } = useLoaded(Metrics, { id: assessmentId, first: pageSize }, 'cache-first')
  const metrics = data.riskAssessment?.metrics
  if (!metrics || metrics.edges.length === 0) return <p className="muted">The provider gives no figures.</p>
  return (
    <div className="stack" data-gap="small">
      <ScrollArea label="Figures">
        <table>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col">Of</th>
              <th scope="col" data-align="end">
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {metrics.edges.map(({ cursor, node: { name, value, unit, basis } }) => (
              <tr key={cursor}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{basis}</td>
                <td data-align="end">
                  {formatDecimal(value)} {unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <LoadMore
        shown={metrics.edges.length}
        total={metrics.totalCount}
        noun="figures"
        hasMore={metrics.pageInfo.hasNextPage}
        load={() => fetchMore({ variables: { after: metrics.pageInfo.endCursor } })}
      />
    </div>
  )
}
