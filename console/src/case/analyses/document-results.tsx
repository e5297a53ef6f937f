import { graphql } from '../../__generated__/gql.ts'
import { Badge } from '../../layout/badge.tsx'
import { LazyDetails } from '../../layout/lazy-details.tsx'
import { useLoaded } from '../../loading/use-loaded.ts'
import styles from './document-results.module.css'

const DocumentResultsQuery = graphql(`
  query DocumentResults($analysisId: ID!) {
    analysis(id: $analysisId) {
      id
      documentResults {
        status
        document {
          id
          fileName
        }
        error {
          code
          userMessage
        }
      }
    }
  }
`)

interface DocumentResultsProps {
  readonly analysisId: string
}

/** The result of each document of an analysis. There may be hundreds, so they are loaded when opened. */
export function DocumentResults({ analysisId }: DocumentResultsProps) {
  return (
    <LazyDetails summary="Its documents">
      <DocumentResultList analysisId={analysisId} />
    </LazyDetails>
  )
}

function DocumentResultList({ analysisId }: DocumentResultsProps) {
  const { data } = useLoaded(DocumentResultsQuery, { analysisId })
  const results = data.analysis?.documentResults ?? []
  if (results.length === 0) return <p className="muted small">The customer gave them to the provider.</p>
  return (
    <ul className={styles.list}>
      {results.map(({ document, status, error }) => (
        <li key={document.id} className="row">
          <span className={styles.name}>{document.fileName}</span>
          <Badge word={status} />
          {error && <span className="muted">{error.userMessage}</span>}
        </li>
      ))}
    </ul>
  )
}
