import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { Badge } from '../../layout/badge.tsx'
import { Fact, Facts } from '../../layout/facts.tsx'
import { Moment } from '../../layout/moment.tsx'
import { Notice } from '../../layout/notice.tsx'
import { AlertItem } from './alert-item.tsx'
import styles from './decision-summary.module.css'

const DecisionSummaryFragment = graphql(`
  fragment DecisionSummary on CaseDecision {
    status
    fraudRisk
    validation
    consistent
    decidedAt
    provider {
      id
      name
    }
    alerts {
      ...AlertItem
    }
  }
`)

/** A provider's decision about the documents with its alerts. */
export function DecisionSummary({ of }: { readonly of: FragmentType<typeof DecisionSummaryFragment> }) {
  const { status, fraudRisk, validation, consistent, decidedAt, provider, alerts } = readFragment(
    DecisionSummaryFragment,
    of,
  )
  return (
    <div className="stack">
      <Facts>
        <Fact name="Decision">
          <Badge word={status} />
        </Fact>
        <Fact name="Risk of forgery">
          <Badge word={fraudRisk} />
        </Fact>
        <Fact name="What was asked for">
          <Badge word={validation} />
        </Fact>
        <Fact name="Decided by">{provider.name}</Fact>
        <Fact name="Decided">
          <Moment at={decidedAt} />
        </Fact>
      </Facts>
      {!consistent && (
        <Notice tone="caution" title="The provider contradicts itself.">
          <p>Its decision does not follow from its two other statements. A person should check the documents.</p>
        </Notice>
      )}
      {alerts.length > 0 && (
        <div className="stack" data-gap="small">
          <h3>What it noticed</h3>
          <ul className={styles.alerts}>
            {alerts.map((alert, index) => (
              <AlertItem key={index} of={alert} />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
