import { useState, useTransition } from 'react'
import { type FragmentType, readFragment } from '../../__generated__/fragment-masking.ts'
import { graphql } from '../../__generated__/gql.ts'
import type { CashFlowInterval } from '../../__generated__/graphql.ts'
import { Field } from '../../layout/field.tsx'
import { Part } from '../../loading/part.tsx'
import { CashFlowCharts } from './cash-flow-charts.tsx'
import styles from './charts.module.css'
import { coveredPeriod } from './covered-period.ts'

const CashFlowFragment = graphql(`
  fragment CashFlow on Case {
    applicant {
      id
    }
    statements(first: 50) {
      edges {
        node {
          id
          from
          to
        }
      }
    }
  }
`)

const intervals = [
  { interval: 'WEEK', name: 'Weeks' },
  { interval: 'MONTH', name: 'Months' },
  { interval: 'QUARTER', name: 'Quarters' },
] as const satisfies readonly { readonly interval: CashFlowInterval; readonly name: string }[]

/** Income and spending of all the applicant's accounts in the period of the statements. */
export function CashFlow({ of }: { readonly of: FragmentType<typeof CashFlowFragment> }) {
  const { applicant, statements } = readFragment(CashFlowFragment, of)
  const [interval, setInterval] = useState<CashFlowInterval>('MONTH')
  const [isPending, startTransition] = useTransition()
  const period = coveredPeriod(
    statements.edges.map(({ node }) => node),
    new Date(),
  )

  function choose(value: string): void {
    const found = intervals.find(one => one.interval === value)
    if (found) startTransition(() => setInterval(found.interval))
  }

  return (
    <div className="stack" aria-busy={isPending}>
      <div className={styles.choice}>
        <Field label="Summed up by">
          {control => (
            <select {...control} value={interval} onChange={event => choose(event.target.value)}>
              {intervals.map(one => (
                <option key={one.interval} value={one.interval}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Part label="Adding up" lines={6}>
        <CashFlowCharts variables={{ applicantId: applicant.id, ...period, interval }} />
      </Part>
    </div>
  )
}
