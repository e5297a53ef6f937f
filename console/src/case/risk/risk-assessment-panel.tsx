import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { toWords } from '../../format/words.ts'
import { Badge } from '../../layout/badge.tsx'
import { Fact, Facts } from '../../layout/facts.tsx'
import { Moment } from '../../layout/moment.tsx'
import { Panel } from '../../layout/panel.tsx'
import { MetricTable } from './metric-table.tsx'
import { ScoreFact } from './score-fact.tsx'
import { SignalList } from './signal-list.tsx'

const RiskAssessmentPanelFragment = graphql(`
  fragment RiskAssessmentPanel on RiskAssessment {
    id
    kind
    level
    riskClass
    assessedAt
    provider {
      id
      name
    }
    flag {
      color
      dataSanity
    }
    score {
      ...ScoreFact
    }
    ...SignalList
  }
`)

/** One provider's risk assessment. Each has its own scale, so they are never combined. */
export function RiskAssessmentPanel({ of }: { readonly of: FragmentType<typeof RiskAssessmentPanelFragment> }) {
  const assessment = readFragment(RiskAssessmentPanelFragment, of)
  const { id, kind, level, riskClass, assessedAt, provider, flag, score } = assessment
  return (
    <Panel
      title={`${toWords(kind)}, as ${provider.name} sees it`}
      actions={<Badge word={level} label={`Risk: ${toWords(level).toLowerCase()}`} />}
    >
      <div className="stack">
        <Facts>
          {score && <ScoreFact of={score} />}
          {riskClass !== null && <Fact name="Class">{riskClass}</Fact>}
          {flag?.color != null && <Fact name="Flag">{flag.color}</Fact>}
          {flag?.dataSanity != null && <Fact name="Soundness of the data">{flag.dataSanity}</Fact>}
          <Fact name="Assessed">
            <Moment at={assessedAt} />
          </Fact>
        </Facts>
        <SignalList of={assessment} />
        <MetricTable assessmentId={id} />
      </div>
    </Panel>
  )
}
