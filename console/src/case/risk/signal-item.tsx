import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import styles from './risk.module.css'

const SignalItemFragment = graphql(`
  fragment SignalItem on RiskSignal {
    code
    sentiment
    value
    quantile
    explanations
  }
`)

/** One risk signal in the provider's own words. */
export function SignalItem({ of }: { readonly of: FragmentType<typeof SignalItemFragment> }) {
  const { code, sentiment, value, quantile, explanations } = readFragment(SignalItemFragment, of)
  return (
    <li className={styles.signal} data-sentiment={sentiment}>
      <p>
        <code>{code}</code>
        {value !== null && <strong>: {value}</strong>}
      </p>
      {explanations.map(explanation => (
        <p key={explanation} className="small">
          {explanation}
        </p>
      ))}
      {quantile !== null && <p className="muted small">Compared with others: {quantile}</p>}
    </li>
  )
}
