import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { AnalysisCard } from './analysis-card.tsx'

const AnalysisListFragment = graphql(`
  fragment AnalysisList on Case {
    id
    analyses {
      id
      ...AnalysisCard
    }
  }
`)

/** The analyses of a case, newest first. */
export function AnalysisList({ of }: { readonly of: FragmentType<typeof AnalysisListFragment> }) {
  const { id, analyses } = readFragment(AnalysisListFragment, of)
  if (analyses.length === 0) return <p className="muted">There are no analyses yet.</p>
  return (
    <ul className="stack" data-gap="small" aria-label="Analyses">
      {analyses.map(analysis => (
        <AnalysisCard key={analysis.id} of={analysis} caseId={id} />
      ))}
    </ul>
  )
}
