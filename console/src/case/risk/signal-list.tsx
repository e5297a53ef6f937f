import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import styles from './risk.module.css'
import { SignalItem } from './signal-item.tsx'

const SignalListFragment = graphql(`
  fragment SignalList on RiskAssessment {
    signals {
      code
      sentiment
      ...SignalItem
    }
  }
`)

const groups = [
  { title: 'Against the applicant', sentiments: ['BAD'] },
  { title: 'For the applicant', sentiments: ['GOOD'] },
  { title: 'Neutral or unknown', sentiments: ['NEUTRAL', 'OTHER'] },
] as const

/** The risk signals, negative ones first. */
export function SignalList({ of }: { readonly of: FragmentType<typeof SignalListFragment> }) {
  const { signals } = readFragment(SignalListFragment, of)
  if (signals.length === 0) return <p className="muted">The provider names no signals.</p>
  return (
    <div className={styles.groups}>
      {groups.map(({ title, sentiments }) => {
        const members = signals.filter(({ sentiment }) => sentiments.some(one => one === sentiment))
        return (
          members.length > 0 && (
            <section key={title} className="stack" data-gap="small">
              <h3>{title}</h3>
              <ul className={styles.signals}>
                {members.map((signal, index) => (
                  <SignalItem key={`${signal.code} ${index}`} of={signal} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
