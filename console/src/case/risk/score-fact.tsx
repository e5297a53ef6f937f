import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatDecimal } from '../../format/money.ts'
import { Fact } from '../../layout/facts.tsx'

const ScoreFactFragment = graphql(`
  fragment ScoreFact on Score {
    value
    min
    max
    higherIsRiskier
  }
`)

/** A score with the known parts of its scale. */
export function ScoreFact({ of }: { readonly of: FragmentType<typeof ScoreFactFragment> }) {
  const { value, min, max, higherIsRiskier } = readFragment(ScoreFactFragment, of)
  const scale = min !== null && max !== null ? ` on a scale from ${formatDecimal(min)} to ${formatDecimal(max)}` : ''
  const direction = higherIsRiskier === null ? '' : higherIsRiskier ? '; higher is riskier' : '; higher is less risky'
  return (
    <Fact name="Score">
      <strong>{formatDecimal(value)}</strong>
      <span className="muted small">
        {scale}
        {direction}
      </span>
    </Fact>
  )
}
