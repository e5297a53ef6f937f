import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { Badge } from '../../layout/badge.tsx'
import { Moment } from '../../layout/moment.tsx'

const RunListFragment = graphql(`
  fragment RunList on Analysis {
    runs {
      startedAt
      outcome
      provider {
        id
        name
      }
      error {
        userMessage
      }
    }
  }
`)

/** The providers that were tried in turn. Renders nothing when there was only one. */
export function RunList({ of }: { readonly of: FragmentType<typeof RunListFragment> }) {
  const { runs } = readFragment(RunListFragment, of)
  if (runs.length < 2) return null
  return (
    <details>
      <summary>{runs.length} providers were tried</summary>
      <ol className="stack small" data-gap="small">
        {runs.map(({ provider, startedAt, outcome, error }) => (
          <li key={startedAt} className="row">
            <strong>{provider.name}</strong>
            <Moment at={startedAt} />
            {outcome !== null && <Badge word={outcome} />}
            {error && <span className="muted">{error.userMessage}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
