import { graphql } from '../__generated__/gql.ts'
import { useLoaded } from '../loading/use-loaded.ts'
import styles from './applicant-search.module.css'

const ApplicantMatchesQuery = graphql(`
  query ApplicantMatches($search: String!) {
    applicants(filter: { search: $search }, first: 8) {
      totalCount
      edges {
        node {
          id
          displayName
          reference
        }
      }
    }
  }
`)

interface ApplicantMatchesProps {
  readonly search: string
  readonly onChoose: (applicantId: string) => void
}

/** The applicants that match a text, as buttons. */
export function ApplicantMatches({ search, onChoose }: ApplicantMatchesProps) {
  const { edges, totalCount } = useLoaded(ApplicantMatchesQuery, { search }, 'cache-first').data.applicants
  return (
    <>
      <p className="muted small" role="status">
        {totalCount === 0 ? 'No matching applicant.' : `${totalCount} found, the newest first`}
      </p>
      <ul>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" data-kind="quiet" className={styles.match} onClick={() => onChoose(node.id)}>
              <span>{node.displayName ?? node.reference}</span>
              {node.displayName !== null && node.reference !== node.id && (
                <span className="muted small">{node.reference}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
