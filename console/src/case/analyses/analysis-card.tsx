import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { toWords } from '../../format/words.ts'
import { Badge } from '../../layout/badge.tsx'
import { Moment } from '../../layout/moment.tsx'
import { Notice } from '../../layout/notice.tsx'
import { RequiredAction } from '../actions/required-action.tsx'
import { AnalysisButtons } from './analysis-buttons.tsx'
import { DocumentResults } from './document-results.tsx'
import { ReportLinks } from './report-links.tsx'
import { RunList } from './run-list.tsx'
import { ShareLink } from './share-link.tsx'

const AnalysisCardFragment = graphql(`
  fragment AnalysisCard on Analysis {
    id
    product
    status
    stage
    requestedAt
    completedAt
    provider {
      id
      name
    }
    error {
      code
      userMessage
    }
    obstacle {
      code
      userMessage
    }
    nextCheckAt
    ...RequiredAction
    ...AnalysisButtons
    ...RunList
    ...ReportLinks
  }
`)

interface AnalysisCardProps {
  readonly of: FragmentType<typeof AnalysisCardFragment>
  readonly caseId: string
}

/** One analysis with its status, obstacle, required action and result. */
export function AnalysisCard({ of, caseId }: AnalysisCardProps) {
  const analysis = readFragment(AnalysisCardFragment, of)
  const { id, product, status, stage, requestedAt, completedAt, provider, error, obstacle, nextCheckAt } = analysis
  return (
    <li className="tile">
      <div className="row" data-justify="between">
        <h3>
          {toWords(product)} <span className="muted">by {provider.name}</span>
        </h3>
        <Badge word={status} />
      </div>
      <p className="muted small">
        Asked for <Moment at={requestedAt} />
        {completedAt !== null && (
          <>
            {' · ended '}
            <Moment at={completedAt} />
          </>
        )}
        {completedAt === null && status !== 'ACTION_REQUIRED' && ` · ${toWords(stage)}`}
      </p>
      {obstacle && (
        <Notice tone="caution" title={obstacle.userMessage}>
          {nextCheckAt !== null && (
            <p>
              It continues by itself. Next attempt <Moment at={nextCheckAt} />.
            </p>
          )}
        </Notice>
      )}
      {error && (
        <Notice tone="bad" title={error.userMessage}>
          <p className="muted small">
            <code>{error.code}</code>
          </p>
        </Notice>
      )}
      <RequiredAction of={analysis} caseId={caseId} />
      <DocumentResults analysisId={id} />
      {product === 'DOCUMENT_FRAUD' && completedAt !== null && <ShareLink analysisId={id} />}
      <RunList of={analysis} />
      <div className="row" data-justify="between">
        <ReportLinks of={analysis} />
        <AnalysisButtons of={analysis} />
      </div>
    </li>
  )
}
