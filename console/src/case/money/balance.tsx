import { useState, useTransition } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import { formatPeriod } from '../../format/dates.ts'
import { Field } from '../../layout/field.tsx'
import { Part } from '../../loading/part.tsx'
import styles from './charts.module.css'
import { StatementBalance } from './statement-balance.tsx'

const BalanceFragment = graphql(`
  fragment Balance on Case {
    statements(first: 50) {
      edges {
        node {
          id
          bankName
          from
          to
          account {
            maskedNumber
            maskedIban
          }
        }
      }
    }
  }
`)

/** The balances of an account by statement. */
export function Balance({ of }: { readonly of: FragmentType<typeof BalanceFragment> }) {
  const statements = readFragment(BalanceFragment, of).statements.edges.map(({ node }) => node)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isPending, startTransition] = useTransition()
  const shown = statements.find(({ id }) => id === chosen) ?? statements[0]
  if (!shown) return <p className="muted">There is no bank statement yet.</p>
  return (
    <div className="stack" aria-busy={isPending}>
      {statements.length > 1 && (
        <div className={styles.choice}>
          <Field label="Statement">
            {control => (
              <select
                {...control}
                value={shown.id}
                onChange={event => startTransition(() => setChosen(event.target.value))}
              >
                {statements.map(({ id, bankName, account, from, to }) => (
                  <option key={id} value={id}>
                    {bankName ?? 'Bank unknown'} {account.maskedNumber ?? account.maskedIban}, {formatPeriod(from, to)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <Part label="Loading the balances" lines={6}>
        <StatementBalance key={shown.id} id={shown.id} />
      </Part>
    </div>
  )
}
